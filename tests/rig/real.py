"""The real set on the rig: the kiosk's own drivers, a clock that can be moved, and hands."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from kiosk.config.machine import Machine
from kiosk.events import Event
from kiosk.hardware.box import Box, Parts
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.devices import connect
from kiosk.hardware.gpiod_pins import GpiodFactory, GpiodPin
from tests.hardware.contract import KEY, Rig
from tests.rig.header import Header
from tests.rig.usb_printer import UsbPrinter

LETTER = ((True, 0.001), (False, 0.001), (True, 0.080), (False, 0.002), (True, 0.001))
"""A letter through the slot, with a bounce at both ends."""
SETTLED_S = 0.1
"""Longer than the slot waits to be sure."""
EDGE_S = 0.02
"""In this time an edge has come through the kernel."""


class MovableClock(SystemClock):
    """The system's clock, some seconds on."""

    shift_s = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.shift_s)

    def monotonic(self) -> float:
        return super().monotonic() + self.shift_s


class MovablePin(GpiodPin):
    """A pin whose edges carry the moved clock's moments."""

    def _call_when_changed(self, ticks: float, state: int) -> None:
        super()._call_when_changed(ticks + self.factory.clock.shift_s, state)


class MovablePins(GpiodFactory):
    """The header's pins on the moved clock."""

    def __init__(self, chip: str, clock: MovableClock) -> None:
        super().__init__(chip)
        self.clock, self.pin_class = clock, MovablePin


class Hands:
    """Moves what is wired to the header, and the printer on its cable."""

    def __init__(self, header: Header, machine: Machine, printer: UsbPrinter) -> None:
        pins = self._pins = machine.pins
        self._slot, self._door = header.line(pins.slot), header.line(pins.door)
        self.coil, self.printer = header.line(pins.lock), printer
        self.slot_is_blocked = self.door_is_open = False

    def found(self, *, door_open: bool = False, slot_blocked: bool = False) -> None:
        """Leave the box like this."""
        self._turn_door(is_open=door_open)
        self._turn_slot(blocked=slot_blocked)

    @property
    def papers(self) -> list[bytes]:
        return self.printer.papers

    @property
    def scraps(self) -> list[bytes]:
        return self.printer.scraps

    @property
    def coil_on(self) -> bool:
        return self.coil.high

    @property
    def paper_loaded(self) -> bool:
        return self.printer.paper

    @property
    def printer_plugged(self) -> bool:
        return self.printer.plugged

    @property
    def cover_is_open(self) -> bool:
        return self.printer.cover_open

    def drop_letter(self) -> None:
        """Let a letter through, unless something is held in the slot."""
        if not self.slot_is_blocked:
            high = self._pins.slot_blocked_high
            self._slot.play((level == high, span_s) for level, span_s in LETTER)
            self._slot.wire(high=not high)
            time.sleep(SETTLED_S)

    def block_slot(self) -> None:
        self._turn_slot(blocked=True)

    def clear_slot(self) -> None:
        self._turn_slot(blocked=False)

    def pull_door(self) -> bool:
        if self.coil_on:
            self._turn_door(is_open=True)
        return self.door_is_open

    def force_door(self) -> None:
        self._turn_door(is_open=True)

    def shut_door(self) -> None:
        self._turn_door(is_open=False)

    def take_paper(self) -> None:
        self.printer.paper = False

    def load_paper(self) -> None:
        self.printer.load_paper()

    def open_cover(self) -> None:
        self.printer.set_cover(is_open=True)

    def close_cover(self) -> None:
        self.printer.set_cover(is_open=False)

    def unplug_printer(self) -> None:
        self.printer.unplug()

    def plug_printer(self) -> None:
        self.printer.plug()

    def stall_printer(self, *, stalled: bool = True) -> None:
        self.printer.stall(stalled=stalled)

    def fail_printer_after(self, n_bytes: int) -> None:
        self.printer.break_after(n_bytes)

    def end_paper_after(self, n_bytes: int) -> None:
        self.printer.end_paper_after(n_bytes)

    def _turn_slot(self, *, blocked: bool) -> None:
        self.slot_is_blocked = blocked
        self._slot.wire(high=blocked == self._pins.slot_blocked_high)
        time.sleep(EDGE_S)

    def _turn_door(self, *, is_open: bool) -> None:
        self.door_is_open = is_open
        self._door.wire(high=is_open == self._pins.door_open_high)
        time.sleep(EDGE_S)


def coil_backend(header: Header) -> tuple[str, ...]:
    """Arguments by which the coil's child finds the real line."""
    return "backend=kernel", f"chip={header.path}"


def real_rig(header: Header, machine: Machine, hands: Hands) -> Rig:
    """The set as `pi` puts it together, on a clock that can be moved."""
    clock, events = MovableClock(UTC), list[Event]()
    pins = MovablePins(header.path, clock)
    parts = Parts(
        pins, clock, connect(machine.printer), coil_backend(header), pins.drain, pins.watch
    )
    box = Box(machine, lambda: bytes(KEY.verify_key), events.append, parts)

    def pass_time(seconds: float) -> None:
        time.sleep(EDGE_S)
        box.tick()
        clock.shift_s += seconds

    return Rig(box.hardware, hands, pass_time, events, hands.printer.until_steady)
