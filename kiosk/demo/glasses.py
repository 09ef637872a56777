"""The glasses that the kiosk is laid out for: what tests, gallery and pictures go through."""

from __future__ import annotations

from typing import NamedTuple


class Glass(NamedTuple):
    """A screen: pixels across and down, inches from corner to corner."""

    width: int
    height: int
    diagonal_in: float

    @property
    def named(self) -> str:
        """Pixels and inches, as a person says them."""
        return f"{self.width}x{self.height} {self.diagonal_in:g}in"


USUAL = Glass(1280, 800, 10.1)
SMALLEST = Glass(800, 480, 7.0)
UPRIGHT = Glass(800, 1280, 10.1)
GLASSES = (
    SMALLEST,
    Glass(1024, 600, 7.0),
    Glass(1024, 600, 10.1),
    USUAL,
    Glass(1920, 1080, 15.6),
    UPRIGHT,
)
SMALL_WIDTH = 1024


def inches(width: int, height: int) -> float:
    """What a demo takes for the diagonal: that of the first glass with these pixels."""
    known = (glass.diagonal_in for glass in GLASSES if glass[:2] == (width, height))
    return next(known, 7.0 if max(width, height) <= SMALL_WIDTH else 10.1)
