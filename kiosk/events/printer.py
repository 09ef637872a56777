"""What the printer tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.events.happening import Happening


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
    """All of a job was accepted and the printer reported no trouble.

    One that answers nothing and takes much ahead may still have put out no paper.
    """

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


PrinterEvent = Printed | PrintFailed | PrinterSeen
