"""When the process that held a meeting ends: soon, but never under somebody's hands (law 10)."""

from __future__ import annotations

import pytest

from kiosk import events as ev
from tests.guest import Guest


def renewed(guest: Guest) -> bool:
    return guest.world.app._system.renewed


@pytest.fixture
def guest(guest: Guest) -> Guest:
    """A kiosk that renews itself, and a committee at its door."""
    guest.world.app.desk.renews = True
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    return guest


def leaves(guest: Guest) -> None:
    guest.touch("leave", "leave_sure")
    guest.sees("board")


def test_a_little_after_the_meeting(guest: Guest) -> None:
    leaves(guest)
    guest.wait(4)
    assert not renewed(guest)
    guest.wait(2)
    assert renewed(guest)
    assert guest.world.app._system.stopped


def test_after_a_close(guest: Guest) -> None:
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.closes()
    guest.wait(6)
    assert renewed(guest)


def test_after_a_meeting_that_was_left_alone(guest: Guest) -> None:
    for _ in range(300):
        guest.wait(1)
    assert renewed(guest)


def test_never_while_a_pupil_writes(guest: Guest) -> None:
    leaves(guest)
    guest.writes()
    for _ in range(20):
        guest.wait(3)
        assert not renewed(guest)
    guest.touch("send")
    guest.sees("thanks")
    guest.touch("leave")
    guest.sees("board")
    guest.wait(6)
    assert renewed(guest)


def test_an_open_door_is_not_found_open_by_the_next_one(guest: Guest) -> None:
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.pull_door()
    guest.wait(0.5)
    leaves(guest)
    for _ in range(20):
        guest.wait(3)
        assert not renewed(guest)
    guest.wait(6)
    assert renewed(guest)


def test_without_a_meeting_never(guest: Guest) -> None:
    leaves(guest)
    guest.world.app._system.renewed = False
    guest.wait(100)
    guest.sends()
    guest.wait(100)


def test_who_asks_it_to_stop_stops_it_for_good(guest: Guest) -> None:
    leaves(guest)
    guest.wait(6)
    assert renewed(guest)
    guest.world.app.dispatch(ev.StopAsked())
    assert not renewed(guest)
    assert guest.world.app._system.stopped


def test_the_demo_goes_on(guest: Guest) -> None:
    guest.world.app.desk.renews = False
    leaves(guest)
    guest.wait(100)
    assert not renewed(guest)
