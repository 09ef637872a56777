"""Pools: records all equal, all there from the start, overwritten at random places.

So what comes in moves nothing in the file, and its place says nothing about when it came (law 4).
The list of free places is read anew each time: a queue that was kept would be an order.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, Table, insert, select, update

from kiosk.post.handles import HANDLE_SIZE
from kiosk.post.sealing import ENVELOPE_SIZE
from kiosk.store.errors import BoxFull, NoCommittee, WrongSize
from kiosk.store.tables import envelopes, handles, kiosk


@dataclass(frozen=True)
class Pool:
    """A table of `place`, `used` and `sealed`, whose records all have `size` bytes."""

    table: Table
    size: int

    def fill(self, connection: Connection, count: int) -> None:
        """Write so many blank records; only for a new store."""
        for place in range(1, count + 1):
            row = insert(self.table).values(place=place, used=0, sealed=self._blank())
            connection.execute(row)

    def put(self, connection: Connection, sealed: bytes) -> None:
        """Overwrite a random blank record; raises `NoCommittee`, `BoxFull`, `WrongSize`."""
        if len(sealed) != self.size:
            raise WrongSize("what is sealed has one size")
        if connection.scalar(select(kiosk.c.committee)) is None:
            raise NoCommittee("nobody could read it")
        columns = self.table.c
        free = connection.scalars(select(columns.place).where(columns.used == 0)).all()
        if not free:
            raise BoxFull("no blank record is left")
        self._overwrite(connection, secrets.choice(free), used=1, sealed=sealed)

    def make_blank(self, connection: Connection, place: int) -> None:
        """Overwrite a record that is done with with fresh random bytes."""
        self._overwrite(connection, place, used=0, sealed=self._blank())

    def _blank(self) -> bytes:
        return secrets.token_bytes(self.size)

    def _overwrite(self, connection: Connection, place: int, *, used: int, sealed: bytes) -> None:
        record = update(self.table).where(self.table.c.place == place)
        connection.execute(record.values(used=used, sealed=sealed))


ENVELOPES = Pool(envelopes, ENVELOPE_SIZE)
"""Typed letters that wait."""

HANDLES = Pool(handles, HANDLE_SIZE)
"""Which slip's handle belongs to which reply key."""
