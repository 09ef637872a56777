"""Receipts to a USB printer, through the kernel's driver and past it by libusb."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.config.machine import PrinterSettings
from kiosk.events import Printed, PrinterTrouble, PrintFailed
from kiosk.hardware import status
from kiosk.hardware.device import Device, DeviceGone, DeviceStalled
from kiosk.hardware.devices import UsbDevice, connect
from tests.rig.desk import DEADLINE_S, WAYS, Desk
from tests.rig.usb_printer import UsbPrinter

RECEIPTS = 200
ROOT_HUB = (0x1D6B, 0x0002)

Tell = Callable[[str], None]


@pytest.fixture(params=WAYS)
def desk(request: pytest.FixtureRequest, printer: UsbPrinter) -> Iterator[Desk]:
    desk = Desk(request.param, WAYS[request.param], printer)
    desk.wait()
    yield desk
    desk.driver.close()


# --- receipts ---


def test_every_receipt_arrives_byte_for_byte(desk: Desk, tell: Tell) -> None:
    began = time.monotonic()
    came = [desk.print(number, rows=40 + number) for number in range(RECEIPTS)]
    same = sum(a == b for a, b in zip(desk.sent, desk.printer.papers, strict=False))
    tell(
        f"printer, {desk.way}: {RECEIPTS} receipts sent in a row, {len(desk.printer.papers)} "
        f"arrived, {same} byte-identical and in order, {(time.monotonic() - began):.0f} s"
    )
    assert came == [Printed(number) for number in range(RECEIPTS)]
    assert desk.printer.papers == desk.sent
    assert desk.printer.scraps == []


def test_a_cutting_printer_gets_the_cut(printer: UsbPrinter) -> None:
    settings = WAYS["the kernel's driver"].model_copy(update={"cutter": True})
    desk = Desk("cut", settings, printer)
    assert desk.print(1) == Printed(1)
    assert printer.papers == desk.sent
    desk.driver.close()


def test_a_long_receipt_arrives_whole(desk: Desk) -> None:
    assert desk.print(1, rows=3000) == Printed(1)
    assert desk.printer.papers == desk.sent


# --- the cable ---


def test_a_cable_pulled_during_a_receipt_fails_it_once(desk: Desk, tell: Tell) -> None:
    found_s = 0.0
    offsets = [1, 2, 500, 6000, 8192, 12000, 14000]
    for number, offset in enumerate(offsets):
        desk.printer.break_after(offset)
        assert desk.print(2 * number) == PrintFailed(2 * number, PrinterTrouble.GONE), offset
        found_s = max(found_s, desk.wait())
        assert desk.print(2 * number + 1) == Printed(2 * number + 1), offset
    tell(
        f"printer, {desk.way}: cable pulled in {len(offsets)} receipts and put back: "
        f"{len(desk.printer.papers)} of {len(offsets)} receipts after it whole; "
        f"the printer is found again after {found_s:.1f} s at most"
    )
    assert desk.printer.papers == desk.sent[1::2]
    assert [len(scrap) for scrap in desk.printer.scraps] == offsets


def test_a_printer_that_is_not_there_is_gone_and_comes_back(desk: Desk) -> None:
    desk.printer.unplug()
    assert desk.print(1) == PrintFailed(1, PrinterTrouble.GONE)
    desk.printer.plug()
    desk.wait()
    assert desk.print(2) == Printed(2)
    desk.printer.unplug()
    desk.printer.plug()
    desk.wait()
    assert desk.print(3) == Printed(3)
    assert desk.printer.papers == desk.sent[1:]


def test_a_usb_device_that_is_no_printer_is_not_written_to(printer: UsbPrinter) -> None:
    assert printer.plugged
    with pytest.raises(DeviceGone, match="no printer"):
        UsbDevice(*ROOT_HUB).open()


# --- a printer in trouble ---


def test_a_stalled_printer_fails_the_job_within_its_time(desk: Desk, tell: Tell) -> None:
    desk.printer.stall(stalled=True)
    began = time.monotonic()
    assert desk.print(1) == PrintFailed(1, PrinterTrouble.STALLED)
    took_s = time.monotonic() - began
    tell(f"printer, {desk.way}: a stalled printer is said after {took_s:.1f} s")
    assert took_s < DEADLINE_S + 3 * status.ASK_S + 2
    desk.printer.stall(stalled=False)
    assert desk.print(2) == Printed(2)
    assert desk.printer.papers == desk.sent[1:], "nothing of the stalled receipt comes out later"


def test_a_printer_that_stalls_in_the_middle_goes_on_with_the_next_receipt(desk: Desk) -> None:
    desk.printer.stall_after(7000)
    assert desk.print(1) == PrintFailed(1, PrinterTrouble.STALLED)
    desk.printer.stall(stalled=False)
    assert desk.print(2) == Printed(2)
    assert desk.printer.papers == desk.sent[1:]


def test_paper_that_ends_in_the_middle_is_named(desk: Desk) -> None:
    desk.printer.end_paper_after(7000)
    assert desk.print(1) == PrintFailed(1, PrinterTrouble.PAPER_OUT)
    desk.printer.load_paper()
    assert desk.print(2) == Printed(2)
    assert desk.printer.papers == desk.sent[1:]


def test_a_slow_printer_that_never_answers_gets_all_of_it(desk: Desk) -> None:
    desk.printer.mute, desk.printer.slow_s = True, 0.7
    assert desk.print(1) == Printed(1)
    desk.printer.until_idle()
    assert desk.printer.papers == desk.sent


@pytest.mark.parametrize("length", [1, 63, 64, 65, 300, 512])
def test_what_a_printer_says_unasked_is_thrown_away(desk: Desk, length: int) -> None:
    desk.printer.say(b"\x7f" * length)
    assert desk.print(1) == Printed(1)
    assert desk.printer.papers == desk.sent


def test_an_answer_with_garbage_behind_it_is_no_answer(desk: Desk) -> None:
    desk.printer.chatter = b"\xff" * 100
    assert desk.print(1) == Printed(1)
    assert desk.printer.papers == desk.sent


# --- the wire alone ---


@pytest.fixture
def device(desk: Desk) -> Iterator[Device]:
    device = connect(desk.settings)
    yield device
    device.close()


def test_a_wire_that_is_not_open_is_gone(device: Device) -> None:
    for use in (lambda: device.write(b"x", 1), lambda: device.read(0.1)):
        with pytest.raises(DeviceGone):
            use()


def test_a_write_to_a_stalled_printer_ends_in_time(desk: Desk, device: Device) -> None:
    device.open()
    desk.printer.stall(stalled=True)
    began = time.monotonic()
    with pytest.raises(DeviceStalled):
        device.write(bytes(100_000), 0.5)
    assert 0.5 <= time.monotonic() - began < 2


def test_pulling_the_cable_ends_a_read(desk: Desk, device: Device) -> None:
    device.open()
    assert device.read(0.05) == b""
    desk.printer.unplug()
    with pytest.raises(DeviceGone):
        device.read(5)
    with pytest.raises(DeviceGone):
        device.write(b"x", 1)


def test_no_printer_at_all() -> None:
    device = connect(PrinterSettings(connection="none"))
    for use in (device.open, lambda: device.write(b"", 0), lambda: device.read(0), device.discard):
        with pytest.raises(DeviceGone):
            use()
    device.close()
