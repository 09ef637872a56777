"""The pupil writes, with fingers and with a USB keyboard."""

from __future__ import annotations

import pygame
import pytest

from kiosk.events import LetterWritten
from kiosk.post.letters import Language
from kiosk.screens import lettering
from kiosk.screens.textarea import text_room
from kiosk.screens.write import Write
from tests.screens.pupil import SCHOOL, Pupil


@pytest.fixture
def screen() -> Write:
    return Write(SCHOOL)


@pytest.fixture
def pupil(screen: Write) -> Pupil:
    return before(screen)


def before(screen: Write) -> Pupil:
    pupil = Pupil(screen, language=Language.KY)
    pupil.wait(1)
    return pupil


def caret(pupil: Pupil) -> tuple[int, int] | None:
    place = vars(pupil.widget("text"))["caret"]
    assert place is None or isinstance(place, tuple)
    return place


def test_a_letter_is_typed_on_the_screen(pupil: Pupil, screen: Write) -> None:
    pupil.write("салам. биз өңдүү үч")
    assert screen.text == "Салам. Биз өңдүү үч"
    assert pupil.text("text") == screen.text
    pupil.tap("done")
    assert pupil.events == [LetterWritten("Салам. Биз өңдүү үч")]


def test_twelve_keys_a_second_for_a_thousand_characters(pupil: Pupil, screen: Write) -> None:
    text = ("ушул жерде баары жакшы, бирок " * 40)[:1000]
    pupil.write(text)
    assert screen.text.lower() == text


def test_a_double_reporting_panel_types_each_letter_once(pupil: Pupil, screen: Write) -> None:
    for sign in "мектеп":
        pupil.wait(0.2)
        x, y = pupil.middle(f"key_{sign}")
        pupil.down(x, y)
        pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
        pupil.up(x, y)
        pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    assert screen.text == "Мектеп"


def test_a_usb_keyboard_works_beside_the_screen(pupil: Pupil, screen: Write) -> None:
    pupil.type("Саlam, үй")
    pupil.press("left")
    pupil.press("backspace")
    pupil.press("delete")
    pupil.press("return")
    pupil.press("tab")
    pupil.type("б")
    assert screen.text == "Саlam, \nб"
    pupil.write("а")
    assert screen.text == "Саlam, \nба"


def test_held_backspace_takes_away_letter_by_letter(pupil: Pupil, screen: Write) -> None:
    pupil.type("абвгдежз")
    pupil.wait(1)
    pupil.down(*pupil.middle("key_backspace"))
    pupil.wait(0.51)
    for _ in range(3):
        pupil.wait(0.06)
    pupil.up(*pupil.middle("key_backspace"))
    assert screen.text == "абв"


def test_numbers_and_latin_are_one_touch_away(pupil: Pupil, screen: Write) -> None:
    pupil.tap("key_numbers", "key_7", "key_-", "key_latin", "key_b", "key_cyrillic", "key_ң")
    assert screen.text == "7-bң"


def test_shift_for_one_letter(pupil: Pupil, screen: Write) -> None:
    pupil.write("а")
    pupil.tap("key_shift")
    pupil.write("йй")
    assert screen.text == "АЙй"


def test_two_quick_touches_lock_shift_and_one_lets_it_go(pupil: Pupil, screen: Write) -> None:
    pupil.type("а")
    pupil.wait(1)
    for _ in range(2):
        pupil.wait(0.2)
        pupil.tap_at(*pupil.middle("key_shift"))
    pupil.write("бир эки")
    pupil.tap("key_shift")
    pupil.write("үч")
    assert screen.text == "аБИР ЭКИүч"


def test_two_slow_touches_are_two(pupil: Pupil, screen: Write) -> None:
    pupil.type("а")
    pupil.tap("key_shift", "key_shift")
    pupil.write("бв")
    assert screen.text == "абв"


def test_a_hold_locks_shift_too(pupil: Pupil, screen: Write) -> None:
    pupil.type("а")
    pupil.wait(1)
    pupil.down(*pupil.middle("key_shift"))
    pupil.wait(0.51)
    pupil.up(*pupil.middle("key_shift"))
    pupil.write("бв")
    assert screen.text == "аБВ"


def test_an_automatic_capital_goes_by_one_touch_and_locks_by_two(
    pupil: Pupil, screen: Write
) -> None:
    pupil.tap("key_shift")
    pupil.write("а\n")
    pupil.wait(1)
    for _ in range(2):
        pupil.tap_at(*pupil.middle("key_shift"))
        pupil.wait(0.1)
    pupil.write("бв")
    assert screen.text == "а\nБВ"


