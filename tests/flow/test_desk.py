"""A desk session by touches: the quorum gathers for its journal, and the box stays shut."""

from __future__ import annotations

import pytest

from tests.guest import TEXT, Guest

DIGITS = ("4071", "9526", "3380")


def holds_a_review(guest: Guest, *summaries: str) -> None:
    """A letter for each of them, read, registered and closed."""
    for _ in summaries:
        guest.sends(TEXT)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    for summary in summaries:
        guest.registers(summary)
    guest.closes()


def comes_to_the_desk(guest: Guest, digits: tuple[str, ...] = ()) -> None:
    """From the board, by the emblem, to the menu."""
    guest.hold("emblem", 3.2)
    guest.touch("desk")
    guest.sees("rollcall")
    guest.gathers(digits)
    guest.wait_until(lambda: not guest.world.app.busy, "the journal")
    guest.sees("deskmenu")


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A journal of two rows, and the quorum at its desk on a day between the windows."""
    holds_a_review(guest, "Бир", "Эки")
    comes_to_the_desk(guest)
    return guest


def test_the_quorum_looks_into_its_journal_outside_the_window(desk: Guest) -> None:
    desk.touch("desk_journal")
    desk.sees("journal")
    assert desk.word("sum_letters", n=2) in desk.reads()
    desk.touch("row_1", "cover")
    assert desk.shows("Бир")
    desk.touch("done", "leave")
    desk.sees("deskmenu")
