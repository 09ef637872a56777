"""What the printer's worker asks of the wire to the printer."""

from __future__ import annotations

from typing import Protocol

from kiosk.hardware.ports import HardwareError


class DeviceGone(HardwareError, OSError):
    """The printer is not there, or went away."""


class DeviceStalled(HardwareError, TimeoutError):
    """The printer took no more bytes before the deadline."""


class Device(Protocol):
    """A wire to a printer, opened anew for each job; used by one thread."""

    def open(self) -> None:
        """Open the wire; raises DeviceGone."""

    def write(self, data: bytes, within_s: float) -> None:
        """Hand over all bytes; raises DeviceGone, or DeviceStalled when the time is over."""

    def read(self, within_s: float) -> bytes:
        """Return what has come back, at the latest when the time is over; empty if nothing has.

        Raises DeviceGone.
        """

    def discard(self) -> None:
        """Make the printer forget what it has taken and not printed, as well as it can.

        Raises DeviceGone.
        """

    def close(self) -> None:
        """Let go of the wire; never raises, also when it is closed."""
