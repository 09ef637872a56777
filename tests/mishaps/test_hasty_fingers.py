"""Two touches before one frame: the second meets the screen that the first brought."""

from __future__ import annotations

from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest


def test_a_letter_taken_back_to_be_edited_is_not_sent(guest: Guest) -> None:
    guest.writes()
    guest.taps_without_looking("edit", "send")
    guest.world.app.settle()
    guest.sees("write")
    assert guest.shows(TEXT)
    assert waiting(guest.data) == 0


def test_who_has_left_the_thanks_prints_nothing_for_the_next_one(guest: Guest) -> None:
    guest.writes()
    guest.touch("send")
    guest.sees("thanks")
    guest.taps_without_looking("leave", "receipt")
    guest.world.app.settle()
    guest.sees("board")
    assert guest.world.levers.papers == []


def test_a_touch_in_the_last_moment_keeps_the_idle_warning_away(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.world.clock.advance(119.7)
    guest.taps_without_looking("text")  # 120.1 s after the text, together with the alarm
    guest.sees("write")


def test_sending_twice_is_sending_once(guest: Guest) -> None:
    guest.writes()
    guest.taps_without_looking("send", "send", "edit", "erase")
    guest.world.app.settle()
    guest.sees("thanks")
    assert waiting(guest.data) == 1
