"""A sheet to draw circuits on: the same strokes become SVG, and PNG with the kiosk's own font."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parents[1] / "kiosk/assets/fonts"
FAMILY = "'Golos Text', 'PT Sans', 'DejaVu Sans', sans-serif"
INK, PAPER = "#1c2430", "#ffffff"
FINE = 2
"""The PNG is drawn so many times larger, and made smaller with smooth edges."""

Point = tuple[float, float]


class Sheet:
    """Strokes in pixels, (0, 0) at the upper left; later ones cover earlier ones."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self._size = (width, height)
        self._svg: list[str] = []
        self._title = title
        self._image = Image.new("RGB", (width * FINE, height * FINE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def line(self, *points: Point, colour: str = INK, width: float = 2, dashes: float = 0) -> None:
        """Draw through all points; `dashes` is their length, 0 for none."""
        dash = f' stroke-dasharray="{dashes:g}"' if dashes else ""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self._svg.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"'
            f'{dash} stroke-linejoin="round" stroke-linecap="round"/>'
        )
        for start, end in pairwise(points):
            for part in _dashed(start, end, dashes):
                self._draw.line(_fine(part), colour, round(width * FINE), joint="curve")

    def shape(self, *points: Point, fill: str = PAPER, colour: str = INK, width: float = 2) -> None:
        """Draw a closed shape."""
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        self._svg.append(
            f'<polygon points="{path}" fill="{fill}" stroke="{colour}" stroke-width="{width:g}"'
            f' stroke-linejoin="round"/>'
        )
        self._draw.polygon(_fine(points), fill)
        self._draw.line(_fine([*points, *points[:2]]), colour, round(width * FINE), joint="curve")

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = PAPER,
        colour: str = INK, line: float = 2,
    ) -> None:  # fmt: skip
        """Draw a rectangle."""
        right, bottom = x + width, y + height
        corners = ((x, y), (right, y), (right, bottom), (x, bottom))
        self.shape(*corners, fill=fill, colour=colour, width=line)

    def dot(self, x: float, y: float, radius: float, *, fill: str = INK, colour: str = INK) -> None:
        """Draw a disc."""
        self._svg.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{colour}"'
            f' stroke-width="2"/>'
        )
        corners = _fine([(x - radius, y - radius), (x + radius, y + radius)])
        self._draw.ellipse(corners, fill, colour, 2 * FINE)

    def text(
        self, x: float, y: float, text: str, size: float = 17, *, anchor: str = "start",
        colour: str = INK, bold: bool = False,
    ) -> None:  # fmt: skip
        """Write one line; `anchor` is start, middle or end, `y` the line it stands on."""
        weight = ' font-weight="bold"' if bold else ""
        self._svg.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"{weight}'
            f' fill="{colour}">{escape(text)}</text>'
        )
        face = FONTS / f"GolosText-{'Bold' if bold else 'Regular'}.ttf"
        font = ImageFont.truetype(
            str(face), round(size * FINE), layout_engine=ImageFont.Layout.BASIC
        )
        place = {"start": "ls", "middle": "ms", "end": "rs"}[anchor]
        self._draw.text((x * FINE, y * FINE), text, colour, font, anchor=place)

    def save(self, path: Path) -> None:
        """Write `path`.svg and `path`.png."""
        width, height = self._size
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" font-family="{FAMILY}">'
        )
        ground = f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
        strokes = "\n".join(self._svg)
        svg = f"{head}\n<title>{escape(self._title)}</title>\n{ground}\n{strokes}\n</svg>\n"
        path.with_suffix(".svg").write_text(svg, encoding="utf-8")
        smooth = self._image.resize(self._size, Image.Resampling.LANCZOS)
        few = smooth.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(path.with_suffix(".png"), optimize=True)


def _fine(points: Sequence[Point]) -> list[Point]:
    return [(x * FINE, y * FINE) for x, y in points]


def _dashed(start: Point, end: Point, dash: float) -> list[tuple[Point, Point]]:
    """Cut a stroke into dashes as long as the gaps between them."""
    (x0, y0), (x1, y1) = start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    if not dash or not length:
        return [(start, end)]

    def at(way: float) -> Point:
        share = min(way, length) / length
        return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share

    count = int(length // (2 * dash)) + 1
    return [(at(2 * n * dash), at((2 * n + 1) * dash)) for n in range(count)]
