"""A sheet of thermal paper that grows downwards: text, rules and an envelope, in dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.paper.lines import FIRM, broken

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
TALLEST = 4000
INK_BELOW = 150
"""Greys darker than this are printed: thermal ink is on or off."""

INK, PAPER = 0, 255
MARGIN = 10
LEADING = 1.32


class Face(Enum):
    """Faces of the kiosk's own font, which has every Kyrgyz letter."""

    REGULAR = "GolosText-Regular.ttf"
    BOLD = "GolosText-Bold.ttf"


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """Return a font by its size in dots; laid out alike on every machine."""
    path = FONTS / face.value
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


class Sheet:
    """Sizes are given for paper of 384 dots; they grow with its width, half as fast."""

    def __init__(self, dots: int) -> None:
        self._dots = dots
        self._scale = 1 + (dots - 384) / 768
        self._inner = dots - 2 * self._scaled(MARGIN)
        self._image = Image.new("L", (dots, TALLEST), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._y = 0

    def space(self, height: float) -> None:
        """Leave paper blank."""
        self._y += self._scaled(height)

    def text(self, text: str, size: float, *, bold: str = "") -> None:
        """Set a centred paragraph, broken to the width; words that hold `bold` are bold."""
        setting = Setting(self._scaled(size), bold)
        for line in broken(text, self._inner, setting.width):
            x = (self._dots - setting.width(line)) / 2
            baseline = self._y + setting.size
            for word, face in setting.words(line):
                self._draw.text((x, baseline), word, INK, face, anchor="ls")
                x += face.getlength(word)
            self._y += round(setting.size * LEADING)

    def headline(self, text: str, size: float) -> None:
        """Set one bold line, as large as `size` or as the width allows."""
        dots = self._scaled(size)
        while dots > 1 and font(Face.BOLD, dots).getlength(text) > self._inner:
            dots -= 1
        self._draw.text(
            (self._dots / 2, self._y + dots), text, INK, font(Face.BOLD, dots), anchor="ms"
        )
        self._y += round(dots * LEADING)

    def rule(self) -> None:
        """Draw a thin line with a diamond in its middle."""
        middle, y, wing = self._dots // 2, self._y, self._scaled(6)
        left = (self._dots - self._inner) // 2
        self._draw.line((left, y, middle - 2 * wing, y), INK, 2)
        self._draw.line((middle + 2 * wing, y, self._dots - left, y), INK, 2)
        diamond = [(middle - wing, y), (middle, y - wing), (middle + wing, y), (middle, y + wing)]
        self._draw.polygon(diamond, INK)

    def envelope(self) -> None:
        """Draw a closed envelope."""
        width, height, line = self._scaled(76), self._scaled(52), self._scaled(4)
        left, top = (self._dots - width) // 2, self._y
        right, bottom = left + width, top + height
        self._draw.rounded_rectangle((left, top, right, bottom), 2 * line, None, INK, line)
        flap = [(left + line, top + line), (self._dots / 2, top + height * 0.58)]
        self._draw.line([*flap, (right - line, top + line)], INK, line, joint="curve")
        self._y = bottom

    def figure(self, drawn: Image.Image) -> None:
        """Set a drawing in its own dots, neither scaled nor kept from the edges."""
        self._image.paste(drawn, ((self._dots - drawn.width) // 2, self._y))
        self._y += drawn.height

    def picture(self) -> Image.Image:
        """Return what is on the sheet so far, mode "1": 0 is ink."""
        used = self._image.crop((0, 0, self._dots, self._y))
        return used.point(lambda grey: PAPER if grey >= INK_BELOW else INK).convert("1")

    def _scaled(self, size: float) -> int:
        return round(size * self._scale)


@dataclass(frozen=True)
class Setting:
    """How a paragraph is set."""

    size: int
    bold: str

    def words(self, line: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """Yield words with their blanks, each with its face."""
        for word in re.findall(r"[^ ]* ?", line):
            face = Face.BOLD if self.bold and self.bold in word else Face.REGULAR
            yield word.replace(FIRM, " "), font(face, self.size)

    def width(self, line: str) -> float:
        """Dots that a line takes."""
        return sum(face.getlength(word) for word, face in self.words(line))
