"""Turning pages: by their buttons, by Page Up and Page Down, by a finger drawn along what is long.

A screen only says which of its acts turn; that keys and fingers reach them is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kiosk.screens.base import Act, KeyStroke, Look, Pull, Widget

KEYS = {"page_up": -1, "page_down": 1}
DRAWN_MM = 24.0
"""So far a finger is drawn along for each page: more than one line of a list."""


@dataclass(frozen=True)
class Turning(Act):
    """Another page, so many on."""

    step: int


def turned(stroke: KeyStroke, widgets: Iterable[Widget]) -> Act | None:
    """What a key for turning means: the first button that turns that way, if it can be touched."""
    way = KEYS.get(stroke.control, 0)
    for widget in widgets:
        if isinstance(widget.act, Turning) and widget.act.step * way > 0:
            return widget.act if widget.enabled else None
    return None


def drawn(
    look: Look, widgets: Iterable[Widget], turning: type[Turning], here: int, count: int
) -> Iterator[Widget]:
    """The same widgets; a finger drawn up along one turns on, down back, and touches nothing."""
    back, on = min(here, 1), min(count - 1 - here, 1)
    pull = Pull(look.theme.mm(DRAWN_MM), turning(-back), turning(on)) if count > 1 else None
    return (replace(widget, pull=pull) for widget in widgets)
