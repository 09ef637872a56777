"""Somebody at the machine's glass who knows only what `--geometry` tells."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.vm.machine import Machine
from tests.vm.qemu import SIZE


class Pupil:
    """Looks for a screen by its pixel, touches what is on it, and writes."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.thanked: list[str] = []
        """The letters for which it said thank you."""
        self._places = places()

    def sees(self, name: str) -> float:
        """Wait until this screen is shown; returns the seconds that it took."""
        wanted = tuple(self._places[name]["pixel"]["colour"])
        return self.machine.waits(f"the screen {name}", lambda: self.machine.pixel(0, 0) == wanted)

    def touches(self, screen: str, name: str) -> None:
        """Tap what has this name, not at once: a new screen does not hear for a moment."""
        self.sees(screen)
        self.machine.waits_a_moment()
        self.machine.tap(*self._places[screen]["touch"][name])

    def writes(self, text: str) -> None:
        """From the board, on the glass, letter by letter; leaves the text there, not sent."""
        self.touches("board", "write")
        self.touches("before", "understood")
        self.sees("write")
        for letter in text:
            self._types(letter)
        self._written = text.capitalize()

    def sends(self) -> None:
        """Send what was written, and be thanked."""
        self.touches("write", "done")
        self.touches("check", "send")
        self.sees("thanks")
        self.thanked.append(self._written)

    def leaves(self) -> None:
        """Go away from the thanks."""
        self.touches("thanks", "leave")
        self.sees("board")

    def _types(self, letter: str) -> None:
        before = self._paper()
        self.touches("write", f"key_{letter}")
        self.machine.waits(f"the letter {letter}", lambda: self._paper() != before)

    def _paper(self) -> list[tuple[int, int, int]]:
        return self.machine.look(*self._places["write"]["text"])


def places() -> dict[str, Any]:
    """Where everything is, by screen."""
    command = [sys.executable, "-m", "kiosk", "demo", "--geometry"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    size = "{}x{}".format(*SIZE)
    there: dict[str, Any] = json.loads(found.stdout)[size]
    return there
