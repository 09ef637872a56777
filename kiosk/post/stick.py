"""What may be wrong with a USB stick, as the committee is told of it."""

from enum import StrEnum


class StickTrouble(StrEnum):
    """Why a file is not on the stick; what is there already is as it was."""

    ABSENT = "absent"
    FULL = "full"
    READ_ONLY = "read_only"
    GONE = "gone"
    """It was pulled while it was written to."""

    STRANGE = "strange"
    """It is laid out in a way that no file finds its place."""

    WORN = "worn"
    """It gives back other bytes than were written."""
