"""The demo's stick: a folder, and hands that put it in, pull it, fill it and lock it."""

from __future__ import annotations

import errno
import os
from enum import StrEnum
from pathlib import Path

from kiosk.export.disk import ROOT, Disk


class StickState(StrEnum):
    """How the stick stands; a lever moves it from each to the next."""

    OUT = "out"
    IN = "in"
    FULL = "full"
    READ_ONLY = "read_only"
    PULLED = "pulled"
    """It is there when the kiosk looks, and pulled while it is written to."""


class SimulatedStick(Disk):
    """What lies on it is in the folder; every file really goes through the file system."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state = folder, StickState.OUT

    def move(self) -> None:
        """Pull the lever once."""
        states = [*StickState]
        self.state = states[(states.index(self.state) + 1) % len(states)]

    def root(self, mount: Path) -> int | None:  # noqa: ARG002 - it has a place of its own
        """The folder, while the stick is in; it is made when a stick is first there."""
        if self.state is StickState.OUT:
            return None
        self.folder.mkdir(exist_ok=True)
        return os.open(self.folder, ROOT)

    def free(self, root: int) -> int:
        """No room, or no leave to write."""
        if self.state is StickState.READ_ONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return 0 if self.state is StickState.FULL else super().free(root)

    def locked(self, root: int) -> bool:  # noqa: ARG002 - the folder is never damaged
        """Read-only is what the lever says, not what the folder's disk does."""
        return True

    def write(self, file: int, data: memoryview) -> int:
        """Half of it, before the hand that pulls."""
        if self.state is StickState.PULLED:
            self.state = StickState.OUT
            super().write(file, data[: len(data) // 2])
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        return super().write(file, data)

    def remove(self, root: int, name: str) -> None:
        """Nothing can be taken from a stick that is gone."""
        if self.state is StickState.OUT:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        super().remove(root, name)
