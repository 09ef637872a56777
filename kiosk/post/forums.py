"""What a forum sees on its day: its agenda, and the general answers that it gives (R11, R12).

`book` is as those present may read it (`Book.before`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kiosk.post.book import Book
from kiosk.post.documents import Agenda, Assembly, ForumDay, Item
from kiosk.post.followup import letters, open_matters
from kiosk.post.journal import GENERAL, Answer, Forum
from kiosk.post.matters import Matter


def agenda_days(book: Book, today: date) -> tuple[ForumDay, ...]:
    """The days for which there is an agenda: what is overdue, or has no day, comes up today."""
    days = {
        ForumDay(one.forum, max(one.due or today, today))
        for one in book.matters
        if one.open and one.forum is not None
    }
    return _in_order(days)


def agenda(book: Book, forum: Forum, on: date, whole: Book | None = None) -> Agenda:
    """All that the forum has to consider by its day, the longest overdue first.

    Of the `whole` journal's matters that `book` keeps back it has the letters' numbers alone.
    """
    known = {matter.number for matter in book.matters}
    due = _due(book, forum, on)
    kept = [one for one in _due(whole or book, forum, on) if one.number not in known]
    numbers = {row.number for one in kept for row in letters(whole or book, one)}
    return Agenda(forum, on, tuple(_item(book, one) for one in due), tuple(sorted(numbers)))


def _due(book: Book, forum: Forum, on: date) -> list[Matter]:
    return [
        one
        for one in open_matters(book.matters)
        if one.forum is forum and (one.pressing or (one.due or on) <= on)
    ]


def assembly_days(book: Book) -> tuple[ForumDay, ...]:
    """The days on which general answers are given."""
    return _in_order(ForumDay(forum, on) for forum, on, _ in _general(book))


def assembly(book: Book, forum: Forum, on: date) -> Assembly:
    """The general answers that this forum gives on its day."""
    said: list[Answer] = []
    for where, day, answer in _general(book):
        if (where, day) == (forum, on) and answer not in said:  # one answer to several letters
            said.append(answer)
    return Assembly(forum, on, tuple(said))


def _item(book: Book, matter: Matter) -> Item:
    rows = letters(book, matter)
    told = tuple((row.number, row.entry.summary) for row in rows if row.entry)
    return Item(matter.title, told, matter.due, urgent=matter.pressing)


def _general(book: Book) -> list[tuple[Forum, date, Answer]]:
    """The answers of rows, then of matters, that wait for the day of a forum."""
    entries = [row.entry for row in book.rows if row.entry is not None]
    told = [(entry.forum, entry.answer) for entry in entries]
    told += [(matter.forum, matter.answer) for matter in book.matters]
    return [
        (forum, answer.first_day, answer)
        for forum, answer in told
        if forum in GENERAL and answer is not None and answer.first_day is not None
    ]


def _in_order(days: Iterable[ForumDay]) -> tuple[ForumDay, ...]:
    places = {forum: nth for nth, forum in enumerate(Forum)}
    return tuple(sorted(set(days), key=lambda one: (one.on, places[one.forum])))
