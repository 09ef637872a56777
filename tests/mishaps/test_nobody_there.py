"""Somebody walks away: what they wrote is never shown to the next one."""

from __future__ import annotations

from kiosk.flow.patience import ERASED_S
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest


def test_a_letter_left_alone_is_warned_about_and_then_erased(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.wait(119)
    guest.sees("write")
    guest.wait(2)
    guest.sees("idle")
    assert guest.says("timeout_warn", n=30)
    assert not guest.shows(TEXT)
    for _ in range(29):
        guest.wait(1)
    guest.sees("idle")
    assert guest.says("timeout_warn", n=1)
    guest.wait(1)
    assert guest.says("erased_idle")
    guest.wait(ERASED_S)
    guest.sees("board")
    guest.touch("write", "understood")
    assert not guest.shows(TEXT)


def test_one_touch_brings_the_letter_back(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.wait(121)
    guest.touch("stay", "cover")
    guest.sees("write")
    assert guest.shows(TEXT)
    guest.wait(119)
    guest.sees("write")


def test_the_check_screen_is_left_the_same_way(guest: Guest) -> None:
    guest.writes()
    guest.wait(121)
    guest.sees("idle")
    guest.touch("leave")
    assert guest.says("erased_wished")
    assert waiting(guest.data) == 0


def test_screens_without_a_letter_go_back_by_themselves(guest: Guest) -> None:
    for way in ("paper", "how", "write"):
        guest.touch(way)
        guest.wait(61)
        guest.sees("board")


def test_the_thanks_do_not_stay(guest: Guest) -> None:
    guest.writes()
    guest.touch("send")
    guest.sees("thanks")
    guest.wait(21)
    guest.sees("board")


def test_a_committee_that_leaves_its_meeting_takes_its_keys_with_it(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.sees("unlock")
    guest.wait(241)
    guest.sees("idle")
    for _ in range(30):
        guest.wait(1)
    guest.sees("board")
    guest.touch("way_in")
    guest.sees("rollcall")


def test_a_committee_that_stays_goes_on_where_it_was(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.wait(241)
    guest.touch("stay")
    guest.sees("unlock")


def test_a_committee_can_leave_from_the_warning(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.wait(241)
    guest.touch("leave")
    guest.sees("board")
    guest.touch("way_in")
    guest.sees("rollcall")


def test_what_was_written_comes_back_covered_whoever_touches(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.wait(121)
    guest.touch("stay")
    guest.sees("write")
    assert not guest.shows(TEXT)
    guest.touch("cover")
    assert guest.shows(TEXT)
    guest.touch("done", "cover")
    assert guest.shows(TEXT)
    guest.wait(121)
    guest.touch("stay")
    guest.sees("check")
    assert not guest.shows(TEXT)


def test_a_letter_in_a_review_comes_back_covered(guest: Guest) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("cover")
    assert guest.shows(TEXT)
    guest.wait(241)
    guest.touch("stay")
    guest.sees("register")
    assert not guest.shows(TEXT)


def test_a_committee_that_leaves_while_the_coil_is_on_leaves_it_off(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.coil_on
    guest.touch("leave")
    if guest.screen != "board":
        guest.touch("leave_sure")
    guest.sees("board")
    guest.wait_until(lambda: not guest.world.app.busy, "the lock")
    assert not guest.world.levers.coil_on
