"""A review that was not held, and reviews out of turn: agreed on by the quorum, never alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import TEXT, Guest
from tests.readers import journal


def goes_past_the_window(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.world.move_clock(guest.world.clock.now() + timedelta(hours=4))
    guest.wait(0.5)


def to_the_quorum(guest: Guest) -> None:
    """Outside the window, from the gesture to the page where it is agreed."""
    guest.hold("emblem", 3.2)
    guest.touch("extra")
    guest.sees("rollcall")
    guest.gathers()
    guest.sees("arrange")


def opens_at(guest: Guest, day: str, start: str, end: str) -> bool:
    return guest.says("unlock_when", **{"date": day, "from": start, "to": end})


# --- not held -------------------------------------------------------------------------------------


def test_a_review_that_was_not_held_shows_on_the_board_until_one_is(guest: Guest) -> None:
    assert not guest.cards_of_the_board_say(guest.word("board_not_held"))
    guest.goes_to_the_window()
    assert not guest.cards_of_the_board_say(guest.word("board_not_held")), "it may still be held"
    goes_past_the_window(guest)
    assert guest.cards_of_the_board_say(guest.word("board_not_held"))
    assert guest.says("board_not_held_body", date="27-ноябрь")
    assert guest.says("letters_read_on", date="25-декабрь"), "and when it is next"
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.closes()
    assert not guest.cards_of_the_board_say(guest.word("board_not_held"))


def test_a_review_that_was_held_is_not_called_missed_the_next_day(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.closes()
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    assert not guest.cards_of_the_board_say(guest.word("board_not_held"))


# --- another day ----------------------------------------------------------------------------------


def test_the_quorum_agrees_on_a_day_the_board_announces_it_and_the_box_opens_then(
    guest: Guest, opens: Opens
) -> None:
    guest.sends(TEXT)
    to_the_quorum(guest)
    guest.touch("day_more", "day_more", "from_fewer", "next")
    assert guest.says(
        "unlock_when", **{"date": "дүйшөмбү, 23-ноябрь", "from": "13:00", "to": "16:00"}
    )
    guest.touch("agree")
    assert guest.says("arrange_done")
    guest.touch("done")
    guest.sees("board")
    assert guest.says("letters_read_on", date="23-ноябрь")
    hours = {"date": "23-ноябрь", "from": "13:00", "to": "16:00"}
    assert guest.cards_of_the_board_say(guest.word("board_extra_body", **hours))
    clock = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=clock)
    assert again.says("letters_read_on", date="23-ноябрь"), "it is in the store"
    assert not again.offers("way_in")
    again.world.move_clock(clock.now() + timedelta(days=3, hours=3))
    again.wait(0.5)
    again.touch("way_in")
    again.gathers()
    again.opens_the_box()
    again.counts(0)
    again.registers()
    again.closes()
    assert len(journal(again.data)) == 1


def test_no_day_before_tomorrow_and_no_hour_before_the_first_can_be_chosen(guest: Guest) -> None:
    to_the_quorum(guest)
    for _ in range(5):
        guest.touch("day_fewer")
    assert "21-ноябрь" in guest.reads()
    for _ in range(30):
        guest.touch("until_fewer")
    guest.touch("next")
    assert guest.says(
        "unlock_when", **{"date": "ишемби, 21-ноябрь", "from": "00:00", "to": "01:00"}
    )
    guest.touch("fix")
    for _ in range(30):
        guest.touch("from_more")
    guest.touch("next")
    assert guest.says(
        "unlock_when", **{"date": "ишемби, 21-ноябрь", "from": "22:00", "to": "23:00"}
    )


def test_what_was_not_agreed_changes_nothing(guest: Guest) -> None:
    to_the_quorum(guest)
    guest.touch("next", "leave", "leave_sure")
    guest.sees("board")
    assert guest.says("letters_read_on", date="27-ноябрь")


@pytest.mark.parametrize("absent", Role)
def test_without_the_whole_quorum_nobody_agrees_on_anything(guest: Guest, absent: Role) -> None:
    guest.hold("emblem", 3.2)
    guest.touch("extra")
    for role in set(Role) - {absent}:
        guest.shows_card(role)
    guest.sees("rollcall")


# --- now ------------------------------------------------------------------------------------------


def test_what_is_urgent_is_opened_at_once_for_two_hours_and_recorded(guest: Guest) -> None:
    guest.sends(TEXT)
    to_the_quorum(guest)
    guest.touch("now")
    assert guest.says("arrange_urgent")
    guest.touch("agree")
    guest.sees("unlock")
    (opening,) = guest.world.app.desk.board.openings
    assert (opening.urgent, opening.day, opening.agreed_on) == (True, guest.today, guest.today)
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.closes()
    assert len(journal(guest.data)) == 1
    assert guest.says("letters_read_on", date="27-ноябрь"), "the rule's own day stays"


def test_an_urgent_window_ends_too(guest: Guest) -> None:
    to_the_quorum(guest)
    guest.touch("now", "agree")
    guest.sees("unlock")
    guest.world.move_clock(guest.world.clock.now() + timedelta(hours=4))
    guest.wait(61)
    guest.sees("board")
    assert not guest.offers("way_in")


def test_an_urgent_review_that_was_broken_off_before_the_box_was_open_can_begin_again(
    guest: Guest,
) -> None:
    to_the_quorum(guest)
    guest.touch("now", "agree", "leave", "leave_sure")
    guest.sees("board")
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()


def test_while_a_review_is_open_no_other_is_agreed_on(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.touch("leave", "leave_sure")
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    guest.hold("emblem", 3.2)
    assert not guest.offers("extra")
    guest.touch("roll_call")
    guest.gathers()
    guest.sees("count")
