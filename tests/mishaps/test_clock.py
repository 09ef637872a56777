"""A wrong clock never opens the box, and never blanks the board (law 7)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.post.clock import ClockLevel
from kiosk.post.letters import DayMonth
from tests.conftest import Opens
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest


def doubt(guest: Guest) -> None:
    guest.world.clock.level = ClockLevel.UNKNOWN
    guest.world.app.look_at_the_clock()
    guest.wait(0.5)


def test_a_clock_that_cannot_be_trusted_hides_the_way_in_and_says_so(guest: Guest) -> None:
    guest.goes_to_the_window()
    assert guest.offers("way_in")
    doubt(guest)
    assert not guest.offers("way_in")
    assert guest.says("clock_wrong")
    guest.hold("emblem", 3.2)
    assert guest.says("unlock_clock")


def test_the_board_still_shows_its_cards_and_takes_letters(guest: Guest) -> None:
    doubt(guest)
    assert guest.cards_of_the_board_say("Жарык оңдолду")
    guest.writes()
    guest.sees("check")


def test_the_pupil_picks_the_day_before_anything_is_sent(guest: Guest) -> None:
    doubt(guest)
    guest.writes()
    guest.touch("send")
    guest.sees("check")
    assert guest.says("pick_today")
    assert waiting(guest.data) == 0, "a letter without a date must not be taken (R9)"
    guest.touch("month_more", *["day_fewer"] * 2, "date_done")
    assert guest.says("error_date"), "30 February"
    guest.touch("month_more", "date_done", "send")
    guest.sees("thanks")
    assert waiting(guest.data) == 1


@pytest.mark.parametrize("days", [-1, -400, 41, 4000])
def test_a_calendar_gone_astray_is_not_believed(guest: Guest, days: int) -> None:
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=days))
    guest.wait(0.5)
    assert guest.says("clock_wrong")
    assert guest.world.app.desk.moment().window is None


def test_gone_back_a_day_inside_the_window_the_lock_stays_shut(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.sees("unlock")
    guest.world.move_clock(guest.world.clock.now() - timedelta(days=1))
    guest.wait(0.5)
    assert not guest.world.levers.coil_on
    guest.sees("board")
    assert not guest.offers("way_in")


def test_the_day_is_remembered_over_a_start(guest: Guest, opens: Opens) -> None:
    guest.goes_to_the_window()
    guest.leave_for_good()
    again = opens()  # its clock shows the first day of all
    assert again.says("clock_wrong")


def test_a_trusted_clock_dates_the_letter_by_itself(guest: Guest) -> None:
    guest.writes()
    assert guest.word_date(guest.today) in guest.reads()
    assert DayMonth.of(guest.today) == DayMonth(20, 11)
    assert not guest.shows(TEXT)
