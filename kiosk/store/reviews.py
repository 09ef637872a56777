"""The steps of a review on the tables; each runs in one transaction, given by the caller."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from secrets import SystemRandom
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from kiosk.post.board import Notice
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Difference
from kiosk.post.meeting import Facts, Meeting, SealedEntry, SealedEnvelope
from kiosk.post.rows import SEALED_ROW_SIZE
from kiosk.store import matters, notices, pool, replies
from kiosk.store.errors import ReviewRefused, WrongSize
from kiosk.store.tables import entries, envelopes, reviews, slot, waiting


def open_review(connection: Connection, day: date, resumed: int | None = None) -> Meeting:
    """Fix the set of envelopes and the slot's count, or give back the unfinished review.

    Raises `ReviewRefused` if `resumed` is not the unfinished one: it was closed meanwhile.
    """
    found = unfinished(connection)
    if resumed is not None and (found is None or found.review != resumed):
        raise ReviewRefused("this review is not open")
    facts = found or _begun(connection, day)
    return Meeting(
        facts,
        _envelopes(connection, facts.review),
        _entries(connection, facts.review),
        replies.slips(connection),
        matters.kept(connection),
    )


def unfinished(connection: Connection) -> Facts | None:
    """The review that was opened and not closed; there is never more than one."""
    row = connection.execute(select(reviews).where(reviews.c.closed_on.is_(None))).first()
    return None if row is None else _facts(row)


def set_hand_count(
    connection: Connection, review: int, hand: int, reason: Difference | None
) -> Facts:
    """Keep the hand count; a reason only where the slot says otherwise."""
    facts = _open(connection, review)
    if hand < facts.papers:
        raise ReviewRefused("more paper letters are registered than were counted")
    return _changed(connection, review, hand=hand, reason=reason if hand != facts.slot else None)


def register(
    connection: Connection,
    review: int,
    place: int | None,
    sealed: bytes,
    filing: Filing = NOTHING,
) -> tuple[int, Facts]:
    """Give a letter its row: a typed one by its envelope, which becomes blank, or a paper one.

    Returns the entry's number. Raises `ReviewRefused` for a place that is not, or no longer, in
    the set, and for more paper than was counted.
    """
    _measure(sealed)
    facts = _open(connection, review)
    if place is None:
        facts = _take_paper(connection, facts)
    else:
        _take_envelope(connection, review, place)
    matters.keep(connection, filing)
    row = insert(entries).values(review=review, sealed=sealed).returning(entries.c.number)
    return connection.execute(row).scalar_one(), facts


def correct(
    connection: Connection, review: int, number: int, sealed: bytes, filing: Filing
) -> None:
    """Overwrite a row of an open review; its number stays. Raises `ReviewRefused`."""
    _measure(sealed)
    _open(connection, review)
    matters.keep(connection, filing)
    row = entries.c.number == number, entries.c.review == review
    changed = connection.execute(update(entries).where(*row).values(sealed=sealed))
    if changed.rowcount != 1:
        raise ReviewRefused("this review has no such row")


def _measure(sealed: bytes) -> None:
    if len(sealed) != SEALED_ROW_SIZE:
        raise WrongSize("a journal row has one size")


def close_review(
    connection: Connection, review: int, day: date, answers: Sequence[Notice]
) -> Facts:
    """Close when every letter has its row and paper is settled; hang the answers up shuffled."""
    facts = _open(connection, review)
    if _envelopes(connection, review):
        raise ReviewRefused("a typed letter has no row")
    if not facts.counted or facts.papers != facts.hand:
        raise ReviewRefused("paper is not counted, or a paper letter has no row")
    for notice in SystemRandom().sample(answers, len(answers)):
        notices.add(connection, notice)
    return _changed(connection, review, closed_on=day)


def last_close(connection: Connection) -> date | None:
    """The day on which letters were read last."""
    day: date | None = connection.scalar(select(func.max(reviews.c.closed_on)))
    return day


def last_opening(connection: Connection) -> date | None:
    """The day on which the box was opened last."""
    day: date | None = connection.scalar(select(func.max(reviews.c.opened_on)))
    return day


def _begun(connection: Connection, day: date) -> Facts:
    counted = connection.scalar(select(slot.c.letters))
    begun = insert(reviews).values(opened_on=day, slot=counted, papers=0)
    review = connection.execute(begun.returning(reviews.c.number)).scalar_one()
    connection.execute(update(slot).values(letters=0))
    used = connection.scalars(select(envelopes.c.place).where(envelopes.c.used == 1)).all()
    dealt = SystemRandom().sample(used, len(used))
    for label, place in enumerate(dealt, 1):
        connection.execute(insert(waiting).values(place=place, review=review, label=label))
    return _open(connection, review)


def _envelopes(connection: Connection, review: int) -> tuple[SealedEnvelope, ...]:
    found = connection.execute(
        select(envelopes.c.place, envelopes.c.sealed, waiting.c.label)
        .join(waiting, waiting.c.place == envelopes.c.place)
        .where(waiting.c.review == review)
        .order_by(waiting.c.label)
    )
    return tuple(SealedEnvelope(row.place, row.sealed, row.label) for row in found)


def _entries(connection: Connection, review: int) -> tuple[SealedEntry, ...]:
    found = connection.execute(
        select(entries).where(entries.c.review == review).order_by(entries.c.number)
    )
    return tuple(SealedEntry(row.number, row.sealed) for row in found)


def _take_envelope(connection: Connection, review: int, place: int) -> None:
    taken = connection.execute(
        delete(waiting).where(waiting.c.place == place, waiting.c.review == review)
    )
    if taken.rowcount != 1:
        raise ReviewRefused("this envelope is not in the set, or has its row already")
    pool.ENVELOPES.make_blank(connection, place)


def _take_paper(connection: Connection, facts: Facts) -> Facts:
    if facts.papers >= (facts.hand or 0):
        raise ReviewRefused("all paper letters that were counted have their row")
    return _changed(connection, facts.review, papers=facts.papers + 1)


def _open(connection: Connection, review: int) -> Facts:
    row = connection.execute(select(reviews).where(reviews.c.number == review)).first()
    if row is None or row.closed_on is not None:
        raise ReviewRefused("this review is not open")
    return _facts(row)


def _changed(connection: Connection, review: int, **values: Any) -> Facts:
    changed = update(reviews).where(reviews.c.number == review).values(**values)
    connection.execute(changed)
    row = connection.execute(select(reviews).where(reviews.c.number == review)).one()
    return _facts(row)


def _facts(row: Row[Any]) -> Facts:
    return Facts(
        review=row.number,
        opened_on=row.opened_on,
        slot=row.slot,
        hand=row.hand,
        reason=Difference(row.reason) if row.reason else None,
        papers=row.papers,
        closed_on=row.closed_on,
    )
