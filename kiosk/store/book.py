"""The whole journal on the tables: read for the desk, and what a desk session leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from kiosk.post.answers import Telling
from kiosk.post.book import Record, ReviewDays, SealedBook
from kiosk.post.journal_key import After
from kiosk.post.meeting import SealedMatter
from kiosk.post.replies import Replying
from kiosk.store import matters, notices, replies, versions
from kiosk.store.tables import reviews
from kiosk.store.versions import Settles, untouched

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


@dataclass(frozen=True)
class GoesOut:
    """What is published together at the end of a review or of a desk session.

    `written` are the matters of the answers, sealed as published. `settles` is asked, on the
    store's thread, for each row that the chain does not know yet.
    """

    answers: Sequence[Telling] = ()
    written: Sequence[Written] = ()
    replying: Replying | None = None
    settles: Settles = untouched


NOTHING_ELSE = GoesOut()


def publish(connection: Connection, out: GoesOut, day: date, review: int | None = None) -> None:
    """Hang the answers up shuffled, lay the replies out; rows and matters know it from then on.

    `review` is the one that is being closed.
    """
    hung = notices.tell(connection, out.answers, day)
    for number, sealed in out.written:
        matters.write(connection, number, sealed)
    if out.replying is not None:
        replies.publish(connection, out.replying)
    replied = out.replying.rows if out.replying else ()
    after = {row: After(hung.get(row), row in replied) for row in (*hung, *replied)}
    versions.settle(connection, after, out.settles, review)
