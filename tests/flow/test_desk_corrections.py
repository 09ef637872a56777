"""Old rows corrected by touches: what follows for matters, papers and erased letters."""

from __future__ import annotations

import pytest

from kiosk.post.matters import Matter, State
from tests.flow.test_desk import comes_to_the_desk, holds_a_review
from tests.flow.test_desk_publishing import answers, desk, hangs, settled
from tests.guest import Guest
from tests.readers import matters

__all__ = ["desk"]  # the fixture


@pytest.fixture
def row(guest: Guest) -> Guest:
    """The quorum at its desk, with a row of a closed review on its page."""
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    guest.touch("desk_journal", "row_1", "amend")
    return guest


def links(guest: Guest) -> None:
    """Take up the only matter, or let go of it."""
    guest.touch("to_matters")
    widgets = guest.world.app.desk.stage.view.widgets
    (name,) = {one.name for one in widgets if one.name.removeprefix("matter_").isdigit()}
    guest.touch(name, "done")


def the_matter(guest: Guest) -> Matter:
    (matter,) = matters(guest.data)
    return matter


# --- matters ---


def test_a_letter_in_the_register_joins_the_matter_as_the_desk_left_it(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    guest.sends("Экинчи")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("to_desk")
    settled(guest)
    guest.touch("desk_journal", "row_1", "amend", "tab_decide", "forum_director", "register")
    settled(guest)
    assert the_matter(guest).state is State.REFERRED
    guest.touch("leave", "desk_done", "cover", "subject_building", "decision_no_action")
    links(guest)
    guest.touch("register")
    settled(guest)
    guest.sees("close")
    assert the_matter(guest).state is State.REFERRED


def test_a_matter_outlives_the_row_that_lets_go_of_its_answer(desk: Guest) -> None:
    answers(desk)
    desk.touch("done", "leave", "desk_journal", "row_1", "amend")
    links(desk)
    desk.touch("register")
    settled(desk)
    desk.touch("leave")
    assert desk.says("desk_answers", n=1)
    desk.touch("desk_done")
    settled(desk)
    assert hangs(desk)


# --- the paper of an urgent row ---


def urgent(guest: Guest) -> None:
    """The police is told; the row is kept."""
    guest.touch("to_urgent", "office_police", "done", "register")
    settled(guest)
    guest.sees("journal")


def test_a_paper_that_does_not_come_is_told_at_the_desk_until_it_does(row: Guest) -> None:
    row.world.levers.unplug_printer()
    urgent(row)
    row.wait_until(lambda: row.says("referral_stuck", number="№ 1"), "the sentence")
    row.touch("leave")
    assert row.says("referral_stuck", number="№ 1")
    row.touch("desk_journal", "row_1", "amend")
    assert row.says("referral_stuck", number="№ 1")
    row.world.levers.plug_printer()
    before = len(row.world.levers.papers)
    row.touch("to_urgent", "referral")
    row.wait_until(lambda: len(row.world.levers.papers) > before, "the paper")
    settled(row)
    row.touch("done")
    assert not row.says("referral_stuck", number="№ 1")
    row.touch("give_up", "done", "leave")
    assert not row.says("referral_stuck", number="№ 1")


def test_the_letter_can_be_had_with_it(row: Guest) -> None:
    urgent(row)
    row.touch("row_1", "amend", "to_urgent")
    before = len(row.world.levers.papers)
    row.touch("referral_text")
    row.wait_until(lambda: len(row.world.levers.papers) > before, "the paper")
