"""Words to read: lines with signs, and sentences in the middle, as large as all of them fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Icon, Label, Panel

SIZES = (
    (18.0, "board", 5.0),
    (15.0, "board", 3.0),
    (13.0, "lead", 1.6),
    (10.0, "lead", 0.8),
    (7.0, "lead", 0.0),
    (7.0, "body", 0.0),
)
"""Disc in mm, letters beside it, and mm between two lines; the largest that fits is taken.

Where none does, there is no disc, and letters shrink from `body` to the least of `small`.
"""

MEASURE_EM = 34
"""Of a line of text: about 65 letters. Where there is no room between lines, they run on."""

LOOSEST_MM = 11.0
"""Between two lines, however much room there is."""

GAP_MM = 2.4
"""Between the sign and its text."""

SMALLEST_DISC_MM = 7.0
"""A smaller sign stands on no disc."""


class Setting(NamedTuple):
    """Pixels of the disc, the letters, pixels between lines, how wide and how high each is."""

    disc: int
    letters: Type
    gap: int
    wide: int
    tall: list[int]

    def high(self) -> int:
        """Pixels all lines take."""
        return sum(self.tall) + self.gap * (len(self.tall) - 1)


def explained(look: Look, area: Rect, items: Sequence[tuple[str, str]]) -> tuple[Widget, ...]:
    """Return lines to read, (icon, text) each, all in one size: the largest in which all fit."""
    settings = [*_settings(look, area.w, items)]
    chosen = next((one for one in settings if one.high() <= area.h), settings[-1])
    return tuple(
        widget
        for nth, place in enumerate(_places(look, area, chosen))
        for widget in _line(look, place, f"line_{nth}", items[nth], chosen)
    )


def _settings(look: Look, wide: int, items: Sequence[tuple[str, str]]) -> Iterator[Setting]:
    """Try sizes from large to small."""
    theme = look.theme
    for disc, token, gap in SIZES:
        yield _setting(
            look, wide, items, theme.mm(disc), theme.type(token), round(gap * theme.px_per_mm)
        )
    letters, least = theme.type("body"), theme.least("small")
    while letters.px > least.px:
        letters = lettering.smaller(letters, least)
        yield _setting(look, wide, items, 0, letters, 0)


def _setting(
    look: Look, wide: int, items: Sequence[tuple[str, str]], disc: int, letters: Type, gap: int
) -> Setting:
    size = max(disc, letters.line)
    room = wide - size - look.theme.mm(GAP_MM)
    room = min(room, MEASURE_EM * letters.px) if gap else room
    tall = [max(size, lettering.block(text, letters, room)) for _, text in items]
    return Setting(size, letters, gap, room, tall)


def _places(look: Look, area: Rect, chosen: Setting) -> list[Rect]:
    """Spread the lines over the area, but not so far that they fall apart."""
    count, whole = len(chosen.tall), sum(chosen.tall)
    even = max(0, area.h - whole) // (count + 1)
    gap = max(chosen.gap, min(even, look.theme.mm(LOOSEST_MM)))
    return rows(centred(area, area.w, whole + gap * (count - 1)), *chosen.tall, gap=gap)


def _line(
    look: Look, area: Rect, name: str, item: tuple[str, str], chosen: Setting
) -> Iterator[Widget]:
    size, letters = chosen.disc, chosen.letters
    sign, words, _ = columns(area, size, chosen.wide, 1.0, gap=look.theme.mm(GAP_MM))
    place, ground = sign, "paper"
    if size >= look.theme.mm(SMALLEST_DISC_MM):
        place, ground = centred(sign, size * 6 // 10, size * 6 // 10), "calm"
        yield Panel(f"{name}_disc", centred(sign, size, size), "paper", "calm", radius=99)
    yield Icon(f"{name}_icon", place, ground, item[0], colour="calm_line")
    yield Label(name, words, "paper", item[1], type="lead", least="small", px=letters.px)


def stacked(look: Look, area: Rect, *labels: Label) -> list[Label]:
    """Stand labels one below another in the middle of an area, whatever place they had.

    Each is as high as its words want; where that is too much, all give in towards their least.
    """
    theme = look.theme
    least = [lettering.block(one.text, theme.least(one.least), area.w) for one in labels]
    full = [lettering.block(one.text, theme.type(one.type), area.w) for one in labels]
    gap = theme.gap
    spare = area.h - sum(least) - gap * (len(labels) - 1)
    share = min(1.0, max(0, spare) / max(1, sum(full) - sum(least)))
    tall = [low + int((high - low) * share) for low, high in zip(least, full, strict=True)]
    whole = sum(tall) + gap * (len(labels) - 1)
    places = rows(centred(area, area.w, whole), *tall, gap=gap)
    return [replace(one, rect=place) for one, place in zip(labels, places, strict=True)]
