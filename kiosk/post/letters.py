"""Letters: what a pupil writes, on the screen or on paper (R3, R8, R9)."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from kiosk.post.roles import Role

MAX_CHARACTERS = 4000
"""Code points in one letter (law 4: every envelope has one size)."""

LEAP_YEAR = 2028
LAST_WINTER = timedelta(days=183)
"""A day further back than half a year is taken for one that is still to come."""

NAME_SIZE, KEY_SIZE = 16, 32

UNSEEN = frozenset(("Cc", "Cs", "Cn", "Co"))
"""Unicode categories that draw nothing: controls, halves of a character, unassigned, private."""

TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that turn the direction of writing and so could make a text read as another."""


class Language(StrEnum):
    """Languages of the screen; Kyrgyz first."""

    KY = "ky"
    RU = "ru"
    EN = "en"


class Kind(StrEnum):
    """What a letter is about (R3); a pupil may choose none."""

    REPORT = "report"
    WISH = "wish"
    REQUEST = "request"
    SUGGESTION = "suggestion"
    QUESTION = "question"


class Origin(StrEnum):
    """How a letter came."""

    TYPED = "typed"
    PAPER = "paper"


class LetterError(Exception):
    """A letter cannot be taken as it is."""


class EmptyLetter(LetterError, ValueError):
    """Nothing but blanks was written."""


class LetterTooLong(LetterError, ValueError):
    """More than MAX_CHARACTERS code points."""


class NoSuchDate(LetterError, ValueError):
    """A day that its month does not have."""


@dataclass(frozen=True)
class DayMonth:
    """The date a letter carries: day and month, never an hour or a year (R9)."""

    day: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 1 <= self.day <= monthrange(LEAP_YEAR, self.month)[1]):
            raise NoSuchDate(f"there is no day {self.day} in month {self.month}")

    @classmethod
    def of(cls, day: date) -> DayMonth:
        """Day and month of a date."""
        return cls(day.day, day.month)


def by_then(written: DayMonth, today: date) -> bool:
    """Whether a letter that is read today may bear this day: it is not still to come.

    No year stands on it, so one of last December may be read in January.
    """
    if (written.month, written.day) <= (today.month, today.day):
        return True
    last = today.year - 1
    day = min(written.day, monthrange(last, written.month)[1])
    return today - date(last, written.month, day) <= LAST_WINTER


@dataclass(frozen=True)
class ReplyTo:
    """Where a private reply goes (R2): `name` (16 bytes) to look it up, `key` (32) to seal it to.

    Both follow from a reply code that only the writer holds; neither leads back to it.
    """

    name: bytes = field(repr=False)
    key: bytes = field(repr=False)

    def words(self) -> list[str]:
        """Both in figures, for what is sealed; `of` reads them."""
        return [self.name.hex(), self.key.hex()]

    @classmethod
    def of(cls, words: Sequence[str]) -> ReplyTo:
        """Raises ValueError or TypeError for anything else than `words` gave."""
        name, key = map(bytes.fromhex, words)
        if (len(name), len(key)) != (NAME_SIZE, KEY_SIZE):
            raise ValueError("a reply goes to a name of 16 bytes and a key of 32")
        return cls(name, key)


@dataclass(frozen=True)
class Letter:
    """A typed letter in plain; exists only in memory (law 3).

    `excluded` must not read it: the writer said so before sending.
    """

    text: str = field(repr=False)
    written: DayMonth
    kind: Kind | None = field(default=None, repr=False)
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    reply_to: ReplyTo | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise EmptyLetter("the letter is empty")
        if len(self.text) > MAX_CHARACTERS:
            raise LetterTooLong(f"a letter has at most {MAX_CHARACTERS} characters")


def clean(text: str) -> str:
    """What a keyboard sent, without what cannot be read; composed (NFC), lines end with \\n.

    Emoji stay. Composing may add a character, so count the length afterwards.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", "".join(filter(_readable, lines)))


def _readable(character: str) -> bool:
    if character == "\n":
        return True
    return unicodedata.category(character) not in UNSEEN and character not in TURNERS
