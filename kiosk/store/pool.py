"""The pool of envelopes: all equal, all there from the start, overwritten at random places.

So a letter moves nothing in the file, and its place says nothing about when it came (law 4). The
list of free places is read anew each time: a queue that was kept would be an order.
"""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, insert, select, update

from kiosk.post.sealing import ENVELOPE_SIZE, blank
from kiosk.store.errors import BoxFull, NoCommittee, WrongSize
from kiosk.store.tables import envelopes, kiosk


def fill(connection: Connection, size: int) -> None:
    """Write `size` blank envelopes; only for a new store."""
    for place in range(1, size + 1):
        connection.execute(insert(envelopes).values(place=place, used=0, sealed=blank()))


def put(connection: Connection, sealed: bytes) -> None:
    """Overwrite a random blank envelope; raises `NoCommittee`, `BoxFull`, `WrongSize`."""
    if len(sealed) != ENVELOPE_SIZE:
        raise WrongSize("an envelope has one size")
    if connection.scalar(select(kiosk.c.committee)) is None:
        raise NoCommittee("nobody could read the letter")
    free = connection.scalars(select(envelopes.c.place).where(envelopes.c.used == 0)).all()
    if not free:
        raise BoxFull("no blank envelope is left")
    _overwrite(connection, secrets.choice(free), used=1, sealed=sealed)


def make_blank(connection: Connection, place: int) -> None:
    """Overwrite a registered envelope with fresh random bytes."""
    _overwrite(connection, place, used=0, sealed=blank())


def _overwrite(connection: Connection, place: int, *, used: int, sealed: bytes) -> None:
    connection.execute(
        update(envelopes).where(envelopes.c.place == place).values(used=used, sealed=sealed)
    )
