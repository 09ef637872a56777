"""All that is sealed to the committee goes over to its new keys, in the caller's transaction.

The rows are found inside that transaction, so that what arrived a moment before is among them, and
they are taken one by one: a whole pool would not be held in memory. A power cut leaves all of it as
it was, or as it is afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, ColumnElement, Connection, Table, select, update

from kiosk.post.rekeying import Sealed
from kiosk.store.tables import entries, envelopes, handles, matters

Reseal = Callable[[Sealed, bytes], bytes]
"""One record under the new keys, of the same size; it may raise, and then nothing is changed."""


def reseal_all(connection: Connection, reseal: Reseal) -> None:
    """Every used envelope and handle, every entry and every matter."""
    _reseal(connection, reseal, Sealed.ENVELOPE, envelopes, envelopes.c.used == 1)
    _reseal(connection, reseal, Sealed.HANDLE, handles, handles.c.used == 1)
    _reseal(connection, reseal, Sealed.ENTRY, entries)
    _reseal(connection, reseal, Sealed.MATTER, matters)


def _reseal(
    connection: Connection,
    reseal: Reseal,
    what: Sealed,
    table: Table,
    *which: ColumnElement[bool],
) -> None:
    key = _key(table)
    for row in connection.scalars(select(key).where(*which).order_by(key)).all():
        sealed = connection.execute(select(table.c.sealed).where(key == row)).scalar_one()
        fresh = update(table).where(key == row).values(sealed=reseal(what, sealed))
        connection.execute(fresh)


def _key(table: Table) -> Column[int]:
    (key,) = table.primary_key
    return key