@pytest.mark.parametrize(("letter", "other"), ["уү", "нң", "оө", "её", "ьъ"])
def test_holding_a_letter_changes_the_one_just_typed(
    pupil: Pupil, screen: Write, letter: str, other: str
) -> None:
    pupil.write("а")
    pupil.wait(1)
    pupil.down(*pupil.middle(f"key_{letter}"))
    assert screen.text == "А" + letter, "at once, when the finger lands"
    pupil.wait(0.49)
    assert screen.text == "А" + letter
    pupil.wait(0.02)
    assert screen.text == "А" + other
    pupil.wait(3)
    pupil.up(*pupil.middle(f"key_{letter}"))
    assert screen.text == "А" + other


def test_the_case_is_that_of_the_letter_that_was_typed(pupil: Pupil, screen: Write) -> None:
    """The keys are small again by then."""
    pupil.wait(1)
    pupil.down(*pupil.middle("key_у"))
    assert vars(pupil.widget("key_у"))["face"] == "у"
    pupil.wait(0.6)
    assert screen.text == "Ү"


def test_rollover_does_not_change_a_letter(pupil: Pupil, screen: Write) -> None:
    pupil.down(*pupil.middle("key_у"), who=1)
    pupil.wait(0.4)
    pupil.down(*pupil.middle("key_а"), who=2)
    pupil.wait(0.2)
    pupil.up(*pupil.middle("key_у"), who=1)
    pupil.wait(1)
    pupil.up(*pupil.middle("key_а"), who=2)
    assert screen.text == "Уа"


def test_a_letter_typed_elsewhere_meanwhile_is_left_alone(pupil: Pupil, screen: Write) -> None:
    pupil.down(*pupil.middle("key_у"))
    pupil.type("б")
    pupil.wait(1)
    assert screen.text == "Уб"


def test_a_letter_that_was_refused_changes_nothing_when_held() -> None:
    screen = Write(SCHOOL, "у" * 4000)
    pupil = before(screen)
    pupil.down(*pupil.middle("key_у"))
    pupil.wait(1)
    assert screen.text == "у" * 4000
    assert pupil.text("hint").startswith("Барак толду.")


def test_page_keys_move_by_what_is_in_sight(pupil: Pupil, screen: Write) -> None:
    pupil.type("\n".join(f"сап {n}" for n in range(60)))
    high = len(vars(pupil.widget("text"))["lines"])
    pupil.press("page_up")
    pupil.press("page_up")
    assert f"сап {59 - 2 * (high - 1)}" in pupil.text("text")
    assert "сап 59" not in pupil.text("text")
    assert caret(pupil) is not None
    pupil.press("page_down")
    pupil.press("page_down")
    pupil.type("а")
    assert screen.text.endswith("сап 59а")


def test_a_finger_sets_the_caret_in_the_text(pupil: Pupil, screen: Write) -> None:
    pupil.type("биринчи\nэкинчи")
    room = text_room(pupil.widget("text").rect, pupil.theme)
    letters = pupil.theme.type("letter")
    pupil.wait(1)
    pupil.tap_at(room.x + lettering.width("бир", letters), room.y + letters.line // 2)
    pupil.write("а")
    assert screen.text == "бираинчи\nэкинчи"
    pupil.wait(1)
    pupil.tap_at(room.x + 1, room.y + letters.line * 3 // 2)
    assert caret(pupil) == (1, 0)
    pupil.press("up")
    assert caret(pupil) == (0, 0)


# --- what cannot be written ---


def test_an_empty_letter_is_not_done(pupil: Pupil) -> None:
    pupil.type("  \n ")
    pupil.tap("done")
    assert pupil.events == []
    assert pupil.text("hint") == "Кат бош. Бир нерсе жазыңыз"


@pytest.mark.parametrize("typed", ["😀", "\x1b", "\u202e"])
def test_an_emoji_or_a_control_character_is_refused_in_words(
    pupil: Pupil, screen: Write, typed: str
) -> None:
    pupil.type("кат")
    pupil.type(typed)
    assert screen.text == "кат"
    hint = pupil.text("hint")
    assert hint.startswith("Бул белгини жазууга болбойт")
    pupil.type("а")
    assert pupil.text("hint") != hint


def test_the_counter_shows_only_at_the_end(pupil: Pupil) -> None:
    no_name = pupil.text("hint")
    assert "кажети жок" in no_name
    pupil = before(Write(SCHOOL, "а" * 3799))
    pupil.type("а")
    assert pupil.text("hint") == no_name
    pupil.type("а")
    assert pupil.text("hint") == "Дагы 199 белги жазса болот"


def test_after_the_4000th_character_the_screen_says_what_to_do() -> None:
    screen = Write(SCHOOL, "а" * 3999)
    pupil = before(screen)
    pupil.write("бв")
    assert len(screen.text) == 4000
    assert screen.text.endswith("аб")
    assert pupil.text("hint").startswith("Барак толду.")
    pupil.tap("done")
    assert len(pupil.events) == 1
