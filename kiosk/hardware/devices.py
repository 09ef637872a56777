"""The wires to real printers, by the settings; USB without the kernel's driver is here."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any, NoReturn

import usb.core  # type: ignore[import-untyped]
import usb.util  # type: ignore[import-untyped]

from kiosk.config.machine import PrinterSettings
from kiosk.hardware.device import Device, DeviceGone, DeviceStalled
from kiosk.hardware.wire import CLEAR, CLEAR_S, FileWire, NetworkWire, SerialWire

PRINTER_CLASS = 7
SOFT_RESET = (0x21, 2)  # request type and request of the printer class
RESET_MS = 500
READ_BYTES = 512
"""Whole packets of any speed but the newest: less than a packet overflows."""


def connect(settings: PrinterSettings) -> Device:
    """Return the wire that the settings name; nothing is opened yet."""
    match settings.connection:
        case "usb":
            return UsbDevice(*settings.usb_numbers)
        case "serial":
            return SerialWire(settings.device, settings.baud)
        case "network":
            return NetworkWire(settings.host, settings.port, settings.deadline_s)
        case "file":
            return FileWire(settings.device)
        case "none":
            return NoPrinter()


class NoPrinter:
    """The kiosk has no printer: every job finds it gone."""

    def open(self) -> NoReturn:
        """There is nothing to open."""
        raise DeviceGone("the kiosk has no printer")

    def write(self, data: bytes, within_s: float) -> None:  # noqa: ARG002
        """Never reached."""
        self.open()

    def read(self, within_s: float) -> bytes:  # noqa: ARG002
        """Never reached."""
        self.open()

    def discard(self) -> None:
        """Never reached."""
        self.open()

    def close(self) -> None:
        """Nothing was opened."""


class UsbDevice:
    """A USB printer through libusb; its endpoints are looked up, because printers differ."""

    def __init__(self, vendor: int, product: int) -> None:
        self._vendor, self._product = vendor, product
        self._usb: Any = None
        self._interface: Any = None

    def open(self) -> None:
        """Find it anew: after a replug it is another device, of which udev tells libusb soon.

        A libusb of its own for each job would see it at once, but pyusb lets go of a context before
        its devices, and the process dies of that.
        """

        self.close()
        try:
            self._usb = usb.core.find(idVendor=self._vendor, idProduct=self._product)
            if self._usb is None:
                raise DeviceGone("no such printer on the USB bus")
            self._claim()
        except (usb.core.USBError, usb.core.NoBackendError) as error:
            self.close()
            raise DeviceGone("the USB printer cannot be opened") from error

    def write(self, data: bytes, within_s: float) -> None:
        """Write all; a transfer that runs out of time may still have taken some of it."""
        end, endpoint = time.monotonic() + within_s, self._endpoint(into=False)
        while data:
            data = data[self._sent(endpoint, data, end - time.monotonic()) :]

    def read(self, within_s: float) -> bytes:
        """Return what comes first."""
        endpoint = self._endpoint(into=True)
        if endpoint is None:
            return b""
        try:
            return bytes(endpoint.read(READ_BYTES, _ms(within_s)))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            raise DeviceGone("the printer went away") from error

    def discard(self) -> None:
        """Empty the printer's buffers by the printer class's soft reset, and in its own words."""
        with suppress(usb.core.USBError):  # a printer may not know it
            number = self._interface.bInterfaceNumber
            self._usb.ctrl_transfer(*SOFT_RESET, 0, number, None, RESET_MS)
        with suppress(DeviceStalled):
            self.write(CLEAR, CLEAR_S)
            self.read(CLEAR_S)

    def close(self) -> None:
        """Give the interface back."""
        if self._usb is not None:
            usb.util.dispose_resources(self._usb)
        self._usb = self._interface = None

    def _sent(self, endpoint: Any, data: bytes, within_s: float) -> int:
        try:
            count = int(endpoint.write(data, _ms(within_s))) if within_s > 0 else 0
        except usb.core.USBTimeoutError:
            count = 0
        except usb.core.USBError as error:
            raise DeviceGone("the printer went away") from error
        if not count:
            raise DeviceStalled("the printer takes no more bytes")
        return count

    def _claim(self) -> None:

        for interface in self._usb.get_active_configuration():
            if interface.bInterfaceClass == PRINTER_CLASS:
                self._interface = interface
                break
        else:
            raise DeviceGone("this USB device is no printer")
        number = self._interface.bInterfaceNumber
        with suppress(NotImplementedError):
            if self._usb.is_kernel_driver_active(number):
                self._usb.detach_kernel_driver(number)
        usb.util.claim_interface(self._usb, number)

    def _endpoint(self, *, into: bool) -> Any:

        if self._interface is None:
            raise DeviceGone("the printer is not open")
        wanted = usb.util.ENDPOINT_IN if into else usb.util.ENDPOINT_OUT
        return usb.util.find_descriptor(
            self._interface,
            custom_match=lambda e: usb.util.endpoint_direction(e.bEndpointAddress) == wanted,
        )


def _ms(seconds: float) -> int:
    """Milliseconds, at least one: libusb takes zero for ever."""
    return max(1, round(seconds * 1000))
