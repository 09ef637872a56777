"""A coil's child that is real, on a line that keeps a log; run as a file it is that child."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

REPO = Path(__file__).parents[2]
sys.path.append(str(REPO))  # run as a file, it has neither site-packages nor the tests

from kiosk.hardware import coil  # noqa: E402
from kiosk.hardware.child import CoilChild  # noqa: E402

LOG, TAKEN = "log", "taken"


class LoggedLine:
    """A line in a directory of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def child(self, words: Sequence[str]) -> CoilChild:
        """Start a child on it."""
        return CoilChild([f"folder={self._folder}", *words], Path(__file__), quiet=True)

    @property
    def log(self) -> list[str]:
        """Each level that it was set to."""
        log = self._folder / LOG
        return log.read_text().splitlines() if log.exists() else []

    def take(self) -> None:
        """From now on somebody else has it."""
        (self._folder / TAKEN).touch()


class LoggedPin(coil.Pin):
    """Writes down what it is set to."""

    def __init__(self, folder: Path) -> None:
        if (folder / TAKEN).exists():
            raise OSError("busy")
        self._log = folder / LOG

    def drive(self, *, on: bool) -> None:
        with self._log.open("a") as log:
            log.write("high\n" if on else "low\n")


def logged(options: dict[str, str]) -> coil.Pin:
    return LoggedPin(Path(options["folder"]))


if __name__ == "__main__":
    coil._pin = logged
    coil.main(sys.argv[1:])
