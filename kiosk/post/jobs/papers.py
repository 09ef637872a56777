"""What is asked of the printer."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.post.journal import Entry
from kiosk.post.meeting import OpenedLetter
from kiosk.post.protocol import Protocol


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
class PrintProtocol:
    """Print it, or print it again."""

    protocol: Protocol


PaperJob = NoteSlip | PrintSlip | PrintProtocol | PrintReferral
