"""Matters: what one or several entries are about, and how far each has come (R11).

Only entries are ever counted, never matters (law 5).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from kiosk.post import answer_parts
from kiosk.post.answer_parts import day, iso
from kiosk.post.journal import MAX_SUMMARY, Answer, Forum
from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap
from kiosk.post.roles import Role
from kiosk.post.subjects import Subject, known_subjects

MAX_TITLE = 60
MAX_WORDS = MAX_SUMMARY
MAX_OUTCOMES = 16
HEAD_ROOM = 2560
"""Everything but the texts: state, days and forums, also of every outcome."""

MATTER_SIZE = (
    HEAD_ROOM
    + room(MAX_TITLE)
    + sum(map(room, answer_parts.LIMITS))
    + MAX_OUTCOMES * room(MAX_WORDS)
)
SEALED_MATTER_SIZE = MATTER_SIZE + 40
"""Bytes of every matter in the store: a secretbox adds a nonce of 24 and a check of 16."""

NUMBER_BITS = 48


class State(StrEnum):
    """How far a matter has come; those that a decision leads to bear its name."""

    REGISTERED = "registered"
    REFERRED = "referred"
    CONSIDERED = "considered"
    ANSWERED = "answered"
    DECLINED = "declined"
    NO_ACTION = "no_action"


OPEN = frozenset({State.REGISTERED, State.REFERRED, State.CONSIDERED})
"""In these something is still to be done."""


class MatterError(Exception):
    """A matter cannot be written or read."""


class TitleTooLong(MatterError, ValueError):
    """Longer than MAX_TITLE code points."""


class MatterTooLong(MatterError, ValueError):
    """More outcomes than MAX_OUTCOMES, or words beyond their length."""


class DamagedMatter(MatterError, ValueError):
    """Bytes that are no matter."""


@dataclass(frozen=True)
class Outcome:
    """What became of a matter on a day, and where; at most MAX_WORDS code points say more."""

    on: date
    state: State
    forum: Forum | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class Before:
    """How a matter stood before the letters of this review moved it: a correction goes back to it.

    Rows up to `after` are not taken back any more: an outcome was written since.
    """

    review: int
    after: int = 0
    state: State = State.REGISTERED
    forum: Forum | None = None
    due: date | None = None
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    urgent: date | None = None


@dataclass(frozen=True)
class Matter:
    """What several entries may be about; `review` is the earliest of which a letter is about it.

    `number` is random, so that it tells no order, and is never shown; 0 is not drawn yet.
    `excluded` must not read some letter about it, nor its title. `due` is the day of the forum;
    None is not set yet. `outcomes` are in the order in which they were written. `answer` is the
    last public one; it waits until it is `published`. `urgent` is the day on which somebody was
    told of an urgent letter about it; None once an outcome was written.
    """

    number: int
    title: str = field(repr=False)
    subjects: tuple[Subject, ...] = field(repr=False)
    opened_on: date
    review: int = 0
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    forum: Forum | None = None
    due: date | None = None
    state: State = State.REGISTERED
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)
    answer: Answer | None = field(default=None, repr=False)
    published: bool = False
    before: Before | None = field(default=None, repr=False)
    urgent: date | None = None

    @property
    def pressing(self) -> bool:
        """Whether an urgent letter waits for an outcome."""
        return self.open and self.urgent is not None

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in OPEN

    def answered_since(self, day: date) -> date | None:
        """The first day from this one on, on which it was answered; None while it was not."""
        answers = (one.on for one in self.outcomes if one.state is State.ANSWERED)
        return min((on for on in answers if on >= day), default=None)

    @property
    def full(self) -> bool:
        """Whether no outcome can be added."""
        return len(self.outcomes) >= MAX_OUTCOMES


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
    """MATTER_SIZE bytes; raises `TitleTooLong` or `MatterTooLong`."""
    if len(matter.title) > MAX_TITLE:
        raise TitleTooLong(f"a matter's title has at most {MAX_TITLE} characters")
    if len(matter.outcomes) > MAX_OUTCOMES:
        raise MatterTooLong(f"a matter has at most {MAX_OUTCOMES} outcomes")
    words = [outcome.words for outcome in matter.outcomes]
    if any(len(said) > MAX_WORDS for said in words):
        raise MatterTooLong(f"an outcome has at most {MAX_WORDS} characters")
    texts = [matter.title, *answer_parts.texts(matter.answer), *words]
    try:
        return wrap(_head(matter), texts, MATTER_SIZE)
    except ParcelTooLong:
        raise MatterTooLong("the matter is longer than its place") from None


def unpack(packed: bytes) -> Matter:
    """The matter again; raises `DamagedMatter`, which quotes nothing of it."""
    try:
        head, texts = unwrap(packed)
        return _matter(head, texts[0], texts[1:])
    except (NotAParcel, ValueError, TypeError, LookupError):
        raise DamagedMatter("the matter cannot be read") from None


def _head(matter: Matter) -> dict[str, Any]:
    return {
        "number": matter.number,
        "subjects": matter.subjects,
        "opened_on": matter.opened_on.isoformat(),
        "review": matter.review,
        "excluded": sorted(matter.excluded),
        "forum": matter.forum,
        "due": iso(matter.due),
        "state": matter.state,
        "outcomes": [[one.on.isoformat(), one.state, one.forum] for one in matter.outcomes],
        "answer": answer_parts.head(matter.answer),
        "published": matter.published,
        "before": matter.before and _before_head(matter.before),
        "urgent": iso(matter.urgent),
    }


def _before_head(before: Before) -> list[Any]:
    stood = [before.state, before.forum, iso(before.due)]
    return [before.review, before.after, *stood, sorted(before.excluded), iso(before.urgent)]


def _matter(head: dict[str, Any], called: str, texts: Sequence[str]) -> Matter:
    """What a later version may call differently is left out; what it added is not missed."""
    answered = len(answer_parts.LIMITS)
    return Matter(
        number=int(head["number"]),
        title=called,
        subjects=known_subjects(head["subjects"]),
        opened_on=date.fromisoformat(head["opened_on"]),
        review=int(head["review"]),
        excluded=_roles(head.get("excluded", ())),
        forum=_forum(head.get("forum")),
        due=day(head.get("due")),
        state=_state(head.get("state")),
        outcomes=tuple(
            Outcome(date.fromisoformat(on), _state(state), _forum(forum), words)
            for (on, state, forum), words in zip(
                head.get("outcomes", ()), texts[answered:], strict=False
            )
        ),
        answer=answer_parts.together(head.get("answer"), texts[:answered]),
        published=bool(head.get("published")),
        before=_before(*head["before"]) if head.get("before") else None,
        urgent=day(head.get("urgent")),
    )


def _before(
    review: int,
    after: int,
    state: str,
    forum: str | None,
    due: str | None,
    excluded: list[str],
    urgent: str | None = None,
) -> Before:
    stood = _state(state), _forum(forum), day(due), _roles(excluded)
    return Before(review, after, *stood, day(urgent))


def _roles(words: Iterable[str]) -> frozenset[Role]:
    return frozenset(map(Role, words))


def _state(word: object) -> State:
    return next((state for state in State if state == word), State.REGISTERED)


def _forum(word: object) -> Forum | None:
    return next((forum for forum in Forum if forum == word), None)
