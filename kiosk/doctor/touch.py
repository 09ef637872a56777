"""The touch device, by what the kernel says of each input device."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.places import Places, word
from kiosk.post.finding import Finding, Part, green, red, say, yellow

ABS_X, ABS_MT_X, BTN_TOUCH = 0x00, 0x35, 0x14A
POINTER = 0  # property of a pad that moves a pointer instead of being touched on a picture
WORD_BITS = struct.calcsize("P") * 8  # the kernel writes words as long as the asker's


@dataclass(frozen=True)
class Touch:
    """A device that tells where a finger is."""

    name: str
    file: Path

    @property
    def readable(self) -> bool:
        """Whether this user may read it."""
        return os.access(self.file, os.R_OK)


def touch(places: Places) -> Finding:
    """Find a device on which a pupil can touch."""
    found = list(touches(places))
    if not found:
        return red(Part.TOUCH, say("doc_touch_none"), say("doc_touch_none_do"))
    names = ", ".join(f"{device.name} ({device.file})" for device in found)
    if not any(device.readable for device in found):
        return red(Part.TOUCH, say("doc_touch_denied", names=names), say("doc_touch_denied_do"))
    if len(found) > 1:
        return yellow(Part.TOUCH, say("doc_touch_many", names=names), say("doc_touch_many_do"))
    return green(Part.TOUCH, say("doc_plain", text=names))


def touches(places: Places) -> Iterator[Touch]:
    """Yield each device with a finger's place; touchpads and mice are none."""
    for event in sorted(places.sys.glob("class/input/event*")):
        device = event / "device"
        absolute, keys = _bits(device / "capabilities/abs"), _bits(device / "capabilities/key")
        placed = absolute >> ABS_X & 1 or absolute >> ABS_MT_X & 1
        pad = _bits(device / "properties") >> POINTER & 1
        if placed and keys >> BTN_TOUCH & 1 and not pad:
            yield Touch(word(device / "name") or "unnamed", places.dev / "input" / event.name)


def _bits(path: Path) -> int:
    """Read a bitmap of the kernel: words in hexadecimal, the highest first."""
    bits = 0
    for part in word(path).split():
        bits = bits << WORD_BITS | int(part, 16)
    return bits
