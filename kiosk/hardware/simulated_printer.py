"""A printer in memory that behaves like one on a desk: it runs out, stalls, breaks and forgets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NoReturn

from kiosk.hardware import status
from kiosk.hardware.device import DeviceGone, DeviceStalled

BUFFER = 4096
"""Bytes that a printer takes while it cannot print."""
REAL_TIME = b"\x10\x04"
_FIXED = 0x12


class SimulatedPrinter:
    """The device and its levers. Hands and the printer's thread may touch it at once.

    `papers` are the bytes of each job that came out whole, `scraps` what came out of jobs that did
    not, or when no job was there.
    """

    def __init__(self) -> None:
        self.papers: list[bytes] = []
        self.scraps: list[bytes] = []
        self.plugged = self.paper = True
        self.cover_open = self.stalled = self.fault = self.paper_low = False
        self.answers: Literal["well", "never", "garbage"] = "well"
        self._breaks_after: int | None = None
        self._paper_for: int | None = None
        self._printed, self._held, self._said = bytearray(), bytearray(), bytearray()
        self._opened = self._whole = False
        self._lock = threading.RLock()
        self.begun = False
        self._awake = threading.Event()
        self._awake.set()

    # --- hands ---

    def keep_waiting(self, *, asleep: bool) -> None:
        """Let a job that has `begun` wait until the printer wakes."""
        self.begun = False
        if asleep:
            self._awake.clear()
        else:
            self._awake.set()

    def unplug(self) -> None:
        """Pull the cable, with the power in it: what was not printed is lost."""
        with self._lock:
            self.plugged = False
            self._power_off()

    def plug(self) -> None:
        """Put the cable back."""
        with self._lock:
            self.plugged = True

    def take_paper(self) -> None:
        """The roll is empty."""
        with self._lock:
            self.paper = False

    def load_paper(self) -> None:
        """A new roll; a printer goes on with what it holds."""
        with self._lock:
            self.paper = True
            self._go_on()

    def set_cover(self, *, is_open: bool) -> None:
        """Open or close the cover; closed, a printer goes on with what it holds."""
        with self._lock:
            self.cover_open = is_open
            self._go_on()

    def break_after(self, n_bytes: int) -> None:
        """Lose the connection once, when a job has sent so many bytes."""
        with self._lock:
            self._breaks_after = n_bytes

    def end_paper_after(self, n_bytes: int) -> None:
        """Run out of paper when a job has printed so many bytes."""
        with self._lock:
            self._paper_for = n_bytes

    # --- the wire ---

    def open(self) -> None:
        """Begin a job."""
        self.begun = True
        self._awake.wait()
        with self._lock:
            if not self.plugged:
                raise DeviceGone("the printer is not plugged in")
            self._opened = self._whole = True
            self._said.clear()

    def write(self, data: bytes, within_s: float) -> None:  # noqa: ARG002 - it stalls at once
        """Answer, print, hold, or stall."""
        with self._reached():
            if self.stalled:
                self._stall()
            elif data.startswith(REAL_TIME):
                self._said += self._answer(data[-1])
            else:
                self._take(data)

    def read(self, within_s: float) -> bytes:  # noqa: ARG002 - it answers at once
        """Return what was answered since the last read."""
        with self._reached():
            said = bytes(self._said)
            self._said.clear()
            return said

    def discard(self) -> None:
        """Forget what is held."""
        with self._reached():
            self._whole &= not self._held
            self._held.clear()

    def close(self) -> None:
        """End a job."""
        with self._lock:
            self._come_out(whole=self._whole and not self._held)
            self._opened = False

    # --- inside ---

    @contextmanager
    def _reached(self) -> Iterator[None]:
        with self._lock:
            if not self._opened:
                raise DeviceGone("the printer went away")
            yield

    def _take(self, data: bytes) -> None:
        if self._breaks_after is not None and len(data) > self._breaks_after:
            self._print(data[: self._breaks_after])
            self._breaks_after = None
            self._power_off()
            raise DeviceGone("the cable broke")
        self._breaks_after = _less(self._breaks_after, len(data))
        self._print(data)

    def _print(self, data: bytes) -> None:
        if self._paper_for is not None and len(data) > self._paper_for:
            data, after = data[: self._paper_for], data[self._paper_for :]
            self._printed += data
            self.paper, self._paper_for, data = False, None, after
        self._paper_for = _less(self._paper_for, len(data))
        if self._can_print:
            self._printed += data
        elif len(self._held) + len(data) <= BUFFER:
            self._held += data
        else:
            self._stall()

    def _stall(self) -> NoReturn:
        self._whole = False
        raise DeviceStalled("the printer takes no more bytes")

    def _go_on(self) -> None:
        if self._can_print:
            self._printed += self._held
            self._held.clear()
            if not self._opened:
                self._come_out(whole=False)

    def _power_off(self) -> None:
        self._held.clear()
        self._come_out(whole=False)
        self._opened = False

    def _come_out(self, *, whole: bool) -> None:
        if self._printed:
            (self.papers if whole else self.scraps).append(bytes(self._printed))
        self._printed.clear()

    @property
    def _can_print(self) -> bool:
        return self.paper and not self.cover_open

    def _answer(self, kind: int) -> bytes:
        if self.answers == "never":
            return b""
        if self.answers == "garbage":
            return b"\xff\x00"
        return bytes((_FIXED | self._bits(kind),))

    def _bits(self, kind: int) -> int:
        paper, cover = not self.paper, self.cover_open
        match kind:
            case status.PRINTER:
                return 0x08 * (paper or cover)
            case status.OFFLINE_CAUSE:
                return 0x04 * cover | 0x20 * paper
            case status.ERROR_CAUSE:
                return 0x20 * self.fault
            case _:
                return 0x6C * paper | 0x0C * self.paper_low


def _less(budget: int | None, spent: int) -> int | None:
    return None if budget is None else budget - spent
