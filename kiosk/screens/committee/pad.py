"""The number pad of the desk: for cards and for counting; keys act on press, like every key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.screens.base import Act, KeyStroke, Look, Rect, When, Widget
from kiosk.screens.layout import grid
from kiosk.screens.widgets import Button

ORDER = "123456789 0<"


@dataclass(frozen=True)
class Digit(Act):
    """One figure was pressed."""

    figure: str = field(repr=False)


@dataclass(frozen=True)
class Erase(Act):
    """The last figure goes."""


def pad(look: Look, area: Rect, *, enabled: bool = True) -> Iterable[Widget]:
    """Return ten figures and a backspace, filling the area."""
    for sign, cell in zip(ORDER, grid(area, 3, 4, gap=look.theme.gap), strict=True):
        if sign == "<":
            yield Button(
                "erase",
                cell,
                "paper",
                "",
                icon="delete",
                act=Erase(),
                when=When.REPEAT,
                enabled=enabled,
                type="title",
            )
        elif sign != " ":
            yield Button(
                f"pad_{sign}",
                cell,
                "paper",
                sign,
                act=Digit(sign),
                when=When.PRESS,
                enabled=enabled,
                type="title",
            )


def acts(stroke: KeyStroke) -> list[Act]:
    """What a key of a USB keyboard or a scanner means on the pad."""
    if stroke.control == "backspace":
        return [Erase()]
    return [Digit(sign) for sign in stroke.text if sign in "0123456789"]
