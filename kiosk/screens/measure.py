"""How large the smallest thing on a screen is: what pupils read and touch, in mm of the glass."""

from __future__ import annotations

from math import inf

import pygame

from kiosk.screens.base import Rect, View, When, Widget
from kiosk.screens.paint import Brush
from kiosk.screens.patterns import Pattern
from kiosk.screens.theme import CAPITAL_PER_EM, Theme, Type


def smallest_capital(view: View, theme: Theme) -> float:
    """Height of the smallest capital in mm, of whatever is really painted; infinity if nothing is.

    What is disabled or covered counts as it stands, and so do digits.
    """
    reader = Reader(theme)
    for widget in view.widgets:
        widget.paint(reader, pressed=False)
    return min(reader.sizes, default=inf) * CAPITAL_PER_EM / theme.px_per_mm


def smallest_target(view: View, theme: Theme) -> float:
    """Shorter side of the smallest place for a finger in mm; infinity if nothing can be touched."""
    sides = (min(widget.rect[2:]) for widget in view.widgets if touchable(widget))
    return min(sides, default=inf) / theme.px_per_mm


def touchable(widget: Widget) -> bool:
    """Whether a finger does something there, at least while it is enabled."""
    return widget.act is not None or widget.when is When.POINT


class Reader(Brush):
    """A brush that paints nothing and notes the letters of each line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(pygame.Surface((1, 1)), theme)
        self.sizes: list[int] = []

    def line(self, text: str, x: int, y: int, letters: Type, colour: str) -> None:
        """Note the size of what would be written."""
        if text.strip():
            self.sizes.append(letters.px)

    def panel(
        self, rect: Rect, fill: str, *, line: str = "", radius: float = 1.6, thick: float = 0.28
    ) -> None:
        """Paint nothing."""

    def disc(self, x: int, y: int, radius: int, colour: str) -> None:
        """Paint nothing."""

    def icon(self, name: str, rect: Rect, colour: str) -> None:
        """Paint nothing."""

    def picture(self, file: bytes, rect: Rect) -> None:
        """Paint nothing."""

    def bar(self, rect: Rect, pattern: Pattern, colour: str, ground: str) -> None:
        """Paint nothing."""
