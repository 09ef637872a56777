"""A receipt printer on a serial adapter: the end of the cable that the machine does not see."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path

QUESTION = b"\x10\x04"
WELL = b"\x12"
"""What a printer answers that lacks nothing, whatever of the four it was asked."""


class Printer:
    """Plugged in, it answers questions and keeps what else it hears."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._socket: socket.socket | None = None
        self.questions = 0
        self.paper = b""

    def plug(self) -> None:
        """The adapter is there for the machine as long as this socket is."""
        self.questions, self.paper = 0, b""
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(self._path))
        threading.Thread(target=self._listen, args=(self._socket,), daemon=True).start()

    def pull(self) -> None:
        """Out it is, whatever was going on."""
        if self._socket is not None:
            self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()
            self._socket = None

    def _listen(self, cable: socket.socket) -> None:
        with suppress(OSError):  # pulled out
            while heard := cable.recv(1 << 16):
                asked = heard.count(QUESTION)
                self.questions += asked
                self.paper += heard
                cable.sendall(WELL * asked)
