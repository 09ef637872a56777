"""What a review asks to be done; the flow does it, and the results come back as events."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.events import EntrySealed
from kiosk.post.board import Notice
from kiosk.post.calendar import Window
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Difference, Entry
from kiosk.post.meeting import Meeting
from kiosk.post.permit import Permit


@dataclass(frozen=True)
class TryCard:
    """Derive a card's key and see whose it is."""

    code: str = field(repr=False)


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
class OpenReview:
    """Fix the set, or take up the review that was cut off."""


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
class Correct:
    """Overwrite the row of this number."""

    review: int
    row: int
    sealed: EntrySealed


@dataclass(frozen=True)
class CloseReview:
    """Close, and hang the answers on the board."""

    review: int
    answers: tuple[Notice, ...] = field(repr=False)


@dataclass(frozen=True)
class WipeKeys:
    """Forget every key and all that was unsealed."""


KeyJob = TryCard | SignPermit | Unseal | SealEntry | WipeKeys
ReviewJob = OpenReview | SaveHandCount | Register | Correct | CloseReview
Job = KeyJob | ReviewJob | SetClock | OpenLock | ShutLock
