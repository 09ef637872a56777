"""What the kiosk asks of hardware, and what hardware may answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PIL import Image

from kiosk.events import Event
from kiosk.post.clock import ClockLevel, Correction, Reading
from kiosk.post.permit import Permit

if TYPE_CHECKING:
    from kiosk.hardware.device import Device


class HardwareError(Exception):
    """A part of the box does not do what it should."""


class NoScreen(HardwareError, OSError):
    """There is no display to draw on."""


class LockRefused(HardwareError, PermissionError):
    """The permit does not open the lock: not the committee's, or its window does not hold."""


class PinsGone(HardwareError, OSError):
    """The chip that has the pins went away: nothing is heard of slot and door any more."""


@dataclass(frozen=True)
class PrintJob:
    """One paper: `picture` is mode "1", as wide as the printer's dots per line."""

    ticket: int
    picture: Image.Image = field(repr=False)


class Printer(Protocol):
    """Prints in its own thread and says `Printed` or `PrintFailed` for each ticket."""

    dots: int

    def print(self, job: PrintJob) -> None:
        """Queue a job; never blocks."""
        ...

    def draw(self, ticket: int, picture: Callable[[], Image.Image]) -> None:
        """Queue a long paper, which is drawn in the printer's own thread; never blocks."""
        ...

    def look(self) -> None:
        """Ask it how it is, for `PrinterSeen`; never blocks, prints nothing."""
        ...

    def ask(
        self, job: Callable[[Device], Event | None], failed: Callable[[Exception], Event]
    ) -> None:
        """Let a technician's job have the wire, between papers; never blocks."""
        ...

    def drop(self, ticket: int) -> None:
        """Forget a job that has not begun: its pupil has left."""
        ...


class Lock(Protocol):
    """The one door to the coil (law 2)."""

    def open(self, permit: Permit) -> None:
        """Energise the coil for one bounded pulse.

        Raises LockRefused if the permit is not the committee's or its window does not hold now.
        """
        ...

    def try_out(self) -> None:
        """Energise the coil for a moment, for a technician's ear (law 2).

        Raises LockRefused unless the door is open already, or no committee is enrolled.
        """
        ...

    def shut(self) -> None:
        """Drop the coil at once."""
        ...

    @property
    def answers(self) -> bool:
        """Whether the coil's process is there, as far as is known."""
        ...


class Slot(Protocol):
    """The slot's sensor, for who aligns it; letters are told as events."""

    @property
    def blocked(self) -> bool:
        """Level now."""
        ...

    @property
    def edges(self) -> int:
        """How many came while the door was open, since the start; in memory only."""
        ...


class Door(Protocol):
    """The reed switch."""

    @property
    def is_open(self) -> bool:
        """Level now."""
        ...


class Clock(Protocol):
    """The only clock the kiosk reads."""

    def now(self) -> datetime:
        """Aware local time."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump; deadlines are set on these."""
        ...

    @property
    def level(self) -> ClockLevel:
        """How far `now` can be believed."""
        ...

    def reading(self) -> Reading:
        """What the machine's own clock says, uncorrected."""
        ...


class SettableClock(Clock, Protocol):
    """The clock as the quorum may set it."""

    correction: Correction | None

    def correct(self, correction: Correction | None) -> None:
        """From now on tell the time so; None is the machine's own."""
        ...


@dataclass(frozen=True)
class Hardware:
    """One complete set, real or simulated.

    `watch` gives (descriptor, callback when readable) for the main `select`; it is asked again
    before each sleep. `deadline` is the next monotonic moment at which `tick` wants to be called
    (None for never); `tick` handles what is due. `alive` is false once a thread died or hangs.
    Events go to the `emit` the set was built with.
    """

    slot: Slot
    door: Door
    lock: Lock
    printer: Printer
    clock: SettableClock
    watch: Callable[[], Iterable[tuple[int, Callable[[], None]]]]
    deadline: Callable[[], float | None]
    tick: Callable[[], None]
    busy: Callable[[], bool]
    alive: Callable[[], bool]
    close: Callable[[], None]
