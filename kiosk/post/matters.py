"""Matters: what one or several entries are about, and how far each has come (R11).

Only entries are ever counted, never matters (law 5).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.post.journal import MAX_SUMMARY, Answer, Forum
from kiosk.post.roles import Role
from kiosk.post.subjects import Subject

MAX_TITLE = 60
MAX_WORDS = MAX_SUMMARY
MAX_OUTCOMES = 16

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

    def ended_since(self, day: date) -> date | None:
        """The first day from this one on, on which it ended, however it did."""
        ends = (one.on for one in self.outcomes if one.state not in OPEN)
        return min((on for on in ends if on >= day), default=None)

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
