"""Wires to a printer that are descriptors: a file (usblp), a serial line, a network socket.

They are written without blocking and with `poll`, because a stalled printer would hold a plain
write for ever.
"""

from __future__ import annotations

import fcntl
import math
import os
import select
import socket
import termios
import time
import tty
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.hardware.device import DeviceGone, DeviceStalled

CLEAR = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: forget receive and print buffer, at once; printers without it ignore these codes."""
CLEAR_S = 0.2
USBLP_SOFT_RESET = 0x5007
"""The printer class's soft reset, by which a USB printer empties its buffers."""


class Wire(ABC):
    """A descriptor to a printer; what differs is how it is opened."""

    def __init__(self) -> None:
        self._fd = -1
        self._answers = True

    @abstractmethod
    def connect(self) -> int:
        """Return a new descriptor that does not block; OSError if the printer is not there."""

    def open(self) -> None:
        """Open anew."""
        self.close()
        with _gone():
            self._fd = self.connect()

    def write(self, data: bytes, within_s: float) -> None:
        """Write all, or raise DeviceStalled when the time is over."""
        end, rest = time.monotonic() + within_s, memoryview(data)
        while rest:
            if not self._ready(select.POLLOUT, end - time.monotonic()):
                raise DeviceStalled("the printer takes no more bytes")
            with _gone(), suppress(BlockingIOError):
                rest = rest[os.write(self._fd, rest) :]

    def read(self, within_s: float) -> bytes:
        """Return what comes first, or nothing when the time is over."""
        if not (self._answers and self._ready(select.POLLIN, within_s)):
            return b""
        with _gone():
            try:
                return os.read(self._fd, 64) or self._ended()
            except BlockingIOError:
                return b""

    def discard(self) -> None:
        """Tell the printer to forget, in its own words; wait for what it answers."""
        with suppress(DeviceStalled):
            self.write(CLEAR, CLEAR_S)
            self.read(CLEAR_S)

    def close(self) -> None:
        """Let go of the descriptor."""
        fd, self._fd = self._fd, -1
        with suppress(OSError):
            os.close(fd)

    def _ready(self, what: int, within_s: float) -> bool:
        if self._fd < 0:
            raise DeviceGone("the printer is not open")
        poll = select.poll()
        poll.register(self._fd, what)
        return bool(poll.poll(max(0, math.ceil(within_s * 1000))))

    def _ended(self) -> bytes:
        raise DeviceGone("the printer closed the wire")


class FileWire(Wire):
    """A printer's file, such as /dev/usb/lp0."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def connect(self) -> int:
        """Open for writing, and for reading where the printer answers."""
        flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        self._answers = os.access(self._path, os.R_OK)
        return os.open(self._path, flags | (os.O_RDWR if self._answers else os.O_WRONLY))

    def write(self, data: bytes, within_s: float) -> None:
        """Write all, and wait until the printer has it: what usblp holds at `close` is lost."""
        end = time.monotonic() + within_s
        super().write(data, within_s)
        if not self._ready(select.POLLOUT, end - time.monotonic()):
            raise DeviceStalled("the printer does not take the last bytes")

    def discard(self) -> None:
        """Reset the printer's buffers, if the file is a USB printer's."""
        with suppress(OSError):  # another kind of file
            fcntl.ioctl(self._fd, USBLP_SOFT_RESET)
        super().discard()


class SerialWire(Wire):
    """A serial line, 8N1, without flow control in the line."""

    def __init__(self, path: str, baud: int) -> None:
        super().__init__()
        self._path, self._speed = path, getattr(termios, f"B{baud}")

    def connect(self) -> int:
        """Open and make raw."""
        fd = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        try:
            tty.setraw(fd)
            modes = termios.tcgetattr(fd)
            modes[2] |= termios.CLOCAL | termios.CREAD
            modes[4] = modes[5] = self._speed
            termios.tcsetattr(fd, termios.TCSANOW, modes)
        except termios.error as error:
            os.close(fd)
            raise OSError("this is no serial line") from error
        return fd

    def discard(self) -> None:
        """Forget what waits on this side of the line, then what the printer has."""
        with suppress(termios.error):
            termios.tcflush(self._fd, termios.TCIOFLUSH)
        super().discard()


class NetworkWire(Wire):
    """A printer's raw port, usually 9100."""

    def __init__(self, host: str, port: int, within_s: float) -> None:
        super().__init__()
        self._address, self._within_s = (host, port), within_s

    def connect(self) -> int:
        """Connect before the deadline."""
        connection = socket.create_connection(self._address, self._within_s)
        connection.settimeout(0)
        return connection.detach()


@contextmanager
def _gone() -> Iterator[None]:
    try:
        yield
    except BlockingIOError:
        raise
    except OSError as error:
        raise DeviceGone("the printer does not answer") from error
