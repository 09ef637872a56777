"""How far the clock can be believed (law 7)."""

from datetime import date, timedelta
from enum import StrEnum

LONGEST_LEAP = timedelta(days=40)
"""Further than this from the mark, only the quorum can say that the day is right."""


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


def believed(level: ClockLevel, today: date, mark: date | None) -> ClockLevel:
    """How far a clock that shows `today` can be believed.

    `mark` is the last day on which the clock was believed. A day before it, or more than 40 days
    after it, is UNKNOWN until the quorum sets the clock.
    """
    if mark is None or level is ClockLevel.QUORUM:
        return level
    plausible = mark <= today <= mark + LONGEST_LEAP
    return level if plausible else ClockLevel.UNKNOWN
