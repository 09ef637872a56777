"""A desk session that something cuts off: keys, store, window, members; nothing is lost or told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.demo.school import CARDS
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.flow.test_desk import asks_for_the_desk, comes_to_the_desk, holds_a_review, lies_open
from tests.guest import Guest
from tests.mishaps.test_keys_lost import Meeting
from tests.readers import journal

pytestmark = pytest.mark.outside


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A journal of one row, and the quorum at its desk."""
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    return guest


def waits(guest: Guest) -> None:
    guest.wait_until(lambda: not guest.world.app.busy, "the desk")


def test_lost_keys_shut_the_journal_and_the_cards_open_it_again(opens: Opens) -> None:
    meeting = Meeting(opens)
    guest = meeting.guest
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    guest.touch("desk_journal", "row_1", "cover")
    meeting.loses_the_keys()
    guest.touch("amend", "cover", "summary")
    guest.type(" эки")
    guest.touch("done", "register")
    waits(guest)
    guest.sees("rollcall")
    assert guest.says("roll_keys_failed")
    guest.gathers()
    lies_open(guest)
    guest.touch("desk_journal", "row_1", "cover")
    assert guest.shows("Бир")
    assert not guest.shows("Бир эки")


def test_the_keys_child_ends_with_the_session(opens: Opens) -> None:
    meeting = Meeting(opens)
    guest = meeting.guest
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    assert meeting.child is not None
    guest.touch("desk_done")
    waits(guest)
    guest.sees("board")
    guest.wait_until(lambda: meeting.child is None, "the keys to go")


def test_the_end_of_the_window_means_nothing_at_the_desk(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    guest.goes_to_the_next_window()
    comes_to_the_desk(guest)
    guest.world.move_clock(guest.world.clock.now() + timedelta(hours=4))
    guest.wait(61)
    guest.sees("deskmenu")
    guest.touch("desk_journal", "row_1", "cover")
    assert guest.shows("Бир")


def test_a_clock_set_back_in_between_is_set_before_anything_is_published(desk: Guest) -> None:
    desk.world.move_clock(desk.world.clock.now() - timedelta(days=90))
    desk.touch("desk_done")
    waits(desk)
    desk.sees("set_clock")
    desk.touch("next", "agree")
    waits(desk)
    lies_open(desk)
    desk.touch("desk_done")
    waits(desk)
    desk.sees("board")


def test_a_power_cut_at_the_desk_leaves_the_journal_as_it_was(opens: Opens, guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    guest.touch("desk_journal", "row_1", "amend", "cover", "summary")
    guest.type(" эки")
    guest.leave_for_good()
    again = opens(clock=guest.world.clock)
    assert journal(again.data)[1].summary == "Бир"
    comes_to_the_desk(again)
    again.touch("desk_journal", "row_1", "cover")
    assert again.shows("Бир")


def test_who_goes_home_shuts_it_until_somebody_of_their_role_is_back(desk: Guest) -> None:
    desk.touch("members", f"{Role.PARLIAMENT_MEMBER}_left")
    assert not desk.widget("back").enabled
    assert not desk.offers("desk_journal")
    desk.type_card(CARDS[Role.PARLIAMENT_MEMBER])
    desk.touch("back")
    lies_open(desk)


def test_left_alone_during_the_roll_call_the_board_comes_back(guest: Guest) -> None:
    asks_for_the_desk(guest)
    guest.shows_card(Role.DEPUTY_DIRECTOR)
    for _ in range(300):
        guest.wait(1)
    guest.sees("board")
