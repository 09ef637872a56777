"""What the letters of a period come to: by kind, origin, forum, outcome and month (R4, 2.1).

Only entries are counted, never matters (law 5). A letter belongs to the month and the school year
in which its box was opened: the day it carries has no year, and may be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import TypeVar

from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import Kind, Origin
from kiosk.post.matters import Matter
from kiosk.post.roles import Role
from kiosk.post.schoolyear import SchoolYear, following, month_of

RECURRING = 2
"""Letters that make a matter a recurring one."""

NO_MATTERS: Mapping[int, Matter] = {}

What = TypeVar("What", bound=Hashable)


@dataclass(frozen=True)
class Recurring:
    """A matter that several letters of the period are about."""

    title: str = field(repr=False)
    letters: int


@dataclass(frozen=True)
class Tally:
    """Counts of one period, both days included; for the committee's eyes.

    Every key is there, also with a zero, in the order of the form; `months` has each month from the
    first letter's to the last letter's, by its first day. `unread` rows no longer open: they are
    among the `letters`, the months and the years, and nowhere else. `days` is the median of days
    from the opening of the box to the answer, None where nothing was answered. `recurring` has the
    most frequent matter first.
    """

    first: date
    last: date
    letters: int
    unread: int
    kinds: Mapping[Kind | None, int]
    origins: Mapping[Origin, int]
    forums: Mapping[Forum, int]
    outcomes: Mapping[Decision, int]
    months: Mapping[date, int]
    years: Mapping[SchoolYear, int]
    answered: int
    days: float | None
    recurring: tuple[Recurring, ...] = field(repr=False)

    @property
    def share(self) -> float | None:
        """The part of the letters that was answered, 0 to 1; None where there are no letters."""
        return self.answered / self.letters if self.letters else None


def tally(book: Book, first: date, last: date, present: Collection[Role] = ()) -> Tally:
    """Count the rows whose box was opened from `first` to `last`.

    Matters that somebody `present` must not read of are counted with, but not named.
    """
    rows = [row for row in book.rows if first <= row.opened_on <= last]
    entries = [row.entry for row in rows if row.entry is not None]
    matters = {matter.number: matter for matter in book.matters}
    waited = [(row.opened_on, answered_on(row, matters)) for row in rows]
    days = [(day - opened).days for opened, day in waited if day is not None]
    return Tally(
        first=first,
        last=last,
        letters=len(rows),
        unread=len(rows) - len(entries),
        kinds=_counted((*Kind, None), (entry.kind for entry in entries)),
        origins=_counted(Origin, (entry.origin for entry in entries)),
        forums=_counted(Forum, (entry.forum for entry in entries)),
        outcomes=_counted(Decision, (entry.decision for entry in entries)),
        months=_months(row.opened_on for row in rows),
        years=dict(sorted(Counter(SchoolYear.of(row.opened_on) for row in rows).items())),
        answered=len(days),
        days=float(median(days)) if days else None,
        recurring=_recurring(book.before(present), entries),
    )


def answered_on(row: Row, matters: Mapping[int, Matter] = NO_MATTERS) -> date | None:
    """The day on which a letter first got its answer: when a close took it in, or its own day.

    Or the first day on which one of the `matters`, by number, was answered that it is about. None
    while the review goes on, for a letter that nobody answered yet, in public or private, and for
    an answer that only a correction brought, until the next close. An answer that was taken back is
    none; what follows the first one does not move its day.
    """
    if row.entry is None or row.closed_on is None:
        return None
    own = [given_on(said, on) for said, on in row.lasting(_answered)[:1] if on is not None]
    about = (matters[number] for number in row.entry.matters if number in matters)
    days = (matter.answered_since(row.opened_on) for matter in about)
    return min((*own, *(day for day in days if day is not None)), default=None)


def given_on(said: Entry, on: date) -> date:
    """When an answer is given that was taken in by the close of this day: it may hang later."""
    first = said.answer.first_day if said.answer is not None else None
    return max(on, first or on)


def _answered(said: Entry) -> bool:
    return said.answer is not None or said.alone or said.decision is Decision.ANSWERED


def _counted(order: Iterable[What], found: Iterable[What | None]) -> dict[What, int]:
    counts = Counter(found)
    return {what: counts[what] for what in order}


def _months(days: Iterable[date]) -> dict[date, int]:
    """Letters by month, without a gap between the first and the last."""
    counts = Counter(map(month_of, days))
    months: dict[date, int] = {}
    month = min(counts, default=date.max)
    while month <= max(counts, default=date.min):
        months[month] = counts[month]
        month = following(month)
    return months


def _recurring(book: Book, entries: Iterable[Entry]) -> tuple[Recurring, ...]:
    counts = Counter(number for entry in entries for number in set(entry.matters))
    found = [
        Recurring(matter.title, counts[matter.number])
        for matter in book.matters
        if counts[matter.number] >= RECURRING
    ]
    return tuple(sorted(found, key=lambda one: -one.letters))
