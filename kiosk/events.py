"""Everything that can happen, in families. Past tense; small, frozen, and silent about letters.

No `repr` of an event quotes a letter, a kind, a card or a summary: those fields are hidden.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.post.board import Board
from kiosk.post.clock import Correction
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference, Entry
from kiosk.post.letters import DayMonth, Kind, Language
from kiosk.post.meeting import Facts, Meeting, OpenedMeeting
from kiosk.post.permit import Permit
from kiosk.post.roles import Role


@dataclass(frozen=True)
class Happening:
    """Something that happened."""


# --- hardware ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class FromHardware(Happening):
    """Pins and the coil's child."""


@dataclass(frozen=True)
class LetterDropped(FromHardware):
    """One paper letter passed the slot."""


@dataclass(frozen=True)
class SlotBlocked(FromHardware):
    """Something stays in the slot."""


@dataclass(frozen=True)
class SlotCleared(FromHardware):
    """The slot is free again."""


@dataclass(frozen=True)
class EdgesMissed(FromHardware):
    """Some edges of a sensor never arrived: what was counted may be wrong."""


@dataclass(frozen=True)
class DoorOpened(FromHardware):
    """The box's door opened, or was found open at start."""


@dataclass(frozen=True)
class DoorShut(FromHardware):
    """The box's door was shut."""


@dataclass(frozen=True)
class LockOpened(FromHardware):
    """The coil is on: the door can be pulled."""


@dataclass(frozen=True)
class LockHeld(FromHardware):
    """The coil dropped: the lock holds again."""


@dataclass(frozen=True)
class LockDenied(FromHardware):
    """The lock did not take the permit: the window is over, or the clock cannot be believed."""


@dataclass(frozen=True)
class LockBroke(FromHardware):
    """The coil's child is gone or does not answer; the coil is off."""


@dataclass(frozen=True)
class NobodyOpened(FromHardware):
    """The lock was open, and the door was not pulled."""


@dataclass(frozen=True)
class DoorForced(FromHardware):
    """The door opened without a permit."""


@dataclass(frozen=True)
class DoorFoundOpen(FromHardware):
    """The door was open when the kiosk started."""


@dataclass(frozen=True)
class DoorLeftOpen(FromHardware):
    """The committee has left, and the door is still open."""


# --- printer ----------------------------------------------------------------------------------


class PrinterTrouble(StrEnum):
    """Why nothing comes out of the printer."""

    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    GONE = "gone"
    STALLED = "stalled"
    ERROR = "error"


@dataclass(frozen=True)
class FromPrinter(Happening):
    """The printer's worker."""


@dataclass(frozen=True)
class Printed(FromPrinter):
    """All of a job was accepted and the printer reported no trouble."""

    ticket: int


@dataclass(frozen=True)
class PrintFailed(FromPrinter):
    """A job did not come out; it is not tried again."""

    ticket: int
    trouble: PrinterTrouble


@dataclass(frozen=True)
class PrinterSeen(FromPrinter):
    """How the printer is while nobody prints; None: it is well, or does not say."""

    trouble: PrinterTrouble | None


# --- store ------------------------------------------------------------------------------------


class StoreTrouble(StrEnum):
    """Why the store did not take something."""

    BOX_FULL = "box_full"
    NO_COMMITTEE = "no_committee"
    DISK = "disk"


@dataclass(frozen=True)
class FromStore(Happening):
    """The store's worker, after the commit returned."""


@dataclass(frozen=True)
class BoardRead(FromStore):
    """What hangs on the board, the review that was cut off, if any, and all incidents by day."""

    board: Board
    unfinished: Facts | None = None
    incidents: tuple[tuple[date, Incident], ...] = ()


@dataclass(frozen=True)
class ClockSet(FromStore):
    """The day and the correction that the quorum agreed on are durable; None: it was right."""

    correction: Correction | None
    read: BoardRead


@dataclass(frozen=True)
class LetterStored(FromStore):
    """The typed letter is sealed and durable."""


@dataclass(frozen=True)
class LetterRefused(FromStore):
    """The typed letter is not in the box."""

    why: StoreTrouble


@dataclass(frozen=True)
class PaperCounted(FromStore):
    """The slot's count is durable."""


@dataclass(frozen=True)
class PaperNotCounted(FromStore):
    """The paper letter is in the box, but its count could not be kept."""


@dataclass(frozen=True)
class ReviewOpened(FromStore):
    """The set of envelopes and the slot's count are fixed; also when a review is resumed."""

    meeting: Meeting


@dataclass(frozen=True)
class PaperHandCounted(FromStore):
    """The hand count and its reason are durable."""

    facts: Facts


@dataclass(frozen=True)
class EntryRegistered(FromStore):
    """A letter has its row; `place` is the envelope made blank, None for paper."""

    number: int
    place: int | None
    entry: Entry = field(repr=False)
    facts: Facts


@dataclass(frozen=True)
class ReviewClosed(FromStore):
    """The review is closed and its answers hang on the board."""

    facts: Facts


@dataclass(frozen=True)
class StoreFailed(FromStore):
    """A committee's step was not stored; nothing was half done."""

    step: str


