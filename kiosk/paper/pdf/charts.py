"""Charts as vectors: lengths with their figures beside them, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.paper.pdf.pages import GREY, HAIR, SIZE, SMALL, TINY, Pages, pitch
from kiosk.paper.sheet import Face
from kiosk.paper.twofold import FIRST, SECOND, Say

Bar = tuple[Say, int]

WORDS = 0.42
"""The share of the width that the bars' names have."""

FIGURES = 14.0
"""Millimetres for the figure at a bar's end."""

INK = 150
"""The grey of a bar: dark enough for any copier."""

HIGH = 45.0
"""Millimetres of the highest column."""

WIDEST = 14.0


def bars(pages: Pages, rows: Sequence[Bar]) -> None:
    """Lying bars, one a row; the longest takes all the width there is."""
    most = max((count for _, count in rows), default=0) or 1
    left = pages.left + pages.width * WORDS
    length = pages.width * (1 - WORDS) - FIGURES
    for say, count in rows:
        top, high = _named(pages, say)
        pages.line(left, top - 0.6, left, top + high + 0.6, HAIR)
        pages.box(left, top + 0.8, length * count / most, high - 1.6, INK)
        x = left + length * count / most + 1.5
        pages.put(x, top + (high - pitch(SIZE)) / 2, str(count), SIZE, Face.BOLD)
        pages.y = top + high + 1.2


def _named(pages: Pages, say: Say) -> tuple[float, float]:
    """Write a row's name in both languages; returns the row's top and height."""
    width = pages.width * WORDS - 3
    first, second = pages.lines(say(FIRST), SIZE, width), pages.lines(say(SECOND), SMALL, width)
    high = len(first) * pitch(SIZE) + len(second) * pitch(SMALL)
    pages.need(high)
    top = pages.y
    pages.text(say(FIRST), SIZE, width=width)
    pages.text(say(SECOND), SMALL, width=width, grey=GREY)
    return top, high


def columns(pages: Pages, cells: Sequence[tuple[str, int]]) -> None:
    """Standing columns on one line, each with its name below and its figure above."""
    pages.need(HIGH + 3 * pitch(SIZE))
    most = max((count for _, count in cells), default=0) or 1
    step = min(WIDEST, pages.width / max(1, len(cells)))
    ground = pages.y + HIGH + pitch(SIZE)
    for nth, (name, count) in enumerate(cells):
        high, middle = HIGH * count / most, pages.left + (nth + 0.5) * step
        pages.box(middle - step * 0.32, ground - high, step * 0.64, high, INK)
        pages.put(middle, ground - high - pitch(SIZE), str(count), SMALL, Face.BOLD, align=0.5)
        pages.put(middle, ground + 1, name, TINY, align=0.5)
    pages.line(pages.left, ground, pages.left + step * len(cells), ground)
    pages.y = ground + pitch(SIZE) + 2
