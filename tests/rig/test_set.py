"""The real set keeps what every set keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.config.machine import Machine, PinSettings, PrinterSettings
from tests.hardware.contract import Build, Contract, Rig
from tests.hardware.contract_paper import PaperContract
from tests.rig.header import Header
from tests.rig.real import Hands, real_rig
from tests.rig.usb_printer import UsbPrinter


@pytest.fixture
def build(header: Header, printer: UsbPrinter) -> Iterator[Build]:
    rigs: list[Rig] = []

    def build(pins: PinSettings | None = None, **found: bool) -> Rig:
        machine = Machine(pins=pins or PinSettings(), printer=PrinterSettings(deadline_s=1))
        hands = Hands(header, machine, printer)
        hands.found(**found)
        rigs.append(real_rig(header, machine, hands))
        return rigs[-1]

    yield build
    for rig in rigs:
        rig.hardware.close()


class TestRealSet(Contract, PaperContract):
    """The same tests that the simulated set passes."""
