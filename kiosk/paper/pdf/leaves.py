"""Leaves in A4 on which each thing is said twice: Kyrgyz, Russian under it, each figure once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kiosk.paper.pdf.pages import BLACK, GREY, SIZE, SMALL, THICK, TINY, Pages, pitch
from kiosk.paper.sheet import Face
from kiosk.paper.twofold import FIRST, SECOND, Say

TITLE, SUBTITLE, PART = 18.0, 12.0, 12.0
ASIDE = 0.62
"""Where values begin, as a share of the width."""

SIGN_ROOM, HAND_ROOM = 13.0, 9.0
SIGN_WIDTH = 80.0


class Leaves:
    """A `Twofold` in A4; `pages` may be written on beside. `name` is said in every foot."""

    def __init__(
        self, say: Say, names: Sequence[str], on: date, *, value: str = "", wide: bool = False
    ) -> None:
        title = f"{say(FIRST)} / {say(SECOND)} {value}".strip()
        foot = " · ".join((*names[:1], title))
        self.pages = Pages(title, foot, on, wide=wide)

    def titled(self, say: Say, names: Iterable[str], value: str = "") -> None:
        """What it is, which one if there are several, and whose."""
        self.pages.text(f"{say(FIRST)} {value}".strip(), TITLE, Face.BOLD)
        self.pages.text(say(SECOND), SUBTITLE, grey=GREY)
        self.pages.space(2)
        for name in names:
            self.pages.text(name, SIZE)
        self.pages.space(2)
        self.pages.rule(THICK)
        self.pages.space(4)

    def part(self, key: str) -> None:
        """A new part; its title is never left alone at a page's end."""
        self.pages.need(6 * pitch(PART))
        self.pages.space(3)
        self.pages.text(FIRST(key), PART, Face.BOLD)
        self.pages.text(SECOND(key), SMALL, grey=GREY)
        self.pages.space(1.5)

    def said(self, say: Say, value: str = "") -> None:
        """Both languages, with one value at the right of the first."""
        pages = self.pages
        width = pages.width * ASIDE - 3 if value else pages.width
        first, second = pages.lines(say(FIRST), SIZE, width), pages.lines(say(SECOND), SMALL, width)
        beside = pages.lines(value, SIZE, pages.width * (1 - ASIDE), Face.BOLD) if value else []
        words = len(first) * pitch(SIZE) + len(second) * pitch(SMALL)
        high = max(words, len(beside) * pitch(SIZE))
        pages.need(high)
        self._column(pages.left, pages.y, first, SIZE)
        self._column(pages.left, pages.y + len(first) * pitch(SIZE), second, SMALL, grey=GREY)
        self._column(pages.left + pages.width * ASIDE, pages.y, beside, SIZE, Face.BOLD)
        pages.space(high + 1.2)

    def named(self, key: str, value: str = "") -> None:
        """A sentence by its key."""
        self.said(lambda texts: texts(key), value)

    def value(self, words: str) -> None:
        """A value too long to stand aside, under what was said last."""
        self.pages.text(words, SIZE)
        self.pages.space(2)

    def fine(self, words: str) -> None:
        """The same for those few who can read it."""
        self.pages.text(words, TINY)
        self.pages.space(2)

    def numbered(self, nth: int, words: str) -> None:
        """The beginning of one of several things."""
        self.pages.need(8 * pitch(PART))
        self.pages.space(3)
        self.pages.rule(THICK)
        self.pages.space(2)
        self.pages.text(f"{nth}. {words}", PART, Face.BOLD)
        self.pages.space(1)

    def compared(self, lines: Iterable[str]) -> None:
        """Lines that two people read to each other."""
        for words in lines:
            self.pages.text(words, SIZE, Face.BOLD)

    def blank(self, say: Say, lines: int) -> None:
        """Room for a hand, under what it is for."""
        pages = self.pages
        pages.need(2 * pitch(SIZE) + lines * HAND_ROOM)
        self.said(say)
        for _ in range(lines):
            pages.space(HAND_ROOM)
            pages.rule()
        pages.space(3)

    def signed(self, key: str, value: str = "") -> None:
        """A line for a hand, and under it whose."""
        pages = self.pages
        pages.need(SIGN_ROOM + 3 * pitch(SIZE))
        pages.space(SIGN_ROOM)
        pages.line(pages.left, pages.y, pages.left + SIGN_WIDTH, pages.y)
        pages.space(1)
        self.named(key, value)

    def ended(self, say: Say) -> None:
        """The last word."""
        self.pages.need(3 * pitch(PART))
        self.pages.space(5)
        self.pages.text(say(FIRST), PART, Face.BOLD)
        self.pages.text(say(SECOND), SIZE, grey=GREY)

    def _column(
        self, x: float, y: float, lines: Sequence[str], size: float, face: Face = Face.REGULAR,
        *, grey: int = BLACK,
    ) -> None:  # fmt: skip
        for nth, words in enumerate(lines):
            self.pages.put(x, y + nth * pitch(size), words, size, face, grey=grey)
