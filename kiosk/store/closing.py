"""The close of a review on the tables, and what its protocol needs, also later."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from kiosk.post import chain
from kiosk.post.protocol import Account, Closing
from kiosk.post.totals import PublicTotals, TotalsDamaged
from kiosk.post.witness import Witness, WitnessDamaged
from kiosk.store import incidents, versions, wishes
from kiosk.store.errors import ReviewRefused
from kiosk.store.reviews import changed, facts_of, note_present, opened, waiting_envelopes
from kiosk.store.tables import reviews


def close_review(connection: Connection, closing: Closing, witness: Witness, day: date) -> Account:
    """Close when every letter has its row and paper is settled.

    Raises `ReviewRefused`.
    """
    review = closing.review
    facts = opened(connection, review)
    if waiting_envelopes(connection, review):
        raise ReviewRefused("a typed letter has no row")
    if not facts.counted or facts.papers != facts.hand:
        raise ReviewRefused("paper is not counted, or a paper letter has no row")
    note_present(connection, review, closing.roles)
    wishes.end(connection, review)
    changed(
        connection,
        review,
        closed_on=day,
        slips_destroyed=closing.slips_destroyed if facts.slips else None,
        witness=witness.pack(),
        chain=_chained(connection, review),
        totals=_new_totals(connection, closing.totals),
    )
    return account(connection, review)


def account(connection: Connection, review: int) -> Account:
    """What the protocol of a closed review tells beside its rows; raises `ReviewRefused`."""
    row = connection.execute(select(reviews).where(reviews.c.number == review)).first()
    witness = _witness(row)
    if row is None or row.closed_on is None or witness is None:
        raise ReviewRefused("this review was not closed, or not by this software")
    before = _before(connection, review)
    first = before.closed_on if before else date.min
    noted = incidents.kept(connection)
    told = tuple((on, what) for on, what in noted if first <= on <= row.closed_on)
    amended = versions.amended(connection, review)
    return Account(facts_of(row), witness, _witness(before), told, amended)


def accounts(connection: Connection) -> tuple[Account, ...]:
    """The same of every review that this software closed, the latest last."""
    numbers = connection.scalars(
        select(reviews.c.number).where(reviews.c.witness.is_not(None)).order_by(reviews.c.number)
    ).all()
    return tuple(account(connection, number) for number in numbers)


def on_the_board(connection: Connection) -> PublicTotals | None:
    """What the board tells of all letters, as long as it can be read."""
    with suppress(TotalsDamaged):
        return told(connection)
    return None


def told(connection: Connection) -> PublicTotals | None:
    """The same; raises `TotalsDamaged`."""
    words = connection.scalar(
        select(reviews.c.totals)
        .where(reviews.c.totals.is_not(None))
        .order_by(reviews.c.number.desc())
        .limit(1)
    )
    return None if words is None else PublicTotals.unpack(words)


def owed(connection: Connection) -> int | None:
    """The first closed review whose protocol was never printed."""
    number: int | None = connection.scalar(
        select(reviews.c.number)
        .where(reviews.c.witness.is_not(None), reviews.c.printed == 0)
        .order_by(reviews.c.number)
        .limit(1)
    )
    return number


def note_printed(connection: Connection, review: int) -> None:
    """The protocol came out."""
    changed(connection, review, printed=1)


def _chained(connection: Connection, review: int) -> bytes:
    """Put what stands in no chain yet into this one; the new head."""
    before = _before(connection, review)
    started = before.chain if before and before.chain else chain.START
    return chain.head(versions.chain(connection, review), started)


def _new_totals(connection: Connection, totals: PublicTotals | None) -> str | None:
    """Nothing new is told where it cannot be read what was told before: somebody may remember."""
    try:
        told(connection)
    except TotalsDamaged:
        return None
    return totals.pack() if totals else None


def _before(connection: Connection, review: int) -> Row[Any] | None:
    """The review that was closed before this one."""
    return connection.execute(
        select(reviews)
        .where(reviews.c.number < review, reviews.c.closed_on.is_not(None))
        .order_by(reviews.c.number.desc())
    ).first()


def _witness(row: Row[Any] | None) -> Witness | None:
    try:
        return Witness.unpack(row.witness) if row and row.witness else None
    except WitnessDamaged:
        return None
