"""When the words of a letter may go: some months after nothing was left to do about it.

The row stays for ever, with its summary, its decision and its public answer; the letter and the
private reply are what is erased. Why so: docs/decisions/0035.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateutil.relativedelta import relativedelta

from kiosk.post.analysis import answered_on
from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision
from kiosk.post.matters import Matter


def due(book: Book, months: int, today: date) -> tuple[int, ...]:
    """Numbers of the rows whose letter or private reply may be erased today."""
    matters = {matter.number: matter for matter in book.matters}
    found = (row for row in book.rows if _has_words(row))
    settled = ((row.number, settled_on(row, matters)) for row in found)
    kept = relativedelta(months=months)
    return tuple(number for number, day in settled if day is not None and day + kept <= today)


def settled_on(row: Row, matters: Mapping[int, Matter]) -> date | None:
    """The day on which the last was done about a letter; None as long as something is to be done.

    That is the close of its review, or later its answer, the close after a correction, or the last
    outcome of what it is about. A letter that was referred waits for the outcome of its matter.
    """
    entry = row.entry
    if entry is None or row.closed_on is None or (row.former and row.amended_on is None):
        return None
    about = [matters[number] for number in entry.matters if number in matters]
    if any(matter.open for matter in about):
        return None
    if entry.decision is Decision.REFERRED and not about:
        return None
    outcomes = (outcome.on for matter in about for outcome in matter.outcomes)
    days = (row.closed_on, row.amended_on, answered_on(row), *outcomes)
    return max(day for day in days if day is not None)


def latest_close(months: int, today: date) -> date:
    """Reviews that closed after this day have no letter to erase yet."""
    return today - relativedelta(months=months)


def _has_words(row: Row) -> bool:
    return any(said.text or said.reply for said in row.versions)
