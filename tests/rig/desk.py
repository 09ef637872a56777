"""A kiosk's printer at one end of the cable, the printer itself at the other, and what to print."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from queue import SimpleQueue

from PIL import Image

from kiosk.config.machine import PrinterSettings
from kiosk.events import Event
from kiosk.hardware.device import DeviceGone
from kiosk.hardware.devices import connect
from kiosk.hardware.ports import PrintJob
from kiosk.hardware.printer import ThermalPrinter
from tests.rig.cable import PRODUCT, VENDOR
from tests.rig.usb_printer import ENDS, UsbPrinter

ROWS = 300
STRIP_ROWS = 128
DEADLINE_S = 1.0
FOUND_S = 20.0
BYTES = bytes(byte for byte in range(256) if byte not in (0x10, 0xEF))
"""What a picture may hold here, black or white: a real-time command is one wherever it stands."""
NEGATIVE = bytes(255 - byte for byte in range(256))

WAYS = {
    "the kernel's driver": PrinterSettings(connection="file", deadline_s=DEADLINE_S),
    "libusb": PrinterSettings(
        connection="usb", usb_id=f"{VENDOR:04x}:{PRODUCT:04x}", deadline_s=DEADLINE_S
    ),
}


def dots(number: int, rows: int) -> bytes:
    """A receipt's picture unlike any other; a bit is white paper."""
    return bytes(random.Random(number).choices(BYTES, k=48 * rows))  # noqa: S311 - no secret


def on_paper(picture: bytes, end: bytes = ENDS[0]) -> bytes:
    """What the printer must receive of it, worked out apart from the driver."""
    ink, sent = picture.translate(NEGATIVE), b"\x1b@"
    for start in range(0, len(ink), 48 * STRIP_ROWS):
        strip = ink[start : start + 48 * STRIP_ROWS]
        sent += b"\x1dv0\x00\x30\x00" + (len(strip) // 48).to_bytes(2, "little") + strip
    return sent + end


@dataclass
class Desk:
    """A kiosk's printer with its thread, at one end, and the printer itself at the other."""

    way: str
    settings: PrinterSettings
    printer: UsbPrinter

    def __post_init__(self) -> None:
        self.said: SimpleQueue[Event] = SimpleQueue()
        self.sent: list[bytes] = []
        self.device = connect(self.settings)
        self.driver = ThermalPrinter(self.device, self.settings, self.said.put)

    def wait(self) -> float:
        """Wait until the printer can be found, as after a replug; return the seconds."""
        began = time.monotonic()
        self.printer.until_steady()
        while not self._found():
            assert time.monotonic() - began < FOUND_S
            time.sleep(0.05)
        return time.monotonic() - began

    def _found(self) -> bool:
        device = connect(self.settings)
        try:
            device.open()
        except DeviceGone:
            return False
        finally:
            device.close()
        return True

    def print(self, number: int, rows: int = ROWS) -> Event:
        """Print one receipt; return what came of it."""
        picture = dots(number, rows)
        self.sent.append(on_paper(picture, ENDS[self.settings.cutter]))
        self.driver.print(PrintJob(number, Image.frombytes("1", (384, rows), picture)))
        return self.said.get(timeout=60)
