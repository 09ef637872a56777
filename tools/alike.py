"""Whether two pictures of a screen show the same, and where not.

A plain place (all eight neighbours have its colour) must keep its colour; the soft edge of a letter
or a corner may be a little softer, because FreeType, SVG and scaling round otherwise elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

PLAIN = 2
"""Levels of 255 by which a plain place may differ."""
EDGE = 40
"""Levels by which an edge may differ: a letter's stem moved by half a pixel differs by 100."""


@dataclass(frozen=True)
class Difference:
    """How many pixels differ, in what box (left, top, right, bottom), and where: white on black."""

    pixels: int
    box: tuple[int, int, int, int]
    where: Image.Image


def difference(expected: Image.Image, actual: Image.Image) -> Difference | None:
    """Return what a person could see of a change; None if there is nothing, or only rounding."""
    if expected.size != actual.size:
        whole = Image.new("L", expected.size, 255)
        return Difference(expected.width * expected.height, (0, 0, *expected.size), whole)
    if expected.tobytes() == actual.tobytes():
        return None
    off = _most(ImageChops.difference(expected, actual))
    plain = ImageChops.multiply(_over(off, PLAIN), _plain(expected))
    where = ImageChops.lighter(plain, _over(off, EDGE))
    box = where.getbbox()
    return None if box is None else Difference(where.histogram()[255], box, where)


def marked(expected: Image.Image, actual: Image.Image) -> Image.Image:
    """Draw what differs over the paled picture of what was expected, in magenta."""
    found = difference(expected, actual)
    paled = Image.blend(expected, Image.new("RGB", expected.size, "white"), 0.7)
    if found is not None:
        mark = found.where.filter(ImageFilter.MaxFilter(5))
        paled.paste((214, 0, 132), mask=mark)
    return paled


def _plain(picture: Image.Image) -> Image.Image:
    """White where all neighbours have the same colour."""
    high, low = picture.filter(ImageFilter.MaxFilter(3)), picture.filter(ImageFilter.MinFilter(3))
    return ImageChops.invert(_over(_most(ImageChops.subtract(high, low)), 0))


def _most(picture: Image.Image) -> Image.Image:
    """The largest of the three channels."""
    red, green, blue = picture.split()
    return ImageChops.lighter(red, ImageChops.lighter(green, blue))


def _over(levels: Image.Image, limit: int) -> Image.Image:
    """White where there are more levels than that, else black."""
    return levels.point([0] * (limit + 1) + [255] * (255 - limit))
