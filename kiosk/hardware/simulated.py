"""The whole box without a box: mock pins, a printer in memory, and levers to move them."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.config.machine import Machine
from kiosk.events import Event
from kiosk.hardware.box import Box, Parts
from kiosk.hardware.ports import Hardware
from kiosk.hardware.simulated_pins import Contact, SimulatedPins
from kiosk.hardware.simulated_printer import SimulatedPrinter
from kiosk.post.clock import ClockLevel, Reading

LETTER = (
    (True, 0.250),
    (False, 0.249),
    (True, 0.247),
    (False, 0.100),
    (True, 0.098),
    (False, 0.097),
)
"""A letter through the slot: (blocked, seconds ago), 150 ms with a bounce at both ends."""


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
        self.boot = secrets.token_hex(4)

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

    def reading(self) -> Reading:
        """What this clock shows, how far it is believed, and in which run of the machine."""
        return Reading(self.now(), self.level, self.boot, self.monotonic())

    def restart(self) -> None:
        """The machine was off and on again: another run, by the same clock."""
        self.boot = secrets.token_hex(4)

    def _elapsed(self) -> float:
        real = time.monotonic() - self._origin if self._running else 0.0
        return real + self._passed


class Levers:
    """What hands do to the box: the demo's dock and the tests pull these, on the main thread.

    A letter counts at once. What is held in the slot, and the door, are noticed when the contact
    has been still for a moment: on a running clock by itself, else after `clock.advance`.
    """

    def __init__(
        self, pins: SimulatedPins, slot: Contact, door: Contact, printer: SimulatedPrinter, box: Box
    ) -> None:
        self._pins, self._slot, self._door = pins, slot, door
        self._printer, self._box = printer, box

    @property
    def papers(self) -> list[bytes]:
        """ESC/POS bytes of each job that came out whole, oldest first."""
        return self._printer.papers

    @property
    def scraps(self) -> list[bytes]:
        """What came out of jobs that did not come out whole."""
        return self._printer.scraps

    @property
    def coil_on(self) -> bool:
        """Whether the coil is on, as its child has told."""
        return self._box.lock.on

    @property
    def door_is_open(self) -> bool:
        """Whether the box is open."""
        return self._door.on

    @property
    def slot_is_blocked(self) -> bool:
        """Whether something is held in the slot."""
        return self._slot.on

    @property
    def paper_loaded(self) -> bool:
        """Whether the printer has paper."""
        return self._printer.paper

    @property
    def printer_plugged(self) -> bool:
        """Whether the printer's cable is in."""
        return self._printer.plugged

    @property
    def cover_is_open(self) -> bool:
        """Whether the printer is open."""
        return self._printer.cover_open

    def drop_letter(self) -> None:
        """Let a paper letter through, a moment ago, with a bounce at both ends; it counts at once.

        While something is held in the slot no letter goes through.
        """
        if self._slot.on:
            return
        for on, ago_s in LETTER:
            self._slot.turn(on=on, ago_s=ago_s)
        self._box.tick()

    def block_slot(self) -> None:
        """Hold something in the slot."""
        self._slot.turn(on=True)

    def clear_slot(self) -> None:
        """Take it away."""
        self._slot.turn(on=False)

    def deafen_slot(self, *, deaf: bool = True) -> None:
        """Lose every edge of the slot's sensor, or hear them again; its level can be read."""
        self._slot.deafen(deaf=deaf)

    def lose_pins(self) -> None:
        """Take the chip away: no level can be read any more, and no edge comes."""
        self._pins.gone = True

    def pull_door(self) -> bool:
        """Try the door; it opens only while the coil is on. Returns whether it is open."""
        if self.coil_on:
            self._door.turn(on=True)
        return self._door.on

    def force_door(self) -> None:
        """Open the door without leave."""
        self._door.turn(on=True)

    def shut_door(self) -> None:
        """Shut the door; it latches by itself."""
        self._door.turn(on=False)

    def take_paper(self) -> None:
        """Leave the printer without paper."""
        self._printer.take_paper()

    def load_paper(self) -> None:
        """Put in a new roll."""
        self._printer.load_paper()

    def open_cover(self) -> None:
        """Open the printer."""
        self._printer.set_cover(is_open=True)

    def close_cover(self) -> None:
        """Close the printer."""
        self._printer.set_cover(is_open=False)

    def unplug_printer(self) -> None:
        """Pull its cable; what it had not printed is lost."""
        self._printer.unplug()

    def plug_printer(self) -> None:
        """Put the cable back."""
        self._printer.plug()

    def stall_printer(self, *, stalled: bool = True) -> None:
        """Let the printer take no more bytes, or take them again."""
        self._printer.stalled = stalled

    def keep_printer_waiting(self, *, asleep: bool = True) -> None:
        """Let the next job begin and wait, or go on."""
        self._printer.keep_waiting(asleep=asleep)

    @property
    def printer_has_begun(self) -> bool:
        """Whether a job has begun since it was kept waiting."""
        return self._printer.begun

    def fail_printer_after(self, n_bytes: int) -> None:
        """Break the connection once, when the next job has sent so many bytes."""
        self._printer.break_after(n_bytes)

    def end_paper_after(self, n_bytes: int) -> None:
        """Let the roll end when so many bytes are printed."""
        self._printer.end_paper_after(n_bytes)


def simulated(
    machine: Machine,
    committee: Callable[[], bytes | None],
    emit: Callable[[Event], None],
    clock: SimulatedClock,
    *,
    door_open: bool = False,
    slot_blocked: bool = False,
) -> tuple[Hardware, Levers]:
    """Build the simulated set and its levers; `committee` gives the verify key, if enrolled.

    `emit` is called from the main thread and from the printer's. `door_open` and `slot_blocked`
    are how the box is found at start. Close the set when done: the coil's child is real.
    """
    pins, printer = SimulatedPins(clock), SimulatedPrinter()
    slot = Contact(pins.pin(machine.pins.slot), clock, on_high=machine.pins.slot_blocked_high)
    door = Contact(pins.pin(machine.pins.door), clock, on_high=machine.pins.door_open_high)
    slot.turn(on=slot_blocked)
    door.turn(on=door_open)
    parts = Parts(pins, clock, printer, ("backend=simulated",), pins.answer)
    box = Box(machine, committee, emit, parts)
    return box.hardware, Levers(pins, slot, door, printer, box)
