"""Breaking one paragraph into lines, again only from where it changed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

Measure = Callable[[str], int]
"""Pixels a piece of text takes on one line."""

WORD = re.compile(r"\S+\s*|\s+")


def breaks(text: str, measure: Measure, room: int, known: list[int]) -> list[int]:
    """Return where each line of the paragraph starts.

    `known` are starts that still hold, the first being 0. Blanks at a line's end hang over its
    edge; a word wider than `room` is broken where it must be.
    """
    starts = known[:]
    for word in WORD.finditer(text, starts[-1]):
        end = word.start() + len(word.group().rstrip())
        if measure(text[starts[-1] : end]) <= room:
            continue
        if word.start() > starts[-1]:
            starts.append(word.start())
        starts.extend(_inside(text, starts[-1], end, measure, room))
    return starts


def _inside(text: str, start: int, end: int, measure: Measure, room: int) -> list[int]:
    """Return the breaks inside one word that is wider than a line."""
    cuts: list[int] = []
    while measure(text[start:end]) > room:
        start += max(1, _most(text[start:end], measure, room))
        if start >= end:
            break
        cuts.append(start)
    return cuts


def _most(text: str, measure: Measure, room: int) -> int:
    """How many characters fit into the room."""
    return bisect_right(range(len(text) + 1), room, key=lambda n: measure(text[:n])) - 1


def nearest(text: str, measure: Measure, x: int) -> int:
    """Return the gap between characters that lies nearest to pixel `x`."""
    after = bisect_right(range(len(text) + 1), x, key=lambda n: measure(text[:n]))
    before = max(0, after - 1)
    if after > len(text):
        return len(text)
    return before if x - measure(text[:before]) <= measure(text[:after]) - x else after
