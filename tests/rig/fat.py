"""FAT32 read and spoilt sector by sector, apart from the kernel; a cluster here is one sector."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from tests.rig.image import FIRST, SECTOR, Image

FREE, END = 0, 0x0FFFFFF8
LONG, LABEL = 0x0F, 0x08
DELETED = 0xE5
SLOT = 32
ENTRY = struct.Struct("<11sB8xH4xHI")

SLOTS = SECTOR // SLOT
LINKS = SECTOR // 4
CROWD, CROWDED = 160 * LINKS, 8 * LINKS
"""Where a crowd begins, and how many clusters it takes; four times as many is FAT's limit."""


class Unsound(Exception):
    """An entry leads to what is called free or belongs to another: to remove it harms others."""


@dataclass(frozen=True)
class Entry:
    """A file or folder of the root, by the short name that each has."""

    short: bytes
    kind: int
    start: int
    size: int


class Fat:
    """The books of one partition."""

    def __init__(self, image: Image, first: int = FIRST) -> None:
        boot = image.read(first)
        (reserved,), copies = struct.unpack_from("<H", boot, 14), boot[16]
        (length,), (self.root,) = (struct.unpack_from("<I", boot, at) for at in (36, 44))
        self.image, self.table = image, first + reserved
        self.data: int = self.table + copies * length

    def sector(self, cluster: int) -> int:
        """Where a cluster lies."""
        return self.data + cluster - 2

    def follows(self, cluster: int) -> int:
        """What the first table says comes after a cluster."""
        sector, at = divmod(4 * cluster, SECTOR)
        found = self.image.read(self.table + sector)[at : at + 4]
        return int.from_bytes(found, "little") & 0x0FFFFFFF

    def link(self, cluster: int, to: int) -> None:
        """Let another come after it, in the first table only."""
        sector, at = divmod(4 * cluster, SECTOR)
        spoilt = bytearray(self.image.read(self.table + sector))
        struct.pack_into("<I", spoilt, at, to)
        self.image.write(self.table + sector, bytes(spoilt))

    def fill(self, leaving: int) -> None:
        """Call all free room taken, but so many sectors' worth of the table: 64 KB each."""
        used = (self.image.sectors - self.data) * 4 // SECTOR
        for sector in range(self.table, self.table + used - leaving):
            if not any(self.image.read(sector)):
                self.image.write(sector, END.to_bytes(4, "little") * (SECTOR // 4))

    def crowd(self) -> None:
        """Give the root 16000 files more, if only of sixteen names."""
        crowd = b"".join(ENTRY.pack(b"%-8dTXT" % n, 0x20, 0, 0, 0) for n in range(SLOTS))
        self.link(self.root, CROWD)
        for cluster in range(CROWD, CROWD + CROWDED, LINKS):
            follow = struct.pack(f"<{LINKS}I", *range(cluster + 1, cluster + 1 + LINKS))
            self.image.write(self.table + cluster // LINKS, follow)
        for cluster in range(CROWD, CROWD + CROWDED):
            self.image.write(self.sector(cluster), crowd)
        self.link(CROWD + CROWDED - 1, END)

    def rename_long(self, name: str, to: str) -> None:
        """Change a long name of up to thirteen letters, and not the short one beside it."""
        old, new = (_long(each) for each in (name, to))
        for cluster in self.chain(self.root):
            slots = self.image.read(self.sector(cluster))
            self.image.write(self.sector(cluster), slots.replace(old, new))

    def chain(self, start: int) -> list[int]:
        """Clusters of a file; raises Unsound where they do not end as they should."""
        chain: dict[int, None] = {}
        while start and start < END:
            if start in chain or self.follows(start) == FREE:
                raise Unsound(f"cluster {start}")
            chain[start] = None
            start = self.follows(start)
        return [*chain]

    def entries(self) -> list[Entry]:
        """What lies in the root."""
        slots = b"".join(self.image.read(self.sector(at)) for at in self.chain(self.root))
        found = []
        for at in range(0, len(slots), SLOT):
            if slots[at] == 0:
                break
            short, kind, high, low, size = ENTRY.unpack_from(slots, at)
            if slots[at] != DELETED and kind != LONG and not kind & LABEL:
                found.append(Entry(short, kind, high << 16 | low, size))
        return found

    def check(self) -> list[Entry]:
        """What lies in the root; raises Unsound where one's clusters are not its own or too few."""
        taken, entries = set(self.chain(self.root)), self.entries()
        for entry in entries:
            chain = self.chain(entry.start)
            if taken.intersection(chain) or len(chain) * SECTOR < entry.size:
                raise Unsound(repr(entry))
            taken.update(chain)
        return entries


def _long(name: str) -> bytes:
    """The first five letters, which lie together in a slot."""
    return name[:5].encode("utf-16-le")
