"""A meeting that nobody touches: covered, locked, and opened again by two who were here."""

from __future__ import annotations

import pytest

from kiosk.post.roles import Role
from tests.guest import TEXT, Guest
from tests.readers import journal

DIGITS = ("4071", "9526", "3380")
IDLE_S = 241
LONG_S = 1201


@pytest.fixture
def reading(guest: Guest) -> Guest:
    """Two letters lie on the table, one is open, and everybody has digits."""
    guest.sends(TEXT)
    guest.sends("Экинчи")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers(DIGITS)
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("cover")
    return guest


def test_left_alone_it_is_covered_and_locked_and_two_bring_it_back_as_it_was(
    reading: Guest,
) -> None:
    reading.touch("subject_building")
    reading.wait(IDLE_S)
    reading.sees("locked")
    assert not reading.shows(TEXT)
    reading.type_digits("9526")
    reading.sees("locked")
    assert reading.says("locked_next")
    reading.type_digits("4071")
    reading.sees("register")
    assert not reading.shows(TEXT), "it comes back covered"
    reading.touch("decision_no_action", "register")
    assert len(journal(reading.data)) == 1, "what was filled in was still there"


def test_one_member_alone_does_not_open_it(reading: Guest) -> None:
    reading.wait(IDLE_S)
    for _ in range(3):
        reading.type_digits("4071")
    reading.sees("locked")
    assert reading.says("digits_same")


def test_three_wrong_ones_ask_for_the_cards_and_what_was_registered_is_kept(
    reading: Guest,
) -> None:
    reading.registers("Жарык")
    reading.wait(IDLE_S)
    for _ in range(2):
        reading.type_digits("0000")
        assert reading.says("digits_wrong")
    reading.type_digits("0000")
    reading.sees("rollcall")
    assert reading.says("digits_spent")
    reading.gathers()
    reading.sees("register")
    reading.registers("Экинчи")
    reading.closes()
    assert len(journal(reading.data)) == 2


def test_after_twenty_minutes_the_keys_are_gone_and_the_board_is_back(reading: Guest) -> None:
    reading.wait(IDLE_S)
    reading.sees("locked")
    reading.wait(LONG_S)
    reading.sees("board")
    reading.touch("way_in")
    reading.sees("rollcall")
    reading.gathers()
    reading.sees("register")


def test_coming_back_in_time_stops_the_clock(reading: Guest) -> None:
    reading.wait(IDLE_S)
    reading.wait(1000)
    reading.type_digits("9526")
    reading.type_digits("4071")
    reading.wait(230)
    reading.sees("register")


def test_digits_typed_half_are_forgotten_when_the_one_who_typed_them_leaves(
    reading: Guest,
) -> None:
    reading.wait(IDLE_S)
    reading.type("40")
    reading.wait(IDLE_S)
    reading.type_digits("4071")
    assert reading.says("locked_next"), "not 4040 and a rest"


def test_the_screen_can_be_locked_at_once(reading: Guest) -> None:
    reading.touch("members", "lock")
    reading.sees("locked")
    assert not reading.shows(TEXT)


def test_whoever_finds_it_locked_finds_the_helplines_and_nothing_of_the_meeting(
    reading: Guest,
) -> None:
    reading.wait(IDLE_S)
    said = reading.reads()
    assert "111" in said
    assert not any(reading.word(role) in said for role in Role)
    assert "/" not in said, "no numbers of letters"


def test_the_coil_is_off_behind_the_lock(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers(DIGITS)
    guest.unlock()
    assert guest.world.levers.coil_on
    guest.touch("members", "lock")
    assert not guest.world.levers.coil_on, "at once, not when its pulse is over"
    guest.sees("locked")


def test_without_digits_it_is_as_it_was_a_warning_and_then_the_cards(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.wait(IDLE_S)
    guest.sees("idle")


def test_digits_of_two_members_may_not_be_the_same(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    for role in Role:
        guest.shows_card(role)
    guest.type_digits("4071")
    guest.type_digits("4071")
    guest.sees("digits")
    assert guest.says("digits_refused")
    guest.type_digits("4072")
    guest.type_digits("4073")
    guest.sees("digits")
    assert guest.says("deputy_director"), "who had them has them no more, for now two know them"
    assert guest.says("digits_refused")
    guest.type_digits("4071")
    guest.sees("unlock")


@pytest.mark.parametrize("easy", ["1111", "1234", "2010", "7373"])
def test_easy_digits_are_refused_in_the_same_words_and_before_anybody_has_any(
    guest: Guest, easy: str
) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    for role in Role:
        guest.shows_card(role)
    guest.type_digits(easy)
    guest.sees("digits")
    assert guest.says("digits_refused")
    guest.chooses(DIGITS)
    guest.sees("unlock")


def test_no_digit_is_drawn_or_kept_in_a_repr(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    for role in Role:
        guest.shows_card(role)
    guest.type("407")
    assert "407" not in guest.reads()
    assert "407" not in repr(guest.world.app.desk.stage.view)
