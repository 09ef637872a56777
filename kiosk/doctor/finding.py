"""What was found about one part of the box, and how bad it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """From good to bad."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"

    @property
    def exit_code(self) -> int:
        """Return 0, 1 or 2: the command ends with the worst."""
        return list(Level).index(self)


@dataclass(frozen=True)
class Finding:
    """One part: what is the matter, in words, and what to do; a green one may have no remedy."""

    part: str
    level: Level
    what: str
    remedy: str = ""


def green(part: str, what: str, remedy: str = "") -> Finding:
    """Nothing needs to be done."""
    return Finding(part, Level.GREEN, what, remedy)


def yellow(part: str, what: str, remedy: str) -> Finding:
    """It works, or nobody can tell; somebody should look."""
    return Finding(part, Level.YELLOW, what, remedy)


def red(part: str, what: str, remedy: str) -> Finding:
    """The kiosk cannot do its work like this."""
    return Finding(part, Level.RED, what, remedy)


def worst(findings: Iterable[Finding]) -> Level:
    """Return the level of the worst; green if there are none."""
    return max((finding.level for finding in findings), key=list(Level).index, default=Level.GREEN)
