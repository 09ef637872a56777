"""The door is still open after the review, or is found open at start."""

from __future__ import annotations

import pytest

from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents


@pytest.fixture
def reviewed(guest: Guest) -> Guest:
    """All is registered; the door was not shut again."""
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.pull_door()
    guest.wait(0.5)
    guest.counts(0)
    guest.touch("close_review")
    guest.sees("closed")
    return guest


def test_the_last_screen_and_the_board_ask_to_shut_it(reviewed: Guest) -> None:
    assert reviewed.says("close_done_open")
    reviewed.ends()
    assert reviewed.says("door_open")


def test_left_open_for_a_minute_it_is_kept_with_its_day(reviewed: Guest) -> None:
    reviewed.ends()
    reviewed.wait(59)
    assert incidents(reviewed.data) == []
    reviewed.wait(2)
    assert incidents(reviewed.data) == [("2026-11-27", "left_open")]
    reviewed.world.levers.shut_door()
    reviewed.goes_to_the_next_window()
    reviewed.touch("way_in")
    reviewed.gathers()
    assert reviewed.says("incident_left_open", days="27-ноябрь")


def test_who_shuts_it_on_leaving_is_not_reproached(reviewed: Guest) -> None:
    reviewed.touch("done")
    reviewed.wait(20)
    reviewed.world.levers.shut_door()
    reviewed.wait(60)
    assert incidents(reviewed.data) == []


def test_a_meeting_that_comes_back_at_once_has_not_left_it(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.pull_door()
    guest.wait(0.5)
    guest.touch("leave", "leave_sure", "way_in")
    guest.gathers()
    guest.wait(61)
    guest.sees("count")
    assert incidents(guest.data) == []


def test_found_open_at_start_is_known_at_once_and_kept(opens: Opens) -> None:
    guest = opens(door_open=True)
    assert guest.says("door_open")
    assert incidents(guest.data) == [("2026-11-20", "found_open")]
    guest.world.levers.shut_door()
    guest.wait(1)
    guest.world.levers.force_door()
    guest.wait(1)
    assert incidents(guest.data)[1:] == [("2026-11-20", "forced")]
