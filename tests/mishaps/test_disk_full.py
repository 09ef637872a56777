"""The disk takes nothing: no thanks, the text stays, and sending again works (law 1)."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

from tests.conftest import POOL
from tests.flow.test_letter import waiting
from tests.flow.test_paper import counted
from tests.guest import TEXT, Guest


@contextmanager
def full_disk() -> Iterator[None]:
    """The system itself refuses every byte that this process would write to a file."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_a_refused_letter_is_not_thanked_for_and_stays_on_the_screen(guest: Guest) -> None:
    guest.writes()
    with full_disk():
        guest.touch("send")
        guest.sees("check")
        assert guest.says("error_not_saved")
        assert not guest.says("letter_received")
    guest.touch("cover")
    assert guest.shows(TEXT)
    assert waiting(guest.data) == 0
    guest.touch("send")
    guest.sees("thanks")
    assert waiting(guest.data) == 1


def test_a_paper_letter_that_could_not_be_counted_is_not_thanked_for(guest: Guest) -> None:
    with full_disk():
        guest.drops_paper()
        guest.sees("board")
    assert counted(guest.data) == 0
    guest.drops_paper()
    guest.sees("thanks")
    assert counted(guest.data) == 1


def test_a_row_that_was_not_stored_stays_filled_in(guest: Guest) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("cover", "subject_building", "decision_no_action")
    with full_disk():
        guest.touch("register")
        guest.sees("register")
    guest.touch("register")
    guest.sees("close")


def test_when_the_box_is_full_the_screen_says_so_and_the_text_stays(guest: Guest) -> None:
    for _ in range(POOL):
        guest.sends("а")
    guest.writes()
    guest.touch("send")
    guest.sees("check")
    assert guest.says("refused_full")
    guest.touch("cover")
    assert guest.shows(TEXT)
    assert waiting(guest.data) == POOL
