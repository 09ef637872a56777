"""The printer: what it says of itself, and the page by which its paper is judged."""

from __future__ import annotations

import errno
from queue import Empty, SimpleQueue

from kiosk.config.machine import PrinterSettings
from kiosk.doctor.finding import Finding, green, red, yellow
from kiosk.events import Event, PrinterTrouble, PrintFailed
from kiosk.hardware import status
from kiosk.hardware.device import Device, DeviceGone
from kiosk.hardware.ports import PrintJob
from kiosk.hardware.printer import ThermalPrinter
from kiosk.paper import selftest

PART, PAGE = "printer", "test page"
PAGE_S = 60.0
"""A page of some 20 cm takes seconds, or half a minute on a slow serial line."""

NONE = "the settings say that there is no printer: nobody gets a receipt or a slip"
SILENT = (
    "It prints, but the kiosk cannot tell when paper runs out. Look at the roll each week, or use "
    "a printer that answers DLE EOT (deploy/hardware)."
)
REMEDIES = {
    PrinterTrouble.PAPER_OUT: "Put in a roll, the side that turns dark under a fingernail to the "
    "print head.",
    PrinterTrouble.COVER_OPEN: "Close the cover until it clicks.",
    PrinterTrouble.GONE: "Look at the printer's power, its cable, and [printer] in kiosk.toml.",
    PrinterTrouble.STALLED: "Switch the printer off and on; if it stalls again, look at its speed "
    "and cable.",
    PrinterTrouble.ERROR: "Switch it off, look for paper in the cutter and the head, switch it on.",
}
WORDS = {
    PrinterTrouble.PAPER_OUT: "it has no paper",
    PrinterTrouble.COVER_OPEN: "its cover is open",
    PrinterTrouble.GONE: "it is not there",
    PrinterTrouble.STALLED: "it takes no more bytes",
    PrinterTrouble.ERROR: "it reports an error",
}
JUDGE = (
    "Look at it: both edges of the ruler, straight lines, every letter, even greys, and scan the "
    "code. Cut-off edges: `dots` in kiosk.toml is too large for the paper."
)


def printer(settings: PrinterSettings, device: Device) -> Finding:
    """Ask for the printer's state without disturbing what it prints."""
    if settings.connection == "none":
        return green(PART, NONE)
    where = _where(settings)
    try:
        device.open()
        found = _said(where, status.ask(device))
    except DeviceGone as error:
        found = red(PART, f"{where}: {_why(error)}", _reach(settings, error))
    finally:
        device.close()
    return found


def print_page(
    settings: PrinterSettings, device: Device, software: str, within_s: float = PAGE_S
) -> Finding:
    """Print the page and wait for it; what the paper looks like only a person can say."""
    if settings.connection == "none":
        return yellow(PAGE, NONE, "Name a printer in kiosk.toml first.")
    page = selftest.typeset(settings.dots, software, cutter=settings.cutter)
    said: SimpleQueue[Event] = SimpleQueue()
    machine = ThermalPrinter(device, settings, said.put)
    try:
        machine.print(PrintJob(0, page))
        event = said.get(timeout=within_s)
    except Empty:
        return red(PAGE, "the printer has not finished", REMEDIES[PrinterTrouble.STALLED])
    else:
        machine.close()
    if isinstance(event, PrintFailed):
        return red(PAGE, f"not printed: {WORDS[event.trouble]}", REMEDIES[event.trouble])
    return green(PAGE, "sent, and the printer reported no trouble", JUDGE)


def _said(where: str, told: status.Status) -> Finding:
    if not told.known:
        return yellow(PART, f"{where}: it is there, but tells nothing about itself", SILENT)
    if told.trouble is not None:
        return red(PART, f"{where}: {WORDS[told.trouble]}", REMEDIES[told.trouble])
    if told.near_end:
        return yellow(PART, f"{where}: the roll is near its end", "Put in a new roll.")
    return green(PART, f"{where}: it answers, and has paper")


def _where(settings: PrinterSettings) -> str:
    match settings.connection:
        case "usb":
            return f"USB {settings.usb_id}"
        case "network":
            return f"{settings.host} port {settings.port}"
        case _:
            return settings.device


def _why(error: DeviceGone) -> str:
    match _number(error):
        case errno.EACCES | errno.EPERM:
            return "this user may not use it"
        case errno.EBUSY:
            return "another program uses it"
        case _:
            return WORDS[PrinterTrouble.GONE]


def _reach(settings: PrinterSettings, error: DeviceGone) -> str:
    match _number(error):
        case errno.EACCES | errno.EPERM:
            return "Add the user to the group `lp` (or dialout, for serial), or run with sudo."
        case errno.EBUSY:
            return "Take CUPS and ipp-usb off this computer; a kiosk that is printing is soon done."
        case _ if settings.connection == "usb":
            return f"`lsusb` must show {settings.usb_id}. {REMEDIES[PrinterTrouble.GONE]}"
        case _:
            return REMEDIES[PrinterTrouble.GONE]


def _number(error: DeviceGone) -> int | None:
    return getattr(error.__cause__, "errno", None)
