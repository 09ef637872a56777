"""The thermal printer behind its own thread: each ticket ends in Printed, PrintFailed or silence.

Silence is for a job dropped before it began: its pupil has left, and nobody waits for its event.
A job that failed is never tried again, and the printer is made to forget what it has taken of it,
at once if it still listens and again before the next job, so that nothing comes out later for
somebody else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PIL import Image

from kiosk.config.machine import PrinterSettings
from kiosk.events import Event, Printed, PrinterSeen, PrinterTrouble, PrintFailed
from kiosk.hardware import status
from kiosk.hardware.device import Device, DeviceGone, DeviceStalled
from kiosk.hardware.esc_pos import encode
from kiosk.hardware.ports import PrintJob
from kiosk.workers import Worker


class ThermalPrinter:
    """The printer of both sets, on a `device` that only its thread touches."""

    def __init__(
        self, device: Device, settings: PrinterSettings, emit: Callable[[Event], None]
    ) -> None:
        self.dots: int = settings.dots
        self._cutter, self._within_s = settings.cutter, settings.deadline_s
        self._waiting: set[int] = set()
        self._lock = threading.Lock()
        self._worker: Worker[Device] = Worker("printer", lambda: device, emit)

    def print(self, job: PrintJob) -> None:
        """Queue a job; never blocks. Raises ValueError for a picture of another width or mode."""
        self._check(job.picture)
        self.draw(job.ticket, lambda: job.picture)

    def draw(self, ticket: int, picture: Callable[[], Image.Image]) -> None:
        """Queue a long paper, which is drawn in this thread; never blocks."""
        with self._lock:
            self._waiting.add(ticket)
        self._worker.do(
            lambda device: self._run(device, ticket, picture),
            lambda _: PrintFailed(ticket, PrinterTrouble.ERROR),
        )

    def look(self) -> None:
        """Ask it how it is: `PrinterSeen`. Never blocks, prints nothing."""
        self._worker.do(_seen, lambda _: PrinterSeen(PrinterTrouble.ERROR))

    def ask(
        self, job: Callable[[Device], Event | None], failed: Callable[[Exception], Event]
    ) -> None:
        """Let a technician's job have the wire, between papers; never blocks."""
        self._worker.do(job, failed)

    def drop(self, ticket: int) -> None:
        """Forget a job that has not begun; no event comes of it."""
        with self._lock:
            self._waiting.discard(ticket)

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        return self._worker.busy

    @property
    def alive(self) -> bool:
        """Whether its thread neither died nor hangs."""
        return self._worker.alive

    def close(self) -> None:
        """Forget what has not begun, finish the job at the printer, end the thread."""
        with self._lock:
            self._waiting.clear()
        self._worker.stop()

    def _check(self, picture: Image.Image) -> None:
        if picture.mode != "1" or picture.width != self.dots:
            raise ValueError(f"a picture for this printer is black and white, {self.dots} wide")

    def _run(self, device: Device, ticket: int, picture: Callable[[], Image.Image]) -> Event | None:
        with self._lock:
            if ticket not in self._waiting:
                return None
            self._waiting.discard(ticket)
        drawn = picture()
        self._check(drawn)
        trouble = self._trouble(device, drawn)
        return Printed(ticket) if trouble is None else PrintFailed(ticket, trouble)

    def _trouble(self, device: Device, picture: Image.Image) -> PrinterTrouble | None:
        try:
            device.open()
            trouble = self._sent(device, picture)
            if trouble is not None:
                device.discard()
        except DeviceGone:
            trouble = PrinterTrouble.GONE
        finally:
            device.close()
        return trouble

    def _sent(self, device: Device, picture: Image.Image) -> PrinterTrouble | None:
        """Send a job between two looks at the printer; an answer that stops coming is trouble."""
        device.discard()
        before = status.ask(device)
        if before.trouble is not None:
            return before.trouble
        try:
            for piece in encode(picture, cutter=self._cutter):
                device.write(piece, self._within_s)
        except DeviceStalled:
            return status.ask(device).trouble or PrinterTrouble.STALLED
        after = status.ask(device)
        if before.known and not after.known:
            return PrinterTrouble.STALLED
        return after.trouble


def _seen(device: Device) -> Event:
    try:
        device.open()
        return PrinterSeen(status.ask(device).trouble)
    except DeviceGone:
        return PrinterSeen(PrinterTrouble.GONE)
    finally:
        device.close()
