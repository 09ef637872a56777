"""A strip on which each thing is said twice: Kyrgyz, Russian under it, each figure once."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.paper.sheet import Sheet
from kiosk.post.letters import Language
from kiosk.texts import Texts

Say = Callable[[Texts], str]

FIRST, SECOND = Texts(Language.KY), Texts(Language.RU)
LARGE, SMALL = 23, 20

SIGN_ROOM = 58
"""Dots above a line, for a hand that signs."""


class Strip:
    """Written on `sheet`, which may be written on beside."""

    def __init__(self, dots: int) -> None:
        self.sheet = Sheet(dots)

    def said(self, say: Say, value: str = "") -> None:
        """Both languages, with one value at the right of the first."""
        self.sheet.text(say(FIRST), LARGE, left=True, aside=value)
        self.sheet.text(say(SECOND), SMALL, left=True)
        self.sheet.space(6)

    def named(self, key: str, value: str = "") -> None:
        """A sentence by its key."""
        self.said(lambda texts: texts(key), value)

    def value(self, words: str) -> None:
        """A value too long to stand aside, under what was said last."""
        self.sheet.text(words, LARGE, left=True)
        self.sheet.space(8)

    def part(self, key: str) -> None:
        """A new part, by the key of its title."""
        self.sheet.space(10)
        self.sheet.rule()
        self.sheet.space(14)
        self.sheet.headline(FIRST(key), 28)
        self.sheet.text(SECOND(key), SMALL)
        self.sheet.space(8)

    def signed(self, key: str, value: str = "") -> None:
        """A line for a hand, and under it whose."""
        self.sheet.space(SIGN_ROOM)
        self.sheet.line()
        self.named(key, value)
