"""The door is opened without leave: it is kept with its day, and shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.guest import Guest
from tests.mishaps.test_clock import doubt


def incidents(data: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(data / "post.sqlite")) as store:
        return store.execute("select day, what from incidents").fetchall()


def test_a_forced_door_is_kept_and_the_board_asks_to_shut_it(guest: Guest) -> None:
    guest.world.levers.force_door()
    guest.wait(1)
    assert guest.says("door_open")
    assert incidents(guest.data) == [("2026-11-20", "forced")]
    guest.world.levers.shut_door()
    guest.wait(1)
    assert not guest.says("door_open")


def test_the_committees_own_opening_is_no_incident(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    assert incidents(guest.data) == []


def test_without_the_quorum_the_door_does_not_open_by_pulling(guest: Guest) -> None:
    assert not guest.world.levers.pull_door()
    guest.wait(1)
    assert not guest.says("door_open")


def test_on_a_clock_nobody_believes_it_is_kept_with_the_last_day_that_was(guest: Guest) -> None:
    doubt(guest)
    guest.world.levers.force_door()
    guest.wait(1)
    assert incidents(guest.data) == [("2026-11-20", "forced")]
