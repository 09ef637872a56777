"""Everything the doctor looks at, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.config import Machine
from kiosk.doctor import backups, disk, hanging, post, power, screen, touch
from kiosk.doctor.places import Places
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.ports import Clock
from kiosk.post.finding import Finding
from kiosk.store import StoreKind


@dataclass(frozen=True)
class Computer:
    """What the doctor reaches out to; tests bring a computer of their own.

    The running kiosk hands in the clock that it tells the time by, and says what SDL told it.
    """

    places: Places = field(default_factory=Places)
    clock: Clock | None = None
    ask_sdl: Callable[[], screen.Answer] = screen.ask_sdl
    kind: StoreKind = "real"


@dataclass(frozen=True)
class Box:
    """What was found of the box, and of its printer, by whoever holds their wires."""

    wires: list[Finding]
    printer: list[Finding]
    running: bool


def page(machine: Machine, computer: Computer, box: Box) -> list[Finding]:
    """Look at all the rest, and put the page together; takes seconds, so never where one draws."""
    return [
        screen.driver(computer.places, running=box.running, ask=computer.ask_sdl),
        touch.touch(computer.places),
        screen.fonts(),
        *box.wires,
        *box.printer,
        *unattended(machine, computer),
    ]


def unattended(machine: Machine, computer: Computer) -> list[Finding]:
    """Look only at what nobody holds: no wire, no printer, no screen."""
    clock = computer.clock or SystemClock(post.zone(machine.store))
    return [
        post.clock(clock, machine.store),
        disk.file_system(machine.data, computer.places),
        disk.free_space(machine.data),
        post.store(machine.store, computer.kind),
        power.power(computer.places),
        backups.backup(machine, post.believed(clock, machine.store)),
        hanging.pictures(machine.store, post.believed(clock, machine.store)),
    ]
