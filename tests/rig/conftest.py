"""Each test finds a new header and a new printer; what was measured is told at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.rig.coil import LOCK, Watch
from tests.rig.counter import SLOT, Counter
from tests.rig.header import Header, switch
from tests.rig.image import Image
from tests.rig.mounting import unmount
from tests.rig.shelf import used
from tests.rig.usb_printer import UsbPrinter
from tests.rig.usb_stick import UsbStick

MEASURED: list[str] = []
AT_ONCE = Path("/sys/module/usb_storage/parameters/delay_use")
"""Seconds that the kernel waits before it looks at a stick."""
LOUD = Path("/proc/sys/kernel/printk")
"""How much it says on the console: of each pulled stick a page that nobody needs."""


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


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """What lies on a stick that has been used."""
    AT_ONCE.write_text("0")
    LOUD.write_text("1")
    return used(tmp_path_factory.mktemp("plain"))


@pytest.fixture
def stick(plain: Image) -> Iterator[UsbStick]:
    """A used stick, not yet put in."""
    stick = UsbStick(plain.copy())
    yield stick
    unmount()
    stick.remove()


@pytest.fixture
def tell() -> Callable[[str], None]:
    """Take a line for the summary."""
    return MEASURED.append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MEASURED:
        terminalreporter.section("measured")
    for line in MEASURED:
        terminalreporter.line(line)
