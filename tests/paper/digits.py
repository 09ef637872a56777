"""Reading printed digits back, shape by shape; whatever else is on the paper is a stranger."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageChops, ImageDraw, ImageOps

from kiosk.paper.sheet import Face, font

SHAPE = (24, 36)
LIKE = 0.16
"""The share of dots in which a printed digit may differ from the drawn one."""


def read_digits(paper: Image.Image) -> str:
    """All digits on it, line by line; a question mark for each shape that is no digit."""
    shapes = {sign: _drawn(sign) for sign in "0123456789"}
    return "".join(_like(part, shapes) for part in _parts(paper))


def _parts(paper: Image.Image) -> Iterator[Image.Image]:
    ink = ImageOps.invert(paper.convert("L"))
    for top, bottom in _runs([ink.crop((0, y, ink.width, y + 1)) for y in range(ink.height)]):
        line = ink.crop((0, top, ink.width, bottom))
        for left, right in _runs([line.crop((x, 0, x + 1, line.height)) for x in range(ink.width)]):
            yield _fitted(line.crop((left, 0, right, line.height)))


def _runs(slices: list[Image.Image]) -> Iterator[tuple[int, int]]:
    """Where ink begins and ends."""
    start = None
    for at, one in enumerate([*slices, None]):
        inked = one is not None and one.getbbox() is not None
        if inked and start is None:
            start = at
        elif not inked and start is not None:
            yield start, at
            start = None


def _fitted(part: Image.Image) -> Image.Image:
    return part.crop(part.getbbox()).resize(SHAPE)


def _drawn(sign: str) -> Image.Image:
    picture = Image.new("L", (90, 90))
    ImageDraw.Draw(picture).text((10, 10), sign, 255, font(Face.BOLD, 60))
    return _fitted(picture)


def _like(part: Image.Image, shapes: dict[str, Image.Image]) -> str:
    found = min(shapes, key=lambda sign: _difference(part, shapes[sign]))
    return found if _difference(part, shapes[found]) < LIKE else "?"


def _difference(one: Image.Image, other: Image.Image) -> float:
    counts = ImageChops.difference(one, other).histogram()
    return sum(value * count for value, count in enumerate(counts)) / 255 / (SHAPE[0] * SHAPE[1])
