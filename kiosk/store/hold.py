"""Who uses a store: any number at once, or one alone who puts another file in its place.

What is held is the directory itself, by the kernel: no file is written for it, and a process that
dies lets go.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.store.errors import StoreInUse


class Hold:
    """A running kiosk's hold on its store; taken once, however often it is asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: int | None = None

    def take(self) -> None:
        """Hold it together with others; raises `StoreInUse`, OSError."""
        if self._held is None:
            self._held = _taken(self._path, fcntl.LOCK_SH)

    def release(self) -> None:
        """Let go."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


@contextmanager
def together(path: Path) -> Iterator[None]:
    """Use a store beside others; raises `StoreInUse` while somebody has it alone."""
    yield from _holding(path, fcntl.LOCK_SH)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Have a store alone; raises `StoreInUse` while a kiosk runs on it."""
    yield from _holding(path, fcntl.LOCK_EX)


def _holding(path: Path, how: int) -> Iterator[None]:
    held = _taken(path, how)
    try:
        yield
    finally:
        os.close(held)


def _taken(path: Path, how: int) -> int:
    directory = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(directory, how | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(directory)
        raise StoreInUse(f"somebody else uses the store at {path}") from None
    return directory
