"""Measuring and breaking text with the shipped fonts, without painting and without a display.

Nothing here keeps a text: fonts are cached, sentences never.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pygame.font

from kiosk.screens.theme import Type

FONTS = Path(__file__).parent.parent / "assets" / "fonts"
SMALLEST_STEP = 0.94
"""Text that may shrink does so in steps of six per cent."""
LONELY = 0.3
"""A last line shorter than this share of the others looks forgotten."""
SHORT = 2
ENCLITICS = frozenset({"да", "де", "дө", "ли", "бы"})
"""Short words that belong to the word before them."""


@cache
def font(letters: Type) -> pygame.font.Font:
    """Return the shipped font in one size."""
    pygame.font.init()
    return pygame.font.Font(
        FONTS / f"GolosText-{'Bold' if letters.bold else 'Regular'}.ttf", letters.px
    )


def width(text: str, letters: Type) -> int:
    """Pixels a text takes on one line."""
    return font(letters).size(text)[0]


@cache
def measurer(letters: Type) -> Callable[[str], int]:
    """Return `width` for one size; the same function each time it is asked for."""
    return lambda text: width(text, letters)


def height(lines: int, letters: Type) -> int:
    """Pixels a block of so many lines takes, descenders included."""
    return (lines - 1) * letters.line + max(letters.line, round(letters.px * 1.2))


def wrap(text: str, letters: Type, room: int) -> list[str]:
    """Break at spaces and newlines; a word wider than `room` stays whole (see `fits`).

    A word of one or two letters does not end a line where it can go with the next: «В одиночку».
    """
    return [line for part in text.split("\n") for line in _wrap_part(part, letters, room)]


def balanced(text: str, letters: Type, room: int) -> list[str]:
    """Break into as many lines as `wrap`, but leave no word alone on the last one."""
    return [line for part in text.split("\n") for line in _balanced_part(part, letters, room)]


def _balanced_part(part: str, letters: Type, room: int) -> list[str]:
    """Narrow the lines as long as the last is lonely and their number stays."""
    lines = narrower = _wrap_part(part, letters, room)
    while len(narrower) == len(lines) > 1 and _widest(narrower, letters) <= room:
        lines = narrower
        room = _widest(lines, letters) - 1
        if width(lines[-1], letters) >= LONELY * room:
            break
        narrower = _wrap_part(part, letters, room)
    return lines


def _widest(lines: list[str], letters: Type) -> int:
    return max(width(line, letters) for line in lines)


def _wrap_part(part: str, letters: Type, room: int) -> list[str]:
    lines = [""]
    for word in _units(part, letters, room):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or width(longer, letters) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _units(part: str, letters: Type, room: int) -> list[str]:
    """Return what stays on one line: words, short ones bound to a neighbour if both fit.

    A day is bound to its month like a short word: «25 декабря».
    """
    units: list[str] = []
    bound = False
    for word in part.split(" "):
        if units and (bound or word in ENCLITICS) and width(f"{units[-1]} {word}", letters) <= room:
            units[-1] = f"{units[-1]} {word}"
        else:
            units.append(word)
        bound = len(word) <= SHORT and word.isalnum() and word not in ENCLITICS
    return units


def block(text: str, letters: Type, room: int) -> int:
    """Pixels the text takes downwards when wrapped to `room`."""
    return height(len(wrap(text, letters, room)), letters)


def fits(text: str, letters: Type, room: tuple[int, int]) -> bool:
    """Whether the wrapped text stays inside so many pixels (width, height)."""
    lines = wrap(text, letters, room[0])
    return height(len(lines), letters) <= room[1] and all(
        width(line, letters) <= room[0] for line in lines
    )


def shrink(text: str, letters: Type, least: Type, room: tuple[int, int]) -> Type:
    """Return the largest size from `letters` down to `least` in which the text fits."""
    while letters.px > least.px and not fits(text, letters, room):
        letters = smaller(letters, least)
    return letters


def smaller(letters: Type, least: Type) -> Type:
    """Return letters one step smaller, but not below the least."""
    return Type(max(least.px, int(letters.px * SMALLEST_STEP)), letters.bold)


CANDIDATES = (
    *range(0x21, 0x180),
    *range(0x400, 0x530),
    *range(0x2010, 0x2045),
    *range(0x20A0, 0x20C1),
)
CANDIDATES_LOOSE = "№™−∕↑↓"


@cache
def drawable() -> frozenset[str]:
    """Return the characters the shipped font really has a picture for, and the space.

    A missing one is drawn as an empty box, so pictures are compared, not the font's claims.
    """
    small = font(Type(12))
    box = pygame.image.tobytes(small.render("\uffff", True, "black"), "RGBA")  # noqa: FBT003
    signs = (*map(chr, CANDIDATES), *CANDIDATES_LOOSE)
    return frozenset({" "} | {sign for sign in signs if _drawn(small, sign, box)})


def _drawn(small: pygame.font.Font, sign: str, box: bytes) -> bool:
    if not sign.isprintable() or not small.size(sign)[0]:
        return False
    picture = small.render(sign, True, "black")  # noqa: FBT003
    blank = pygame.mask.from_surface(picture, 40).count() == 0
    return not blank and pygame.image.tobytes(picture, "RGBA") != box
