"""Which gpiochip has the header: only Python's own library and gpiod, as `lock-safe` needs it."""

from __future__ import annotations

from pathlib import Path

import gpiod

HEADERS = ("pinctrl-bcm", "pinctrl-rp1")
DEV = Path("/dev")


def find_chip(labels: tuple[str, ...] = HEADERS, dev: Path = DEV) -> str | None:
    """Path of the first chip whose label begins so: numbers move between kernels, labels do not."""
    for path in sorted(dev.glob("gpiochip*")):
        with gpiod.Chip(str(path)) as chip:
            if chip.get_info().label.startswith(labels):
                return str(path)
    return None
