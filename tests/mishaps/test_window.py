"""The window ends: before the box is open nothing opens; an opened review may go on (law 10)."""

from __future__ import annotations

from datetime import timedelta

from kiosk import events as ev
from tests.guest import Guest
from tests.readers import journal


def past(guest: Guest) -> None:
    window = guest.world.app.desk.moment().window
    assert window is not None
    guest.world.move_clock(window.end)
    guest.wait(0.5)


def test_just_over_the_committee_is_led_back_and_the_lock_stays_shut(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    past(guest)
    guest.sees("board")
    assert not guest.offers("way_in")
    assert not guest.world.levers.coil_on


def test_over_between_two_looks_at_the_clock_the_lock_still_refuses(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    window = guest.world.app.desk.moment().window
    assert window is not None
    guest.world.clock.set(window.end)
    guest.touch("open_box")
    guest.wait_until(lambda: not guest.world.app.busy, "the lock")
    assert not guest.world.levers.coil_on
    assert not guest.world.levers.pull_door()


def test_over_in_the_moment_of_the_touch_the_screen_names_the_window_not_the_lock(
    guest: Guest,
) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    window = guest.world.app.desk.moment().window
    assert window is not None
    guest.world.clock.set(window.end - timedelta(milliseconds=1))
    guest.world.app.dispatch(ev.UnlockAsked())
    guest.world.clock.set(window.end)
    guest.world.app.settle()
    assert guest.says("unlock_over")
    assert not guest.world.levers.coil_on


def test_the_last_second_is_still_inside(guest: Guest) -> None:
    guest.goes_to_the_window()
    window = guest.world.app.desk.moment().window
    assert window is not None
    guest.world.move_clock(window.end - timedelta(seconds=30))
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.coil_on


def test_an_opened_review_is_read_to_its_end_past_the_window(guest: Guest) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    past(guest)
    guest.sees("count")
    guest.counts(0)
    guest.registers()
    guest.closes()
    assert len(journal(guest.data)) == 1


def test_a_review_left_open_is_taken_up_on_another_day(guest: Guest) -> None:
    guest.sends("Бир")
    guest.sends("Эки")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.touch("leave", "leave_sure")
    guest.sees("board")
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=3))
    guest.wait(0.5)
    assert not guest.offers("way_in")
    guest.hold("emblem", 3.2)
    guest.touch("roll_call")
    guest.gathers()
    guest.sees("register")
    guest.registers()
    guest.closes()
    assert sorted(journal(guest.data)) == [1, 2]
