"""Matters on the table: written and dropped with the row that changes them; sealed, one size."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.post.filing import Filing
from kiosk.post.matter_parcel import SEALED_MATTER_SIZE
from kiosk.post.meeting import SealedMatter
from kiosk.store.errors import WrongSize
from kiosk.store.tables import matters


def keep(connection: Connection, filing: Filing) -> None:
    """Write the matters that begin or change, and drop those that no row is about."""
    for matter in filing.sealed:
        write(connection, matter.number, matter.sealed)
    if filing.dropped:
        connection.execute(delete(matters).where(matters.c.number.in_(filing.dropped)))


def kept(connection: Connection) -> tuple[SealedMatter, ...]:
    """All matters of all reviews, by their random number."""
    found = connection.execute(select(matters).order_by(matters.c.number))
    return tuple(SealedMatter(row.number, row.sealed) for row in found)


def numbers(connection: Connection) -> tuple[int, ...]:
    """The random numbers of all matters."""
    return tuple(connection.scalars(select(matters.c.number).order_by(matters.c.number)))


def one(connection: Connection, number: int) -> SealedMatter:
    """The matter of this number."""
    wanted = select(matters.c.sealed).where(matters.c.number == number)
    return SealedMatter(number, connection.execute(wanted).scalar_one())


def write(connection: Connection, number: int, sealed: bytes) -> None:
    """Keep one, in the place of what was kept of it."""
    if len(sealed) != SEALED_MATTER_SIZE:
        raise WrongSize("a matter has one size")
    written = insert(matters).values(number=number, sealed=sealed)
    connection.execute(
        written.on_conflict_do_update(index_elements=["number"], set_={"sealed": sealed})
    )
