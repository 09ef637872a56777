"""Whoever changes when the box may be opened cannot do it behind the committee's back (law 3)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.post.incidents import Incident
from tests.test_cli_setup import Technician, done, technician

__all__ = ["done", "technician"]


def noted(there: Technician) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(there.store)) as file:
        return file.execute("SELECT day, what FROM incidents").fetchall()


def test_a_changed_window_is_an_incident_of_its_day(done: Technician) -> None:
    done.edits(done.school, "closes = 16:00:00", "closes = 17:00:00")
    assert "takes over: review." in done.sets_up().stdout
    today = datetime.now(ZoneInfo("Asia/Bishkek")).date().isoformat()
    assert noted(done) == [(today, Incident.RULE_CHANGED)]


def test_changed_and_changed_back_is_still_heard_of(done: Technician) -> None:
    for old, new in (("16:00:00", "17:00:00"), ("17:00:00", "16:00:00")):
        done.edits(done.school, f"closes = {old}", f"closes = {new}")
        done.sets_up()
    assert len(noted(done)) == 1


def test_another_zone_moves_the_window_too(done: Technician) -> None:
    done.edits(done.school, 'timezone = "Asia/Bishkek"', 'timezone = "Europe/Berlin"')
    done.sets_up()
    assert len(noted(done)) == 1


def test_other_settings_are_nobodys_incident(done: Technician) -> None:
    done.edits(done.school, 'receipt = "ask"', 'receipt = "never"')
    done.sets_up()
    assert noted(done) == []


def test_before_there_is_a_committee_the_box_is_being_built(technician: Technician) -> None:
    technician.begins()
    technician.edits(technician.school, "closes = 16:00:00", "closes = 17:00:00")
    technician.sets_up()
    assert noted(technician) == []
