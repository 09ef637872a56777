"""The letters on a machine's data disk, read behind its back when it has no power."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.readers import letters
from tests.vm.machine import Machine

MENDED = (0, 1)
"""What e2fsck answers when the file system is well, or was put right by its journal."""


def letters_on(machine: Machine, room: Path) -> list[str]:
    """The texts of all letters; `room` takes copies, so that the disk stays as the cut left it."""
    image, data = room / "data.img", room / "data"
    data.mkdir(parents=True)
    command = ["qemu-img", "convert", "-O", "raw", str(machine.place / "data"), str(image)]
    subprocess.run(command, check=True)
    looked = subprocess.run(["e2fsck", "-fp", str(image)], capture_output=True, check=False)
    assert looked.returncode in MENDED, looked.stdout
    subprocess.run(
        ["debugfs", "-R", f"rdump / {data}", str(image)], check=True, capture_output=True
    )
    image.unlink()
    return letters(data)
