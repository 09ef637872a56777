"""lock_pin.py KIOSK_TOML PIN: whether these settings give the lock that pin, and it may have it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

FILE = "/etc/kiosk/kiosk.toml"


def complaint(settings: Path, helpers: str) -> str | None:
    """What is wrong with the lock's pin; the kiosk judges everything else itself."""
    try:
        pins = tomllib.loads(settings.read_text(encoding="utf-8")).get("pins", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return f"{FILE} cannot be read: {error}"
    pin = pins.get("lock", 22) if isinstance(pins, dict) else pins
    if type(pin) is not int or not 9 <= pin <= 27:
        return f"pins.lock in {FILE} is {pin!r}; write a number from 9 to 27: low at power on"
    if str(pin) != helpers:
        return f"in {FILE} write the lock's pin on a line of its own below [pins]: lock = {pin}"
    return None


if __name__ == "__main__":
    sys.exit(complaint(Path(sys.argv[1]), sys.argv[2]))
