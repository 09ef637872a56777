"""Journals to count and to search: rows by review, with as much said as a test needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Origin
from kiosk.post.schoolyear import SchoolYear

SEPTEMBER = date(2026, 9, 25)
OCTOBER = date(2026, 10, 30)
NOVEMBER = date(2026, 11, 27)
YEAR = SchoolYear(2026)
ENTRY = Entry(
    Origin.TYPED, DayMonth(22, 9), Kind.REQUEST, "Жарык жок", True, Forum.DIRECTOR,
    Decision.REFERRED,
)  # fmt: skip
ANSWERED = replace(ENTRY, forum=None, decision=Decision.ANSWERED)


def row(number: int, entry: Entry | None = ENTRY, opened: date = SEPTEMBER, after: int = 0) -> Row:
    """A row of a review that closed so many days after the box was opened."""
    return Row(number, opened.month, opened, opened + timedelta(days=after), entry)


def book(*entries: Entry | None, opened: date = SEPTEMBER) -> Book:
    """One review with these rows, numbered from 1."""
    return Book(tuple(row(n, entry, opened) for n, entry in enumerate(entries, 1)))


def joined(*books: Book) -> Book:
    """Several reviews one after the other, numbered anew."""
    rows = [one for part in books for one in part.rows]
    return Book(tuple(replace(one, number=n) for n, one in enumerate(rows, 1)))


def letters(kind: Kind | None, decision: Decision, count: int) -> Iterable[Entry]:
    """So many letters alike."""
    forum = Forum.DIRECTOR if decision is Decision.REFERRED else None
    return [replace(ENTRY, kind=kind, decision=decision, forum=forum)] * count


entries = st.builds(
    Entry,
    origin=st.sampled_from(Origin),
    written=st.none(),
    kind=st.sampled_from([*Kind, None]),
    summary=st.sampled_from(["Жарык", "Тамак"]),
    forum=st.sampled_from([*Forum, None]),
    decision=st.sampled_from(Decision),
    reply=st.sampled_from(["", "Рахмат"]),
)
