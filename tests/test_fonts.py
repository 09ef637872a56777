"""The shipped fonts really draw every character: outlines are compared, never character maps."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_letters, digits

import pygame
import pytest
from babel.messages.pofile import read_po
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

import kiosk
from kiosk.post.letters import DayMonth, Language
from kiosk.screens.keyboard import FACES, KEYS, Special
from kiosk.texts import Texts, po_file

FONTS = sorted((Path(kiosk.__file__).parent / "assets/fonts").glob("*.ttf"))
BAD_FONT = Path(pygame.__file__).parent / pygame.font.get_default_font()

KYRGYZ = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
PAIRS = ["ңн", "өо", "үу", "ҢН", "ӨО", "ҮУ", "ёе", "йи"]


def outline(font: TTFont, character: str) -> str:
    """The drawing of a character; empty where nothing would be seen."""
    name = font.getBestCmap().get(ord(character), ".notdef")
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return str(pen.value) if pen.value else ""


def script(character: str) -> str:
    return unicodedata.name(character, "?").split(" ")[0]


def faults(path: Path, characters: Iterable[str]) -> set[str]:
    """Characters that are not drawn, drawn as a box, or drawn like another of their script."""
    font = TTFont(path)
    box = outline(font, "\U0010ffff")
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for character in set(characters) - {" ", "\n", "\u00a0"}:
        seen[script(character), outline(font, character)].add(character)
    return {
        character
        for (_, drawn), same in seen.items()
        for character in same
        if drawn in ("", box) or len(same) > 1
    }


def sentences(language: Language) -> Iterator[str]:
    with po_file(language).open("rb") as file:
        for message in read_po(file, locale=language.value):
            told = message.string or ""
            yield from [told] if isinstance(told, str) else told


def said() -> set[str]:
    """Every character of every sentence and date."""
    told = "".join(sentence for language in Language for sentence in sentences(language))
    months = (Texts(lang).date(DayMonth(1, m)) for lang in Language for m in range(1, 13))
    return set(told) | set("".join(months))


def on_keys() -> set[str]:
    """Every character of the keyboard on the screen, small and capital."""
    keys = (key for rows in KEYS.values() for row in rows for key in row)
    letters = {key for key in keys if not isinstance(key, Special)} | set("".join(FACES.values()))
    return letters | {letter.upper() for letter in letters}


def test_there_are_two_fonts() -> None:
    assert [font.stem for font in FONTS] == ["GolosText-Bold", "GolosText-Regular"]


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_character_that_is_said_is_drawn(font: Path) -> None:
    assert faults(font, said()) == set()


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_key_is_drawn(font: Path) -> None:
    assert set("үөңҮӨҢ") <= on_keys()
    assert faults(font, on_keys()) == set()


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_letter_a_pupil_may_type_is_drawn(font: Path) -> None:
    assert faults(font, KYRGYZ + KYRGYZ.upper() + ascii_letters + digits) == set()


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
@pytest.mark.parametrize("pair", PAIRS)
def test_letters_that_are_easily_confused_are_drawn_differently(font: Path, pair: str) -> None:
    first, second = (outline(TTFont(font), letter) for letter in pair)
    assert first != second


def test_a_font_that_draws_one_letter_as_another_is_found() -> None:
    assert faults(BAD_FONT, KYRGYZ) >= {"ң", "н"}
    assert "№" in faults(BAD_FONT, "№")
