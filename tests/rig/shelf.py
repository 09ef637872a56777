"""Sticks as they are handed over, and what lies on the one that is mounted."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from kiosk.export.errors import StickError
from kiosk.export.stick import Stick
from tests.rig.image import Image, formatted
from tests.rig.mounting import LABEL, MOUNT, mount, unmount
from tests.rig.usb_stick import UsbStick

ON = date(2026, 11, 27)
NAME = "ishenim-journal-2026-27.pdf"
SECOND = "ishenim-journal-2026-27-2.pdf"
THEIRS = {
    "theirs.txt": b"theirs, in the root" * 100,
    "Отчёт за четверть.doc": b"theirs, by a name that is no ASCII" * 100,
    "folder/deep.txt": b"theirs, in a folder" * 100,
}


def used(folder: Path) -> Image:
    """A stick of that name with files of theirs, taken out as it should be."""
    stick = UsbStick(formatted(folder, LABEL))
    put_in(stick)
    lay(THEIRS)
    unmount()
    stick.remove()
    return stick.image


def put_in(stick: UsbStick) -> None:
    """Put it in, and wait for the helper."""
    stick.plug()
    assert mount()


def take_out(stick: UsbStick) -> None:
    """Pull it as people do, without a word to anybody."""
    if stick.plugged:
        stick.unplug()
    unmount()


def lay(files: dict[str, bytes]) -> None:
    """Put files on the stick that is mounted."""
    for name, data in files.items():
        (MOUNT / name).parent.mkdir(exist_ok=True)
        (MOUNT / name).write_bytes(data)


def lies() -> dict[str, bytes]:
    """Every file there, whole."""
    files = (path for path in MOUNT.rglob("*") if path.is_file())
    return {str(path.relative_to(MOUNT)): path.read_bytes() for path in files}


def save(data: bytes, name: str = NAME) -> str:
    """Let the kiosk save a file; returns its name."""
    return Stick(MOUNT).save(name, data, ON)


def refused(data: bytes) -> type[StickError]:
    """What becomes of a file that must not be told as saved."""
    with pytest.raises(StickError) as raised:
        save(data)
    return raised.type


def bytes_of(length: int) -> bytes:
    """A document that looks like no other."""
    return random.Random(length).randbytes(length)  # noqa: S311 - no secret
