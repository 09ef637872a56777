"""What the committee must hear of at its next meeting (laws 2 and 7)."""

from enum import StrEnum


class Incident(StrEnum):
    """Something that happened to the box; kept with its day only."""

    FORCED = "forced"
    """The door opened without a permit."""

    CLOCK_SET = "clock_set"
    """The quorum set a clock that could not be believed; kept with the day that it set."""

    MARK_LOWERED = "mark_lowered"
    """That day was before the last one known."""
