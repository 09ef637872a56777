"""What says each thing twice: Kyrgyz, Russian under it, each figure once.

So nobody can make two languages that disagree. A paper is written onto a `Twofold`, which is a
strip of the receipt printer or a document in A4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from kiosk.paper.sheet import Sheet
from kiosk.post.letters import Language
from kiosk.texts import Texts

if TYPE_CHECKING:
    from kiosk.config.school import School

Say = Callable[[Texts], str]

FIRST, SECOND = Texts(Language.KY), Texts(Language.RU)
LARGE, SMALL, TINY = 23, 20, 16

SIGN_ROOM = 58
"""Dots above a line, for a hand that signs."""

HAND_ROOM = 46
"""Dots from one line to the next, for a hand that writes."""


def names(school: School) -> tuple[str, ...]:
    """The school's names, each once."""
    return tuple(dict.fromkeys(map(school.named, (Language.KY, Language.RU))))


class Twofold(Protocol):
    """Grows downwards, as long as it must be."""

    def titled(self, say: Say, names: Iterable[str], value: str = "") -> None:
        """What it is, which one if there are several, and whose."""

    def part(self, key: str) -> None:
        """A new part, by the key of its title."""

    def said(self, say: Say, value: str = "") -> None:
        """Both languages, with one value at the right of the first."""

    def named(self, key: str, value: str = "") -> None:
        """A sentence by its key."""

    def value(self, words: str) -> None:
        """A value too long to stand aside, under what was said last."""

    def fine(self, words: str) -> None:
        """The same for those few who can read it."""

    def numbered(self, nth: int, words: str) -> None:
        """The beginning of one of several things."""

    def compared(self, lines: Iterable[str]) -> None:
        """Lines that two people read to each other."""

    def blank(self, say: Say, lines: int) -> None:
        """Room for a hand, under what it is for."""

    def signed(self, key: str, value: str = "") -> None:
        """A line for a hand, and under it whose."""

    def ended(self, say: Say) -> None:
        """The last word."""


class Strip:
    """On thermal paper: written on `sheet`, which may be written on beside."""

    def __init__(self, dots: int) -> None:
        self.sheet = Sheet(dots)

    def titled(self, say: Say, names: Iterable[str], value: str = "") -> None:
        """What it is, which one if there are several, and whose."""
        self.sheet.space(12)
        self.sheet.headline(f"{say(FIRST)} {value}".strip(), 36)
        self.sheet.text(say(SECOND), LARGE)
        for name in names:
            self.sheet.text(name, SMALL)
        self.sheet.space(10)

    def part(self, key: str) -> None:
        """A new part, by the key of its title."""
        self.sheet.space(10)
        self.sheet.rule()
        self.sheet.space(14)
        self.sheet.headline(FIRST(key), 28)
        self.sheet.text(SECOND(key), SMALL)
        self.sheet.space(8)

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

    def fine(self, words: str) -> None:
        """The same for those few who can read it."""
        self.sheet.text(words, TINY, left=True)
        self.sheet.space(8)

    def numbered(self, nth: int, words: str) -> None:
        """The beginning of one of several things."""
        self.sheet.space(10)
        self.sheet.rule()
        self.sheet.space(14)
        self.sheet.text(f"{nth}. {words}", 27, left=True)
        self.sheet.space(4)

    def compared(self, lines: Iterable[str]) -> None:
        """Lines that two people read to each other."""
        for words in lines:
            self.sheet.text(words, LARGE, left=True)

    def blank(self, say: Say, lines: int) -> None:
        """Room for a hand, under what it is for."""
        self.said(say)
        for _ in range(lines):
            self.sheet.space(HAND_ROOM)
            self.sheet.line()
        self.sheet.space(10)

    def signed(self, key: str, value: str = "") -> None:
        """A line for a hand, and under it whose."""
        self.sheet.space(SIGN_ROOM)
        self.sheet.line()
        self.named(key, value)

    def ended(self, say: Say) -> None:
        """The last word."""
        self.sheet.space(10)
        self.sheet.rule()
        self.sheet.space(14)
        for texts in (FIRST, SECOND):
            self.sheet.text(say(texts), 27)
