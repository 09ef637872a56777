"""The printer's state and its test page, over the simulated printer and over real wires."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Iterator
from typing import Literal

import pytest

from kiosk.config.machine import PrinterSettings
from kiosk.demo.strip import read_paper
from kiosk.doctor.printing import print_page, printer
from kiosk.hardware.device import DeviceGone
from kiosk.hardware.devices import connect
from kiosk.hardware.simulated_printer import SimulatedPrinter
from kiosk.paper.selftest import typeset
from kiosk.post.finding import Level
from tests.doctor.computer import to_do, told

SETTINGS = PrinterSettings()
SOFTWARE = "kiosk 9.8.7"


@pytest.fixture
def machine() -> SimulatedPrinter:
    return SimulatedPrinter()


def test_a_printer_that_answers_is_green(machine: SimulatedPrinter) -> None:
    assert printer(SETTINGS, machine).level is Level.GREEN


@pytest.mark.parametrize(
    ("trouble", "what", "remedy"),
    [
        ({"paper": False}, "it has no paper", "roll"),
        ({"cover_open": True}, "its cover is open", "Close"),
        ({"fault": True}, "it reports an error", "cutter"),
        ({"plugged": False}, "it is not there", "cable"),
    ],
)
def test_trouble_is_red_with_a_remedy(
    machine: SimulatedPrinter, trouble: dict[str, bool], what: str, remedy: str
) -> None:
    for name, value in trouble.items():
        setattr(machine, name, value)
    said = printer(SETTINGS, machine)
    assert said.level is Level.RED
    assert what in told(said)
    assert remedy in to_do(said)
    page = print_page(SETTINGS, machine, SOFTWARE)
    assert page.level is Level.RED
    assert what in told(page)
    assert machine.papers == []


def test_a_roll_near_its_end_is_yellow(machine: SimulatedPrinter) -> None:
    machine.paper_low = True
    assert printer(SETTINGS, machine).level is Level.YELLOW


@pytest.mark.parametrize("silence", ["never", "garbage"])
def test_a_printer_that_tells_nothing_is_no_good_news(
    machine: SimulatedPrinter, silence: Literal["never", "garbage"]
) -> None:
    machine.answers = silence
    said = printer(SETTINGS, machine)
    assert said.level is Level.YELLOW
    assert "cannot tell when paper runs out" in to_do(said)


def test_looking_prints_nothing_and_makes_it_forget_nothing(machine: SimulatedPrinter) -> None:
    """A receipt may be in the printer's buffer while a technician looks."""
    machine.paper = False
    machine.open()
    machine.write(b"half a receipt", 1.0)
    printer(SETTINGS, machine)
    machine.load_paper()
    assert machine.scraps == [b"half a receipt"]


@pytest.mark.parametrize("cutter", [True, False])
def test_the_test_page_comes_out_as_it_was_typeset(machine: SimulatedPrinter, cutter: bool) -> None:
    settings = PrinterSettings(dots=576, cutter=cutter)
    said = print_page(settings, machine, SOFTWARE)
    assert said.level is Level.GREEN
    assert "ruler" in to_do(said)
    (paper,) = machine.papers
    page = typeset(576, SOFTWARE, cutter=cutter)
    printed = read_paper(paper, 576).crop((0, 0, 576, page.height))
    assert printed.tobytes() == page.tobytes()


def test_a_printer_that_never_ends_is_not_waited_for(machine: SimulatedPrinter) -> None:
    machine.keep_waiting(asleep=True)
    said = print_page(SETTINGS, machine, SOFTWARE, within_s=0.01)
    machine.keep_waiting(asleep=False)
    assert said.level is Level.RED
    assert "not finished" in told(said)


def test_no_printer_by_the_settings_is_no_fault(machine: SimulatedPrinter) -> None:
    settings = PrinterSettings(connection="none")
    assert printer(settings, machine).level is Level.GREEN
    assert print_page(settings, machine, SOFTWARE).level is Level.YELLOW


# --- real wires ---


@pytest.mark.parametrize(
    ("settings", "where"),
    [
        (PrinterSettings(device="/no/such/lp0"), "/no/such/lp0"),
        (PrinterSettings(connection="serial", device="/no/such/tty"), "/no/such/tty"),
        (PrinterSettings(connection="network", host="127.0.0.1", port=9), "127.0.0.1 port 9"),
        (PrinterSettings(connection="usb", usb_id="04b8:0e28"), "USB 04b8:0e28"),
    ],
)
def test_a_wire_that_leads_nowhere_is_red_and_named(settings: PrinterSettings, where: str) -> None:
    said = printer(settings, connect(settings))
    assert said.level is Level.RED
    assert told(said) == f"{where}: it is not there"


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    end, near = pty.openpty()
    tty.setraw(near)
    os.set_blocking(end, False)
    yield end, os.ttyname(near)
    os.close(end)
    os.close(near)


def test_a_look_sends_questions_and_nothing_else(line: tuple[int, str]) -> None:
    end, path = line
    settings = PrinterSettings(connection="serial", device=path)
    assert printer(settings, connect(settings)).level is Level.YELLOW, "nobody answers"
    assert os.read(end, 1000) == b"\x10\x04\x01"


class Denied(SimulatedPrinter):
    """A printer whose file says no."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def open(self) -> None:
        raise DeviceGone("the printer does not answer") from self._error


@pytest.mark.parametrize(
    ("error", "what", "remedy"),
    [
        (PermissionError(13, "Permission denied"), "may not use it", "group `lp`"),
        (OSError(16, "Device or resource busy"), "another program", "CUPS"),
    ],
)
def test_why_a_printer_cannot_be_had_is_told(error: OSError, what: str, remedy: str) -> None:
    said = printer(SETTINGS, Denied(error))
    assert what in told(said)
    assert remedy in to_do(said)
