"""The steps of a review on the tables; each runs in one transaction, given by the caller."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from secrets import SystemRandom
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Difference
from kiosk.post.journal_key import SealedRow
from kiosk.post.meeting import Facts, Meeting, SealedEntry, SealedEnvelope
from kiosk.post.roles import Role
from kiosk.store import matters, pool, replies, versions, wishes
from kiosk.store.errors import ReviewRefused
from kiosk.store.tables import entries, envelopes, reviews, slot, waiting


def open_review(
    connection: Connection, day: date, resumed: int | None = None, roles: Sequence[Role] = ()
) -> Meeting:
    """Fix the set of envelopes and the slot's count, or give back the unfinished review.

    These roles are here. Raises `ReviewRefused` if `resumed` is not the unfinished one: it was
    closed meanwhile.
    """
    found = unfinished(connection)
    if resumed is not None and (found is None or found.review != resumed):
        raise ReviewRefused("this review is not open")
    begun = found or _begun(connection, day)
    facts = note_present(connection, begun.review, roles)
    return Meeting(
        facts,
        waiting_envelopes(connection, facts.review),
        rows(connection, facts.review),
        replies.slips(connection),
        matters.kept(connection),
        wishes.kept(connection, facts.review),
    )


def unfinished(connection: Connection) -> Facts | None:
    """The review that was opened and not closed; there is never more than one."""
    row = connection.execute(select(reviews).where(reviews.c.closed_on.is_(None))).first()
    return None if row is None else facts_of(row)


def note_present(connection: Connection, review: int, roles: Sequence[Role]) -> Facts:
    """Keep that these roles took part, beside those that did before."""
    facts = opened(connection, review)
    both = [role for role in Role if role in (*facts.roles, *roles)]
    return changed(connection, review, roles=" ".join(both))


def set_hand_count(
    connection: Connection, review: int, hand: int, reason: Difference | None
) -> Facts:
    """Keep the hand count; a reason only where the slot says otherwise."""
    facts = opened(connection, review)
    if hand < facts.papers:
        raise ReviewRefused("more paper letters are registered than were counted")
    return changed(connection, review, hand=hand, reason=reason if hand != facts.slot else None)


def register(
    connection: Connection,
    review: int,
    place: int | None,
    sealed: SealedRow,
    filing: Filing = NOTHING,
) -> tuple[int, Facts]:
    """Give a letter its row: a typed one by its envelope, which becomes blank, or a paper one.

    Returns the entry's number. Raises `ReviewRefused` for a place that is not, or no longer, in
    the set, and for more paper than was counted.
    """
    versions.measure(sealed.sealed)
    facts = opened(connection, review)
    if place is None:
        facts = _take_paper(connection, facts)
    else:
        _take_envelope(connection, review, place)
    matters.keep(connection, filing)
    row = insert(entries).values(review=review, sealed=sealed.sealed, digest=sealed.digest)
    return connection.execute(row.returning(entries.c.number)).scalar_one(), facts


def correct(
    connection: Connection, review: int, number: int, sealed: SealedRow, filing: Filing
) -> None:
    """Overwrite a row of an open review; its number stays. Raises `ReviewRefused`."""
    versions.measure(sealed.sealed)
    opened(connection, review)
    matters.keep(connection, filing)
    row = entries.c.number == number, entries.c.review == review
    written = update(entries).where(*row).values(sealed=sealed.sealed, digest=sealed.digest)
    if connection.execute(written).rowcount != 1:
        raise ReviewRefused("this review has no such row")


def note_slip(connection: Connection, review: int) -> Facts:
    """Count a slip before it is printed: it may come out, and must then be destroyed."""
    return changed(connection, review, slips=opened(connection, review).slips + 1)


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
    wishes.begin(connection, review)
    return opened(connection, review)


def waiting_envelopes(connection: Connection, review: int) -> tuple[SealedEnvelope, ...]:
    """The typed letters of this review that have no row."""
    found = connection.execute(
        select(envelopes.c.place, envelopes.c.sealed, waiting.c.label)
        .join(waiting, waiting.c.place == envelopes.c.place)
        .where(waiting.c.review == review)
        .order_by(waiting.c.label)
    )
    return tuple(SealedEnvelope(row.place, row.sealed, row.label) for row in found)


def rows(connection: Connection, review: int) -> tuple[SealedEntry, ...]:
    """The journal's rows of this review, by number."""
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
    return changed(connection, facts.review, papers=facts.papers + 1)


def opened(connection: Connection, review: int) -> Facts:
    """An open review; raises `ReviewRefused`."""
    row = connection.execute(select(reviews).where(reviews.c.number == review)).first()
    if row is None or row.closed_on is not None:
        raise ReviewRefused("this review is not open")
    return facts_of(row)


def changed(connection: Connection, review: int, **values: Any) -> Facts:
    """Keep something of a review."""
    connection.execute(update(reviews).where(reviews.c.number == review).values(**values))
    row = connection.execute(select(reviews).where(reviews.c.number == review)).one()
    return facts_of(row)


def facts_of(row: Row[Any]) -> Facts:
    """What is known of the review in this row of the table."""
    destroyed = row.slips_destroyed
    return Facts(
        review=row.number,
        opened_on=row.opened_on,
        slot=row.slot,
        hand=row.hand,
        reason=Difference(row.reason) if row.reason else None,
        papers=row.papers,
        closed_on=row.closed_on,
        roles=tuple(map(Role, row.roles.split())),
        slips=row.slips,
        slips_destroyed=None if destroyed is None else bool(destroyed),
        chain=row.chain or b"",
    )
