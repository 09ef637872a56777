"""The pictures drawn for this project, in the palette of whoever looks.

Their files are drawn in the colours of the light palette and in no others; each colour is replaced
by what its token means in another palette. Of tokens that share a colour the first is meant: white
is `snow`, white in every palette. nanosvg draws them: no text, styles, filters, clips or masks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pygame

from kiosk.post.appearance import Palette
from kiosk.screens.base import Widget
from kiosk.screens.paint import Brush
from kiosk.screens.palettes import LIGHT, PALETTES

PICTURES = Path(__file__).parent.parent / "assets" / "pictures"
TOKENS = {code: token for token, code in reversed(LIGHT.items())}
CODE = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True)
class Drawing(Widget):
    """A picture of this project's own, as large as its rectangle allows; it has its own ground."""

    picture: str

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        palette = brush.theme.appearance.palette
        brush.show(drawing(self.picture, self.rect.w, self.rect.h, palette), self.rect)


@lru_cache(maxsize=8)
def drawing(name: str, width: int, height: int, palette: Palette) -> pygame.Surface:
    """Return a picture as large as it fits; FileNotFoundError if unknown."""
    svg = recoloured((PICTURES / f"{name}.svg").read_text(encoding="utf-8"), palette)
    return pygame.image.load_sized_svg(BytesIO(svg.encode()), (width, height))


def recoloured(svg: str, palette: Palette) -> str:
    """Return a drawing's text in another palette; KeyError if it has a colour of its own."""
    colours = PALETTES[palette]
    return CODE.sub(lambda code: colours[TOKENS[code[0]]], svg)
