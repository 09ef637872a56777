"""Where this computer tells about itself; tests lay out a computer of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """Roots of the kernel's trees, of what is forgotten at a restart, and of the settings."""

    sys: Path = Path("/sys")
    proc: Path = Path("/proc")
    dev: Path = Path("/dev")
    run: Path = Path("/run")
    etc: Path = Path("/etc")


def word(path: Path) -> str:
    """Return what a small file of the kernel says; empty if it is not there or not readable."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip("\0\n ")
    except OSError:
        return ""
