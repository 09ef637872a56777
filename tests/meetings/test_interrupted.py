"""A meeting that is cut off in the middle, twice, and taken up again by the quorum (law 10)."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.meetings.clerk import Clerk
from tests.meetings.evidence import closed_on, labels, one_row_each, opened

TEXTS = [f"Мугалим сабакта кыйкырат, {n}-кат" for n in range(1, 8)]
PAPERS = 3
TYPED = ("subject_teachers", "forum_director", "register")
PAPER = ("no_date", "subject_meals", "decision_answered", "told_class", "register")


def begun(guest: Guest) -> Clerk:
    """Letters came, and the box was opened inside the window."""
    for text in TEXTS:
        guest.sends(text)
    for _ in range(PAPERS):
        guest.drops_paper()
        guest.touch("leave")
    guest.goes_to_the_window()
    clerk = Clerk(guest)
    clerk.comes()
    clerk.gathers()
    clerk.opens_the_box()
    clerk.counts(PAPERS)
    return clerk


def again(clerk: Clerk) -> Clerk:
    """The quorum shows its cards; the count is settled, and the letters go on."""
    clerk.comes()
    clerk.gathers()
    clerk.sees("register")
    return clerk


def registers(clerk: Clerk, dealt: dict[str, int]) -> str:
    """One typed letter, which still has the label that it was dealt at the opening."""
    clerk.touch("cover")
    text = clerk.reads_one_of(TEXTS)
    assert clerk.label() == dealt[text]
    clerk.touch(*TYPED)
    return text


def later(clerk: Clerk, **passed: float) -> SimulatedClock:
    """The kiosk goes off, and the time that it will be on again."""
    moment = clerk.world.clock.now() + timedelta(**passed)
    clerk.leave_for_good()
    return SimulatedClock(moment)


def test_a_meeting_goes_on_past_the_window_and_on_another_day(guest: Guest, opens: Opens) -> None:
    clerk = begun(guest)
    dealt = labels(clerk.data)
    assert sorted(dealt.values()) == list(range(1, 8))
    read = [registers(clerk, dealt), registers(clerk, dealt)]
    clerk.touch("cover", "subject_meals")  # read and half decided when the power goes

    clerk = again(Clerk(opens(clock=later(clerk, hours=5))))
    assert labels(clerk.data) == {text: dealt[text] for text in TEXTS if text not in read}
    assert not any(clerk.shows(text) for text in TEXTS), "it comes back covered"
    read += [registers(clerk, dealt), registers(clerk, dealt)]
    clerk.touch("leave", "leave_sure")

    clerk = again(Clerk(opens(clock=later(clerk, days=3))))
    assert f"4/{len(TEXTS) + PAPERS}" in clerk.reads()
    read += [registers(clerk, dealt) for _ in range(3)]
    for _ in range(PAPERS):
        clerk.touch(*PAPER)
    clerk.notes_the_number()
    clerk.closes()
    ends_well(clerk, dealt, read)


def ends_well(clerk: Clerk, dealt: dict[str, int], read: list[str]) -> None:
    letters, rows = opened(clerk.data)
    assert letters == []
    one_row_each(rows, TEXTS, PAPERS)
    typed = [row for row in rows if row["origin"] == "typed"]
    assert [row["text"] for row in typed] == read
    assert {row["text"]: row["label"] for row in typed} == dealt
    assert closed_on(clerk.data) == clerk.today


def test_outside_the_window_two_of_three_take_nothing_up(guest: Guest, opens: Opens) -> None:
    clerk = begun(guest)
    clerk = Clerk(opens(clock=later(clerk, hours=5)))
    clerk.comes()
    before = opened(clerk.data)
    for role in list(Role)[:2]:
        clerk.shows_card(role)
    clerk.sees("rollcall")
    clerk.touch("leave", "leave_sure")
    clerk.sees("board")
    assert opened(clerk.data) == before


def test_a_power_cut_before_any_touch_of_a_row_leaves_all_or_none_of_it(
    guest: Guest, opens: Opens, tmp_path: Path
) -> None:
    """The disk as it is before each touch that registers one letter, taken up again."""
    clerk = begun(guest)
    dealt = labels(clerk.data)
    copies = []
    for nth, name in enumerate(("cover", *TYPED, "cover")):
        copies.append(shutil.copytree(clerk.data, tmp_path / f"cut {nth}"))
        clerk.touch(name)
    moment = clerk.world.clock.now()
    left = []
    for copy in copies:
        letters, rows = opened(copy)
        assert len(letters) + len(rows) == len(TEXTS)
        left.append(len(letters))
    assert left == [7, 7, 7, 7, 6]
    clerk = again(Clerk(opens(copies[-1], clock=SimulatedClock(moment))))
    for _ in range(6):
        registers(clerk, dealt)
    for _ in range(PAPERS):
        clerk.touch(*PAPER)
    clerk.notes_the_number()
    clerk.closes()
    one_row_each(opened(copies[-1])[1], TEXTS, PAPERS)
