"""The power goes at any step of a review: nothing is lost, nothing is registered twice (law 8).

What the disk holds after each step is what a cut there would leave: the store commits, or not. A
kiosk started over that copy must finish the review by a new roll call.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Opens
from tests.guest import Guest
from tests.readers import journal, letters

TEXTS = ["Биринчи", "Экинчи", "Үчүнчү"]
STEPS: list[tuple[str, Callable[[Guest], None]]] = [
    ("roll call", lambda guest: guest.touch("way_in")),
    ("quorum", Guest.gathers),
    ("unlocked", Guest.unlock),
    ("door open", lambda guest: guest.pulls()),
    ("counted", lambda guest: guest.counts(1)),
    ("first row", Guest.registers),
    ("second row", Guest.registers),
    ("third row", Guest.registers),
    ("paper row", lambda guest: guest.registers_paper()),
    ("closed", Guest.closes),
]


@pytest.mark.parametrize("last", range(len(STEPS) + 1), ids=["before", *(n for n, _ in STEPS)])
def test_after_a_cut_the_review_is_finished_with_every_letter_once(
    guest: Guest, opens: Opens, tmp_path: Path, last: int
) -> None:
    for text in TEXTS:
        guest.sends(text)
    guest.drops_paper()
    guest.touch("leave")
    guest.goes_to_the_window()
    for _, step in STEPS[:last]:
        step(guest)
    after = tmp_path / "after the cut"
    shutil.copytree(guest.data, after)

    again = opens(after)
    again.world.move_clock(guest.world.clock.now())
    again.wait(0.5)
    if last < len(STEPS):
        again.touch("way_in")
        again.gathers()
        finish(again)
    rows = journal(after)
    assert sorted(rows) == [1, 2, 3, 4]
    assert sorted(row.text for row in rows.values()) == sorted(["", *TEXTS])
    assert letters(after) == []


def finish(guest: Guest) -> None:
    """Do whatever the screen asks for next, until the review is closed."""
    for _ in range(20):
        match guest.screen:
            case "unlock":
                guest.opens_the_box()
            case "count":
                guest.counts(1)
            case "register" if guest.offers("no_date"):
                guest.registers_paper()
            case "register":
                guest.registers()
            case "close":
                guest.closes()
                return
    raise AssertionError(f"stuck on {guest.screen}")


def test_a_letter_thanked_for_is_there_after_the_cut(
    guest: Guest, opens: Opens, tmp_path: Path
) -> None:
    guest.writes("Биринчи")
    guest.touch("send")
    guest.sees("thanks")
    after = tmp_path / "after the cut"
    shutil.copytree(guest.data, after)
    assert letters(after) == ["Биринчи"]
    opens(after).sends("Экинчи")
    assert letters(after) == ["Биринчи", "Экинчи"]


def test_a_letter_being_written_is_nowhere_on_the_disk(guest: Guest, tmp_path: Path) -> None:
    guest.writes("Мени үйдө урушат")
    after = tmp_path / "after the cut"
    shutil.copytree(guest.data, after)
    assert letters(after) == []
