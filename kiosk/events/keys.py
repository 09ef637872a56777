"""What the committee's keys answer, once the quorum has gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.cards import CardsEvent, FromKeys
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.matters import Matter
from kiosk.post.meeting import OpenedMeeting
from kiosk.post.permit import Permit
from kiosk.post.protocol import Protocol
from kiosk.post.search import Index
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class PermitSigned(FromKeys):
    """The rebuilt key signed leave to open the lock in this window."""

    permit: Permit


@dataclass(frozen=True)
class MeetingUnsealed(FromKeys):
    """The letters and rows of the review in plain."""

    meeting: OpenedMeeting = field(repr=False)


@dataclass(frozen=True)
class FormerUnsealed(FromKeys):
    """The protocol of the review that still owed it; no word of a row goes along."""

    protocol: Protocol


@dataclass(frozen=True)
class EntrySealed(FromKeys):
    """A row is ready for the store; `entry` is the same in plain, `digest` what the chain knows.

    `filing` says what it changes among the matters, and whether it overwrites another row.
    """

    place: int | None
    sealed: bytes = field(repr=False)
    entry: Entry = field(repr=False)
    digest: bytes = field(default=b"", repr=False)
    filing: Filing = NOTHING


@dataclass(frozen=True)
class WishesSealed(FromKeys):
    """What was said about letters is ready for the store."""

    wishes: Wishes = field(repr=False)
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class BookOpened(FromKeys):
    """The whole journal in plain, ready to be searched; for a desk session, only in memory."""

    index: Index = field(repr=False)


@dataclass(frozen=True)
class MatterSealed(FromKeys):
    """A matter is ready for the store."""

    matter: Matter = field(repr=False)
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class AmendmentSealed(FromKeys):
    """What a row of a closed review says from now on is ready for the store."""

    number: int
    row: SealedRow
    entry: Entry = field(repr=False)
    filing: Filing = NOTHING


@dataclass(frozen=True)
class KeysWiped(FromKeys):
    """No key is left in memory."""


@dataclass(frozen=True)
class KeysFailed(FromKeys):
    """The key worker could not do a step; the quorum must gather again."""

    step: str


KeysEvent = (
    CardsEvent
    | PermitSigned
    | MeetingUnsealed
    | FormerUnsealed
    | EntrySealed
    | WishesSealed
    | BookOpened
    | MatterSealed
    | AmendmentSealed
    | KeysWiped
    | KeysFailed
)
