"""Covering what is written, leaving, and letters longer than the sheet."""

from __future__ import annotations

import pygame
import pytest

from kiosk.events import LetterErased
from kiosk.post.letters import Language
from kiosk.screens.base import Rect
from kiosk.screens.layout import inset, overlap
from kiosk.screens.write import Write
from tests.screens.pupil import LARGE, LETTER, MIDDLE, SCHOOL, SMALL, Pupil, Size


@pytest.fixture
def screen() -> Write:
    return Write(SCHOOL)


@pytest.fixture
def pupil(screen: Write) -> Pupil:
    pupil = Pupil(screen, language=Language.KY)
    pupil.wait(1)
    return pupil


def caret(pupil: Pupil) -> tuple[int, int] | None:
    place = vars(pupil.widget("text"))["caret"]
    assert place is None or isinstance(place, tuple)
    return place


# --- covering ---


def test_one_touch_covers_the_text_and_one_shows_it(pupil: Pupil) -> None:
    pupil.type("купуя сөз")
    area = pupil.widget("text").rect
    shown = pupil.pixels(area)
    pupil.tap("cover")
    assert "купуя" not in pupil.seen
    assert pupil.text("cover") == "Текстти көрсөтүү"
    assert pupil.pixels(area) != shown
    pupil.tap("cover")
    assert pupil.text("text") == "купуя сөз"
    assert pupil.pixels(area) == shown


def test_the_cover_looks_the_same_over_every_text(pupil: Pupil) -> None:
    pupil.tap("cover")
    area = pupil.widget("text").rect
    empty = pupil.pixels(area)
    for typed in ("бир узун сүйлөм", "\nэки\nүч\n"):
        pupil.type(typed)
        assert pupil.pixels(area) == empty


def test_typing_goes_on_under_the_cover_and_touching_it_tells_nothing(
    pupil: Pupil, screen: Write
) -> None:
    pupil.type("бир")
    pupil.tap("cover")
    pupil.write("эки")
    assert screen.text == "бирэки"
    assert caret(pupil) is None
    pupil.tap("text")
    pupil.write("а")
    assert screen.text == "бирэкиа"


# --- leaving ---


def test_erasing_is_asked_once_with_the_letter_out_of_sight(pupil: Pupil) -> None:
    pupil.type("купуя сөз")
    pupil.tap("erase")
    assert pupil.text("ask") == "Кат өчүрүлсүнбү?"
    assert "купуя" not in pupil.seen
    pupil.type("сыр")
    pupil.tap("keep")
    assert pupil.text("text") == "купуя сөз"
    pupil.tap("erase", "erase_now")
    assert pupil.events == [LetterErased()]


def test_escape_asks_and_escape_goes_on(pupil: Pupil) -> None:
    pupil.press("escape")
    assert pupil.has("erase_now")
    pupil.press("escape")
    assert pupil.has("text")
    assert pupil.events == []


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
def test_no_second_tap_at_the_same_place_erases(size: Size) -> None:
    pupil = Pupil(Write(SCHOOL, LETTER), size)
    asked = inset(pupil.widget("erase").rect, -pupil.theme.mm(5))
    pupil.tap("erase")
    for name in ("erase_now", "keep"):
        assert not overlap(asked, pupil.widget(name).rect)


def test_a_wiped_screen_holds_nothing(pupil: Pupil, screen: Write) -> None:
    pupil.type("купуя сөз")
    screen.wipe()
    assert screen.text == ""


def test_nothing_of_the_letter_is_in_any_repr(pupil: Pupil) -> None:
    pupil.type("купуя сөз")
    pupil.tap("done")
    assert "купуя" not in pupil.reprs


def test_the_text_comes_back_from_checking() -> None:
    screen = Write(SCHOOL, LETTER)
    pupil = Pupil(screen)
    pupil.wait(1)
    pupil.write("а")
    assert pupil.text("text").startswith("Экинчи кабатта")
    assert screen.text == LETTER + "А"


# --- long letters ---


def test_a_long_letter_scrolls_and_follows_the_caret() -> None:
    screen = Write(SCHOOL, "\n".join(f"сап {n}" for n in range(60)))
    pupil = Pupil(screen)
    assert "сап 59" in pupil.text("text")
    assert not pupil.enabled("down")
    pupil.tap("up", "up", "up")
    assert "сап 59" not in pupil.text("text")
    assert caret(pupil) is None
    assert pupil.enabled("down")
    pupil.type("а")
    assert "сап 59а" in pupil.text("text")


def test_scrolling_ends_at_the_first_and_the_last_line() -> None:
    pupil = Pupil(Write(SCHOOL, "\n".join(f"сап {n}" for n in range(60))))
    for _ in range(12):
        if pupil.enabled("up"):
            pupil.tap("up")
    assert pupil.text("text").startswith("сап 0 ")
    assert not pupil.enabled("up")


def test_covered_the_sheet_does_not_tell_how_long_the_letter_is() -> None:
    """The whole glass is the same, whatever stands under the cover."""
    seen = set()
    for text in ("", "бир узун сүйлөм", "\nЭки\nүч", "\nСап" * 60, "а" * 3850):
        pupil = Pupil(Write(SCHOOL, text))
        pupil.tap("cover")
        pupil.type("а")
        seen.add(pupil.pixels(Rect(0, 0, *LARGE[:2])))
        assert not pupil.has("up")
    assert len(seen) == 1


def test_a_letter_that_shrinks_loses_its_scrollers() -> None:
    screen = Write(SCHOOL, "сап\n" * 20)
    pupil = Pupil(screen)
    assert pupil.has("up")
    for _ in range(80):
        pupil.press("backspace")
    assert not pupil.has("up")


def test_a_letter_that_fits_only_without_scrollers_does_not_flicker() -> None:
    """With them the sheet is narrower, and a line more is needed."""
    pupil = Pupil(Write(SCHOOL))
    words = "сөздөр " * 400
    for nth in range(0, 1400, 7):
        pupil.type(words[nth : nth + 7])
        shown = pupil.has("up")
        pupil.stage.refresh()
        assert pupil.stage.draw() == [] or pupil.has("up") is shown


def test_one_letter_repaints_the_sheet_and_not_the_keyboard(pupil: Pupil) -> None:
    pupil.type("А")
    pupil.type("а")
    pupil.stage.draw()
    pupil.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text="б"))
    assert pupil.stage.draw() == [pupil.widget("text").rect]


def test_the_help_numbers_are_in_sight_while_writing(pupil: Pupil) -> None:
    assert pupil.text("help_now").endswith("111 · 112")
    pupil.tap("cover")
    assert pupil.text("help_now").endswith("111 · 112")
