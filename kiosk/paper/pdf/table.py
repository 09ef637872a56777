"""A table over the whole width whose head comes again on every page, and whose cells keep all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.paper.pdf.pages import PALE, SMALL, TINY, Pages, pitch
from kiosk.paper.sheet import Face
from kiosk.paper.twofold import FIRST, SECOND

BEGINNING = 5
"""Lines under a head where the row that follows fits no page."""

PAD = 1.1
"""Millimetres between a cell's edge and its words."""


@dataclass(frozen=True)
class Column:
    """One column: the key of its head, its share of the width, and whether it holds figures."""

    key: str
    share: float
    figures: bool = False


class Table:
    """Rows are drawn as they come; `low` is the least height of each, for a pen."""

    def __init__(
        self, pages: Pages, columns: Sequence[Column], *, size: float = SMALL, low: float = 0
    ) -> None:
        self._pages, self._columns, self._size, self._low = pages, columns, size, low
        whole = sum(column.share for column in columns)
        self._widths = [pages.width * column.share / whole for column in columns]
        self._begun = False

    def row(self, *cells: str, face: Face = Face.REGULAR) -> None:
        """Draw a row on one page; one that no page holds goes on with the next."""
        lines = self._broken(cells, self._size, face)
        if not self._begun or self._height(lines) > self._pages.room:
            self.head(self._height(lines))
        while True:
            count = max(1, int((self._pages.room - 2 * PAD) / pitch(self._size) + 0.01))
            self._draw([cell[:count] for cell in lines], self._size, face)
            lines = [cell[count:] for cell in lines]
            if not any(lines):
                return
            self.head()

    def head(self, follows: float = 0) -> None:
        """Set the head, on a new page if it has begun, or has no room for what follows."""
        first = self._broken(
            [FIRST(c.key) if c.key else "" for c in self._columns], TINY, Face.BOLD
        )
        second = self._broken([SECOND(c.key) if c.key else "" for c in self._columns], TINY)
        high = 2 * PAD + (_most(first) + _most(second)) * pitch(TINY)
        if high + follows > self._pages.bottom - self._pages.top:
            follows = BEGINNING * pitch(self._size)
        if self._begun or high + follows > self._pages.room:
            self._pages.turn()
        self._begun = True
        top = self._pages.y
        self._pages.box(self._pages.left, top, self._pages.width, high, PALE)
        self._words(first, top, TINY, Face.BOLD)
        self._words(second, top + _most(first) * pitch(TINY), TINY, Face.REGULAR)
        self._edges(top, high)

    def _draw(self, lines: Sequence[Sequence[str]], size: float, face: Face) -> None:
        top, high = self._pages.y, self._height(lines)
        self._words(lines, top, size, face)
        self._edges(top, min(high, self._pages.room))

    def _words(self, lines: Sequence[Sequence[str]], top: float, size: float, face: Face) -> None:
        left = self._pages.left
        for column, width, cell in zip(self._columns, self._widths, lines, strict=True):
            x = left + width - PAD if column.figures else left + PAD
            for nth, words in enumerate(cell):
                y = top + PAD + nth * pitch(size)
                self._pages.put(x, y, words, size, face, align=float(column.figures))
            left += width

    def _edges(self, top: float, high: float) -> None:
        left = self._pages.left
        for width in self._widths:
            self._pages.box(left, top, width, high)
            left += width
        self._pages.y = top + high

    def _height(self, lines: Sequence[Sequence[str]]) -> float:
        return max(self._low, 2 * PAD + _most(lines) * pitch(self._size))

    def _broken(
        self, cells: Sequence[str], size: float, face: Face = Face.REGULAR
    ) -> list[Sequence[str]]:
        return [
            self._pages.lines(words, size, width - 2 * PAD, face)
            for words, width in zip(cells, self._widths, strict=True)
        ]


def _most(lines: Sequence[Sequence[str]]) -> int:
    return max(map(len, lines))