# --- keys -------------------------------------------------------------------------------------


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
    """A row is ready for the store; `entry` is the same in plain."""

    place: int | None
    sealed: bytes = field(repr=False)
    entry: Entry = field(repr=False)


@dataclass(frozen=True)
class KeysWiped(FromKeys):
    """No key is left in memory."""


@dataclass(frozen=True)
class KeysFailed(FromKeys):
    """The key worker could not do a step; the quorum must gather again."""

    step: str


# --- pupil ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FromPupil(Happening):
    """Intents of pupils and passers-by."""


@dataclass(frozen=True)
class LanguageChosen(FromPupil):
    """One touch switched the language; nothing else changes."""

    language: Language


@dataclass(frozen=True)
class WriteAsked(FromPupil):
    """Кат жазуу on the board."""


@dataclass(frozen=True)
class Understood(FromPupil):
    """Read who reads, when, and where help is."""


@dataclass(frozen=True)
class LetterWritten(FromPupil):
    """Done writing: to the check screen."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class EditAsked(FromPupil):
    """Back from checking to writing."""

    kind: Kind | None = field(default=None, repr=False)


@dataclass(frozen=True)
class LetterSent(FromPupil):
    """Жөнөтүү on the check screen."""

    written: DayMonth = field(repr=False)
    kind: Kind | None = field(default=None, repr=False)


@dataclass(frozen=True)
class LetterErased(FromPupil):
    """Өчүрүп, чыгуу, confirmed where it was asked."""


@dataclass(frozen=True)
class PaperAsked(FromPupil):
    """How to put in a paper letter."""


@dataclass(frozen=True)
class SlipAsked(FromPupil):
    """A dated slip, before or without a letter."""


@dataclass(frozen=True)
class ReceiptAsked(FromPupil):
    """A receipt, offered after a letter."""


@dataclass(frozen=True)
class HowAsked(FromPupil):
    """Бул кантип иштейт?"""


@dataclass(frozen=True)
class BoardAsked(FromPupil):
    """Back to the board from a screen that holds no letter."""


@dataclass(frozen=True)
class CardTurned(FromPupil):
    """The next (+1) or previous (-1) card of the board."""

    step: int


# --- committee --------------------------------------------------------------------------------


@dataclass(frozen=True)
class FromCommittee(Happening):
    """Intents of the committee."""


@dataclass(frozen=True)
class WayInAsked(FromCommittee):
    """The board's open way in, or the documented gesture."""


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
    """A letter's row is filled in; `place` is its envelope, None for paper."""

    place: int | None
    entry: Entry = field(repr=False)


@dataclass(frozen=True)
class CloseAsked(FromCommittee):
    """Close the review."""


@dataclass(frozen=True)
class CommitteeLeft(FromCommittee):
    """Leave; an opened review can be taken up again."""


# --- system -----------------------------------------------------------------------------------


class Alarm(StrEnum):
    """Moments the kiosk itself asked for."""

    CARD = "card"
    IDLE = "idle"
    ERASE = "erase"
    WINDOW = "window"
    COUNTDOWN = "countdown"
    DOOR = "door"


@dataclass(frozen=True)
class FromSystem(Happening):
    """Time, signals, threads."""


@dataclass(frozen=True)
class AlarmRang(FromSystem):
    """A deadline passed."""

    alarm: Alarm


@dataclass(frozen=True)
class Touched(FromSystem):
    """Somebody touched the screen or a key: idling starts anew."""


@dataclass(frozen=True)
class StayAsked(FromSystem):
    """Still here: the idle warning goes away."""


@dataclass(frozen=True)
class StopAsked(FromSystem):
    """SIGTERM, or the window was closed."""


# --- the families as closed unions: what a `match` must cover --------------------------------

HardwareEvent = (
    LetterDropped
    | SlotBlocked
    | SlotCleared
    | EdgesMissed
    | DoorOpened
    | DoorShut
    | LockOpened
    | LockHeld
    | LockDenied
    | LockBroke
    | NobodyOpened
    | DoorForced
    | DoorFoundOpen
    | DoorLeftOpen
)
PrinterEvent = Printed | PrintFailed | PrinterSeen
StoreEvent = (
    BoardRead
    | ClockSet
    | LetterStored
    | LetterRefused
    | PaperCounted
    | PaperNotCounted
    | ReviewOpened
    | PaperHandCounted
    | EntryRegistered
    | ReviewClosed
    | StoreFailed
)
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
PupilEvent = (
    LanguageChosen
    | WriteAsked
    | Understood
    | LetterWritten
    | EditAsked
    | LetterSent
    | LetterErased
    | PaperAsked
    | SlipAsked
    | ReceiptAsked
    | HowAsked
    | BoardAsked
    | CardTurned
)
CommitteeEvent = (
    WayInAsked
    | RollCallAsked
    | CardTyped
    | ClockAgreed
    | UnlockAsked
    | PaperHandCountTyped
    | RecountAsked
    | EntryWritten
    | CloseAsked
    | CommitteeLeft
)
SystemEvent = AlarmRang | Touched | StayAsked | StopAsked
Event = (
    HardwareEvent
    | PrinterEvent
    | StoreEvent
    | KeysEvent
    | PupilEvent
    | CommitteeEvent
    | SystemEvent
)
