"""What the committee said about the letters of its open review; one record of one size (law 4)."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.post.wishes import SEALED_WISHES_SIZE, blank
from kiosk.store.errors import ReviewRefused, WrongSize
from kiosk.store.tables import wishes


def begin(connection: Connection, review: int) -> None:
    """Nothing is said yet."""
    connection.execute(insert(wishes).values(review=review, sealed=blank()))


def kept(connection: Connection, review: int) -> bytes:
    """The record, sealed; empty where there is none."""
    found: bytes | None = connection.scalar(
        select(wishes.c.sealed).where(wishes.c.review == review)
    )
    return found or b""


def keep(connection: Connection, review: int, sealed: bytes) -> None:
    """Overwrite the record; raises `WrongSize`, `ReviewRefused` for a review that is not open."""
    if len(sealed) != SEALED_WISHES_SIZE:
        raise WrongSize("what is sealed has one size")
    written = update(wishes).where(wishes.c.review == review).values(sealed=sealed)
    if connection.execute(written).rowcount != 1:
        raise ReviewRefused("this review is not open")


def end(connection: Connection, review: int) -> None:
    """Every letter has its row, which says who did not read it."""
    connection.execute(delete(wishes).where(wishes.c.review == review))
