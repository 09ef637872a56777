"""Chips in a line, each as wide as its words want; on upright glass the line is broken once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect
from kiosk.screens.layout import columns, rows


def height(look: Look, lines: int) -> int:
    """Pixels that so many lines of chips want."""
    many, theme = lines * _broken(look), look.theme
    return many * theme.target + (many - 1) * theme.gap


def in_line(look: Look, area: Rect, titles: Sequence[str]) -> list[Rect]:
    """One place for each title, from left to right."""
    many, gap = _broken(look), look.theme.gap
    each = -(-len(titles) // many)
    return [
        cell
        for nth, line in enumerate(rows(area, *[1.0] * many, gap=gap))
        for cell in columns(line, *widths(look, titles[nth * each : (nth + 1) * each]), gap=gap)
    ]


def _broken(look: Look) -> int:
    return 2 if parts.upright(look) else 1


def widths(look: Look, titles: Iterable[str]) -> list[float]:
    """Shares: room for the longest word of each, and for its half."""
    letters, pad = look.theme.type("small"), look.theme.mm(3)
    room = lettering.measurer(letters)
    wanted = [max(room(title) * 5 // 8, *map(room, title.split())) for title in titles]
    return [float(max(look.theme.mm(15), pad + want)) for want in wanted]
