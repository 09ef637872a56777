"""Paper by hand, by the slot and in the journal must agree, or say why (law 5)."""

from __future__ import annotations

import pytest

from kiosk.post.journal import Difference
from tests.guest import Guest
from tests.readers import journal


@pytest.fixture
def counting(guest: Guest) -> Guest:
    guest.sends()
    guest.drops_paper()
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    return guest


@pytest.mark.parametrize("reason", Difference)
def test_a_difference_needs_a_reason(counting: Guest, reason: Difference) -> None:
    counting.touch("digit_2", "compare")
    assert counting.says("count_differs", hand=2, slot=1)
    assert not counting.widget("confirm").enabled
    counting.touch(f"diff_{reason}", "confirm")
    counting.sees("register")


def test_the_review_does_not_close_while_a_letter_has_no_row(counting: Guest) -> None:
    counting.counts(1)
    counting.registers()
    counting.sees("register")
    assert not counting.offers("close_review")
    counting.touch("leave", "leave_sure")
    counting.touch("way_in")
    counting.gathers()
    counting.sees("register")
    counting.touch("no_date")
    counting.registers()
    counting.notes_the_number()
    counting.closes()
    assert sorted(journal(counting.data)) == [1, 2]


def test_no_row_lacks_anything(counting: Guest) -> None:
    counting.counts(1)
    counting.touch("tab_enter")
    assert not counting.offers("register")
    assert counting.word("gap_summary") in counting.reads()


def test_a_box_without_letters_is_closed_as_well(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.closes()
    assert journal(guest.data) == {}


def test_a_miscount_found_late_is_counted_again_and_nobody_invents_a_row(counting: Guest) -> None:
    counting.counts(2, "unknown")
    counting.registers()
    counting.registers_paper()
    counting.sees("register")
    counting.touch("recount")
    counting.sees("count")
    counting.counts(1)
    counting.notes_the_number()
    counting.sees("close")
    counting.closes()
    assert sorted(journal(counting.data)) == [1, 2]


def test_a_letter_found_at_the_end_still_gets_its_row(counting: Guest) -> None:
    counting.counts(1)
    counting.registers()
    counting.registers_paper()
    counting.sees("close")
    counting.touch("recount")
    counting.counts(2, "together")
    counting.registers_paper()
    counting.closes()
    assert sorted(journal(counting.data)) == [1, 2, 3]


def test_counted_again_there_cannot_be_fewer_than_have_their_row(counting: Guest) -> None:
    counting.counts(1)
    counting.registers()
    counting.registers_paper()
    counting.touch("recount", "digit_0", "compare")
    assert counting.says("count_fewer", n=1)
    assert not counting.widget("confirm").enabled


def test_the_number_of_a_paper_letters_row_shows_for_the_paper(counting: Guest) -> None:
    counting.counts(1)
    counting.registers()
    assert "№" not in counting.reads(), "nobody writes on a typed letter"
    counting.touch("no_date")
    counting.registers()
    counting.sees("numbered")
    assert "№ 2" in counting.reads()
