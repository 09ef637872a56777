"""Mounts as the root helper does: the stick of that name and no other, by its very options."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.rig.usb_stick import until

LABEL = "KIOSK"
BY_LABEL = Path("/dev/disk/by-label")
MOUNT = Path("/run/kiosk/stick")
OWNER = 65534
HELPER = Path(__file__).parents[2] / "deploy/files/usr/local/lib/kiosk/stick"


def options() -> str:
    """What the helper asks for, with a number where it asks who the kiosk is."""
    _, asked, _ = re.split(r'--options "(.*)"', HELPER.read_text())
    return re.sub(r"\$\(id -[ug] kiosk\)", str(OWNER), asked)


def mount(disk: Path = BY_LABEL / LABEL) -> bool:
    """Mount a stick that has come; False where it has no file system that is known."""
    MOUNT.mkdir(parents=True, exist_ok=True)
    until(disk.exists)
    words = ["mount", "-t", "vfat", "-o", options(), str(disk), str(MOUNT)]
    return subprocess.run(words, check=False).returncode == 0


def unmount() -> None:
    """Let go of whatever is mounted, also of a stick that has gone."""
    subprocess.run(["umount", "-l", str(MOUNT)], check=False, capture_output=True)
