"""Every version of every row: what it says, what it said before, and where it stands in the chain.

A version goes into the chain at the next close. One that was never chained has no `chained` yet.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from kiosk.post.chain import Numbered
from kiosk.store.tables import entries, superseded


def chain(connection: Connection, review: int) -> tuple[Numbered, ...]:
    """Let all that is new stand in this review's chain; by age, so that heads can follow."""
    for table in (superseded, entries):
        new = update(table).where(table.c.chained.is_(None))
        connection.execute(new.values(chained=review))
    return chained(connection, review)


def chained(connection: Connection, review: int) -> tuple[Numbered, ...]:
    """Number and digest of each version in this review's chain, the older of a row first."""
    before = select(superseded.c.row, superseded.c.digest).where(superseded.c.chained == review)
    now = select(entries.c.number, entries.c.digest).where(entries.c.chained == review)
    found = [
        *connection.execute(before.order_by(superseded.c.number)),
        *connection.execute(now.order_by(entries.c.number)),
    ]
    return tuple((number, digest or b"") for number, digest in found)
