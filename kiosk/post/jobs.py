"""What a review asks to be done; the flow does it, and the results come back as events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from kiosk.events import EntrySealed
from kiosk.post.calendar import Window
from kiosk.post.committee import Committee
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Difference, Entry
from kiosk.post.meeting import Meeting, OpenedLetter, SealedEntry
from kiosk.post.permit import Permit
from kiosk.post.protocol import Account, Closing, Protocol
from kiosk.post.replies import Private
from kiosk.post.roles import Role


@dataclass(frozen=True)
class StartKeys:
    """Have the keys' process ready before the first card."""


@dataclass(frozen=True)
class TryCard:
    """Derive a card's key and see whose it is."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class TryRecovery:
    """See whether these are the recovery envelope's digits."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class RecogniseCard:
    """See whose card this is, and forget it: for what needs no quorum and no key."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class MakeCard:
    """Make a card for a new member of this role; None is the recovery envelope.

    A card made before it that was not typed back is void.
    """

    role: Role | None


@dataclass(frozen=True)
class CopyCard:
    """Compare what was typed back with the card made last."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class VoidCards:
    """Forget the cards and the envelope that no committee has yet."""


@dataclass(frozen=True)
class Enrol:
    """Form the first committee of the cards that were typed back, the envelope among them."""

    quorum: Sequence[Sequence[Role]]
    on: date


@dataclass(frozen=True)
class AddCards:
    """Give the cards that were typed back to a committee that stays as it is."""

    on: date


@dataclass(frozen=True)
class Rekey:
    """Make new keys: without the cards of these numbers, with those that were typed back."""

    without: frozenset[int]
    on: date


@dataclass(frozen=True)
class DrillRecovery:
    """Try the recovery envelope once a year, in front of the whole quorum."""

    code: str = field(repr=False)
    on: date


@dataclass(frozen=True)
class KeepDigits:
    """Remember a member's four digits, to come back by after an idle lock."""

    role: Role
    digits: str = field(repr=False)


@dataclass(frozen=True)
class TryDigits:
    """See whose four digits these are."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class SignPermit:
    """Have the rebuilt key sign leave for this window."""

    window: Window


@dataclass(frozen=True)
class OpenLock:
    """Pulse the coil."""

    permit: Permit


@dataclass(frozen=True)
class ShutLock:
    """Drop the coil."""


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
class Unseal:
    """Open the set's envelopes and the rows already written."""

    meeting: Meeting


@dataclass(frozen=True)
class SaveHandCount:
    """Make the hand count durable."""

    review: int
    hand: int
    reason: Difference | None


@dataclass(frozen=True)
class SealEntry:
    """Seal a row under the journal key."""

    place: int | None
    entry: Entry = field(repr=False)
    filing: Filing = NOTHING


@dataclass(frozen=True)
class Register:
    """Give a letter its row."""

    review: int
    sealed: EntrySealed


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
class PrintReferral:
    """Print who was told of an urgent row; with its letter only where the quorum asked for that."""

    number: int
    entry: Entry = field(repr=False)
    with_text: bool = False


@dataclass(frozen=True)
class NoteSlip:
    """Keep that one more letter is printed to be read in a room."""

    review: int


@dataclass(frozen=True)
class PrintSlip:
    """Print one letter with its label."""

    ticket: int
    opened: OpenedLetter = field(repr=False)


@dataclass(frozen=True)
class CloseReview:
    """Close, hang the answers on the board, and seal each private reply to its reader."""

    closing: Closing
    private: Private = field(default_factory=Private)


@dataclass(frozen=True)
class ReadFormer:
    """Read again the review that still owes its protocol."""


@dataclass(frozen=True)
class UnsealFormer:
    """Open its rows for the protocol, and for nothing else."""

    account: Account
    rows: tuple[SealedEntry, ...] = field(repr=False)


@dataclass(frozen=True)
class PrintProtocol:
    """Print it, or print it again."""

    protocol: Protocol


@dataclass(frozen=True)
class WipeKeys:
    """Forget every key and all that was unsealed."""


RollCallJob = StartKeys | TryCard | RecogniseCard | TryRecovery | KeepDigits | TryDigits | WipeKeys
CardJob = MakeCard | CopyCard | VoidCards | Enrol | AddCards | Rekey | DrillRecovery
KeyJob = RollCallJob | CardJob | SignPermit | Unseal | SealEntry | UnsealFormer
ReviewJob = OpenReview | NotePresent | SaveHandCount | Register | Correct | CloseReview | ReadFormer
OpeningJob = Arrange | ArrangeNow
PaperJob = NoteSlip | PrintSlip | PrintProtocol | PrintReferral
Job = KeyJob | ReviewJob | OpeningJob | PaperJob | KeepCommittee | SetClock | OpenLock | ShutLock
