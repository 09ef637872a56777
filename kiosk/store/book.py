"""The whole journal on the tables: read for the desk, and what a desk session leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from secrets import SystemRandom

from sqlalchemy import Connection, select

from kiosk.post.board import Notice
from kiosk.post.book import Record, ReviewDays, SealedBook
from kiosk.post.meeting import SealedMatter
from kiosk.post.replies import Replying
from kiosk.store import matters, notices, replies, versions
from kiosk.store.tables import reviews

Take = Callable[[Record], None]
"""Is given each record, sealed, and opens it."""

Written = tuple[int, bytes]
"""A matter's number, and the matter sealed."""


def read(connection: Connection, take: Take) -> SealedBook:
    """All reviews, rows, what rows said before, and matters.

    `take` gets what is sealed, record by record: a whole journal would not be held in memory.
    """
    found = connection.execute(select(reviews).order_by(reviews.c.number))
    days = tuple(ReviewDays(row.number, row.opened_on, row.closed_on) for row in found)
    rows, before = versions.now(connection), versions.before(connection)
    for version in (*before, *rows):
        take(replace(version, sealed=versions.sealed(connection, version)))
    kept = matters.numbers(connection)
    for number in kept:
        take(matters.one(connection, number))
    return SealedBook(days, rows, before, tuple(SealedMatter(number, b"") for number in kept))


def close_desk(
    connection: Connection,
    answers: Sequence[Notice],
    written: Sequence[Written],
    replying: Replying | None,
) -> None:
    """Hang the answers up shuffled, lay the replies out, keep the matters that are published."""
    for notice in SystemRandom().sample(answers, len(answers)):
        notices.add(connection, notice)
    for number, sealed in written:
        matters.write(connection, number, sealed)
    if replying is not None:
        replies.publish(connection, replying)
