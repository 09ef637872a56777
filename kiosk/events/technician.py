"""What a technician asks for, and what the doctor answers."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.finding import Finding
from kiosk.post.pin import Answer


@dataclass(frozen=True)
class FromTechnician(Happening):
    """Intents of a technician, and the doctor's worker."""


@dataclass(frozen=True)
class TechnicianAsked(FromTechnician):
    """Техник on the way in."""


@dataclass(frozen=True)
class PinTyped(FromTechnician):
    """All digits of a PIN."""

    pin: str = field(repr=False)


@dataclass(frozen=True)
class PinAnswered(FromTechnician):
    """The PIN was compared."""

    answer: Answer


@dataclass(frozen=True)
class LookAsked(FromTechnician):
    """Look at every part, for the first time or again."""


@dataclass(frozen=True)
class Looked(FromTechnician):
    """What was found of some parts; the others are told when they are known."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class BeamAsked(FromTechnician):
    """Show the slot's beam while it is aligned."""


@dataclass(frozen=True)
class TestPageAsked(FromTechnician):
    """Print the page by which the printer is judged."""

    __test__ = False  # no test of pytest's


@dataclass(frozen=True)
class TestPageEnded(FromTechnician):
    """What came of the page."""

    __test__ = False

    finding: Finding


@dataclass(frozen=True)
class LockTrialAsked(FromTechnician):
    """Energise the coil for a moment."""


TechnicianEvent = (
    TechnicianAsked
    | PinTyped
    | PinAnswered
    | LookAsked
    | Looked
    | BeamAsked
    | TestPageAsked
    | TestPageEnded
    | LockTrialAsked
)
