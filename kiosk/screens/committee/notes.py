"""Several things that are said one below the other, each in a box of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import rows

Told = tuple[str, str, str, str]
"""Name of the widget, icon, words, and tone: calm, honey or alarm."""


def height(look: Look, told: Sequence[Told], wide: int) -> int:
    """Pixels that all of it wants."""
    return sum(parts.note_height(look, words, wide) + look.theme.gap for _, _, words, _ in told)


def stacked(look: Look, area: Rect, told: Sequence[Told]) -> Iterable[Widget]:
    """Each as high as its words want, from the top."""
    wanted = [parts.note_height(look, words, area.w) for _, _, words, _ in told]
    gap = look.theme.gap
    spare = area.h - sum(wanted) - gap * len(told)
    places = rows(area, *wanted, 1.0, gap=gap) if spare >= 0 else _tight(area, wanted)
    for (name, icon, words, tone), place in zip(told, places, strict=False):
        yield from parts.note(look, place, name, icon, words, tone)


def _tight(area: Rect, wanted: Sequence[int]) -> list[Rect]:
    """Too many for the area: each gives up its part of the height."""
    return rows(area, *[high / sum(wanted) for high in wanted], gap=2)
