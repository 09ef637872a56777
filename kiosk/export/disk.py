"""The few things that are asked of a stick, each by the descriptor of its root.

Nothing is opened through a link, so whatever lies on the stick, no file outside it is touched.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Protocol

ROOT = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Files(Protocol):
    """What a stick is asked; every method raises OSError."""

    def root(self, mount: Path) -> int | None:
        """Open the root; None where no stick is mounted."""
        ...

    def free(self, root: int) -> int:
        """Bytes that still find room; raises EROFS for a stick that takes none."""
        ...

    def locked(self, root: int) -> bool:
        """Whether what takes no file is protected; False if it is only damaged."""
        ...

    def names(self, root: int) -> list[str]:
        """Whatever lies in the root, of any kind."""
        ...

    def holds(self, root: int, name: str) -> bool:
        """Whether anything there answers to the name; an empty file is nothing."""
        ...

    def create(self, root: int, name: str) -> int:
        """Open a file that was not there."""
        ...

    def write(self, file: int, data: memoryview) -> int:
        """Write; returns how many bytes it took."""
        ...

    def keep(self, file: int) -> None:
        """Return when it is really on the stick."""
        ...

    def read(self, file: int) -> bytes:
        """All of it, from the stick itself where that can be had."""
        ...

    def stamp(self, file: int, on: date) -> None:
        """Set its times to the day's beginning: no hour leaves the house (law 4)."""
        ...

    def rename(self, root: int, name: str, to: str) -> None:
        """Give it its name at once."""
        ...

    def remove(self, root: int, name: str) -> None:
        """Take a file away."""
        ...


class Disk:
    """The kernel's."""

    def root(self, mount: Path) -> int | None:
        """Open the root; None where nothing is mounted, so that nothing is written beside it."""
        try:
            root = os.open(mount, ROOT)
        except FileNotFoundError:
            return None
        if os.fstat(root).st_dev == mount.parent.stat().st_dev:
            os.close(root)
            return None
        # One process at a time: another's half-written file looks like one of a pulled stick.
        fcntl.flock(root, fcntl.LOCK_EX)
        return root

    def free(self, root: int) -> int:
        """Bytes that still find room."""
        told = os.statvfs(root)
        if told.f_flag & os.ST_RDONLY:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return told.f_bavail * told.f_frsize

    def locked(self, root: int) -> bool:
        """Ask the disk: what is on it may be read-only to the kernel because it is damaged."""
        device = os.fstat(root).st_dev
        disk = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}/ro")
        return not disk.exists() or disk.read_text() != "0\n"

    def names(self, root: int) -> list[str]:
        """Whatever lies in the root."""
        return os.listdir(root)

    def holds(self, root: int, name: str) -> bool:
        """Ask the file system itself, which may know a name by other letters or a shorter one."""
        try:
            found = os.stat(name, dir_fd=root, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return not stat.S_ISREG(found.st_mode) or found.st_size > 0

    def create(self, root: int, name: str) -> int:
        """Open a file that was not there."""
        return os.open(name, NEW, 0o600, dir_fd=root)

    def write(self, file: int, data: memoryview) -> int:
        """Write what it takes."""
        return os.write(file, data)

    def keep(self, file: int) -> None:
        """Return when it is really on the stick."""
        os.fsync(file)

    def read(self, file: int) -> bytes:
        """All of it, past the kernel's memory."""
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.lseek(file, 0, os.SEEK_SET)
        with open(file, "rb", closefd=False) as opened:
            return opened.read()

    def stamp(self, file: int, on: date) -> None:
        """Set its times to the day's beginning."""
        begun = datetime.combine(on, time(), UTC).timestamp()
        os.utime(file, (begun, begun))

    def rename(self, root: int, name: str, to: str) -> None:
        """Give it its name."""
        os.rename(name, to, src_dir_fd=root, dst_dir_fd=root)

    def remove(self, root: int, name: str) -> None:
        """Take a file away."""
        os.unlink(name, dir_fd=root)
