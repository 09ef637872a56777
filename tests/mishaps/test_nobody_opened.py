"""The committee unlocks the box, and nobody pulls the door."""

from __future__ import annotations

import pytest

from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents


@pytest.fixture
def unlocked(guest: Guest) -> Guest:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    return guest


def held(guest: Guest) -> None:
    """The pulse ends; the coil's child keeps its own time."""
    guest.world.app.desk.hardware.lock.shut()
    guest.wait_until(lambda: not guest.world.levers.coil_on, "the coil to drop")
    guest.wait_until(lambda: not guest.world.app.busy, "the lock")


def test_the_screen_says_so_and_it_is_kept_for_the_protocol(unlocked: Guest) -> None:
    held(unlocked)
    assert unlocked.says("unlock_held")
    assert incidents(unlocked.data) == [("2026-11-27", "not_opened")]
    assert not unlocked.world.levers.pull_door()


def test_pulled_at_the_second_try_the_review_goes_on_and_the_close_tells(unlocked: Guest) -> None:
    held(unlocked)
    unlocked.opens_the_box()
    unlocked.counts(0)
    unlocked.sees("close")
    assert unlocked.says("incident_not_opened", days="27-ноябрь")


def test_a_door_that_was_pulled_in_time_is_no_incident(unlocked: Guest) -> None:
    unlocked.pulls()
    held(unlocked)
    assert incidents(unlocked.data) == []


def test_a_door_pulled_just_before_the_coil_drops_is_neither_forced_nor_left(
    unlocked: Guest,
) -> None:
    assert unlocked.world.levers.pull_door()
    held(unlocked)
    unlocked.wait(0.5)
    unlocked.sees("count")
    assert incidents(unlocked.data) == []


def test_a_lock_that_must_only_rest_was_not_opened_in_vain(unlocked: Guest) -> None:
    unlocked.pulls()
    unlocked.touch("open_box")
    unlocked.wait_until(lambda: not unlocked.world.app.busy, "the lock")
    assert incidents(unlocked.data) == []
