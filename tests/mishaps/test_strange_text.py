"""What a USB keyboard may send: nothing, too much, emoji, control characters."""

from __future__ import annotations

from kiosk.post.letters import MAX_CHARACTERS
from tests.guest import TEXT, Guest


def test_an_empty_letter_is_not_checked_and_the_screen_says_why(guest: Guest) -> None:
    guest.touch("write", "understood", "done")
    guest.sees("write")
    assert guest.says("empty_letter")
    guest.type("   \t")
    guest.touch("done")
    guest.sees("write")


def test_the_four_thousandth_character_is_taken_and_the_next_refused(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.pastes("ү" * (MAX_CHARACTERS - 1))
    assert "1" in guest.reads()
    guest.type("ө")
    guest.type("ң")
    assert guest.says("too_long")
    guest.touch("done", "send")
    guest.sees("thanks")


def test_emoji_and_control_characters_are_refused_and_the_rest_stays(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.type("🙂")
    assert guest.says("strange_sign")
    assert guest.shows(TEXT)
    guest.type("\x07\x1b\x00")
    assert guest.shows(TEXT)
    guest.type("!")
    guest.touch("done", "cover")
    assert guest.shows(f"{TEXT}!")


def test_the_counter_shows_only_near_the_end(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.pastes("а" * (MAX_CHARACTERS - 200))
    assert "200" not in guest.reads()
    guest.type("а")
    assert "199" in guest.reads()
