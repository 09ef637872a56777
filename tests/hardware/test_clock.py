"""The system's clock, how far it is believed, and the clock of the simulated box."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.hardware.clock import BUILT, CorrectedClock, SystemClock, adjtimex, kept_by_network
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.clock import ClockLevel, Correction

TODAY = datetime(2027, 3, 5, 14, 30, tzinfo=UTC)
BISHKEK = ZoneInfo("Asia/Bishkek")


def system_clock(
    tmp_path: Path, *, shows: datetime = TODAY, network: bool = False, rtc: str | None = None
) -> SystemClock:
    battery = tmp_path / "since_epoch"
    if rtc is not None:
        battery.write_text(rtc)
    return SystemClock(BISHKEK, wall=shows.timestamp, kept_by_network=lambda: network, rtc=battery)


def epoch(moment: datetime) -> str:
    return f"{int(moment.timestamp())}\n"


def test_network_time_is_believed(tmp_path: Path) -> None:
    assert system_clock(tmp_path, network=True).level is ClockLevel.NETWORK


def test_a_battery_clock_that_agrees_is_believed(tmp_path: Path) -> None:
    slow = epoch(TODAY - timedelta(minutes=5))
    assert system_clock(tmp_path, rtc=slow).level is ClockLevel.RTC


@pytest.mark.parametrize(
    "rtc",
    [None, "", "no time", "0\n", epoch(TODAY - timedelta(hours=2)), epoch(TODAY + timedelta(1))],
    ids=["absent", "refused", "garbage", "empty battery", "behind", "ahead"],
)
def test_a_battery_clock_that_fails_or_disagrees_is_not(tmp_path: Path, rtc: str | None) -> None:
    assert system_clock(tmp_path, rtc=rtc).level is ClockLevel.UNKNOWN


def test_no_day_before_the_build_is_told_or_believed(tmp_path: Path) -> None:
    clock = system_clock(
        tmp_path, shows=datetime(1970, 1, 1, 0, 5, tzinfo=UTC), network=True, rtc="300\n"
    )
    assert clock.now() == BUILT
    assert clock.level is ClockLevel.UNKNOWN


def test_time_is_told_in_the_schools_zone(tmp_path: Path) -> None:
    now = system_clock(tmp_path).now()
    assert now == TODAY
    assert now.utcoffset() == timedelta(hours=6)


def test_network_time_that_comes_later_is_noticed(tmp_path: Path) -> None:
    kept = [False, True]
    clock = SystemClock(
        wall=TODAY.timestamp, kept_by_network=lambda: kept.pop(0), rtc=tmp_path / "none"
    )
    assert [clock.level, clock.level] == [ClockLevel.UNKNOWN, ClockLevel.NETWORK]


def test_what_is_read_is_uncorrected_also_before_the_build(tmp_path: Path) -> None:
    long_ago = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
    clock = system_clock(tmp_path, shows=long_ago, rtc="300\n")
    reading = clock.reading()
    assert (reading.wall, reading.level) == (long_ago, ClockLevel.UNKNOWN)


def test_this_run_of_the_machine_has_a_name_and_a_beginning() -> None:
    clock = SystemClock()
    first, second = clock.reading(), clock.reading()
    assert first.boot == second.boot != ""
    assert abs(first.began - second.began) < 1
    assert first.running_s <= second.running_s


def test_what_the_quorum_added_is_told_to_whoever_asks(tmp_path: Path) -> None:
    machine = system_clock(tmp_path)
    clock = CorrectedClock(machine)
    assert (clock.now(), clock.level) == (machine.now(), ClockLevel.UNKNOWN)
    truth = TODAY + timedelta(days=20)
    clock.correct(Correction.agreed(truth, machine.reading()))
    assert (clock.now(), clock.level) == (truth, ClockLevel.QUORUM)
    assert clock.now().utcoffset() == timedelta(hours=6)
    clock.correct(None)
    assert (clock.now(), clock.level) == (machine.now(), ClockLevel.UNKNOWN)


def test_one_that_no_longer_holds_adds_nothing(tmp_path: Path) -> None:
    corrected = Correction.agreed(
        TODAY + timedelta(days=20), system_clock(tmp_path, shows=TODAY).reading()
    )
    jumped = system_clock(tmp_path, shows=TODAY + timedelta(hours=5))
    clock = CorrectedClock(jumped)
    clock.correct(corrected)
    assert (clock.now(), clock.level) == (jumped.now(), ClockLevel.UNKNOWN)


def test_this_machines_clock_can_be_read() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is not None
    assert clock.level in ClockLevel
    assert clock.monotonic() <= clock.monotonic()
    assert -1 <= adjtimex() <= 5


START = datetime(2026, 11, 22, 12, tzinfo=BISHKEK)


def test_a_standing_clock_moves_only_when_it_is_told() -> None:
    clock = SimulatedClock(START)
    before = clock.monotonic()
    assert (clock.now(), clock.monotonic()) == (START, before)
    clock.advance(90)
    assert clock.now() == START + timedelta(seconds=90)
    assert clock.monotonic() == before + 90


def test_turning_the_calendar_leaves_deadlines_alone() -> None:
    clock = SimulatedClock(START)
    clock.advance(5)
    before = clock.monotonic()
    clock.set(START - timedelta(days=1))
    assert clock.now() == START - timedelta(days=1)
    assert clock.monotonic() == before
    clock.advance(1)
    assert clock.now() == START - timedelta(days=1) + timedelta(seconds=1)


def test_a_running_clock_goes_by_itself_and_can_be_moved() -> None:
    clock = SimulatedClock(START, running=True)
    first, second = clock.monotonic(), clock.monotonic()
    assert first < second
    assert clock.now() > START
    clock.advance(3600)
    assert clock.now() > START + timedelta(hours=1)


def test_a_simulated_clock_is_believed_as_it_is_told() -> None:
    clock = SimulatedClock(START)
    assert clock.level is ClockLevel.RTC
    clock.level = ClockLevel.UNKNOWN
    assert not clock.level.trusted


def test_time_does_not_run_back_and_has_a_zone() -> None:
    with pytest.raises(ValueError, match="does not run back"):
        SimulatedClock(START).advance(-1)
    with pytest.raises(ValueError, match="aware"):
        SimulatedClock(START.replace(tzinfo=None))


def test_where_the_kernel_may_not_be_asked_systemds_mark_tells(tmp_path: Path) -> None:
    mark = tmp_path / "synchronized"
    assert not kept_by_network(-1, mark)
    mark.touch()
    assert kept_by_network(-1, mark)


def test_the_kernels_own_word_comes_before_the_mark(tmp_path: Path) -> None:
    mark = tmp_path / "synchronized"
    assert kept_by_network(0, mark)
    mark.touch()
    assert not kept_by_network(5, mark), "it was set once, and has run by itself for long"
