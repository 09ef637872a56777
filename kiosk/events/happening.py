"""What all events have in common."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Happening:
    """Something that happened."""
