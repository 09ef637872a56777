"""What the committee asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.events.happening import Happening
from kiosk.post.journal import Difference, Entry


@dataclass(frozen=True)
class FromCommittee(Happening):
    """Intents of the committee."""


@dataclass(frozen=True)
class WayInAsked(FromCommittee):
    """The board's open way in."""


@dataclass(frozen=True)
class GestureMade(FromCommittee):
    """The emblem was held: the documented way for who has something to do at the box."""


@dataclass(frozen=True)
class RollCallAsked(FromCommittee):
    """Begin the roll call: from the way in, also to take up a review that was cut off."""


@dataclass(frozen=True)
class CardTyped(FromCommittee):
    """Twenty digits of a key card."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class ClockAgreed(FromCommittee):
    """The quorum says what the wall clock shows now; `moment` is naive, in the school's zone."""

    moment: datetime


@dataclass(frozen=True)
class UnlockAsked(FromCommittee):
    """Open the box, or pull the lock once more."""


@dataclass(frozen=True)
class PaperHandCountTyped(FromCommittee):
    """Paper letters counted by hand, with a reason where the slot says otherwise."""

    hand: int
    reason: Difference | None = None


@dataclass(frozen=True)
class RecountAsked(FromCommittee):
    """The paper was miscounted: count it again."""


@dataclass(frozen=True)
class EntryWritten(FromCommittee):
    """A letter's row is filled in; `place` is its envelope, None for paper.

    `due` is the day on which the forum sits to which it is referred, None where nobody said.
    """

    place: int | None
    entry: Entry = field(repr=False)
    due: date | None = None


@dataclass(frozen=True)
class EntryCorrected(FromCommittee):
    """A row of this review is written anew; `number` is its journal number, which stays."""

    number: int
    entry: Entry = field(repr=False)
    due: date | None = None


@dataclass(frozen=True)
class ReferralAsked(FromCommittee):
    """Print once more who was told of an urgent row; the quorum may want the letter on it."""

    number: int
    with_text: bool = False


@dataclass(frozen=True)
class RowsAsked(FromCommittee):
    """Look over the rows before the close: any of them may be corrected."""


@dataclass(frozen=True)
class RowsLeft(FromCommittee):
    """They were looked over."""


@dataclass(frozen=True)
class CloseAsked(FromCommittee):
    """Close the review; where slips were printed to be read, whether they were destroyed."""

    slips_destroyed: bool | None = None


@dataclass(frozen=True)
class ProtocolAsked(FromCommittee):
    """Print the protocol, or print it again."""


@dataclass(frozen=True)
class CommitteeLeft(FromCommittee):
    """Leave; an opened review can be taken up again."""


CommitteeEvent = (
    WayInAsked
    | GestureMade
    | RollCallAsked
    | CardTyped
    | ClockAgreed
    | UnlockAsked
    | PaperHandCountTyped
    | RecountAsked
    | EntryWritten
    | EntryCorrected
    | ReferralAsked
    | RowsAsked
    | RowsLeft
    | CloseAsked
    | ProtocolAsked
    | CommitteeLeft
)
