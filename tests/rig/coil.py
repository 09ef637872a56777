"""The coil's process and what is done to it; eyes on its line; a kiosk in small."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.hardware.child import CODE, CoilChild
from tests.rig.apart import apart
from tests.rig.header import Header, Line
from tests.rig.real import coil_backend

LOCK = 22
ROUNDS = 2
SOON_S = 1.0
"""A death is followed by a dropped coil at the latest after this, on a busy emulated core."""

KERNELS = {False: "kernel drops outputs", True: "kernel keeps outputs driven"}
LOOK_S = 0.001
PATIENCE_S = 60.0

Deed = Callable[[CoilChild], None]


class Watch:
    """Watches the coil's line from a process of its own, about a thousand times a second."""

    def __init__(self, line: Line) -> None:
        said, say = os.pipe()
        value = os.open(line.value, os.O_RDONLY)
        self._process = apart(lambda: _say_changes(value, say), keep=(value, say))
        os.close(value)
        os.close(say)
        self._said = os.fdopen(said, "rb", 0)
        self.next()

    def next(self) -> tuple[float, bool]:
        """Return the next change of the line: when, and whether it is on now."""
        assert select.select([self._said], [], [], PATIENCE_S)[0], "the line does not change"
        at, level = self._said.readline().split()
        return float(at), level == b"1"

    def close(self) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        self._said.close()


def _say_changes(value: int, say: int) -> None:
    last = b""
    while True:
        level = os.pread(value, 1, 0)
        if level != last:
            os.write(say, f"{time.monotonic():.6f} {level.decode()}\n".encode())
            last = level
        time.sleep(LOOK_S)


def words_of(header: Header, pulse_s: float = 8, rest_s: float = 5, tired: str = "no") -> list[str]:
    """The child's arguments."""
    return [
        *coil_backend(header),
        f"pin={LOCK}",
        f"pulse={pulse_s}",
        f"rest={rest_s}",
        f"tired={tired}",
    ]


def heard(child: CoilChild, word: str) -> None:
    """Wait for a report."""
    words: list[str] = []
    while word not in words:
        assert select.select([child], [], [], PATIENCE_S)[0], f"no {word}"
        words += child.reports()


def begin(header: Header, code: Path = CODE, pulse_s: float = 8, *words: str) -> CoilChild:
    """Start a child that has its pin."""
    child = CoilChild([*words_of(header, pulse_s), *words], code)
    heard(child, "ready")
    return child


def turn_on(child: CoilChild) -> None:
    """Energise the coil for long."""
    child.send("on 8")
    heard(child, "on")


def kill_with(number: signal.Signals) -> Deed:
    return lambda child: os.kill(child.pid, number)


WAYS: dict[str, Deed] = {
    "told to go off": lambda child: child.send("off"),
    "end of its input": lambda child: child._commands.close(),
    "SIGTERM": kill_with(signal.SIGTERM),
    "SIGINT": kill_with(signal.SIGINT),
    "SIGHUP": kill_with(signal.SIGHUP),
    "SIGKILL": kill_with(signal.SIGKILL),
    "a command it does not know": lambda child: child.send("onn 8"),
}


class Kiosk:
    """A kiosk in small with the coil on: its process, its child, and a sibling of it.

    The sibling holds the child's input open, so that no end of file tells of the kiosk's death.
    """

    def __init__(self, header: Header) -> None:
        said, say = os.pipe()
        words = words_of(header)
        self._process = apart(lambda: _be_a_kiosk(words, say), keep=(say,))
        os.close(say)
        with os.fdopen(said) as reports:
            self.child, self._sibling = (int(number) for number in reports.readline().split())

    def kill(self) -> None:
        """End the kiosk at once."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def clean(self) -> None:
        """End what is left of it; the child is gone by itself, or dead."""
        os.kill(self._sibling, signal.SIGKILL)


def _be_a_kiosk(words: list[str], say: int) -> None:
    child = CoilChild(words)
    heard(child, "ready")
    turn_on(child)
    sibling = os.fork()
    if sibling:
        os.write(say, f"{child.pid} {sibling}\n".encode())
        os.close(say)
    time.sleep(60)
