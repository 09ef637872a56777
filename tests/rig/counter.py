"""A slot on a real pin, counted as the box counts it."""

from __future__ import annotations

import select
import time

from kiosk.events import Event
from kiosk.hardware.gpiod_pins import GpiodFactory
from kiosk.hardware.sensor import Sensor
from kiosk.hardware.slot import Slot, SlotTimes
from tests.rig.header import Header

SLOT = 17
TIMES = SlotTimes()
APART_S = TIMES.settle_s + 0.015


class Counter:
    """A slot on a pin, as the box has it; `edges` are (blocked, moment) as they came."""

    def __init__(self, header: Header) -> None:
        self.edges: list[tuple[bool, float]] = []
        self.events: list[Event] = []
        self.line = header.line(SLOT)
        self.factory = GpiodFactory(header.path)
        self.sensor = Sensor(SLOT, high=False, edge=self._edge, pin_factory=self.factory)
        self.slot = Slot(TIMES, blocked=self.sensor.on, at=time.monotonic())
        self.pin = self.factory.pin(f"GPIO{SLOT}")

    def _edge(self, blocked: bool, at: float) -> None:
        self.edges.append((blocked, at))
        self.events += self.slot.edge(blocked=blocked, at=at)

    def rest(self, seconds: float = APART_S) -> list[Event]:
        """Wait as the main loop does, awake for edges and deadlines; return what was said."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            self.events += self.slot.tick(now)
            due = self.slot.deadline()
            self._sleep(min(end, due or end) - now)
        self.factory.drain()
        self.events += self.slot.tick(time.monotonic())
        said, self.events = self.events, []
        return said

    def _sleep(self, seconds: float) -> None:
        ready = dict(self.factory.watch())
        for descriptor in select.select([*ready], [], [], max(0.0, seconds))[0]:
            ready[descriptor]()

    def beat(self) -> list[Event]:
        """As the box's heartbeat: a last edge that never came is made good, and then said.

        The simulated chip drops what happens while the kernel still handles the edge before.
        """
        missed = self.sensor.missed(self.factory.drain, time.monotonic())
        return self.rest() if missed else []

    def close(self) -> None:
        self.sensor.close()
        self.factory.close()
