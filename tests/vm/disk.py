"""The letters on a disk, read behind the machine's back."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kiosk import store
from kiosk.store.checking import check
from tests.readers import letters
from tests.vm.written import copy

MENDED = (0, 1)
"""What e2fsck answers when the file system is well, or was put right by its journal."""


def letters_on(disk: Path, room: Path) -> list[str]:
    """The texts of all letters; `room` takes a copy, so that the disk stays as the cut left it.

    File system and store are mended and looked through as at the machine's own start.
    """
    image, data = room / "data.img", room / "data"
    data.mkdir(parents=True)
    copy(disk, image)
    looked = subprocess.run(["e2fsck", "-fp", str(image)], capture_output=True, check=False)
    assert looked.returncode in MENDED, looked.stdout
    subprocess.run(
        ["debugfs", "-R", f"rdump / {data}", str(image)], check=True, capture_output=True
    )
    image.unlink()
    path = data / "post.sqlite"
    store.prepare(path, "demo")
    assert check(path) == "demo"
    return letters(data)
