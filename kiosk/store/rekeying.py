"""All that is sealed to the committee goes over to its new keys, in the caller's transaction.

The rows are found inside that transaction, so that what arrived a moment before is among them, and
they are taken one by one: a whole pool would not be held in memory. A power cut leaves all of it as
it was, or as it is afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, ColumnElement, Connection, Table, select, update

from kiosk.post.rekeying import Sealed
from kiosk.store.tables import entries, envelopes, handles, matters, superseded, wishes

Reseal = Callable[[Sealed, bytes], bytes]
"""One record under the new keys, of the same size; it may raise, and then nothing is changed."""


Went = Callable[[int], None]
"""Hears the percent that went over, each at most once; what it hears may be undone by a failure."""


def reseal_all(connection: Connection, reseal: Reseal, went: Went = lambda _: None) -> None:
    """Every used envelope and handle, every version of every entry, every matter, and what
    was said about the letters of the open review."""
    records = [
        *_found(connection, Sealed.ENVELOPE, envelopes, envelopes.c.used == 1),
        *_found(connection, Sealed.HANDLE, handles, handles.c.used == 1),
        *_found(connection, Sealed.ENTRY, entries),
        *_found(connection, Sealed.ENTRY, superseded),
        *_found(connection, Sealed.MATTER, matters),
        *_found(connection, Sealed.WISHES, wishes),
    ]
    percent = 0
    for done, (what, table, row) in enumerate(records, 1):
        _reseal(connection, reseal, what, table, row)
        if done * 100 // len(records) > percent:
            percent = done * 100 // len(records)
            went(percent)


def _found(
    connection: Connection, what: Sealed, table: Table, *which: ColumnElement[bool]
) -> list[tuple[Sealed, Table, int]]:
    key = _key(table)
    rows = connection.scalars(select(key).where(*which).order_by(key)).all()
    return [(what, table, row) for row in rows]


def _reseal(connection: Connection, reseal: Reseal, what: Sealed, table: Table, row: int) -> None:
    here = _key(table) == row
    sealed = connection.execute(select(table.c.sealed).where(here)).scalar_one()
    connection.execute(update(table).where(here).values(sealed=reseal(what, sealed)))


def _key(table: Table) -> Column[int]:
    (key,) = table.primary_key
    return key
