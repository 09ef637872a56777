"""Tokens of the look: sizes by visual angle and in millimetres of the real glass.

Sizes come from evidence, not taste: primary buttons at least 20 mm, other targets 12 mm, the
board's headline at least 14 mm capitals (3 m), letter text about 3 mm (not readable from 2 m).
Colours by name are in `palettes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, radians, tan
from typing import NamedTuple

from kiosk.post.appearance import Appearance, TextSize
from kiosk.screens.palettes import DIMMED, PALETTES, Colour, rgb

MM_PER_INCH = 25.4
CAPITAL_PER_EM = 0.7
"""Height of a capital in the shipped font, in parts of its size."""


AS_IT_RESTS = Appearance()
LARGER = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.25}
FAR = frozenset({"headline", "afar", "display", "board"})
"""Read from afar and large already: the same in both sizes."""


class Seen(NamedTuple):
    """A height by how it looks: minutes of arc, from so many metres."""

    minutes: float
    metres: float

    @property
    def mm(self) -> float:
        """Height on the glass in millimetres."""
        return 1000 * self.metres * tan(radians(self.minutes / 60))


CAPITALS = {
    "headline": Seen(16.1, 3.0),  # across the corridor; 16 minutes are read with ease
    "afar": Seen(10.0, 3.0),  # from there too, by who looks for it: who we are, what to touch
    "display": Seen(19.3, 1.5),
    "board": Seen(16.5, 1.0),  # who has stopped before it
    "title": Seen(29.0, 0.5),  # from here on: who touches the glass
    "lead": Seen(24.8, 0.5),
    "button": Seen(23.4, 0.5),
    "key": Seen(30.3, 0.5),
    "body": Seen(20.7, 0.5),
    "letter": Seen(20.7, 0.5),  # 5 minutes from 2 m: the limit of good eyes
    "small": Seen(17.2, 0.5),
}
BOLD = frozenset({"headline", "afar", "display", "title", "button"})


@dataclass(frozen=True)
class Type:
    """A size of letters in pixels per em."""

    px: int
    bold: bool = False

    @property
    def line(self) -> int:
        """Pixels from one baseline to the next."""
        return round(self.px * (1.1 if self.px > 60 else 1.28))


@dataclass(frozen=True)
class Theme:
    """The tokens, resolved for one screen and one reader; `dim` where nobody is expected."""

    px_per_mm: float
    appearance: Appearance = AS_IT_RESTS
    dim: bool = False

    @classmethod
    def resolve(cls, width: int, height: int, diagonal_in: float) -> Theme:
        """Theme for a screen of so many pixels and so many inches from corner to corner."""
        return cls(hypot(width, height) / (diagonal_in * MM_PER_INCH))

    def mm(self, length: float) -> int:
        """Pixels of so many millimetres, at least one."""
        return max(1, round(length * self.px_per_mm))

    def colour(self, token: str) -> Colour:
        """Red, green, blue of a named colour; KeyError on an unknown name."""
        palette = DIMMED if self.dim else PALETTES[self.appearance.palette]
        return rgb(palette[token])

    def type(self, token: str) -> Type:
        """Letters of a named size, a trailing `*` makes them bold ("body*")."""
        return self._type(token, LARGER[self.appearance.size])

    def least(self, token: str) -> Type:
        """The size below which letters do not shrink: as `type`, but never enlarged."""
        return self._type(token, 1.0)

    def _type(self, token: str, larger: float) -> Type:
        plain = token.rstrip("*")
        times = 1.0 if plain in FAR else larger
        px = round(CAPITALS[plain].mm * times * self.px_per_mm / CAPITAL_PER_EM)
        return Type(px, plain in BOLD or token.endswith("*"))

    @property
    def primary(self) -> int:
        """Height of a primary button: 20 mm, rounded up."""
        return self.mm(20.1)

    @property
    def target(self) -> int:
        """Height of any other target: 12 mm, rounded up."""
        return self.mm(12.1)

    @property
    def gap(self) -> int:
        """Between things that belong together."""
        return self.mm(1.6)

    @property
    def margin(self) -> int:
        """Between content and the edge of the screen."""
        return self.mm(3.4)
