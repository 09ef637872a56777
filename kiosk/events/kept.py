"""What the store answers about what pupils hand in or ask for, after the commit returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.events.happening import Happening


class StoreTrouble(StrEnum):
    """Why the store did not take something."""

    BOX_FULL = "box_full"
    NO_COMMITTEE = "no_committee"
    DISK = "disk"


@dataclass(frozen=True)
class FromStore(Happening):
    """The store's worker, after the commit returned.

    `asked_by` is the number of the meeting that asked; None: the day or a pupil did.
    """

    asked_by: int | None = field(default=None, kw_only=True, compare=False, repr=False)


@dataclass(frozen=True)
class LetterStored(FromStore):
    """The typed letter is sealed and durable."""


@dataclass(frozen=True)
class LetterRefused(FromStore):
    """The typed letter is not in the box."""

    why: StoreTrouble


@dataclass(frozen=True)
class HandleKept(FromStore):
    """The record of a slip in two halves is sealed and durable: the slip may be printed."""


@dataclass(frozen=True)
class HandleRefused(FromStore):
    """No record of a slip could be kept, so its code would lead nowhere."""

    why: StoreTrouble


@dataclass(frozen=True)
class ReplySought(FromStore):
    """What lies under the name of a code: a sealed reply and its last day, or nothing."""

    name: bytes = field(repr=False)
    sealed: bytes | None = field(default=None, repr=False)
    last_day: date | None = field(default=None, repr=False)


@dataclass(frozen=True)
class ReplyGone(FromStore):
    """The reply that was read is erased for good."""


@dataclass(frozen=True)
class PaperCounted(FromStore):
    """The slot's count is durable."""


@dataclass(frozen=True)
class PaperNotCounted(FromStore):
    """The paper letter is in the box, but its count could not be kept."""


KeptEvent = (
    LetterStored
    | LetterRefused
    | HandleKept
    | HandleRefused
    | ReplySought
    | ReplyGone
    | PaperCounted
    | PaperNotCounted
)
