"""The kiosk was off for more than 40 days: the quorum says that the day is right (law 7)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents
from tests.readers import journal

SUMMER = timedelta(days=63)
"""From the last Friday of November to that of January."""


@pytest.fixture
def off(guest: Guest, opens: Opens) -> Guest:
    """On again after the holidays, ten minutes into a window, with a letter from before."""
    guest.sends()
    guest.goes_to_the_window()
    moment = guest.world.clock.now() + SUMMER
    guest.leave_for_good()
    return opens(clock=SimulatedClock(moment))


def gathers_for_the_clock(guest: Guest) -> None:
    guest.hold("emblem", 3.2)
    guest.sees("wayin")
    guest.touch("roll_call")
    guest.gathers()
    guest.sees("set_clock")


def test_the_board_doubts_and_the_gesture_says_why(off: Guest) -> None:
    assert off.says("clock_wrong")
    assert not off.offers("way_in")
    off.hold("emblem", 3.2)
    assert off.says("unlock_clock")
    assert off.says("doubt_long_after", shown="2027-ж., 29-январь", mark="2026-ж., 27-ноябрь")


def test_the_quorum_confirms_and_the_review_goes_on_inside_the_window(off: Guest) -> None:
    gathers_for_the_clock(off)
    off.touch("next")
    assert "Жума, 2027-ж., 29-январь, 14:10" in off.reads()
    off.touch("agree")
    off.sees("unlock")
    off.opens_the_box()
    off.counts(0)
    off.registers()
    off.closes()
    assert len(journal(off.data)) == 1
    assert incidents(off.data) == [("2027-01-29", "clock_set")]


def test_a_clock_that_was_right_all_along_is_believed_after_the_next_start(
    off: Guest, opens: Opens
) -> None:
    gathers_for_the_clock(off)
    off.touch("next", "agree")
    off.leave_for_good()
    again = opens(clock=SimulatedClock(off.world.clock.now()))
    assert not again.says("clock_wrong")
    assert again.offers("way_in")


def test_without_the_whole_quorum_nothing_can_be_set(off: Guest) -> None:
    off.hold("emblem", 3.2)
    off.touch("roll_call")
    for _ in range(3):
        off.shows_card(Role.SOCIAL_PEDAGOGUE)
    off.sees("rollcall")
    off.wait(61)
    off.sees("rollcall")
    off.touch("leave", "leave_sure")
    off.sees("board")
    assert off.says("clock_wrong")
    assert incidents(off.data) == []


def test_outside_the_window_it_says_when_the_box_can_be_opened(off: Guest) -> None:
    gathers_for_the_clock(off)
    off.touch("day_fewer", "next", "agree")
    assert off.says("clock_done")
    assert off.says("unlock_when", **{"date": "29-январь", "from": "14:00", "to": "16:00"})
    off.wait(61)
    assert off.says("clock_done")
    off.touch("done")
    off.sees("board")
    assert not off.says("clock_wrong")
    assert off.word_date(off.today) == "28-январь"
    assert not off.world.levers.coil_on


def test_a_review_that_was_cut_off_before_is_taken_up(guest: Guest, opens: Opens) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    moment = guest.world.clock.now() + timedelta(days=50)
    guest.leave_for_good()
    again = opens(clock=SimulatedClock(moment))
    gathers_for_the_clock(again)
    again.touch("next", "agree")
    again.sees("register")
    again.registers()
    again.closes()
    assert len(journal(again.data)) == 1


@pytest.mark.parametrize("language", Language)
def test_a_day_that_does_not_exist_is_refused(off: Guest, language: Language) -> None:
    off.speaks(language)
    gathers_for_the_clock(off)
    off.touch("month_more", "next")
    assert off.says("error_date")
    off.touch("day_fewer", "next")
    off.sees("set_clock")
    assert off.says("clock_confirm")
    off.touch("fix", *["year_fewer"] * 3, "next")
    assert off.says("clock_early"), "no day before this software was made"
