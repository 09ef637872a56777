"""The coil's process seen from the kiosk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

CODE = Path(__file__).with_name("coil.py")


class CoilChild:
    """Runs `coil.py`; `arguments` are the child's own, but for the parent.

    Asked to end, it has `end_s` seconds before it is killed. `quiet`: what it has to complain of
    is not shown.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        code: Path = CODE,
        end_s: float = 2.0,
        *,
        quiet: bool = False,
    ) -> None:
        self._end_s = end_s
        # A session of its own: Ctrl-C in a terminal reaches it through the kiosk, in order.
        self._process = subprocess.Popen(  # noqa: S603 - our own file
            [sys.executable, "-I", "-S", str(code), *arguments, f"parent={os.getpid()}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if quiet else None,
            bufsize=0,
            start_new_session=True,
        )
        self._commands = cast("IO[bytes]", self._process.stdin)
        self._reports = cast("IO[bytes]", self._process.stdout)
        self._begun = b""
        os.set_blocking(self.fileno(), False)

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def fileno(self) -> int:
        """Readable when the child has reported or died."""
        return self._reports.fileno()

    def send(self, command: str) -> None:
        """Hand over a command; raises BrokenPipeError if the child is gone."""
        self._commands.write(command.encode() + b"\n")

    def reports(self) -> list[str]:
        """Words reported since the last call; raises EOFError when the child is gone."""
        try:
            data = os.read(self.fileno(), 4096)
        except BlockingIOError:
            return []
        if not data:
            raise EOFError
        *words, self._begun = (self._begun + data).split(b"\n")
        return [word.decode() for word in words]

    def end(self) -> None:
        """Close its input, by which it drops the coil, and wait until it is gone."""
        self._commands.close()
        try:
            self._process.wait(self._end_s)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reports.close()

    def kill(self) -> None:
        """End it at once; the next child takes the pin and drops it."""
        self._process.kill()
        self.end()
