"""Nothing knows the time, or it jumps: the quorum sets it, and that is not believed for ever."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.clock import ClockLevel
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents
from tests.mishaps.test_off_for_long import gathers_for_the_clock

BISHKEK = ZoneInfo("Asia/Bishkek")
START = datetime(2026, 12, 1, 9, 30, tzinfo=BISHKEK)
HOUR = timedelta(hours=1)


@pytest.fixture
def lost(opens: Opens) -> Guest:
    """The battery is empty: the clock shows a morning, and nothing confirms it."""
    return opens(clock=SimulatedClock(START, ClockLevel.UNKNOWN))


def sets(guest: Guest, *touches: str) -> None:
    gathers_for_the_clock(guest)
    guest.touch(*touches, "next", "agree")


@pytest.fixture
def corrected(lost: Guest) -> Guest:
    """It was the 23rd, eleven o'clock."""
    sets(lost, *["day_more"] * 22, *["hour_more"] * 2)
    lost.touch("done")
    return lost


def test_what_the_quorum_says_is_todays_date(corrected: Guest) -> None:
    assert not corrected.says("clock_wrong")
    assert "23-декабрь" in corrected.reads()
    assert incidents(corrected.data) == [("2026-12-23", "clock_set")]
    corrected.world.clock.advance(13 * 3600)
    corrected.wait(0.5)
    assert "24-декабрь" in corrected.reads()


def test_in_the_window_that_it_leads_to_the_lock_opens(corrected: Guest) -> None:
    corrected.world.clock.advance(timedelta(days=2, hours=3, minutes=10).total_seconds())
    corrected.wait(0.5)
    corrected.touch("way_in")
    corrected.gathers()
    corrected.opens_the_box()


@pytest.mark.parametrize("jump", [-HOUR, HOUR, timedelta(days=2), -timedelta(days=2)])
def test_a_clock_that_jumps_again_is_not_believed(corrected: Guest, jump: timedelta) -> None:
    corrected.world.move_clock(corrected.world.clock.now() + jump)
    corrected.wait(0.5)
    assert corrected.says("clock_wrong")
    assert not corrected.world.app.desk.hardware.clock.level.trusted


def test_a_jump_inside_the_window_leaves_the_lock_shut(corrected: Guest) -> None:
    corrected.world.clock.advance(timedelta(days=2, hours=3, minutes=10).total_seconds())
    corrected.wait(0.5)
    corrected.touch("way_in")
    corrected.gathers()
    corrected.world.clock.set(corrected.world.clock.now() + HOUR)
    corrected.touch("open_box")
    corrected.sees("set_clock")
    assert corrected.says("clock_choose")
    assert not corrected.world.levers.coil_on


def test_the_kiosk_alone_started_again_still_believes_it(corrected: Guest, opens: Opens) -> None:
    clock = corrected.world.clock
    corrected.leave_for_good()
    clock.advance(600)
    assert "23-декабрь" in opens(clock=clock).reads()


@pytest.mark.parametrize("level", [ClockLevel.UNKNOWN, ClockLevel.RTC])
def test_after_a_restart_of_the_machine_it_has_to_be_set_again(
    corrected: Guest, opens: Opens, level: ClockLevel
) -> None:
    clock = corrected.world.clock
    corrected.leave_for_good()
    clock.restart()
    clock.level = level
    again = opens(clock=clock)
    assert again.says("clock_wrong")
    sets(again)
    assert again.says("clock_done")


def test_network_time_speaks_for_itself_from_then_on(corrected: Guest, opens: Opens) -> None:
    clock = corrected.world.clock
    clock.level = ClockLevel.NETWORK
    corrected.world.move_clock(datetime(2026, 12, 24, 8, 0, tzinfo=BISHKEK))
    corrected.wait(0.5)
    assert "24-декабрь" in corrected.reads()
    corrected.leave_for_good()
    clock.restart()
    clock.level = ClockLevel.RTC
    assert not opens(clock=clock).says("clock_wrong"), "the network has set the battery clock"


def test_only_the_quorum_lowers_the_mark_and_it_is_kept(corrected: Guest) -> None:
    corrected.world.clock.level = ClockLevel.UNKNOWN
    corrected.world.move_clock(datetime(2027, 2, 1, 9, 0, tzinfo=BISHKEK))
    corrected.wait(0.5)
    sets(corrected)
    corrected.touch("done")
    assert corrected.today.isoformat() == "2027-02-01"
    corrected.world.clock.set(START)
    corrected.world.app.look_at_the_clock()
    corrected.wait(61)
    assert corrected.says("clock_wrong")
    gathers_for_the_clock(corrected)
    corrected.touch("month_more", "month_more", "next")
    corrected.touch("fix", *["month_fewer"] * 4, "year_fewer", *["day_more"] * 3, "next")
    assert corrected.says("clock_goes_back", mark="2027-ж., 1-февраль")
    corrected.touch("agree", "done")
    assert corrected.today.isoformat() == "2026-12-04"
    assert [row for row in incidents(corrected.data) if row[1] == "mark_lowered"] == [
        ("2026-12-04", "mark_lowered")
    ]


def test_a_disk_that_does_not_take_it_leaves_the_clock_in_doubt(lost: Guest) -> None:
    gathers_for_the_clock(lost)
    lost.touch("next")
    store = lost.world.app.desk.store
    lost.world.app.desk.store = type(store)(lost.data / "gone.sqlite", lost.world.app.inbox.put)
    lost.touch("agree")
    assert lost.says("not_kept")
    assert lost.offers("agree")
    assert lost.world.app.desk.today() is None
    lost.world.app.desk.store.stop()
    lost.world.app.desk.store = store
    lost.touch("agree")
    assert lost.says("clock_done")
