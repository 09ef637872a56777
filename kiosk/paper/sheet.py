"""A sheet of thermal paper that grows downwards: text, rules and an envelope, in dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.paper.lines import FIRM, broken

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
PIECE = 1000
"""Rows by which a sheet grows when it needs more."""
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
        self._margin = self._scaled(MARGIN)
        self._inner = dots - 2 * self._margin
        self._y = 0
        self._unroll(Image.new("L", (dots, PIECE), PAPER))

    def space(self, height: float) -> None:
        """Leave paper blank."""
        self._y += self._scaled(height)

    def text(
        self, text: str, size: float, *, bold: str = "", left: bool = False, aside: str = ""
    ) -> None:
        """Set a paragraph, broken to the width; words that hold `bold` are bold.

        It is centred, or begins at the `left`; then `aside` stands bold at the right of its lines.
        """
        setting = Setting(self._scaled(size), bold)
        beside = self._aside(aside, setting.size)
        for line in broken(text, self._inner - beside, setting.width):
            self._need(2 * setting.size)
            x = self._margin if left else (self._dots - setting.width(line)) / 2
            baseline = self._y + setting.size
            for word, face in setting.words(line):
                self._draw.text((x, baseline), word, INK, face, anchor="ls")
                x += face.getlength(word)
            self._y += round(setting.size * LEADING)

    def _aside(self, words: str, size: int) -> int:
        """Set words beside the lines that follow; returns the dots they take."""
        if not words:
            return 0
        self._need(2 * size)
        bold = font(Face.BOLD, size)
        right = self._dots - self._margin
        self._draw.text((right, self._y + size), words, INK, bold, anchor="rs")
        return round(bold.getlength(words)) + size // 2

    def headline(self, text: str, size: float) -> None:
        """Set one bold line, as large as `size` or as the width allows."""
        dots = self._scaled(size)
        self._need(2 * dots)
        while dots > 1 and font(Face.BOLD, dots).getlength(text) > self._inner:
            dots -= 1
        self._draw.text(
            (self._dots / 2, self._y + dots), text, INK, font(Face.BOLD, dots), anchor="ms"
        )
        self._y += round(dots * LEADING)

    def rule(self) -> None:
        """Draw a thin line with a diamond in its middle."""
        self._need(self._scaled(8))
        middle, y, wing, left = self._dots // 2, self._y, self._scaled(6), self._margin
        self._draw.line((left, y, middle - 2 * wing, y), INK, 2)
        self._draw.line((middle + 2 * wing, y, self._dots - left, y), INK, 2)
        diamond = [(middle - wing, y), (middle, y - wing), (middle + wing, y), (middle, y + wing)]
        self._draw.polygon(diamond, INK)

    def line(self) -> None:
        """Draw a line to sign on."""
        self._need(self._scaled(4))
        self._draw.line((self._margin, self._y, self._dots - self._margin, self._y), INK, 2)
        self._y += self._scaled(4)

    def tear(self) -> None:
        """Draw a dashed line from edge to edge: here the paper is torn in two."""
        self._need(self._scaled(4))
        dash = self._scaled(12)
        for left in range(0, self._dots, 2 * dash):
            self._draw.line((left, self._y, left + dash - 1, self._y), INK, 2)

    def envelope(self) -> None:
        """Draw a closed envelope."""
        self._need(self._scaled(60))
        width, height, line = self._scaled(76), self._scaled(52), self._scaled(4)
        left, top = (self._dots - width) // 2, self._y
        right, bottom = left + width, top + height
        self._draw.rounded_rectangle((left, top, right, bottom), 2 * line, None, INK, line)
        flap = [(left + line, top + line), (self._dots / 2, top + height * 0.58)]
        self._draw.line([*flap, (right - line, top + line)], INK, line, joint="curve")
        self._y = bottom

    def into_box(self) -> None:
        """Draw an arrow that goes down into an open box."""
        self._need(self._scaled(80))
        line, top, middle = self._scaled(5), self._y, self._dots / 2
        wide, wing, tip = self._scaled(56), self._scaled(18), top + self._scaled(50)
        brim, floor = top + self._scaled(34), top + self._scaled(70)
        self._draw.line((middle, top, middle, tip - wing), INK, 2 * line)
        head = [(middle - wing, tip - wing), (middle, tip), (middle + wing, tip - wing)]
        self._draw.polygon(head, INK)
        sides = [(middle - wide, brim), (middle - wide, floor), (middle + wide, floor)]
        self._draw.line([*sides, (middle + wide, brim)], INK, line, joint="curve")
        self._y = floor + line

    def figure(self, drawn: Image.Image) -> None:
        """Set a drawing in its own dots, neither scaled nor kept from the edges."""
        self._need(drawn.height)
        self._image.paste(drawn, ((self._dots - drawn.width) // 2, self._y))
        self._y += drawn.height

    def picture(self) -> Image.Image:
        """Return what is on the sheet so far, mode "1": 0 is ink."""
        self._need(0)
        used = self._image.crop((0, 0, self._dots, self._y))
        return used.point(lambda grey: PAPER if grey >= INK_BELOW else INK).convert("1")

    def _need(self, height: int) -> None:
        """Let so many rows follow; a long strip grows as it is set."""
        missing = self._y + height - self._image.height
        if missing > 0:
            rows = self._image.height + max(missing, PIECE)
            longer = Image.new("L", (self._dots, rows), PAPER)
            longer.paste(self._image)
            self._unroll(longer)

    def _unroll(self, image: Image.Image) -> None:
        self._image, self._draw = image, ImageDraw.Draw(image)

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
        return sum(_length(word, face) for word, face in self.words(line))


@lru_cache(maxsize=512)
def _length(word: str, face: ImageFont.FreeTypeFont) -> float:
    """Dots that a word takes; a line is measured again for each word that may still fit."""
    return face.getlength(word)
