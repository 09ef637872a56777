"""The thermal printer behind its own thread: each ticket ends in Printed, PrintFailed or silence.

Silence is for a job dropped before it began: its pupil has left, and nobody waits for its event.
A job that failed is never tried again, and the printer is made to forget what it has taken of it,
at once if it still listens and again before the next job, so that nothing comes out later for
somebody else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

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
        if job.picture.mode != "1" or job.picture.width != self.dots:
            raise ValueError(f"a picture for this printer is black and white, {self.dots} wide")
        with self._lock:
            self._waiting.add(job.ticket)
        self._worker.do(
            lambda device: self._run(device, job),
            lambda _: PrintFailed(job.ticket, PrinterTrouble.ERROR),
        )

    def look(self) -> None:
        """Ask it how it is: `PrinterSeen`. Never blocks, prints nothing."""
        self._worker.do(_seen, lambda _: PrinterSeen(PrinterTrouble.ERROR))

    def drop(self, ticket: int) -> None:
        """Forget a job that has not begun; no event comes of it."""
        with self._lock:
            self._waiting.discard(ticket)

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        return self._worker.busy

    def close(self) -> None:
        """Forget what has not begun, finish the job at the printer, end the thread."""
        with self._lock:
            self._waiting.clear()
        self._worker.stop()

    def _run(self, device: Device, job: PrintJob) -> Event | None:
        with self._lock:
            if job.ticket not in self._waiting:
                return None
            self._waiting.discard(job.ticket)
        trouble = self._trouble(device, job)
        return Printed(job.ticket) if trouble is None else PrintFailed(job.ticket, trouble)

    def _trouble(self, device: Device, job: PrintJob) -> PrinterTrouble | None:
        try:
            device.open()
            trouble = self._sent(device, job)
            if trouble is not None:
                device.discard()
        except DeviceGone:
            trouble = PrinterTrouble.GONE
        finally:
            device.close()
        return trouble

    def _sent(self, device: Device, job: PrintJob) -> PrinterTrouble | None:
        """Send a job between two looks at the printer; an answer that stops coming is trouble."""
        device.discard()
        before = status.ask(device)
        if before.trouble is not None:
            return before.trouble
        try:
            for piece in encode(job.picture, cutter=self._cutter):
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
