"""A whole review at a desk, from the opening to the close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kiosk.events import BookRead, EntryRegistered, ReviewClosed, ReviewOpened
from kiosk.post.book import Record, SealedBook, SealedVersion
from kiosk.post.journal import Entry
from kiosk.post.keys import Keyring
from kiosk.post.meeting import SealedMatter
from kiosk.post.protocol import Account
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.unsealing import Taken
from kiosk.post.witness import Witness
from tests.office import DAY, LETTER, ROLES, WITNESS, entry, filed, keyring, to_close
from tests.store.desk import Desk


def index(office: Desk, keys: Keyring | None = None) -> Index:
    """The whole journal, as the keys open it."""
    taken = Taken((keys or keyring(office.committee)).journal())
    office.store.read_book(taken.take)
    return Index.of(taken.book(office.expect(BookRead).sealed), ROLES)


def sealed_book(office: Desk) -> SealedBook:
    """The same with all that is sealed in it."""
    found: list[Record] = []
    office.store.read_book(found.append)
    book = office.expect(BookRead).sealed
    versions = [one for one in found if isinstance(one, SealedVersion)]
    return SealedBook(
        book.reviews,
        tuple(one for one in versions if not one.place),
        tuple(one for one in versions if one.place),
        tuple(one for one in found if isinstance(one, SealedMatter)),
    )


def register(office: Desk, *rows: str | Entry, day: date = DAY, roles: Sequence[Role] = ()) -> int:
    """Open a review and register a typed letter for each row, with a matter that begins with it."""
    keys = keyring(office.committee)
    for _ in rows:
        office.accept(LETTER)
    office.store.open_review(day, None, roles)
    meeting = office.expect(ReviewOpened).meeting
    number = meeting.facts.review
    office.store.set_hand_count(number, meeting.facts.slot, None)
    office.event()
    for envelope, said in zip(meeting.envelopes, rows, strict=True):
        row, filing = filed(entry(said) if isinstance(said, str) else said, keys)
        office.store.register(number, envelope.place, keys.seal_entry(row), row, filing)
        office.expect(EntryRegistered)
    return number


def close(office: Desk, number: int, day: date = DAY, witness: Witness = WITNESS) -> Account:
    """Close it."""
    office.store.close_review(replace(to_close(number), opened_on=day), witness, day)
    return office.expect(ReviewClosed).account


def review(office: Desk, *rows: str | Entry, day: date = DAY) -> Account:
    """A review from the opening to the close."""
    return close(office, register(office, *rows, day=day), day)
