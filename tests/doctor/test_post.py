"""Store, clock and backup; and what the doctor must not do to a store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import store as stores
from kiosk.doctor import post
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.clock import ClockLevel, Correction
from kiosk.post.finding import Level
from tests.doctor.computer import NOON, SCHOOL, to_do, told
from tests.office import COMMITTEE
from tests.store.desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A real store with a committee."""
    path = tmp_path / "post.sqlite"
    stores.create(path, "real", SCHOOL, pool=10)
    stores.save_committee(path, COMMITTEE)
    return path


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(statement)


def test_a_whole_store_is_green(path: Path) -> None:
    assert post.store(path).level is Level.GREEN


def test_before_enrolment_it_is_yellow(tmp_path: Path) -> None:
    path = tmp_path / "post.sqlite"
    stores.create(path, "real", SCHOOL, pool=10)
    said = post.store(path)
    assert said.level is Level.YELLOW
    assert "emblem" in to_do(said)


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    said = post.store(tmp_path / "post.sqlite")
    assert said.level is Level.RED
    assert "there is no store" in told(said)
    assert "kiosk setup" in to_do(said)


def test_a_demo_store_is_red(tmp_path: Path) -> None:
    path = tmp_path / "post.sqlite"
    stores.create(path, "demo", SCHOOL, pool=10)
    assert "demo store" in told(post.store(path))


def test_a_damaged_store_is_red_and_nobody_is_told_to_delete_it(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)
    said = post.store(path)
    assert said.level is Level.RED
    assert "keep this one" in to_do(said)


def test_damage_in_an_envelope_is_found_though_the_settings_can_be_read(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(-4096 * 2, 2)
        file.write(b"\xff" * 4)  # where the next page of an envelope is said to be
    assert stores.kind(path) == "real"
    said = post.store(path)
    assert said.level is Level.RED
    assert "damaged" in told(said)


def test_a_file_of_somebody_else_is_red(tmp_path: Path) -> None:
    path = tmp_path / "post.sqlite"
    path.write_text("holiday photos " * 100)
    assert post.store(path).level is Level.RED


def test_a_store_of_a_later_kiosk_is_left_alone(path: Path) -> None:
    changed(path, "update alembic_version set version_num = '9999'")
    said = post.store(path)
    assert said.level is Level.RED
    assert "newer" in to_do(said)


def test_a_store_of_an_earlier_kiosk_is_left_to_its_start(path: Path) -> None:
    changed(path, "update alembic_version set version_num = '0001'")
    said = post.store(path)
    assert said.level is Level.RED
    assert "Start the kiosk once" in to_do(said)


def test_looking_changes_no_byte_and_tells_no_letter(path: Path) -> None:
    desk = Desk(path)
    desk.accept()
    for _ in range(7):
        desk.paper()
    desk.store.stop()
    before = path.read_bytes()
    said = post.store(path), post.clock(SimulatedClock(NOON), path), post.committee_enrolled(path)
    assert path.read_bytes() == before
    assert "7" not in repr(said).replace("2026-11-27", ""), "the slot's count"
    assert "суу" not in repr(said)


# --- is there anything to guard? (law 2) ---


def test_letters_are_guarded_once_a_committee_is_enrolled(path: Path) -> None:
    assert post.committee_enrolled(path)


def test_before_that_there_is_nothing_to_guard(tmp_path: Path) -> None:
    path = tmp_path / "post.sqlite"
    assert not post.committee_enrolled(path)
    stores.create(path, "real", SCHOOL, pool=10)
    assert not post.committee_enrolled(path)


def test_a_store_that_cannot_be_read_is_guarded(path: Path) -> None:
    path.write_bytes(b"\xff" * 10_000)
    assert post.committee_enrolled(path)


# --- clock ---


@pytest.mark.parametrize("level", [ClockLevel.NETWORK, ClockLevel.RTC])
def test_a_clock_with_somebody_to_vouch_for_it_is_green(level: ClockLevel, path: Path) -> None:
    said = post.clock(SimulatedClock(NOON, level), path)
    assert said.level is Level.GREEN
    assert "2026-11-27 18:00" in told(said), "noon in Greenwich is six in Bishkek"


def test_a_clock_that_nobody_vouches_for_is_red(path: Path) -> None:
    said = post.clock(SimulatedClock(NOON, ClockLevel.UNKNOWN), path)
    assert said.level is Level.RED
    assert "battery clock" in to_do(said)


@pytest.mark.parametrize("leap", [timedelta(days=-1), timedelta(days=41)])
def test_a_clock_that_leapt_from_the_last_day_believed_is_red(leap: timedelta, path: Path) -> None:
    changed(path, "update kiosk set clock_mark = '2026-11-27'")
    said = post.clock(SimulatedClock(NOON + leap), path)
    assert said.level is Level.RED
    assert "last believed 2026-11-27" in told(said)


def test_a_clock_that_the_quorum_has_set_is_believed(path: Path) -> None:
    machine = SimulatedClock(NOON, ClockLevel.UNKNOWN)
    truth = NOON + timedelta(days=3)
    correction = Correction.agreed(truth, machine.reading())
    desk = Desk(path)
    desk.store.set_clock(truth.date(), correction, [])
    desk.event()
    desk.store.stop()
    said = post.clock(machine, path)
    assert said.level is Level.GREEN
    assert "2026-11-30 18:00; the group has set it" in told(said)


def test_without_a_store_the_clock_is_told_all_the_same(tmp_path: Path) -> None:
    assert post.clock(SimulatedClock(NOON), tmp_path / "post.sqlite").level is Level.GREEN


def test_the_schools_time_zone_is_used_if_it_is_known(path: Path, tmp_path: Path) -> None:
    stores.save_school(path, SCHOOL.replace("Asia/Bishkek", "Asia/Tashkent"))
    assert str(post.zone(path)) == "Asia/Tashkent"
    assert "17:00" in told(post.clock(SimulatedClock(NOON), path))
    none = tmp_path / "none.sqlite"
    assert str(post.zone(none)) == "Asia/Bishkek", "not that of a machine which nobody has set"
    assert "18:00" in told(post.clock(SimulatedClock(NOON), none))


def test_a_day_begins_at_the_schools_midnight(path: Path) -> None:
    evening = SimulatedClock(NOON + timedelta(hours=7))
    assert post.believed(evening, path).day == 28


@pytest.mark.parametrize(
    ("level", "day"), [(ClockLevel.NETWORK, 27), (ClockLevel.UNKNOWN, 20), (ClockLevel.RTC, 27)]
)
def test_a_day_is_believed_as_far_as_the_clock_is(level: ClockLevel, day: int, path: Path) -> None:
    changed(path, "update kiosk set clock_mark = '2026-11-20'")
    assert post.believed(SimulatedClock(NOON, level), path).day == day


def test_where_no_day_was_ever_believed_the_clocks_is_taken(path: Path) -> None:
    assert post.believed(SimulatedClock(NOON, ClockLevel.UNKNOWN), path) == NOON.date()
