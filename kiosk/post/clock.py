"""How far the clock can be believed, and what the quorum may say about it (law 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

LONGEST_LEAP = timedelta(days=40)
"""Further than this from the mark, only the quorum can say that the day is right."""

STEP_S = 60
"""A clock that was moved by twice as much has jumped; by less than this it only drifted."""

SAME = timedelta(seconds=90)
"""The quorum sets minutes: a clock that is this near already was right."""


class ClockLevel(StrEnum):
    """Where the time comes from; all but UNKNOWN are trusted."""

    NETWORK = "network"
    RTC = "rtc"
    QUORUM = "quorum"
    UNKNOWN = "unknown"

    @property
    def trusted(self) -> bool:
        """Whether the box may be opened and letters dated by this clock."""
        return self is not ClockLevel.UNKNOWN


class Doubt(StrEnum):
    """Why a clock is not believed."""

    UNKNOWN = "unknown"
    BEFORE_MARK = "before_mark"
    LONG_AFTER = "long_after"


def doubt(level: ClockLevel, today: date, mark: date | None) -> Doubt | None:
    """Why a clock that shows `today` cannot be believed; None if it can.

    `mark` is the last day on which the clock was believed, or which the quorum has set.
    """
    if not level.trusted:
        return Doubt.UNKNOWN
    if mark is None or mark <= today <= mark + LONGEST_LEAP:
        return None
    return Doubt.BEFORE_MARK if today < mark else Doubt.LONG_AFTER


def believed(level: ClockLevel, today: date, mark: date | None) -> ClockLevel:
    """How far a clock that shows `today` can be believed."""
    return level if doubt(level, today, mark) is None else ClockLevel.UNKNOWN


@dataclass(frozen=True)
class Reading:
    """What the machine's own clock says at one moment, uncorrected.

    `boot` names this run of the machine; `running_s` are the seconds since it began, which no
    setting of the clock changes.
    """

    wall: datetime
    level: ClockLevel
    boot: str
    running_s: float

    @property
    def began(self) -> float:
        """When the machine started, as its clock tells it now: it changes when the clock jumps."""
        return self.wall.timestamp() - self.running_s


@dataclass(frozen=True)
class Correction:
    """What the quorum added to a clock that could not be believed.

    It holds in the same run of the machine, while the clock does not jump, and until network time
    comes. After that the clock is not believed by itself, for the quorum has found it wrong: only
    the network or the quorum can speak for it again. `course` is a digest of when the machine
    started, because no moment finer than a day is kept (law 4).
    """

    offset_s: int
    boot: str
    course: str
    against: ClockLevel

    @classmethod
    def agreed(cls, truth: datetime, reading: Reading) -> Correction | None:
        """What makes the clock show `truth`; None if it was right, and only its day was doubted."""
        offset = truth - reading.wall
        near = abs(offset) <= SAME
        if near and reading.level.trusted:
            return None
        seconds = 0 if near else round(offset.total_seconds())
        return cls(seconds, reading.boot, _course(reading, 0), reading.level)

    def holds(self, reading: Reading) -> bool:
        """Whether the clock is still the one that was corrected."""
        if reading.boot != self.boot or self._network_came(reading):
            return False
        return self.course in {_course(reading, step) for step in (-1, 0, 1)}

    def told(self, reading: Reading) -> tuple[datetime, ClockLevel]:
        """The moment as it should be told, and how far it can be believed."""
        if self.holds(reading):
            return reading.wall + timedelta(seconds=self.offset_s), ClockLevel.QUORUM
        network = reading.level is ClockLevel.NETWORK
        return reading.wall, ClockLevel.NETWORK if network else ClockLevel.UNKNOWN

    def _network_came(self, reading: Reading) -> bool:
        network = ClockLevel.NETWORK
        return reading.level is network and self.against is not network


def _course(reading: Reading, steps: int) -> str:
    began = round(reading.began / STEP_S) + steps
    return blake2b(f"{reading.boot} {began}".encode(), digest_size=16).hexdigest()
