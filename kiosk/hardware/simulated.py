"""The whole box without a box: mock pins, a printer in memory, and levers to move them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.events import Event
from kiosk.hardware.ports import Hardware
from kiosk.hardware.settings import MachineLike
from kiosk.post.clock import ClockLevel


class SimulatedClock:
    """A clock that can be moved; `running` follows real time, otherwise only `advance` moves it."""

    def __init__(
        self, start: datetime, level: ClockLevel = ClockLevel.RTC, *, running: bool = False
    ) -> None:
        if start.tzinfo is None:
            raise ValueError("a clock starts at an aware moment")
        self.level = level
        self._running = running
        self._origin = time.monotonic()
        self._passed = 0.0
        self._start = start
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Aware time in the zone of the start."""
        with self._lock:
            return self._start + timedelta(seconds=self._elapsed())

    def monotonic(self) -> float:
        """Seconds that only go forward; `set` does not move them."""
        with self._lock:
            return self._origin + self._elapsed()

    def advance(self, seconds: float) -> None:
        """Let time pass, on the wall and for every deadline."""
        if seconds < 0:
            raise ValueError("time does not run back; use set for a clock gone wrong")
        with self._lock:
            self._passed += seconds

    def set(self, moment: datetime) -> None:
        """Turn the calendar, forward or back; deadlines stay."""
        with self._lock:
            self._start = moment - timedelta(seconds=self._elapsed())

    def _elapsed(self) -> float:
        real = time.monotonic() - self._origin if self._running else 0.0
        return real + self._passed


class Levers:
    """What hands do to the box: the demo's dock and the tests pull these.

    Levers are pulled on the main thread. Memory: `papers` holds the ESC/POS bytes of each job
    that came out whole; `coil_on`, `door_is_open`, `paper_loaded`, `printer_plugged`.
    """

    papers: list[bytes]
    coil_on: bool
    door_is_open: bool
    slot_is_blocked: bool
    paper_loaded: bool
    printer_plugged: bool
    cover_is_open: bool

    def drop_letter(self) -> None:
        """One paper letter through the slot, in the last fraction of a second."""
        raise NotImplementedError

    def block_slot(self) -> None:
        """Hold something in the slot."""
        raise NotImplementedError

    def clear_slot(self) -> None:
        """Take it away."""
        raise NotImplementedError

    def pull_door(self) -> bool:
        """Try the door; it opens, and stays open, only while the coil is on."""
        raise NotImplementedError

    def force_door(self) -> None:
        """Open the door without leave."""
        raise NotImplementedError

    def shut_door(self) -> None:
        """Shut the door."""
        raise NotImplementedError

    def take_paper(self) -> None:
        """The roll is empty."""
        raise NotImplementedError

    def load_paper(self) -> None:
        """A new roll."""
        raise NotImplementedError

    def open_cover(self) -> None:
        """Open the printer."""
        raise NotImplementedError

    def close_cover(self) -> None:
        """Close the printer."""
        raise NotImplementedError

    def unplug_printer(self) -> None:
        """Pull its cable; what it had not printed is lost."""
        raise NotImplementedError

    def plug_printer(self) -> None:
        """Put the cable back."""
        raise NotImplementedError

    def stall_printer(self, *, stalled: bool = True) -> None:
        """The printer takes no more bytes, or takes them again."""
        raise NotImplementedError

    def fail_printer_after(self, n_bytes: int) -> None:
        """The cable breaks once, when the next job has sent this many bytes."""
        raise NotImplementedError


def simulated(
    machine: MachineLike,
    committee: Callable[[], bytes | None],
    emit: Callable[[Event], None],
    clock: SimulatedClock,
) -> tuple[Hardware, Levers]:
    """Build the simulated set and its levers; `committee` gives the verify key, if enrolled.

    `emit` is called from the main thread and from the printer's. Close the set when done.
    """
    raise NotImplementedError
