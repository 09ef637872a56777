"""A file on the stick: whole under its name, or not at all, and nothing of others' is touched."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path, PurePath

from kiosk.export.disk import Disk, Files
from kiosk.export.errors import NoStick, StickFull, StickStrange, StickWorn, meant

CHUNK = 1 << 16
SPARE = 1 << 16
"""Bytes beside the file's own: what the stick needs for its own books."""

PART = re.compile(r"kiosk-[0-9a-f]{8}\.part")
NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")
MANY = 100
"""Files of one name, each with its number, and parts to sweep; more are not looked for."""


class Stick:
    """Whatever is mounted at `mount`; asked anew for each file, for a stick comes and goes."""

    def __init__(self, mount: Path, files: Files | None = None) -> None:
        self._mount, self._files = mount, files or Disk()

    def look(self) -> None:
        """See whether there is one, before anybody thinks of a phrase. Raises `StickError`."""
        try:
            with self._root():
                pass
        except OSError as error:
            raise meant(error) from error

    def save(self, name: str, data: bytes, on: date) -> str:
        """Write a file in the root; returns its name, which bears a number if `name` is taken.

        Raises `StickError`; ValueError for a name that could lead elsewhere.
        """
        if not NAME.fullmatch(name):
            raise ValueError("this is no name for a file on a stick")
        try:
            with self._root() as root:
                return self._saved(root, name, data, on)
        except OSError as error:
            raise meant(error) from error

    def names(self) -> list[str]:
        """Whatever lies in the root; raises `StickError`."""
        try:
            with self._root() as root:
                return self._files.names(root)
        except OSError as error:
            raise meant(error) from error

    def remove(self, names: Iterable[str]) -> None:
        """Take away files that the kiosk itself has named; raises `StickError`."""
        try:
            with self._root() as root:
                for name in names:
                    self._files.remove(root, name)
                self._files.keep(root)
        except OSError as error:
            raise meant(error) from error

    @contextmanager
    def _root(self) -> Iterator[int]:
        root = self._files.root(self._mount)
        if root is None:
            raise NoStick(0, NoStick.__doc__)
        with closing(root):
            try:
                yield root
            except OSError as error:
                if error.errno == errno.EROFS and not self._files.locked(root):
                    raise StickStrange(error.errno, StickStrange.__doc__) from error
                raise

    def _saved(self, root: int, name: str, data: bytes, on: date) -> str:
        self._sweep(root)
        if self._files.free(root) < len(data) + SPARE:
            raise StickFull(0, StickFull.__doc__)
        part = f"kiosk-{secrets.token_hex(4)}.part"
        file = self._files.create(root, part)
        try:
            with closing(file):
                self._write(root, file, data)
                if self._files.read(file) != data:
                    raise StickWorn(0, StickWorn.__doc__)
                self._files.stamp(file, on)
                self._files.keep(file)
                return self._named(root, file, part, name)
        except OSError:
            with suppress(OSError):  # the stick may be gone; the next file sweeps what is left
                self._files.remove(root, part)
                self._files.keep(root)
            raise

    def _write(self, root: int, file: int, data: bytes) -> None:
        """Write it; FAT's table, which the root brings along, is kept before what leans on it.

        An entry that leads to places which the table still calls free is what would harm others'.
        """
        rest = memoryview(data)
        while rest:
            rest = rest[self._files.write(file, rest[:CHUNK]) :]
        self._files.keep(root)
        self._files.keep(file)

    def _named(self, root: int, file: int, part: str, name: str) -> str:
        """Give it its name; FAT fills the new entry in with the file, once the old one has gone.

        Kept the other way round, a stick that is pulled between has two entries for the same bytes,
        and to remove one frees them. So it has, at worst, an empty file of the name.
        """
        free = self._free_name(root, name)
        self._files.rename(root, part, free)
        self._files.keep(root)
        self._files.keep(file)
        return free

    def _sweep(self, root: int) -> None:
        """Take away what a pulled stick left half written; nothing else has such a name."""
        parts = [name for name in self._files.names(root) if PART.fullmatch(name)]
        for part in parts[:MANY]:
            with suppress(IsADirectoryError, PermissionError):  # not ours after all
                self._files.remove(root, part)
        if parts:
            self._files.keep(root)  # before their room is given to others

    def _free_name(self, root: int, name: str) -> str:
        """Also beside a directory, a link or a pipe of this name."""
        wanted = PurePath(name)
        names = (name, *(f"{wanted.stem}-{n}{wanted.suffix}" for n in range(2, MANY)))
        free = next((one for one in names if not self._files.holds(root, one)), None)
        if free is None:
            raise StickStrange(0, StickStrange.__doc__)
        return free


@contextmanager
def closing(descriptor: int) -> Iterator[None]:
    """Let go of a descriptor, come what may."""
    try:
        yield
    finally:
        os.close(descriptor)
