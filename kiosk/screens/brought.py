"""Drawings that somebody brings for the board (SVG), as pixels of a bounded size."""

from __future__ import annotations

from io import BytesIO
from xml.parsers import expat

import pygame

DASHES = "stroke-dasharray"
UNSHOWN = frozenset({
    "text", "image", "use", "foreignObject", "symbol",
    "clipPath", "mask", "pattern", "marker", "filter", DASHES,
})  # fmt: skip
"""What the drawer leaves out without a word, or draws otherwise; of short dashes it never ends."""


class Lost(ValueError):
    """Something in it would not be shown; `str` is its name in the file."""


class NoDrawing(ValueError):
    """It is something else, or broken."""


def drawing(data: bytes, largest: tuple[int, int]) -> tuple[tuple[int, int], bytes]:
    """Return size and RGBA bytes, as large as it fits; raises Lost, NoDrawing."""
    if lost := sorted(_names(data) & UNSHOWN):
        raise Lost(lost[0])
    try:
        surface = pygame.image.load_sized_svg(BytesIO(data), largest)
    except pygame.error:
        raise NoDrawing from None
    return surface.get_size(), pygame.image.tobytes(surface, "RGBA")


def _names(data: bytes) -> set[str]:
    """What stands in it; the drawer itself takes a file that breaks off for an empty one."""
    names: set[str] = set()
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def element(name: str, attributes: dict[str, str]) -> None:
        names.add(name.rpartition(":")[2])
        style("".join([*attributes, *attributes.values()]))

    def style(words: str) -> None:
        if DASHES in words:
            names.add(DASHES)

    parser.StartElementHandler = element
    parser.CharacterDataHandler = style
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
    except expat.ExpatError:
        raise NoDrawing from None
    return names
