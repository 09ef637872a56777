"""One machine for all tests, found at its board by each; what was measured is told at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import pytest

from tests.vm.machine import Machine
from tests.vm.printer import Printer
from tests.vm.pupil import Pupil

MEASURED: list[str] = []
BREAK = os.environ.get("KIOSK_VM_BREAK", "")
"""An order that spoils the machine first: whoever doubts a test sees it fail."""

Tell = Callable[[str], None]


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Take a line for the summary."""
    return MEASURED.append


@pytest.fixture(scope="session")
def pupil(tmp_path_factory: pytest.TempPathFactory, tell: Tell) -> Iterator[Pupil]:
    """Before a machine that was just switched on for the first time, and shows its board."""
    machine = Machine(tmp_path_factory.mktemp("machine"))
    began = time.monotonic()
    machine.switch_on()
    pupil = Pupil(machine)
    try:
        pupil.sees("board")
        tell(f"board {time.monotonic() - began:.0f} s after it was switched on")
        if BREAK:
            machine.order(BREAK)
            pupil.sees("board")
        yield pupil
    finally:
        machine.cut_off()


@pytest.fixture
def printer(pupil: Pupil) -> Iterator[Printer]:
    """One that is not plugged in yet."""
    printer = Printer(pupil.machine.place / "printer")
    yield printer
    printer.pull()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MEASURED:
        terminalreporter.section("measured")
    for line in MEASURED:
        terminalreporter.line(line)
