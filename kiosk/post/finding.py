"""What was found about one part of the box, how bad it is, what to do: keys, never sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Speak(Protocol):
    """Says a sentence by its key, in one language."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence with its values in their places."""
        ...


@dataclass(frozen=True)
class Said:
    """A sentence still to be said, with its values by name; a value may be a sentence itself."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def told(self, speak: Speak) -> str:
        """Say it."""
        return speak(self.key, **{name: _told(value, speak) for name, value in self.values})


def say(key: str, **values: object) -> Said:
    """Return the sentence of this key with these values."""
    return Said(key, tuple(values.items()))


def _told(value: object, speak: Speak) -> object:
    return value.told(speak) if isinstance(value, Said) else value


class Part(StrEnum):
    """What can be looked at."""

    SETTINGS = "settings"
    SCREEN = "screen"
    TOUCH = "touch"
    FONTS = "fonts"
    PINS = "pins"
    SLOT = "slot"
    DOOR = "door"
    LOCK = "lock"
    PRINTER = "printer"
    TEST_PAGE = "test_page"
    CLOCK = "clock"
    DATA = "data"
    SPACE = "space"
    STORE = "store"
    POWER = "power"
    BACKUP = "backup"
    BOARD = "board"


class Level(StrEnum):
    """From good to bad."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"

    @property
    def rank(self) -> int:
        """0, 1 or 2: the command ends with the worst."""
        return list(Level).index(self)


@dataclass(frozen=True)
class Finding:
    """One part: what is the matter, and what to do, one sentence after the other, if anything."""

    part: Part
    level: Level
    what: Said
    remedy: tuple[Said, ...] = ()

    def to_do(self, speak: Speak) -> str:
        """What to do, in words; empty for nothing."""
        return " ".join(said.told(speak) for said in self.remedy)


def green(part: Part, what: Said, *remedy: Said) -> Finding:
    """Nothing needs to be done."""
    return Finding(part, Level.GREEN, what, remedy)


def yellow(part: Part, what: Said, *remedy: Said) -> Finding:
    """It works, or nobody can tell; somebody should look."""
    return Finding(part, Level.YELLOW, what, remedy)


def red(part: Part, what: Said, *remedy: Said) -> Finding:
    """The kiosk cannot do its work like this."""
    return Finding(part, Level.RED, what, remedy)


def worst(findings: Iterable[Finding]) -> Level:
    """Return the level of the worst; green if there are none."""
    return max((finding.level for finding in findings), key=lambda it: it.rank, default=Level.GREEN)
