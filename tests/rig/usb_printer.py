"""A printer at the other end of a USB cable: the kernel's printer gadget, and paper behind it.

It prints what it takes, answers real-time questions wherever they come in the stream, forgets when
told to, and loses what it holds when its cable, which carries the power, is pulled.
"""

from __future__ import annotations

import os
import re
import select
import threading
import time
from contextlib import suppress

from kiosk.hardware import status
from kiosk.hardware.wire import CLEAR
from tests.rig.cable import Cable

CLEARED = b"\x37\x25\x00"
ENDS = (b"\x1bd\x04", b"\x1bd\x06\x1dV\x00")
"""How a whole job ends: fed past the tear bar, or cut."""
QUESTION = re.compile(rb"\x10\x04([\x01-\x04])|" + re.escape(CLEAR))
LONGEST = len(CLEAR)


class UsbPrinter:
    """The cable, the paper, and a thread that is the printer's own processor.

    `papers` are whole jobs, `scraps` what came out of others, byte for byte; `taken` counts all
    bytes that arrived. `slow_s` is a pause after each read.
    """

    def __init__(self, queue: int = 10) -> None:
        self.papers: list[bytes] = []
        self.scraps: list[bytes] = []
        self.paper, self.cover_open, self.mute = True, False, False
        self.slow_s, self.taken, self.chatter = 0.0, 0, b""
        self.plugged = False
        self._stalled = False
        self._stream, self._printed, self._held = bytearray(), bytearray(), bytearray()
        self._breaks_at: int | None = None
        self._stalls_at: int | None = None
        self._breaking = False
        self._paper_for: int | None = None
        self._lock = threading.RLock()
        self._wake_out, self._wake_in = os.pipe()
        self._fd = -1
        self._done = False
        self._cable = Cable(queue)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    # --- hands ---

    def plug(self) -> None:
        """Put the cable in; wait until the host has a printer."""
        with self._lock:
            self._fd = self._cable.plug()
            self.plugged = True
        self._wake()

    def unplug(self) -> None:
        """Pull the cable, with the power in it."""
        with self._lock:
            end, self._fd, self.plugged = self._fd, -1, False
            self._cable.unplug(end)
            self._stream.clear()
            self._held.clear()
            self._scrap()
        self._wake()

    def stall(self, *, stalled: bool) -> None:
        """Take no more bytes, or take them again."""
        self._stalled = stalled
        self._wake()

    def load_paper(self) -> None:
        """A new roll; a printer goes on with what it holds."""
        self._catch_up()
        with self._lock:
            self.paper = True
            self._go_on()

    def set_cover(self, *, is_open: bool) -> None:
        """Open or close the cover; closed, a printer goes on with what it holds."""
        self._catch_up()
        with self._lock:
            self.cover_open = is_open
            self._go_on()

    def break_after(self, n_bytes: int) -> None:
        """Lose the cable for a moment when so many bytes have been printed."""
        self._breaks_at = n_bytes

    def stall_after(self, n_bytes: int) -> None:
        """Take no more bytes once so many have arrived."""
        self._stalls_at = self.taken + n_bytes

    def until_steady(self) -> None:
        """Wait until a cable that was lost for a moment is back."""
        while self._breaking:
            time.sleep(0.01)

    def until_idle(self, quiet_s: float = 2.0) -> None:
        """Wait until nothing has arrived for a while."""
        taken = -1
        while taken != self.taken:
            taken = self.taken
            time.sleep(quiet_s)

    def end_paper_after(self, n_bytes: int) -> None:
        """Run out of paper when so many bytes are printed."""
        self._paper_for = n_bytes

    def say(self, data: bytes) -> None:
        """Send something that nobody asked for."""
        with self._lock:
            os.write(self._fd, data)

    def remove(self) -> None:
        """Unplug it and forget the gadget."""
        if self.plugged:
            self.unplug()
        self._done = True
        self._wake()
        self._thread.join()
        self._cable.forget()

    def _catch_up(self) -> None:
        """A hand is slower than the printer: what has arrived by now has been understood."""
        while self._fd >= 0 and not self._stalled and select.select([self._fd], [], [], 0)[0]:
            time.sleep(0.005)

    # --- the printer's processor ---

    def _wake(self) -> None:
        os.write(self._wake_in, b".")

    def _run(self) -> None:
        while not self._done:
            listening = [] if self._stalled or self._fd < 0 else [self._fd]
            ready, _, _ = select.select([self._wake_out, *listening], [], [])
            if self._wake_out in ready:
                os.read(self._wake_out, 64)
            else:
                self._take()
                time.sleep(self.slow_s)

    def _take(self) -> None:
        with self._lock, suppress(BlockingIOError):
            if self._fd >= 0 and not self._stalled:
                data = os.read(self._fd, 8192)
                self.taken += len(data)
                self._stream += data
                self._understand()
                self._mishap()

    def _mishap(self) -> None:
        if self._stalls_at is not None and self.taken >= self._stalls_at:
            self._stalled, self._stalls_at = True, None
        if self._breaks_at is not None and len(self._printed) >= self._breaks_at:
            del self._printed[self._breaks_at :]
            self._breaking = True
            self.unplug()
            self.plug()
            self._breaks_at, self._breaking = None, False

    def _understand(self) -> None:
        while found := QUESTION.search(self._stream):
            self._print(self._stream[: found.start()])
            kind = found.group(1)
            del self._stream[: found.end()]
            if kind is None:
                self._clear()
            elif not self.mute:
                self._answer(kind[0])
        begun = self._stream.rfind(b"\x10", -LONGEST)
        whole = begun if begun >= 0 else len(self._stream)
        self._print(self._stream[:whole])
        del self._stream[:whole]

    def _print(self, data: bytes | bytearray) -> None:
        if self._paper_for is not None and len(data) > self._paper_for:
            self._printed += data[: self._paper_for]
            data, self.paper, self._paper_for = data[self._paper_for :], False, None
        elif self._paper_for is not None:
            self._paper_for -= len(data)
        (self._printed if self._prints else self._held).extend(data)
        if self._printed.endswith(ENDS):
            self.papers.append(bytes(self._printed))
            self._printed.clear()

    def _answer(self, kind: int) -> None:
        out, open_ = not self.paper, self.cover_open
        bits = {
            status.PRINTER: 0x08 * (out or open_),
            status.OFFLINE_CAUSE: 0x04 * open_ | 0x20 * out,
            status.PAPER: 0x6C * out,
        }
        os.write(self._fd, bytes((0x12 | bits.get(kind, 0),)) + self.chatter)

    def _clear(self) -> None:
        self._held.clear()
        self._scrap()
        if not self.mute:
            os.write(self._fd, CLEARED)

    def _scrap(self) -> None:
        if self._printed:
            self.scraps.append(bytes(self._printed))
        self._printed.clear()

    @property
    def _prints(self) -> bool:
        return self.paper and not self.cover_open

    def _go_on(self) -> None:
        if self._prints:
            self._printed += self._held
            self._held.clear()
            self._scrap()
