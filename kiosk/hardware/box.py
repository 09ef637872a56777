"""Puts one complete set together; what differs between the real and the simulated is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.config.machine import Machine
from kiosk.events import EdgesMissed, Event, HardwareEvent, PinsLost
from kiosk.hardware.child import CoilChild
from kiosk.hardware.clock import CorrectedClock
from kiosk.hardware.device import Device
from kiosk.hardware.door import DoorSwitch
from kiosk.hardware.lock import CoilLock
from kiosk.hardware.ports import Clock, Hardware, PinsGone
from kiosk.hardware.printer import ThermalPrinter
from kiosk.hardware.sensor import Sensor
from kiosk.hardware.slot import Slot, times

HEARTBEAT_S = 10.0
"""How often levels are compared with edges, at most: it rides on the ticks that come anyway."""

Emit = Callable[[Event], None]
Watched = Iterable[tuple[int, Callable[[], None]]]


@dataclass(frozen=True)
class Parts:
    """What is real or simulated: pins, clock, the wire to the printer, how the coil's pin is named.

    `drain` hands every waiting edge to its sensor, `watch` gives the descriptors that say so; both
    raise PinsGone.
    """

    pin_factory: Any
    clock: Clock
    device: Device
    coil: tuple[str, ...]
    drain: Callable[[], None] = lambda: None
    watch: Callable[[], Watched] = lambda: ()


class DoorContact:
    """The reed switch as the kiosk asks it."""

    def __init__(self, sensor: Sensor) -> None:
        self._sensor = sensor

    @property
    def is_open(self) -> bool:
        """Level now; when the pins are gone, the last one told."""
        try:
            return self._sensor.on
        except PinsGone:
            return self._sensor.told


class SlotBeam:
    """The slot's sensor as a technician asks it; `edge` is told of each edge."""

    def __init__(self, sensor: Sensor, door: DoorContact) -> None:
        self._sensor, self._door = sensor, door
        self.edges = 0

    @property
    def blocked(self) -> bool:
        """Level now; when the pins are gone, the last one told."""
        try:
            return self._sensor.on
        except PinsGone:
            return self._sensor.told

    def edge(self) -> None:
        """Count it, but not with the door shut: then it may be a letter's."""
        self.edges += self._door.is_open


class Box:
    """Slot, door, lock and printer, driven by the main loop."""

    def __init__(
        self, machine: Machine, committee: Callable[[], bytes | None], emit: Emit, parts: Parts
    ) -> None:
        self._parts, self._emit = parts, emit
        self._clock = CorrectedClock(parts.clock)
        pins, now = machine.pins, parts.clock.monotonic()
        sensor = partial(Sensor, pin_factory=parts.pin_factory)
        self._slot_sensor = sensor(
            pins.slot, high=pins.slot_blocked_high, edge=self._slot_edge, pull=pins.slot_pull
        )
        self._door_sensor = sensor(
            pins.door, high=pins.door_open_high, edge=self._door_edge, pull=pins.door_pull
        )
        self._contact = DoorContact(self._door_sensor)
        self._beam = SlotBeam(self._slot_sensor, self._contact)
        self._beaten_at, self._lost, self._deaf = now, 0, False
        self._slot = Slot(times(machine.slot), blocked=self._slot_sensor.on, at=now)
        self._door = DoorSwitch(is_open=self._door_sensor.on, at=now)
        self.lock = CoilLock(
            lambda tired: CoilChild(_coil(machine, parts, tired=tired)),
            machine.lock,
            committee,
            self._clock,
            emit,
            door_is_open=lambda: self._contact.is_open,
        )
        self._printer = ThermalPrinter(parts.device, machine.printer, emit)

    @property
    def hardware(self) -> Hardware:
        """The set as the application sees it."""
        return Hardware(
            slot=self._beam,
            door=self._contact,
            lock=self.lock,
            printer=self._printer,
            clock=self._clock,
            watch=self.watch,
            deadline=self.deadline,
            tick=self.tick,
            busy=lambda: self.lock.busy or self._printer.busy,
            alive=lambda: self._printer.alive,
            close=self.close,
        )

    def watch(self) -> Watched:
        """Descriptors of the pins, while there are any, and of the coil's child."""
        pins = () if self._deaf else self._parts.watch()
        return [*((fd, partial(self._hear, drain)) for fd, drain in pins), *self.lock.watch()]

    def deadline(self) -> float | None:
        """When `tick` is due; the lock's own time is real and is carried over to the clock's."""
        dues = [self._slot.deadline(), self._door.deadline()]
        if (remaining_s := self.lock.remaining_s()) is not None:
            dues.append(self._parts.clock.monotonic() + remaining_s)
        return min((due for due in dues if due is not None), default=None)

    def tick(self) -> None:
        """Say what is due, after every edge that happened before now."""
        now = self._parts.clock.monotonic()
        self._hear(partial(self._catch_up, now))
        self._say(self._slot.tick(now))
        self._say(self._door.tick(now))
        self.lock.tick()

    def close(self) -> None:
        """Drop the coil, finish printing, let go of the pins."""
        self.lock.close()
        self._printer.close()
        self._slot_sensor.close()
        self._door_sensor.close()
        self._parts.pin_factory.close()

    def _hear(self, listen: Callable[[], None]) -> None:
        """Listen to the pins; that they are gone is said once, and they are asked no more."""
        if self._deaf:
            return
        try:
            listen()
        except PinsGone:
            self._deaf = True
            self._emit(PinsLost())

    def _catch_up(self, now: float) -> None:
        self._parts.drain()
        if now >= self._beaten_at + HEARTBEAT_S:
            self._beat(now)

    def _beat(self, now: float) -> None:
        """Compare levels with edges; what was missed is made good, and said."""
        sensors = (self._slot_sensor, self._door_sensor)
        missed = [sensor.missed(self._parts.drain, now) for sensor in sensors]
        lost = sum(sensor.lost for sensor in sensors)
        if any(missed) or lost > self._lost:
            self._emit(EdgesMissed())
        self._beaten_at, self._lost = now, lost

    def _slot_edge(self, blocked: bool, at: float) -> None:  # noqa: FBT001 - a level
        self._beam.edge()
        self._say(self._slot.edge(blocked=blocked, at=at))

    def _door_edge(self, is_open: bool, at: float) -> None:  # noqa: FBT001
        self._say(self._door.edge(is_open=is_open, at=at))

    def _say(self, events: Iterable[HardwareEvent]) -> None:
        for event in events:
            self._emit(event)


def _coil(machine: Machine, parts: Parts, *, tired: bool) -> list[str]:
    """Return the arguments of the coil's child."""
    times = machine.lock
    return [
        *parts.coil,
        f"pin={machine.pins.lock}",
        f"pulse={times.pulse_s}",
        f"rest={times.rest_s}",
        f"tired={'yes' if tired else 'no'}",
    ]
