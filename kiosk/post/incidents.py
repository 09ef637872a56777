"""What the committee must hear of at its next meeting (law 2)."""

from enum import StrEnum


class Incident(StrEnum):
    """Something that happened to the box; kept with its day only."""

    FORCED = "forced"
    """The door opened without a permit."""
