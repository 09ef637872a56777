"""A letter that was referred comes back at the next review, until its outcome is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.post.matters import Matter, State
from tests.flow.test_desk import comes_to_the_desk
from tests.flow.test_registering import FOUR, URGENT, begun
from tests.guest import Guest
from tests.readers import matters


@pytest.fixture
def reminded(guest: Guest) -> Guest:
    """A matter without a day of the review before, and a new letter that waits."""
    guest.sends("Биринчи кат")
    begun(guest).touch(*FOUR)
    guest.closes()
    guest.sends("Экинчи кат")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0, reminded=True)
    guest.sees("due")
    return guest


def the_first(guest: Guest) -> Matter:
    """The matter of the first review, as the store has it."""
    return min(matters(guest.data), key=lambda matter: matter.review)


def test_it_leads_to_the_matter_its_outcome_and_back_to_the_letter(reminded: Guest) -> None:
    number = the_first(reminded).number
    reminded.touch("look")
    reminded.wait_until(lambda: reminded.screen == "matters", "the matters")
    assert reminded.offers(f"matter_{number}")
    reminded.touch(f"matter_{number}", "write", "state_considered", "keep")
    reminded.wait_until(lambda: reminded.offers("write"), "the outcome")
    kept = the_first(reminded)
    assert (kept.state, len(kept.outcomes)) == (State.CONSIDERED, 1)
    assert kept.due is not None, "due again at the next review"
    reminded.touch("done", "leave", "desk_done")
    reminded.sees("register")


def test_it_can_wait_for_the_letters(reminded: Guest) -> None:
    reminded.touch("later")
    reminded.sees("register")
    reminded.touch(*FOUR)
    reminded.sees("close")
    assert the_first(reminded).state is State.REFERRED


def test_a_review_taken_up_again_reminds_again(reminded: Guest) -> None:
    reminded.touch("leave", "leave_sure")
    reminded.sees("board")
    reminded.touch("way_in")
    reminded.gathers()
    reminded.wait_until(lambda: reminded.screen == "due", "the matters that are overdue")


def test_what_was_urgent_is_the_first_matter_ten_days_later(guest: Guest) -> None:
    guest.sends("Үйдө уруп жатышат")
    begun(guest).touch(*URGENT)
    guest.closes()
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=10))
    guest.wait(61)
    comes_to_the_desk(guest)
    assert guest.says("desk_overdue", n=1)
    guest.touch("desk_matters")
    assert f"{guest.word('status_urgent')} · {guest.word('matter_late')} · " in guest.reads()
    assert guest.word("matter_no_day") not in guest.reads()


def test_today_is_not_offered_as_the_day_of_the_next_review(guest: Guest) -> None:
    guest.sends("Биринчи кат")
    begun(guest).touch("cover", "subject_building", "forum_director", "to_due")
    assert guest.says("due_review", date=guest.word_date(date(2026, 12, 25)))
