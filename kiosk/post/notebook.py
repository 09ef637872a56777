"""The journal as a school keeps it in a notebook: rows without a word of any letter (4.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.analysis import NO_MATTERS, answered_on
from kiosk.post.book import Row
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Origin
from kiosk.post.matters import Matter, Outcome


@dataclass(frozen=True)
class Said:
    """What a row says on paper; `replied`: the writer alone got a reply, which is not said.

    `outcome` is the last one of the matters it is about.
    """

    origin: Origin
    written: DayMonth | None
    kind: Kind | None = field(repr=False)
    summary: str = field(repr=False)
    forum: Forum | None
    decision: Decision | None
    reason: str = field(repr=False)
    answer: Answer | None = field(repr=False)
    replied: bool
    urgent: bool
    outcome: Outcome | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Line:
    """One row of the notebook; `said` is None where the row no longer opens.

    `corrected` counts what the row said before.
    """

    number: int
    review: int
    opened_on: date
    answered_on: date | None
    said: Said | None
    corrected: int = 0


@dataclass(frozen=True)
class Notebook:
    """The rows whose box was opened from `first` to `last`, both days included."""

    first: date
    last: date
    lines: tuple[Line, ...] = field(repr=False)


def notebook(
    rows: Iterable[Row], first: date, last: date, matters: Iterable[Matter] = ()
) -> Notebook:
    """Copy the rows of a time into a notebook, with what became of these matters."""
    chosen = sorted((row for row in rows if first <= row.opened_on <= last), key=_number)
    known = {matter.number: matter for matter in matters}
    return Notebook(first, last, tuple(line(row, known) for row in chosen))


def line(row: Row, matters: Mapping[int, Matter] = NO_MATTERS) -> Line:
    """Copy one row; `matters` are known by their numbers."""
    said = _said(row.entry, _outcome(row, matters)) if row.entry else None
    answered = answered_on(row, matters)
    return Line(row.number, row.review, row.opened_on, answered, said, len(row.former))


def _outcome(row: Row, matters: Mapping[int, Matter]) -> Outcome | None:
    """The latest since the letter was read; what became of a matter before is no answer to it."""
    found = [
        outcome
        for number in (row.entry.matters if row.entry else ())
        if number in matters
        for outcome in matters[number].outcomes
        if outcome.on >= row.opened_on
    ]
    return max(found, key=lambda outcome: outcome.on, default=None)


def _number(row: Row) -> int:
    return row.number


def _said(entry: Entry, outcome: Outcome | None) -> Said:
    return Said(
        origin=entry.origin,
        written=entry.written,
        kind=entry.kind,
        summary=entry.summary,
        forum=entry.forum,
        decision=entry.decision,
        reason=entry.reason,
        answer=entry.answer,
        replied=entry.alone,
        urgent=entry.urgent,
        outcome=outcome,
    )
