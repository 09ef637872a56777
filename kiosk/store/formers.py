"""A committee whose quorum is lost for ever: what only its cards could open is kept, and set aside.

So a new committee can begin. Nothing is destroyed: should the cards be found, the letters can be
read from the store without the kiosk.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from secrets import SystemRandom
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from kiosk.post.board import Notice
from kiosk.post.incidents import Incident
from kiosk.post.rekeying import Sealed
from kiosk.store import incidents, notices
from kiosk.store.connection import transaction
from kiosk.store.errors import NoCommittee
from kiosk.store.pool import ENVELOPES, HANDLES, Pool
from kiosk.store.tables import (
    entries,
    formers,
    kept,
    kiosk,
    matters,
    reviews,
    superseded,
    waiting,
    wishes,
)


def abandon_committee(path: Path, day: date, said: Notice) -> None:
    """Set the committee aside with all that is sealed to it, and hang up why.

    Raises `StoreError`, `NoCommittee` among them; then nothing is changed.
    """
    with transaction(path) as connection:
        former = _former(connection, day)
        _set_aside_pool(connection, former, Sealed.ENVELOPE, ENVELOPES)
        _set_aside_pool(connection, former, Sealed.HANDLE, HANDLES)
        _set_aside_rows(connection, former, Sealed.ENTRY, superseded)
        _set_aside_rows(connection, former, Sealed.ENTRY, entries)
        _set_aside_rows(connection, former, Sealed.MATTER, matters)
        _forget_the_open_review(connection)
        _owe_no_protocol(connection)
        connection.execute(update(kiosk).values(committee=None))
        incidents.note(connection, day, Incident.COMMITTEE_LOST)
        notices.add(connection, said)


def _former(connection: Connection, day: date) -> int:
    record = connection.scalar(select(kiosk.c.committee))
    if record is None:
        raise NoCommittee("no committee is enrolled")
    former = insert(formers).values(committee=record, ended_on=day).returning(formers.c.number)
    return int(connection.execute(former).scalar_one())


def _forget_the_open_review(connection: Connection) -> None:
    """Nobody can end it, and its letters were not all read."""
    connection.execute(delete(waiting))
    connection.execute(delete(wishes))
    connection.execute(delete(reviews).where(reviews.c.closed_on.is_(None)))


def _owe_no_protocol(connection: Connection) -> None:
    """Nobody can open the rows that one is written from."""
    connection.execute(update(reviews).values(printed=1))


def _set_aside_pool(connection: Connection, former: int, what: Sealed, pool: Pool) -> None:
    """In random order: what was kept last did not come last."""
    used = connection.scalars(select(pool.table.c.place).where(pool.table.c.used == 1)).all()
    for place in SystemRandom().sample(used, len(used)):
        record = select(pool.table.c.sealed).where(pool.table.c.place == place)
        _keep(connection, former, what, connection.execute(record).scalar_one())
        pool.make_blank(connection, place)


def _set_aside_rows(connection: Connection, former: int, what: Sealed, table: Table) -> None:
    """The older first, one by one; the chain still needs the digests."""
    for number in connection.scalars(select(table.c.number).order_by(table.c.number)).all():
        here = table.c.number == number
        record = connection.execute(select(table).where(here)).mappings().one()
        chained = {name: record[name] for name in ("digest", "chained") if name in record}
        _keep(connection, former, what, record["sealed"], record.get("row", number), **chained)
        connection.execute(delete(table).where(here))


def _keep(
    connection: Connection,
    former: int,
    what: Sealed,
    sealed: bytes,
    row: int | None = None,
    **chained: Any,
) -> None:
    """`row` is the number that an entry or a matter had; `chained` is what the chain knows."""
    record = insert(kept).values(former=former, what=what.value, row=row, sealed=sealed, **chained)
    connection.execute(record)
