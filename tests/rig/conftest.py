"""Each test finds a new header and a new printer; what was measured is told at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.rig.coil import LOCK, Watch
from tests.rig.counter import SLOT, Counter
from tests.rig.header import Header, switch
from tests.rig.usb_printer import UsbPrinter

MEASURED: list[str] = []


@pytest.fixture
def header() -> Iterator[Header]:
    """The header, with sensors that are stronger than the pulls of its pins."""
    switch("wired", on=True)
    switch("keep_driven", on=False)
    header = Header()
    yield header
    header.remove()


@pytest.fixture
def watch(header: Header) -> Iterator[Watch]:
    """Eyes on the coil's line."""
    watch = Watch(header.line(LOCK))
    yield watch
    watch.close()


@pytest.fixture
def counter(header: Header) -> Iterator[Counter]:
    """A slot that is clear."""
    header.line(SLOT).wire(high=True)
    counter = Counter(header)
    yield counter
    counter.close()


@pytest.fixture
def printer() -> Iterator[UsbPrinter]:
    """A printer that takes little ahead, plugged in."""
    printer = UsbPrinter(queue=1)
    printer.plug()
    yield printer
    printer.remove()


@pytest.fixture
def tell() -> Callable[[str], None]:
    """Take a line for the summary."""
    return MEASURED.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MEASURED:
        terminalreporter.section("measured")
    for line in MEASURED:
        terminalreporter.line(line)
