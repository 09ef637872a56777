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
