"""Chips to choose among, by a finger or by the figures of a USB keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kiosk.events import Event
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import grid
from kiosk.screens.widgets import Chip

FIGURES = "1234567890-="
"""The upper row of a keyboard, in its order: the first chooses the first chip."""

TALLEST_MM = 17.0
TICKED_MM = 44.0
"""A chip that is narrower says by colour and border alone that it is chosen."""


@dataclass(frozen=True)
class Choice:
    """Name and words of a chip, what it means, whether it is the chosen one, and can be."""

    name: str
    words: str = field(repr=False)
    act: Act | Event
    chosen: bool = False
    enabled: bool = True


def lay(
    look: Look, area: Rect, across: int, down: int, choices: Iterable[Choice]
) -> Iterable[Widget]:
    """Lay them out row by row."""
    gap = gap_between(look, area.h, down)
    high = min(area.h, down * look.theme.mm(TALLEST_MM) + (down - 1) * gap)
    cells = grid(area._replace(h=high), across, down, gap=gap)
    for choice, cell in zip(choices, cells, strict=False):
        yield chip(look, cell, choice)


def gap_between(look: Look, high: int, down: int) -> int:
    """Pixels between so many targets below one another: half of the usual where it is tight."""
    theme = look.theme
    return theme.gap if down * theme.target + (down - 1) * theme.gap <= high else theme.gap // 2


def chip(look: Look, area: Rect, choice: Choice) -> Widget:
    """Return one of them."""
    return Chip(
        choice.name, area, "paper", choice.words, chosen=choice.chosen,
        ticked=area.w >= look.theme.mm(TICKED_MM), act=choice.act, enabled=choice.enabled,
    )  # fmt: skip


def figured(widgets: Iterable[Widget]) -> tuple[Widget, ...]:
    """The same, each of the first chips telling the key that chooses it."""
    keys = iter(FIGURES)
    return tuple(
        replace(widget, text=f"{key} · {widget.text}")
        if isinstance(widget, Chip) and (key := next(keys, ""))
        else widget
        for widget in widgets
    )


def meaning(widgets: Sequence[Widget], figure: str) -> Act | Event | None:
    """What this key chooses among the chips; None if it chooses nothing."""
    chips = [widget.act for widget in widgets if isinstance(widget, Chip)]
    nth = FIGURES.find(figure) if len(figure) == 1 else -1
    return chips[nth] if 0 <= nth < len(chips) else None
