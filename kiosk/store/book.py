"""The whole journal on the tables: read for the desk, and what a desk session leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import SystemRandom
from typing import Any

from sqlalchemy import Connection, Row, select

from kiosk.post.board import Notice
from kiosk.post.book import ReviewDays, SealedBook, SealedVersion
from kiosk.post.replies import Replying
from kiosk.store import matters, notices, replies
from kiosk.store.tables import entries, reviews, superseded

Written = tuple[int, bytes]
"""A matter's number, and the matter sealed."""


def read(connection: Connection) -> SealedBook:
    """All reviews, rows, what rows said before, and matters; nothing is opened."""
    of_row = entries.c.number == superseded.c.row
    before = select(superseded, entries.c.review).join(entries, of_row)
    found = connection.execute(select(reviews).order_by(reviews.c.number))
    return SealedBook(
        reviews=tuple(ReviewDays(row.number, row.opened_on, row.closed_on) for row in found),
        rows=tuple(
            _version(row, row.number, 0)
            for row in connection.execute(select(entries).order_by(entries.c.number))
        ),
        superseded=tuple(
            _version(row, row.row, row.number)
            for row in connection.execute(before.order_by(superseded.c.number))
        ),
        matters=matters.kept(connection),
    )


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


def _version(row: Row[Any], number: int, place: int) -> SealedVersion:
    return SealedVersion(number, row.review, row.sealed, row.digest or b"", row.chained, place)
