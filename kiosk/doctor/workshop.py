"""The whole page where no kiosk runs: the doctor takes the wires itself, and gives them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from kiosk.config import Complaint, Machine
from kiosk.config.machine import PrinterSettings
from kiosk.doctor import post, printing
from kiosk.doctor.examination import Box, Computer, page
from kiosk.doctor.wires import Order, held, nothing_known, open_header, runs, wires
from kiosk.hardware.device import Device
from kiosk.hardware.devices import connect
from kiosk.hardware.header import Header, PiHeader
from kiosk.post.finding import Finding, Part, green, red, say


@dataclass(frozen=True)
class Workshop:
    """A computer, and the wires that can be taken there; tests bring their own."""

    computer: Computer = field(default_factory=Computer)
    header: Callable[[], Header] = PiHeader
    device: Callable[[PrinterSettings], Device] = connect


@dataclass(frozen=True)
class Wanted:
    """What the technician asks for beside the page."""

    software: str
    print_test: bool = False
    order: Order = field(default_factory=Order)


def settings(complaints: Iterable[Complaint]) -> list[Finding]:
    """Say whether kiosk.toml can be used."""
    wrong = [
        red(
            Part.SETTINGS,
            say("doc_plain", text=f"{complaint.place}: {complaint.what}"),
            say("doc_plain", text=complaint.remedy),
        )
        for complaint in complaints
    ]
    return wrong or [green(Part.SETTINGS, say("doc_settings_good"))]


def examine(machine: Machine, workshop: Workshop, wanted: Wanted) -> list[Finding]:
    """Look at everything once."""
    header = open_header(workshop.header)
    running = not isinstance(header, Finding) and runs(held(header, machine.pins))
    wired = _wired(header, machine, wanted.order)
    box = Box(wired, _printed(machine, workshop, wanted), running)
    return page(machine, workshop.computer, box)


def _wired(header: Header | Finding, machine: Machine, order: Order) -> list[Finding]:
    if isinstance(header, Finding):
        return [header, *nothing_known()]
    enrolled = post.committee_enrolled(machine.store)
    return wires(header, machine, replace(order, committee_enrolled=enrolled))


def _printed(machine: Machine, workshop: Workshop, wanted: Wanted) -> list[Finding]:
    device = workshop.device(machine.printer)
    found = [printing.printer(machine.printer, device)]
    if wanted.print_test:
        found.append(printing.print_page(machine.printer, device, wanted.software))
    return found
