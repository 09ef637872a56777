"""Ten digits and a backspace, for key cards, counts and codes; also from a USB keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.screens.base import Act, KeyStroke, Rect, When, Widget
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import grid


@dataclass(frozen=True)
class Digit(Act):
    """One digit; hidden, it may be part of a card's code."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Rubbed(Act):
    """The last digit taken away."""


def number_pad(area: Rect, ground: str = "paper", *, enabled: bool = True) -> tuple[Widget, ...]:
    """Return twelve places as on a telephone, the lower left one empty."""
    places = grid(area, 3, 4)
    digits = tuple(
        Key(f"digit_{sign}", place, ground, sign, act=Digit(sign), when=When.PRESS,
            enabled=enabled)
        for sign, place in zip("123456789", places, strict=False)
    )  # fmt: skip
    return (
        *digits,
        Key(
            "digit_0",
            places[10],
            ground,
            "0",
            act=Digit("0"),
            when=When.PRESS,
            enabled=enabled,
        ),
        Key(
            "rub",
            places[11],
            ground,
            "",
            icon="delete",
            act=Rubbed(),
            when=When.REPEAT,
            tone="key_control",
            enabled=enabled,
        ),
    )


def number_acts(stroke: KeyStroke) -> list[Act]:
    """Return what a key of a USB keyboard or a card scanner does to a number; blanks do nothing."""
    if stroke.control == "backspace":
        return [Rubbed()]
    return [Digit(sign) for sign in stroke.text if sign in "0123456789"]
