"""The printer: what it says of itself, and the page by which its paper is judged."""

from __future__ import annotations

import errno
from queue import Empty, SimpleQueue

from kiosk.config.machine import PrinterSettings
from kiosk.events import Event, PrinterTrouble, PrintFailed
from kiosk.hardware import status
from kiosk.hardware.device import Device, DeviceGone
from kiosk.hardware.ports import PrintJob
from kiosk.hardware.printer import ThermalPrinter
from kiosk.paper import selftest
from kiosk.post.finding import Finding, Part, Said, green, red, say, yellow

PAGE_S = 60.0
"""A page of some 20 cm takes seconds, or half a minute on a slow serial line."""

NONE, GONE = say("doc_printer_none"), say("doc_printer_gone_do")


def printer(settings: PrinterSettings, device: Device) -> Finding:
    """Ask for the printer's state without disturbing what it prints."""
    if settings.connection == "none":
        return green(Part.PRINTER, NONE)
    where = _where(settings)
    try:
        device.open()
        found = _said(where, status.ask(device))
    except DeviceGone as error:
        found = red(Part.PRINTER, _at(where, _why(error)), *_reach(settings, error))
    finally:
        device.close()
    return found


def print_page(
    settings: PrinterSettings, device: Device, software: str, within_s: float | None = PAGE_S
) -> Finding:
    """Print the page and wait for it; what the paper looks like only a person can say.

    Without `within_s` the deadlines of the wire are what bounds it.
    """
    if settings.connection == "none":
        return yellow(Part.TEST_PAGE, NONE, say("doc_page_none_do"))
    page = selftest.typeset(settings.dots, software, cutter=settings.cutter)
    said: SimpleQueue[Event] = SimpleQueue()
    machine = ThermalPrinter(device, settings, said.put)
    try:
        machine.print(PrintJob(0, page))
        event = said.get(timeout=within_s)
    except Empty:
        return red(Part.TEST_PAGE, say("doc_page_unfinished"), remedy(PrinterTrouble.STALLED))
    else:
        machine.close()
    if isinstance(event, PrintFailed):
        what = say("doc_page_failed", why=words(event.trouble))
        return red(Part.TEST_PAGE, what, remedy(event.trouble))
    return green(Part.TEST_PAGE, say("doc_page_good"), say("doc_page_good_do"))


def words(trouble: PrinterTrouble) -> Said:
    """What is the matter with the printer."""
    return say(f"doc_printer_{trouble}")


def remedy(trouble: PrinterTrouble) -> Said:
    """What to do about it."""
    return say(f"doc_printer_{trouble}_do")


def _at(where: str, what: Said) -> Said:
    return say("doc_printer_at", where=where, what=what)


def _said(where: str, told: status.Status) -> Finding:
    if not told.known:
        what = _at(where, say("doc_printer_silent"))
        return yellow(Part.PRINTER, what, say("doc_printer_silent_do"))
    if told.trouble is not None:
        return red(Part.PRINTER, _at(where, words(told.trouble)), remedy(told.trouble))
    if told.near_end:
        what = _at(where, say("doc_printer_low"))
        return yellow(Part.PRINTER, what, say("doc_printer_low_do"))
    return green(Part.PRINTER, _at(where, say("doc_printer_good")))


def _where(settings: PrinterSettings) -> str:
    match settings.connection:
        case "usb":
            return f"USB {settings.usb_id}"
        case "network":
            return f"{settings.host} port {settings.port}"
        case _:
            return settings.device


def _why(error: DeviceGone) -> Said:
    match _number(error):
        case errno.EACCES | errno.EPERM:
            return say("doc_printer_denied")
        case errno.EBUSY:
            return say("doc_printer_busy")
        case _:
            return words(PrinterTrouble.GONE)


def _reach(settings: PrinterSettings, error: DeviceGone) -> tuple[Said, ...]:
    match _number(error):
        case errno.EACCES | errno.EPERM:
            return (say("doc_printer_denied_do"),)
        case errno.EBUSY:
            return (say("doc_printer_busy_do"),)
        case _ if settings.connection == "usb":
            return say("doc_printer_usb_do", usb=settings.usb_id), GONE
        case _:
            return (GONE,)


def _number(error: DeviceGone) -> int | None:
    return getattr(error.__cause__, "errno", None)
