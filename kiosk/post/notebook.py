"""The journal as a school keeps it in a notebook: rows without a word of any letter (4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.analysis import answered_on
from kiosk.post.book import Row
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Origin


@dataclass(frozen=True)
class Said:
    """What a row says on paper; `replied`: the writer alone got a reply, which is not said."""

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


def notebook(rows: Iterable[Row], first: date, last: date) -> Notebook:
    """Copy the rows of a time into a notebook."""
    chosen = (row for row in rows if first <= row.opened_on <= last)
    return Notebook(first, last, tuple(map(line, sorted(chosen, key=lambda row: row.number))))


def line(row: Row) -> Line:
    """Copy one row."""
    said = _said(row.entry) if row.entry else None
    return Line(row.number, row.review, row.opened_on, answered_on(row), said, len(row.former))


def _said(entry: Entry) -> Said:
    return Said(
        origin=entry.origin,
        written=entry.written,
        kind=entry.kind,
        summary=entry.summary,
        forum=entry.forum,
        decision=entry.decision,
        reason=entry.reason,
        answer=entry.answer,
        replied=bool(entry.reply),
        urgent=entry.urgent,
    )
