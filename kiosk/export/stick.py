"""A file on the stick: whole under its name, or not at all, and nothing of others' is touched."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
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
"""Files of one name, each with its number; more are not looked for."""


class Stick:
    """Whatever is mounted at `mount`; asked anew for each file, for a stick comes and goes."""

    def __init__(self, mount: Path, files: Files | None = None) -> None:
        self._mount, self._files = mount, files or Disk()

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

    @contextmanager
    def _root(self) -> Iterator[int]:
        root = self._files.root(self._mount)
        if root is None:
            raise NoStick(0, NoStick.__doc__)
        with closing(root):
            yield root

    def _saved(self, root: int, name: str, data: bytes, on: date) -> str:
        self._sweep(root)
        if self._files.free(root) < len(data) + SPARE:
            raise StickFull(0, StickFull.__doc__)
        part = f"kiosk-{secrets.token_hex(4)}.part"
        file = self._files.create(root, part)
        try:
            with closing(file):
                self._write(file, data)
                self._files.keep(file)
                if self._files.read(file) != data:
                    raise StickWorn(0, StickWorn.__doc__)
                self._files.stamp(file, on)
                self._files.keep(file)
            free = self._free_name(root, name)
            self._files.rename(root, part, free)
            self._files.keep(root)
        except OSError:
            with suppress(OSError):  # the stick may be gone; the next file sweeps what is left
                self._files.remove(root, part)
            raise
        return free

    def _write(self, file: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._files.write(file, rest[:CHUNK]) :]

    def _sweep(self, root: int) -> None:
        """Take away what a pulled stick left half written; nothing else has such a name."""
        for name in self._files.names(root):
            if PART.fullmatch(name):
                with suppress(IsADirectoryError, PermissionError):  # not ours after all
                    self._files.remove(root, name)

    def _free_name(self, root: int, name: str) -> str:
        """Also beside a directory, a link or a pipe of this name, whatever its letters' size."""
        taken = {other.lower() for other in self._files.names(root)}
        wanted = PurePath(name)
        names = (name, *(f"{wanted.stem}-{n}{wanted.suffix}" for n in range(2, MANY)))
        free = next((one for one in names if one not in taken), None)
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
