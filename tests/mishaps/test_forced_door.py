"""The door is opened without leave: it is kept with its day, and shown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.post.roles import Role
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


def test_the_whole_committee_hears_of_it_and_nobody_before(guest: Guest) -> None:
    guest.world.levers.force_door()
    guest.wait(1)
    guest.world.levers.shut_door()
    guest.goes_to_the_window()
    assert not guest.says("incident_forced", days="20-ноябрь"), "the corridor need not know"
    guest.touch("way_in")
    guest.shows_card(Role.DEPUTY_DIRECTOR)
    assert not guest.says("incident_forced", days="20-ноябрь")
    for role in (Role.SOCIAL_PEDAGOGUE, Role.PARLIAMENT_MEMBER):
        guest.shows_card(role)
    guest.chooses()
    guest.sees("unlock")
    assert guest.says("incident_forced", days="20-ноябрь")
    guest.opens_the_box()
    guest.counts(0)
    guest.sees("close")
    assert guest.says("incident_forced", days="20-ноябрь"), "it belongs in the protocol"


def test_what_a_review_has_heard_is_not_told_to_the_next(guest: Guest) -> None:
    guest.world.levers.force_door()
    guest.wait(1)
    guest.world.levers.shut_door()
    for days in ("20-ноябрь", None):
        guest.goes_to_the_window()
        guest.touch("way_in")
        guest.gathers()
        assert days is None or guest.says("incident_forced", days=days)
        guest.opens_the_box()
        guest.counts(0)
        assert ("incidents" in names(guest)) is (days is not None)
        guest.closes()
        guest.goes_to_the_next_window()


def names(guest: Guest) -> list[str]:
    return [widget.name for widget in guest.world.app.desk.stage.view.widgets]


def test_a_mechanical_key_shows_even_before_the_quorum(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.world.levers.force_door()
    guest.wait(1)
    assert incidents(guest.data) == [("2026-11-27", "forced")]


def test_opened_again_in_the_meeting_that_opened_it_is_no_incident(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.wait(60)
    guest.world.levers.force_door()
    guest.wait(1)
    guest.world.levers.shut_door()
    guest.wait(1)
    assert incidents(guest.data) == []
    guest.touch("leave", "leave_sure")
    guest.wait(5)
    guest.world.levers.force_door()
    guest.wait(1)
    assert incidents(guest.data) == [("2026-11-27", "forced")], "nobody stands there any more"


def test_without_the_quorum_the_door_does_not_open_by_pulling(guest: Guest) -> None:
    assert not guest.world.levers.pull_door()
    guest.wait(1)
    assert not guest.says("door_open")


def test_on_a_clock_nobody_believes_it_is_kept_with_the_last_day_that_was(guest: Guest) -> None:
    doubt(guest)
    guest.world.levers.force_door()
    guest.wait(1)
    assert incidents(guest.data) == [("2026-11-20", "forced")]
