"""What a reader may choose of the screen's look; words here, colours and sizes in `screens`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Palette(StrEnum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(StrEnum):
    """How large letters are that are read near the glass."""

    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True)
class Appearance:
    """Colours and the size of letters, as one reader chose them."""

    palette: Palette = Palette.LIGHT
    size: TextSize = TextSize.NORMAL
