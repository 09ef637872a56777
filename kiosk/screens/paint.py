"""The brush: smooth shapes, icons and text on the stage's surface.

Caches hold corners, icons and the board's pictures, never text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pygame
import pygame.font

from kiosk.screens import lettering
from kiosk.screens.base import Rect
from kiosk.screens.palettes import Colour
from kiosk.screens.patterns import Pattern, patterned
from kiosk.screens.pictures import picture
from kiosk.screens.theme import Theme, Type

ICONS = Path(__file__).parent.parent / "assets" / "icons"
OVERSAMPLED = 4
DUSK = (130, 130, 130)
"""By what a picture's light is multiplied on a dim board, of 255."""


@lru_cache(maxsize=128)
def disc(radius: int, colour: Colour) -> pygame.Surface:
    """Return a smooth filled circle, drawn large and scaled down."""
    big = pygame.Surface((2 * radius * OVERSAMPLED,) * 2, pygame.SRCALPHA)
    big.fill((*colour, 0))
    pygame.draw.circle(big, colour, (radius * OVERSAMPLED,) * 2, radius * OVERSAMPLED)
    return pygame.transform.smoothscale(big, (2 * radius,) * 2)


@lru_cache(maxsize=256)
def icon(name: str, size: int, colour: Colour) -> pygame.Surface:
    """Return a shipped icon, sharp at that size, in that colour; FileNotFoundError if unknown."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    tinted = svg.replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
    return pygame.image.load_sized_svg(BytesIO(tinted.encode()), (size, size))


class Brush:
    """Paints in tokens and pixels; the stage sets the clip."""

    def __init__(self, surface: pygame.Surface, theme: Theme) -> None:
        self.surface = surface
        self.theme = theme

    def fill(self, rect: Rect, colour: str) -> None:
        """Fill a plain rectangle."""
        self.surface.fill(self.theme.colour(colour), rect)

    def disc(self, x: int, y: int, radius: int, colour: str) -> None:
        """Draw a filled circle around a point."""
        self.surface.blit(disc(radius, self.theme.colour(colour)), (x - radius, y - radius))

    def panel(
        self, rect: Rect, fill: str, *, line: str = "", radius: float = 1.6, thick: float = 0.28
    ) -> None:
        """Draw a rounded rectangle, with a border where `line` is given; both sizes in mm."""
        corner = min(self.theme.mm(radius), rect.w // 2, rect.h // 2)
        if not line:
            self._rounded(rect, fill, corner)
            return
        edge = self.theme.mm(thick)
        inner = Rect(rect.x + edge, rect.y + edge, rect.w - 2 * edge, rect.h - 2 * edge)
        self._rounded(rect, line, corner)
        self._rounded(inner, fill, max(1, corner - edge))

    def _rounded(self, rect: Rect, colour: str, corner: int) -> None:
        x, y, w, h = rect
        paint, side = self.theme.colour(colour), 2 * corner
        self.surface.fill(paint, (x + corner, y, w - side, h))
        self.surface.fill(paint, (x, y + corner, w, h - side))
        round_ = disc(corner, paint)
        for cx in (0, 1):
            for cy in (0, 1):
                place = (x + cx * (w - corner), y + cy * (h - corner))
                self.surface.blit(round_, place, (cx * corner, cy * corner, corner, corner))

    def dashes(self, rect: Rect, colour: str) -> None:
        """Draw a broken border, for what cannot be touched now."""
        thick, dash = self.theme.mm(0.28), self.theme.mm(1.4)
        for x in range(rect.x + dash, rect.x + rect.w - dash, 2 * dash):
            for y in (rect.y, rect.y + rect.h - thick):
                self.fill(Rect(x, y, min(dash, rect.x + rect.w - dash - x), thick), colour)
        for y in range(rect.y + dash, rect.y + rect.h - dash, 2 * dash):
            for x in (rect.x, rect.x + rect.w - thick):
                self.fill(Rect(x, y, thick, min(dash, rect.y + rect.h - dash - y)), colour)

    def ring(self, rect: Rect) -> None:
        """Draw a ring just inside the rectangle, light and dark: it is seen on any colour."""
        thick, corner = self.theme.mm(0.5), self.theme.mm(1.6)
        for nth, colour in enumerate(("night", "snow", "night")):
            inner = pygame.Rect(rect).inflate(-2 * nth * thick, -2 * nth * thick)
            paint = self.theme.colour(colour)
            pygame.draw.rect(self.surface, paint, inner, thick, border_radius=corner)

    def bar(self, rect: Rect, pattern: Pattern, colour: str, ground: str) -> None:
        """Fill a rectangle with a pattern on its ground."""
        paint = self.theme.colour(colour), self.theme.colour(ground)
        if rect.w > 0 and rect.h > 0:
            size, pitch = (rect.w, rect.h), max(3, self.theme.mm(1.4))
            self.surface.blit(patterned(size, pattern, *paint, pitch), rect[:2])

    def stroke(self, points: Sequence[tuple[int, int]], thick: int, colour: str) -> None:
        """Draw a smooth line through points."""
        paint = self.theme.colour(colour)
        for start, end in pairwise(points):
            pygame.draw.aaline(self.surface, paint, start, end, thick)

    def icon(self, name: str, rect: Rect, colour: str) -> None:
        """Draw an icon in the middle of the rectangle, as large as it fits."""
        size = min(rect.w, rect.h)
        place = (rect.x + (rect.w - size) // 2, rect.y + (rect.h - size) // 2)
        self.surface.blit(icon(name, size, self.theme.colour(colour)), place)

    def picture(self, file: bytes, rect: Rect) -> None:
        """Draw an image's file in the middle of the rectangle; nothing if its bytes are broken."""
        shown = picture(file, rect.w, rect.h)
        if shown is not None:
            self.show(shown, rect)

    def show(self, image: pygame.Surface, rect: Rect) -> None:
        """Draw what has its own colours in the middle of the rectangle; darker where it is dim."""
        place = image.get_rect(center=pygame.Rect(rect).center)
        self.surface.blit(image, place)
        if self.theme.dim:
            self.surface.fill(DUSK, place, pygame.BLEND_RGB_MULT)

    def line(self, text: str, x: int, y: int, letters: Type, colour: str) -> None:
        """Draw one line of text; `y` is the top of its line box."""
        if text:
            shape = lettering.font(letters).render(text, True, self.theme.colour(colour))  # noqa: FBT003
            self.surface.blit(shape, (x, y + max(0, letters.line - shape.get_height()) // 2))

    def text(
        self,
        text: str,
        rect: Rect,
        letters: Type,
        colour: str,
        *,
        align: str = "left",
        valign: str = "top",
    ) -> None:
        """Draw wrapped text; `align` is left, centre or right, `valign` top, middle or bottom."""
        lines = lettering.balanced(text, letters, rect.w)
        y = rect.y + _shift(valign, rect.h - lettering.height(len(lines), letters))
        for line in lines:
            x = rect.x + _shift(align, rect.w - lettering.width(line, letters))
            self.line(line, x, y, letters, colour)
            y += letters.line


def _shift(where: str, spare: int) -> int:
    return {"left": 0, "top": 0, "centre": spare // 2, "middle": spare // 2}.get(where, spare)
