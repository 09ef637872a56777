"""A disk of which every write was kept in its order: so each disk that a cut may leave is known.

QEMU writes the log in the format of the kernel's dm-log-writes.
"""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SECTOR = 512
HEAD = struct.Struct("<QQQQ")
FLUSH, FORCED, DISCARD = 1, 2, 4


@dataclass(frozen=True)
class Write:
    """Sectors from `sector` on; their bytes are in the log at `at`."""

    sector: int
    count: int
    flags: int
    at: int

    @property
    def kept(self) -> int:
        """How many bytes of it the log holds."""
        return 0 if self.flags & DISCARD else self.count * SECTOR


class Written:
    """The disk `data` in a machine's place, and what was written since it was switched on."""

    def __init__(self, place: Path) -> None:
        self.disk, self._before, self._log = place / "data", place / "before", place / "log"

    def begin(self) -> None:
        """Power comes."""
        copy(self.disk, self._before)
        self._log.write_bytes(b"")

    def end(self) -> None:
        """The power is cut: the drive loses all that it was not told to keep."""
        self.left(self.disk, len(self.writes()))

    def writes(self) -> list[Write]:
        """All that was written by now."""
        return list(_writes(self._log))

    def left(self, disk: Path, number: int, chance: Random | None = None) -> None:
        """Make the disk that a cut after so many writes leaves.

        What the drive was told to keep is there; of the rest nothing, or what `chance` will.
        """
        writes = self.writes()[:number]
        told = max((n for n, write in enumerate(writes) if write.flags & FLUSH), default=0)
        copy(self._before, disk)
        with self._log.open("rb") as log, disk.open("r+b") as image:
            for nth, write in enumerate(writes):
                kept = nth < told or write.flags & FORCED
                if kept or (chance is not None and chance.random() < 0.5):
                    log.seek(write.at)
                    image.seek(write.sector * SECTOR)
                    image.write(log.read(write.kept) or bytes(write.count * SECTOR))


def copy(source: Path, target: Path) -> None:
    """As it is, with its holes."""
    subprocess.run(["cp", "--sparse=always", "--reflink=auto", source, target], check=True)


def _writes(log: Path) -> Iterator[Write]:
    size, at = log.stat().st_size, SECTOR  # the first tells of the log itself
    with log.open("rb") as file:
        while at + SECTOR <= size:
            file.seek(at)
            sector, count, flags, _ = HEAD.unpack(file.read(HEAD.size))
            write = Write(sector, count, flags, at + SECTOR)
            at = write.at + write.kept
            if at > size or not (count or flags):  # it is only just being written
                return
            yield write
