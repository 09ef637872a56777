"""Matters: what one or several entries are about. Only entries are ever counted (law 5)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap
from kiosk.post.roles import Role

MAX_TITLE = 60
HEAD_ROOM = 2048
"""What comes later of a matter has room here: its forum, its day, its outcome."""

MATTER_SIZE = HEAD_ROOM + room(MAX_TITLE)
SEALED_MATTER_SIZE = MATTER_SIZE + 40
"""Bytes of every matter in the store: a secretbox adds a nonce of 24 and a check of 16."""

NUMBER_BITS = 48


class Subject(StrEnum):
    """What a letter speaks of, by a touch; its name stands in for a summary nobody typed."""

    BULLYING = "bullying"
    TEACHERS = "teachers"
    LESSONS = "lessons"
    MEALS = "meals"
    CLEANLINESS = "cleanliness"
    BUILDING = "building"
    SAFETY = "safety"
    HOME = "home"
    MONEY = "money"
    THANKS = "thanks"
    OTHER = "other"


class MatterError(Exception):
    """A matter cannot be written or read."""


class TitleTooLong(MatterError, ValueError):
    """Longer than MAX_TITLE code points."""


class DamagedMatter(MatterError, ValueError):
    """Bytes that are no matter."""


@dataclass(frozen=True)
class Matter:
    """What several entries may be about; `review` is the review in which it first came up.

    `number` is random, so that it tells no order, and is never shown; 0 is not drawn yet.
    `excluded` must not read the letter it began with, nor its title.
    """

    number: int
    title: str = field(repr=False)
    subjects: tuple[Subject, ...] = field(repr=False)
    opened_on: date
    review: int = 0
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)


def begun(summary: str, subjects: tuple[Subject, ...], opened_on: date, review: int) -> Matter:
    """A matter for a letter that belongs to none yet: its title is the summary's beginning."""
    return Matter(0, title(summary), subjects, opened_on, review)


def numbered(matter: Matter) -> Matter:
    """The same with a number drawn for it."""
    return replace(matter, number=1 + secrets.randbelow((1 << NUMBER_BITS) - 1))


def title(summary: str) -> str:
    """The beginning of a summary on one line, cut at a word where it is too long."""
    words = " ".join(summary.split())
    if len(words) <= MAX_TITLE:
        return words
    cut = words[: MAX_TITLE - 1]
    whole = cut.rpartition(" ")[0] if words[MAX_TITLE - 1] != " " else cut
    return f"{whole.rstrip() or cut}…"


def pack(matter: Matter) -> bytes:
    """MATTER_SIZE bytes; raises `TitleTooLong`."""
    if len(matter.title) > MAX_TITLE:
        raise TitleTooLong(f"a matter's title has at most {MAX_TITLE} characters")
    head = {
        "number": matter.number,
        "subjects": matter.subjects,
        "opened_on": matter.opened_on.isoformat(),
        "review": matter.review,
        "excluded": sorted(matter.excluded),
    }
    try:
        return wrap(head, [matter.title], MATTER_SIZE)
    except ParcelTooLong:
        raise TitleTooLong("the matter is longer than its place") from None


def unpack(packed: bytes) -> Matter:
    """The matter again; raises `DamagedMatter`, which quotes nothing of it."""
    try:
        head, texts = unwrap(packed)
        return _matter(head, texts[0])
    except (NotAParcel, ValueError, TypeError, LookupError):
        raise DamagedMatter("the matter cannot be read") from None


def known_subjects(words: list[object]) -> tuple[Subject, ...]:
    """The subjects of these names; one that a later version added is left out."""
    return tuple(subject for word in words for subject in Subject if subject == word)


def _matter(head: dict[str, Any], words: str) -> Matter:
    return Matter(
        number=int(head["number"]),
        title=words,
        subjects=known_subjects(head["subjects"]),
        opened_on=date.fromisoformat(head["opened_on"]),
        review=int(head["review"]),
        excluded=frozenset(map(Role, head.get("excluded", ()))),
    )
