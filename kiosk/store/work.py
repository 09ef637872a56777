"""What the running kiosk asks of the store: the work of one transaction, which gives one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, update

from kiosk.events import (
    ClockSet,
    CommitteeKept,
    EntryRegistered,
    EntryRewritten,
    Event,
    FormerRead,
    HandleKept,
    LetterStored,
    OpeningKept,
    PaperCounted,
    PaperHandCounted,
    ReplyGone,
    ReplySought,
    ReviewClosed,
    ReviewOpened,
    SlipNoted,
    WishesKept,
)
from kiosk.post.calendar import Opening
from kiosk.post.clock import Correction
from kiosk.post.committee import Committee
from kiosk.post.filing import Filing
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference, Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.protocol import Closing
from kiosk.post.roles import Role
from kiosk.post.wishes import Wishes
from kiosk.post.witness import Witness
from kiosk.store import (
    book,
    closing,
    committees,
    corrections,
    incidents,
    openings,
    pool,
    replies,
    reviews,
    versions,
    wishes,
)
from kiosk.store.boardwork import board_read
from kiosk.store.book import GoesOut
from kiosk.store.errors import ReviewRefused
from kiosk.store.rekeying import Reseal, Went
from kiosk.store.tables import kiosk, slot


def accept(sealed: bytes, public_key: bytes, connection: Connection) -> Event:
    """Keep a sealed letter, if the committee still has the key that it was sealed to."""
    committees.check_key(connection, public_key)
    pool.ENVELOPES.put(connection, sealed)
    return LetterStored()


def keep_handle(sealed: bytes, public_key: bytes, connection: Connection) -> Event:
    """Keep which slip's handle belongs to which reply key, sealed to the committee's key."""
    committees.check_key(connection, public_key)
    pool.HANDLES.put(connection, sealed)
    return HandleKept()


def find_reply(name: bytes, connection: Connection) -> Event:
    """Look for a private reply."""
    found = replies.find(connection, name)
    return ReplySought(name, *found) if found else ReplySought(name)


def erase_reply(name: bytes, connection: Connection) -> Event:
    """Forget a private reply that was read."""
    replies.erase(connection, name)
    return ReplyGone()


def count_paper(connection: Connection) -> Event:
    """Count one paper letter."""
    connection.execute(update(slot).values(letters=slot.c.letters + 1))
    return PaperCounted()


def open_review(
    day: date, resumed: int | None, roles: Sequence[Role], connection: Connection
) -> Event:
    """Fix the set, or take up a review that was cut off."""
    return ReviewOpened(reviews.open_review(connection, day, resumed, roles))


def note_present(review: int, roles: Sequence[Role], connection: Connection) -> Event:
    """Keep that somebody came later."""
    reviews.note_present(connection, review, roles)
    return board_read(connection)


def set_hand_count(
    review: int, hand: int, reason: Difference | None, connection: Connection
) -> Event:
    """Keep paper counted by hand."""
    return PaperHandCounted(reviews.set_hand_count(connection, review, hand, reason))


def register(
    review: int,
    place: int | None,
    sealed: SealedRow,
    entry: Entry,
    filing: Filing,
    connection: Connection,
) -> Event:
    """Give a letter its row."""
    number, facts = reviews.register(connection, review, place, sealed, filing)
    return EntryRegistered(number, place, entry, facts, filing)


def correct(
    review: int,
    number: int,
    sealed: SealedRow,
    entry: Entry,
    filing: Filing,
    connection: Connection,
) -> Event:
    """Overwrite a row of an open review."""
    reviews.correct(connection, review, number, sealed, filing)
    return EntryRewritten(number, entry, filing)


def keep_committee(
    committee: Committee, reseal: Reseal, went: Went, connection: Connection
) -> Event:
    """Keep a committee's record; with new keys, everything sealed goes over to them."""
    committees.keep(connection, committee, reseal, went)
    return CommitteeKept(committee)


def close_review(
    what: Closing,
    witness: Witness,
    day: date,
    out: GoesOut,
    connection: Connection,
) -> Event:
    """Close, hang up the answers and lay out the private replies, all at once or nothing.

    From then on only the writers have the replies' words: the rows forget them before the chain
    takes them in.
    """
    book.publish(connection, replace(out, answers=what.answers), day, what.review)
    return ReviewClosed(closing.close_review(connection, what, witness, day))


def read_former(connection: Connection) -> Event:
    """Read again the review that still owes its protocol."""
    review = closing.owed(connection)
    if review is None:
        raise ReviewRefused("no review owes its protocol")
    return FormerRead(closing.account(connection, review), versions.as_closed(connection, review))


def note_printed(review: int, connection: Connection) -> Event:
    """The protocol came out."""
    closing.note_printed(connection, review)
    return board_read(connection)


def mark_day(day: date, connection: Connection) -> Event:
    """Move the clock's mark, and erase the replies that were kept long enough."""
    connection.execute(update(kiosk).values(clock_mark=day))
    replies.expire(connection, day)
    return board_read(connection)


def set_clock(
    day: date,
    correction: Correction | None,
    noted: Sequence[Incident],
    connection: Connection,
) -> Event:
    """Keep what the quorum says of the clock."""
    connection.execute(update(kiosk).values(clock_mark=day))
    corrections.keep(connection, correction)
    for what in noted:
        incidents.note(connection, day, what)
    return ClockSet(correction, board_read(connection))


def forget_correction(connection: Connection) -> Event:
    """Let the clock speak for itself."""
    corrections.keep(connection, None)
    return board_read(connection)


def note_incident(day: date, what: Incident, connection: Connection) -> Event:
    """Keep an incident, once a day."""
    incidents.note(connection, day, what)
    return board_read(connection)


def agree(opening: Opening, connection: Connection) -> Event:
    """Keep a review out of turn, and show it on the board."""
    openings.agree(connection, opening)
    return OpeningKept(board_read(connection))


def note_slip(review: int, connection: Connection) -> Event:
    """One more letter is printed to be read in a room."""
    return SlipNoted(reviews.note_slip(connection, review))


def keep_wishes(review: int, sealed: bytes, said: Wishes, connection: Connection) -> Event:
    """Keep what was said about letters."""
    wishes.keep(connection, review, sealed)
    return WishesKept(said)
