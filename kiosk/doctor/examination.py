"""Everything the doctor looks at, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from kiosk.config import Complaint, Machine
from kiosk.config.machine import PrinterSettings
from kiosk.doctor import disk, post, power, printing, screen, touch
from kiosk.doctor.finding import Finding, green, red
from kiosk.doctor.places import Places
from kiosk.doctor.wires import Order, held, nothing_known, open_header, runs, wires
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.device import Device
from kiosk.hardware.devices import connect
from kiosk.hardware.header import Header, PiHeader
from kiosk.hardware.ports import Clock


@dataclass(frozen=True)
class Computer:
    """What the doctor reaches out to; tests bring a computer of their own."""

    places: Places = field(default_factory=Places)
    header: Callable[[], Header] = PiHeader
    device: Callable[[PrinterSettings], Device] = connect
    clock: Clock | None = None
    ask_sdl: Callable[[], dict[str, str]] = screen.ask_sdl


@dataclass(frozen=True)
class Wanted:
    """What the technician asks for beside the page."""

    software: str
    print_test: bool = False
    order: Order = field(default_factory=Order)


def settings(complaints: Iterable[Complaint]) -> list[Finding]:
    """Say whether kiosk.toml can be used."""
    wrong = [red("settings", f"{c.place}: {c.what}", c.remedy) for c in complaints]
    return wrong or [green("settings", "every setting can be used")]


def examine(machine: Machine, computer: Computer, wanted: Wanted) -> list[Finding]:
    """Look at everything once."""
    header = open_header(computer.header)
    in_service = not isinstance(header, Finding) and runs(held(header, machine.pins))
    return [
        screen.driver(computer.places, running=in_service, ask=computer.ask_sdl),
        touch.touch(computer.places),
        screen.fonts(),
        *_wired(header, machine, wanted.order),
        *_printed(machine, computer, wanted),
        *_kept(machine, computer),
        power.power(computer.places),
        post.backup(),
    ]


def _wired(header: Header | Finding, machine: Machine, order: Order) -> list[Finding]:
    if isinstance(header, Finding):
        return [header, *nothing_known()]
    enrolled = post.committee_enrolled(machine.store)
    return wires(header, machine, replace(order, committee_enrolled=enrolled))


def _printed(machine: Machine, computer: Computer, wanted: Wanted) -> list[Finding]:
    device = computer.device(machine.printer)
    found = [printing.printer(machine.printer, device)]
    if wanted.print_test:
        found.append(printing.print_page(machine.printer, device, wanted.software))
    return found


def _kept(machine: Machine, computer: Computer) -> list[Finding]:
    clock = computer.clock or SystemClock(post.zone(machine.store))
    return [
        post.clock(clock, machine.store),
        disk.file_system(machine.data, computer.places),
        disk.free_space(machine.data),
        post.store(machine.store),
    ]
