"""Every version of every row: what it says, what it said before, and where it stands in the chain.

A version goes into the chain at the next close. One that was never chained has no `chained` yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, insert, or_, select, update

from kiosk.post.book import SealedVersion
from kiosk.post.chain import Numbered
from kiosk.post.journal_key import After, SealedRow
from kiosk.post.meeting import SealedEntry
from kiosk.post.rows import SEALED_ROW_SIZE, DamagedRow
from kiosk.store.errors import ReviewRefused, WrongSize
from kiosk.store.tables import entries, reviews, superseded

Strip = Callable[[bytes], bytes]
"""A sealed row without its letter, of the same size; raises `DamagedRow` where it does not open."""

Settles = Callable[[bytes, After], SealedRow | None]
"""A sealed row as it is after a close; None where it stays as it is."""


def untouched(_sealed: bytes, _after: After) -> SealedRow | None:
    """Every row stays as it is."""
    return None


def measure(sealed: bytes) -> None:
    """Raise `WrongSize` for what is no row."""
    if len(sealed) != SEALED_ROW_SIZE:
        raise WrongSize("a journal row has one size")


def amend(connection: Connection, number: int, sealed: SealedRow) -> None:
    """Let a row of a closed review say something else; what it said is kept, its number stays.

    Raises `ReviewRefused` for any other row, `WrongSize`.
    """
    measure(sealed.sealed)
    said = _said(connection, number)
    kept = insert(superseded).values(
        row=number, sealed=said.sealed, digest=said.digest, chained=said.chained
    )
    connection.execute(kept)
    fresh = update(entries).where(entries.c.number == number)
    connection.execute(fresh.values(sealed=sealed.sealed, digest=sealed.digest, chained=None))


def erase(connection: Connection, number: int, strip: Strip) -> None:
    """Write every version of this row over, without its letter. Raises `WrongSize`."""
    places = select(superseded.c.number).where(superseded.c.row == number)
    for place in connection.scalars(places).all():
        _strip(connection, superseded, place, strip)
    _strip(connection, entries, number, strip)


def _strip(connection: Connection, table: Table, number: int, strip: Strip) -> None:
    here = table.c.number == number
    sealed = connection.scalar(select(table.c.sealed).where(here))
    if sealed is None:
        raise ReviewRefused("there is no such row")
    with suppress(DamagedRow):
        stripped = strip(sealed)
        measure(stripped)
        connection.execute(update(table).where(here).values(sealed=stripped))


def settle(
    connection: Connection,
    after: Mapping[int, After],
    settles: Settles,
    review: int | None = None,
) -> None:
    """Seal anew all that the chain does not know yet of closed reviews, and of this one.

    All of it, so that on the disk nobody sees which rows changed. `after` is what became of rows
    by number; what they said before only loses the words of a reply. Raises `WrongSize`.
    """
    for number in _unchained(connection, review):
        became = after.get(number, After())
        _settle(connection, entries, entries.c.number == number, became, settles)
        before = replace(became, notice=None)
        _settle(connection, superseded, superseded.c.row == number, before, settles)


def _unchained(connection: Connection, review: int | None) -> Sequence[int]:
    joined = entries.join(reviews, reviews.c.number == entries.c.review)
    over = or_(reviews.c.closed_on.is_not(None), reviews.c.number == review)
    wanted = select(entries.c.number).select_from(joined).where(entries.c.chained.is_(None), over)
    return connection.scalars(wanted).all()


def _settle(
    connection: Connection, table: Table, here: ColumnElement[bool], after: After, settles: Settles
) -> None:
    for version in connection.execute(select(table).where(here, table.c.chained.is_(None))).all():
        row = settles(version.sealed, after)
        if row is not None:
            measure(row.sealed)
            values = {"sealed": row.sealed, "digest": row.digest}
            place = table.c.number == version.number
            connection.execute(update(table).where(place).values(values))


def amended(connection: Connection, review: int) -> tuple[int, ...]:
    """Numbers of rows of other reviews that were corrected before this one closed."""
    here = (one for one in plain(connection) if one.chained == review != one.review)
    return tuple(sorted({one.number for one in here}))


def as_closed(connection: Connection, review: int) -> tuple[SealedEntry, ...]:
    """The rows of this review by number, as they were at its close."""
    now = select(entries.c.number, entries.c.sealed).where(
        entries.c.review == review, entries.c.chained == review
    )
    before = (
        select(superseded.c.row, superseded.c.sealed)
        .join(entries, entries.c.number == superseded.c.row)
        .where(entries.c.review == review, superseded.c.chained == review)
    )
    found = [tuple(row) for row in (*connection.execute(now), *connection.execute(before))]
    return tuple(SealedEntry(number, sealed) for number, sealed in sorted(found))


def plain(connection: Connection) -> tuple[SealedVersion, ...]:
    """All versions, of a row the older first, without what is sealed."""
    return (*before(connection), *now(connection))


def sealed(connection: Connection, version: SealedVersion) -> bytes:
    """What is sealed of a version."""
    if version.place:
        wanted = select(superseded.c.sealed).where(superseded.c.number == version.place)
    else:
        wanted = select(entries.c.sealed).where(entries.c.number == version.number)
    found: bytes = connection.execute(wanted).scalar_one()
    return found


def now(connection: Connection) -> tuple[SealedVersion, ...]:
    """What every row says, by number, without what is sealed."""
    columns = entries.c.number, entries.c.review, entries.c.digest, entries.c.chained
    found = connection.execute(select(*columns).order_by(entries.c.number))
    return tuple(
        SealedVersion(number, review, b"", digest or b"", chained)
        for number, review, digest, chained in found
    )


def before(connection: Connection) -> tuple[SealedVersion, ...]:
    """What rows said before, the oldest first, without what is sealed."""
    columns = superseded.c.row, entries.c.review, superseded.c.digest, superseded.c.chained
    joined = select(superseded.c.number, *columns).join(
        entries, entries.c.number == superseded.c.row
    )
    found = connection.execute(joined.order_by(superseded.c.number))
    return tuple(
        SealedVersion(number, review, b"", digest or b"", chained, place)
        for place, number, review, digest, chained in found
    )


def _said(connection: Connection, number: int) -> Row[Any]:
    found = connection.execute(
        select(entries)
        .join(reviews, reviews.c.number == entries.c.review)
        .where(entries.c.number == number, reviews.c.closed_on.is_not(None))
    ).first()
    if found is None:
        raise ReviewRefused("no closed review has this row")
    return found


def chain(connection: Connection, review: int) -> tuple[Numbered, ...]:
    """Let all that is new stand in this review's chain; by age, so that heads can follow."""
    for table in (superseded, entries):
        new = update(table).where(table.c.chained.is_(None))
        connection.execute(new.values(chained=review))
    return chained(connection, review)


def chained(connection: Connection, review: int) -> tuple[Numbered, ...]:
    """Number and digest of each version in this review's chain, the older of a row first."""
    here = (one for one in plain(connection) if one.chained == review)
    return tuple((one.number, one.digest) for one in here)
