"""What lies on a stick: FAT32 as a computer formats it, in one partition of two or the only one."""

from __future__ import annotations

import struct
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
FIRST = 2048
"""Sector at which the first partition begins, as on any stick that is sold."""

SIZE_KB = 34 << 10
"""The smallest that is FAT32 and not FAT16, with clusters of one sector."""

FAT32_LBA = 0x0C


@dataclass
class Image:
    """Sectors as they were at first, and all that was written since, in its order."""

    base: bytes
    log: list[tuple[int, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._now = dict(self.log)

    @property
    def sectors(self) -> int:
        """How many it has."""
        return len(self.base) // SECTOR

    def read(self, sector: int) -> bytes:
        """As it is now."""
        return self._now.get(sector) or self.base[sector * SECTOR : (sector + 1) * SECTOR]

    def write(self, sector: int, data: bytes) -> None:
        """One sector."""
        self._now[sector] = data
        self.log.append((sector, data))

    def copy(self) -> Image:
        """Another that is as this one."""
        return self.cut(len(self.log))

    def cut(self, count: int) -> Image:
        """As it was when only so many sectors had been written."""
        return Image(self.base, self.log[:count])


def formatted(folder: Path, *labels: str) -> Image:
    """A stick with a partition for each name."""
    parts = [_partition(folder / label, label) for label in labels]
    table = bytearray(FIRST * SECTOR)
    for n, part in enumerate(parts):
        start = FIRST + sum(len(before) for before in parts[:n]) // SECTOR
        struct.pack_into("<4xB3xII", table, 446 + 16 * n, FAT32_LBA, start, len(part) // SECTOR)
    table[510:512] = b"\x55\xaa"
    return Image(bytes(table) + b"".join(parts))


def _partition(file: Path, label: str) -> bytes:
    words = ["mkfs.vfat", "-F", "32", "-s", "1", "-n", label, "-C", str(file), str(SIZE_KB)]
    subprocess.run(words, check=True, capture_output=True)
    made = file.read_bytes()
    file.unlink()
    return made
