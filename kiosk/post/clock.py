"""How far the clock can be believed (law 7)."""

from enum import StrEnum


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
