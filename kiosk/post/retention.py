"""When the words of a letter may go: some months after it was answered.

The row stays for ever, with its summary, its decision and its public answer; the letter and the
private reply are what is erased. Why so: docs/decisions/0035.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from kiosk.post.analysis import given_on
from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Decision, Entry
from kiosk.post.matters import Matter

ENDS = frozenset({Decision.ANSWERED, Decision.DECLINED, Decision.NO_ACTION})
"""Decisions that are an answer themselves."""


@dataclass(frozen=True)
class Staying:
    """How many letters keep their words: not answered yet, or answered too short a time ago."""

    unanswered: int = 0
    later: int = 0


def due(book: Book, months: int, today: date) -> tuple[int, ...]:
    """Numbers of the rows whose letter or private reply may be erased today."""
    last = latest_day(months, today)
    return tuple(number for number, day in _settled(book, today) if day is not None and day <= last)


def staying(book: Book, months: int, today: date) -> Staying:
    """What keeps its words today, by the reason."""
    last, days = latest_day(months, today), [day for _, day in _settled(book, today)]
    return Staying(days.count(None), sum(day is not None and day > last for day in days))


def settled_on(row: Row, matters: Mapping[int, Matter], today: date) -> date | None:
    """The day on which a letter was answered; None as long as it was not.

    That is the first end of its row or of a matter that it is about. A correction does not move it,
    unless it brings a new answer or reply: then the last such one counts, from the close that took
    it in, which is today at the earliest where none has yet.
    """
    if row.closed_on is None:
        return None
    ended = row.lasting(_ends)
    steps = list(pairwise(row.dated))[-len(ended) :] if ended else []
    brought = [(said, on) for (before, _), (said, on) in steps if _brings(said, before)]
    if brought:
        said, on = brought[-1]
        return given_on(said, on or today)
    own = (given_on(said, on or today) for said, on in ended[:1])
    about = (matters[one] for said in row.versions[-1:] for one in said.matters if one in matters)
    days = (matter.ended_since(row.opened_on) for matter in about)
    return min((*own, *(day for day in days if day is not None)), default=None)


def latest_day(months: int, today: date) -> date:
    """What was answered after this day keeps its words."""
    return today - relativedelta(months=months)


def _settled(book: Book, today: date) -> Iterator[tuple[int, date | None]]:
    matters = {matter.number: matter for matter in book.matters}
    for row in book.rows:
        if any(said.text or said.reply for said in row.versions):
            yield row.number, settled_on(row, matters, today)


def _ends(said: Entry) -> bool:
    return said.answer is not None or said.alone or said.decision in ENDS


def _brings(said: Entry, before: Entry) -> bool:
    """Whether a correction brought an answer or a reply in other words."""
    told = said.answer is not None and _words(said.answer) != _words(before.answer)
    new_reply = bool(said.reply) and said.reply != before.reply
    return told or new_reply or (said.alone and not before.alone)


def _words(answer: Answer | None) -> object:
    return answer and (answer.headline, answer.body)
