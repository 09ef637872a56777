"""Dividing a rectangle: layout is declared with these, not computed in each screen.

An `int` is so many pixels; a `float` is a share of what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.screens.base import Rect


def rows(area: Rect, *sizes: float, gap: int = 0) -> list[Rect]:
    """Split from top to bottom: `rows(area, 80, 1.0, 60)` is head, the rest, foot."""
    heights = _resolve(area.h, sizes, gap)
    return [Rect(area.x, y, area.w, h) for y, h in _run(area.y, heights, gap)]


def columns(area: Rect, *sizes: float, gap: int = 0) -> list[Rect]:
    """Split from left to right, like `rows`."""
    widths = _resolve(area.w, sizes, gap)
    return [Rect(x, area.y, w, area.h) for x, w in _run(area.x, widths, gap)]


def grid(area: Rect, across: int, down: int, *, gap: int = 0) -> list[Rect]:
    """Equal cells, row by row."""
    return [
        cell
        for row in rows(area, *[1.0] * down, gap=gap)
        for cell in columns(row, *[1.0] * across, gap=gap)
    ]


def inset(area: Rect, across: int, down: int | None = None) -> Rect:
    """Shrink by a margin on every side; a negative one grows."""
    down = across if down is None else down
    return Rect(area.x + across, area.y + down, area.w - 2 * across, area.h - 2 * down)


def centred(area: Rect, width: int, height: int) -> Rect:
    """Return a rectangle of that size in the middle of the area."""
    return Rect(area.x + (area.w - width) // 2, area.y + (area.h - height) // 2, width, height)


def covering(one: Rect, other: Rect) -> Rect:
    """Return the smallest rectangle that holds both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.w, other.x + other.w), max(one.y + one.h, other.y + other.h)
    return Rect(x, y, right - x, bottom - y)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a pixel."""
    across = one.x < other.x + other.w and other.x < one.x + one.w
    return across and one.y < other.y + other.h and other.y < one.y + one.h


def _resolve(whole: int, sizes: Sequence[float], gap: int) -> list[int]:
    """Turn shares into pixels, rounded so that nothing is left over at the end."""
    fixed = sum(size for size in sizes if isinstance(size, int))
    shares = sum(size for size in sizes if not isinstance(size, int))
    left = max(0, whole - int(fixed) - gap * (len(sizes) - 1))
    lengths: list[int] = []
    given = passed = 0.0
    for size in sizes:
        if not isinstance(size, int):
            passed += size
            lengths.append(round(left * passed / shares) - int(given))
            given += lengths[-1]
        else:
            lengths.append(size)
    return lengths


def _run(start: int, lengths: Iterable[int], gap: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for length in lengths:
        spans.append((start, length))
        start += length + gap
    return spans
