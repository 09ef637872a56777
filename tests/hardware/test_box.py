"""A set put together: the order in which it looks, when the loop comes late."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.config.machine import Machine
from kiosk.events import DoorOpened, Event, LetterDropped
from kiosk.hardware.box import Box, Parts
from kiosk.hardware.simulated import SimulatedClock
from kiosk.hardware.simulated_pins import Contact, SimulatedPins
from kiosk.hardware.simulated_printer import SimulatedPrinter


class LateBox:
    """A box whose edges wait in a queue, as a kernel keeps them, until somebody drains it."""

    def __init__(self) -> None:
        self.clock, self.events = SimulatedClock(datetime(2026, 11, 22, tzinfo=UTC)), list[Event]()
        machine, pins = Machine(), SimulatedPins(self.clock)
        self.slot = Contact(pins.pin(machine.pins.slot), self.clock, on_high=False)
        self.door = Contact(pins.pin(machine.pins.door), self.clock, on_high=True)
        self.slot.turn(on=False)
        self.door.turn(on=False)
        self.waiting: list[tuple[Contact, bool, float]] = []
        parts = Parts(
            pins,
            self.clock,
            SimulatedPrinter(),
            ("backend=simulated",),
            self.drain,
            lambda: [(7, print)],
        )
        self.box = Box(machine, lambda: None, self.events.append, parts)

    def drain(self) -> None:
        """Hand over what waits, oldest first."""
        for contact, on, ago_s in self.waiting:
            contact.turn(on=on, ago_s=ago_s)
        self.waiting.clear()


def test_edges_that_wait_are_taken_before_anything_is_certain() -> None:
    late = LateBox()
    late.slot.turn(on=True, ago_s=1.0)
    late.slot.turn(on=False, ago_s=0.9)
    late.waiting = [(late.slot, True, 0.88), (late.slot, False, 0.7), (late.door, True, 0.5)]
    late.box.tick()
    assert late.events == [LetterDropped(), DoorOpened()], "one letter, however late the loop"
    late.box.close()


def test_pins_and_the_coils_child_are_watched_together() -> None:
    late = LateBox()
    descriptors = [descriptor for descriptor, _ in late.box.hardware.watch()]
    assert descriptors[0] == 7
    assert len(descriptors) == 2
    late.box.close()
