"""Tokens of the look: colours by name, letters and spaces in millimetres of the real glass.

Sizes come from evidence, not taste: primary buttons at least 20 mm, other targets 12 mm, the
board's headline at least 14 mm capitals (3 m), letter text about 3 mm (not readable from 2 m).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

Colour = tuple[int, int, int]

MM_PER_INCH = 25.4
CAPITAL_PER_EM = 0.7
"""Height of a capital in the shipped font, in parts of its size."""

COLOURS = {
    "night": "#0B1F3A",  # the board's ground
    "dusk": "#17335C",  # raised on night
    "dusk_pressed": "#25477A",
    "dusk_line": "#7D97BF",
    "sun": "#FFD166",  # what calls: headline and button of the board
    "sun_pressed": "#FFE3A3",
    "moonlight": "#D6E2F5",  # quieter text on night
    "white": "#FFFFFF",
    "paper": "#FAFAF7",  # the pupil's and committee's ground
    "ink": "#14213D",
    "muted": "#474F5E",  # quieter text on paper
    "line": "#7C8798",  # borders of what can be touched
    "hair": "#D3D8E0",  # decoration only
    "mist": "#EEF1F6",  # secondary buttons
    "mist_pressed": "#D5DCE8",
    "action": "#1A43BF",  # primary buttons
    "action_pressed": "#12308C",
    "calm": "#DFF1EE",  # chosen, accented, reassuring
    "calm_pressed": "#BFE3DD",
    "calm_ink": "#0A544D",
    "calm_line": "#0F766E",
    "danger": "#A01414",
    "danger_pressed": "#760D0D",
    "alarm": "#FDECEA",  # ground of bad news
    "alarm_line": "#C24A45",
    "honey": "#FFF4D6",  # ground of "mind this"
    "honey_line": "#B98A12",
    "key": "#FFFFFF",
    "key_pressed": "#C9D6F2",
    "key_control": "#E1E6EF",
    "disabled": "#ECEEF2",
}

TEXT_PAIRS = (
    *(("night", ink) for ink in ("white", "sun", "moonlight")),
    *(("dusk", ink) for ink in ("white", "sun", "moonlight")),
    *(("paper", ink) for ink in ("ink", "muted", "action", "danger", "calm_ink")),
    *(("white", ink) for ink in ("ink", "muted", "action", "danger", "calm_ink")),
    *((ground, "ink") for ground in ("mist", "mist_pressed", "key", "key_pressed", "key_control")),
    *((ground, "ink") for ground in ("alarm", "honey", "calm")),
    *((ground, "night") for ground in ("sun", "sun_pressed")),
    *((ground, "white") for ground in ("action", "action_pressed", "danger", "danger_pressed")),
    *((ground, "white") for ground in ("dusk_pressed",)),
    ("calm", "calm_ink"),
    ("disabled", "muted"),
    ("white", "night"),
    ("calm_pressed", "ink"),
    ("alarm", "danger"),
)
"""Every (ground, text) pair the widgets use; all reach AAA (7:1)."""

CAPITALS_MM = {
    "headline": 14.0,
    "display": 8.4,
    "board": 4.8,
    "title": 4.2,
    "lead": 3.6,
    "button": 3.4,
    "key": 4.4,
    "body": 3.0,
    "letter": 3.0,
    "small": 2.5,
}
BOLD = frozenset({"headline", "display", "title", "button"})


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
    """The tokens, resolved for one screen."""

    px_per_mm: float

    @classmethod
    def resolve(cls, width: int, height: int, diagonal_in: float) -> Theme:
        """Theme for a screen of so many pixels and so many inches from corner to corner."""
        return cls(hypot(width, height) / (diagonal_in * MM_PER_INCH))

    def mm(self, length: float) -> int:
        """Pixels of so many millimetres, at least one."""
        return max(1, round(length * self.px_per_mm))

    def colour(self, token: str) -> Colour:
        """Red, green, blue of a named colour; KeyError on an unknown name."""
        code = COLOURS[token]
        return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)

    def type(self, token: str) -> Type:
        """Letters of a named size, a trailing `*` makes them bold ("body*")."""
        plain = token.rstrip("*")
        px = round(CAPITALS_MM[plain] * self.px_per_mm / CAPITAL_PER_EM)
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


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
