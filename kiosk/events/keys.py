"""What the committee's keys answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Entry
from kiosk.post.meeting import OpenedMeeting
from kiosk.post.permit import Permit
from kiosk.post.roles import Role


@dataclass(frozen=True)
class FromKeys(Happening):
    """The key worker."""


@dataclass(frozen=True)
class CardAccepted(FromKeys):
    """A card of a role that was still missing."""

    role: Role
    missing: tuple[Role, ...]


@dataclass(frozen=True)
class CardRepeated(FromKeys):
    """A card of a role that is already here."""

    role: Role
    missing: tuple[Role, ...]


@dataclass(frozen=True)
class CardUnknown(FromKeys):
    """Digits that belong to no member."""


@dataclass(frozen=True)
class QuorumGathered(FromKeys):
    """The committee's key was rebuilt from the cards; `role` is the last who came."""

    role: Role


@dataclass(frozen=True)
class PermitSigned(FromKeys):
    """The rebuilt key signed leave to open the lock in this window."""

    permit: Permit


@dataclass(frozen=True)
class MeetingUnsealed(FromKeys):
    """The letters and rows of the review in plain."""

    meeting: OpenedMeeting = field(repr=False)


@dataclass(frozen=True)
class EntrySealed(FromKeys):
    """A row is ready for the store; `entry` is the same in plain.

    `filing` says what it changes among the matters, and whether it overwrites another row.
    """

    place: int | None
    sealed: bytes = field(repr=False)
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
    CardAccepted
    | CardRepeated
    | CardUnknown
    | QuorumGathered
    | PermitSigned
    | MeetingUnsealed
    | EntrySealed
    | KeysWiped
    | KeysFailed
)
