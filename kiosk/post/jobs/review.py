"""What a review asks of the store, the lock and the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from kiosk.events import EntrySealed, MatterSealed, WishesSealed
from kiosk.post.committee import Committee
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference
from kiosk.post.permit import Permit
from kiosk.post.protocol import Closing
from kiosk.post.replies import Private
from kiosk.post.roles import Role


@dataclass(frozen=True)
class OpenLock:
    """Pulse the coil."""

    permit: Permit


@dataclass(frozen=True)
class ShutLock:
    """Drop the coil."""


@dataclass(frozen=True)
class NoteIncident:
    """Keep for the next protocol that this happened today."""

    what: Incident


@dataclass(frozen=True)
class SetClock:
    """Keep what the quorum says the wall clock shows: naive, in the school's zone."""

    moment: datetime


@dataclass(frozen=True)
class Arrange:
    """Keep a review out of turn on a later day, which the board announces."""

    day: date
    opens: time
    closes: time


@dataclass(frozen=True)
class ArrangeNow:
    """Keep that the box may be opened now, out of turn."""


@dataclass(frozen=True)
class OpenReview:
    """Fix the set, or take up the review that was cut off; these roles are here."""

    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class NotePresent:
    """Somebody came later: keep that these roles took part."""

    review: int
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class SaveHandCount:
    """Make the hand count durable."""

    review: int
    hand: int
    reason: Difference | None


@dataclass(frozen=True)
class Register:
    """Give a letter its row."""

    review: int
    sealed: EntrySealed


@dataclass(frozen=True)
class KeepWishes:
    """Make durable what was said about letters."""

    review: int
    sealed: WishesSealed


@dataclass(frozen=True)
class KeepCommittee:
    """Make a committee's record durable; with new keys, everything sealed goes over to them."""

    committee: Committee = field(repr=False)


@dataclass(frozen=True)
class Correct:
    """Overwrite the row of this number."""

    review: int
    row: int
    sealed: EntrySealed


@dataclass(frozen=True)
class CloseReview:
    """Close, hang the answers on the board, and seal each private reply to its reader.

    The `matters` are kept as published.
    """

    closing: Closing
    private: Private = field(default_factory=Private)
    matters: tuple[MatterSealed, ...] = ()


@dataclass(frozen=True)
class ReadFormer:
    """Read again the review that still owes its protocol."""


RowJob = Register | Correct | KeepWishes
ReviewJob = OpenReview | NotePresent | SaveHandCount | RowJob | CloseReview | ReadFormer
OpeningJob = Arrange | ArrangeNow
