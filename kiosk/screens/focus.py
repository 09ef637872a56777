"""Which widget a USB keyboard is at: Tab goes round, arrows go to the nearest, Enter touches it.

Nothing is at first: then every key belongs to the screen. A finger on the glass ends it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.screens.base import KeyStroke, Rect, View, When, Widget

TURNS = {"tab": 1, "back_tab": -1}
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
ASIDE = 3
"""What lies aside of the way counts as so many times farther."""


class Focus:
    """`name` is the widget's, empty when the keyboard is at none."""

    def __init__(self) -> None:
        self.name = ""

    def clear(self) -> None:
        """Be at none again."""
        self.name = ""

    def take(self, stroke: KeyStroke, view: View) -> bool:
        """Move as the key says; false if it was not for moving. A letter typed ends it."""
        there = _reachable(view)
        here = next((one for one in there if one.name == self.name), None)
        if stroke.control in TURNS and there:
            self.name = _turned(there, here, TURNS[stroke.control]).name
            return True
        if here is not None and stroke.control in WAYS:
            self.name = _nearest(there, here, WAYS[stroke.control]).name
            return True
        if here is not None and stroke.control == "escape":
            self.name = ""
            return True
        return False

    def chosen(self, stroke: KeyStroke, view: View) -> Widget | None:
        """The widget that this key touches; any other key but the moving ones ends the focus."""
        here = next((one for one in _reachable(view) if one.name == self.name), None)
        if here is None or stroke.control == "return" or stroke.text == " ":
            return here
        self.name = ""
        return None


def _reachable(view: View) -> list[Widget]:
    """Buttons, from the first to the last; keys on the glass are typed, not walked through."""
    kinds = (When.RELEASE, When.HOLD)
    return [one for one in view.widgets if one.act and one.enabled and one.when in kinds]


def _turned(there: Sequence[Widget], here: Widget | None, step: int) -> Widget:
    if here is None:
        return there[0 if step > 0 else -1]
    return there[(there.index(here) + step) % len(there)]


def _nearest(there: Sequence[Widget], here: Widget, way: tuple[int, int]) -> Widget:
    """The nearest widget that way; the same if there is none."""
    ahead = [(_far(here.rect, one.rect, way), one) for one in there if one is not here]
    return min(
        ((far, one) for far, one in ahead if far is not None), key=lambda pair: pair[0],
        default=(0, here),
    )[1]  # fmt: skip


def _far(here: Rect, there: Rect, way: tuple[int, int]) -> int | None:
    """How far it is from middle to middle, None if it does not lie that way."""
    across = there.x + there.w // 2 - here.x - here.w // 2
    along = there.y + there.h // 2 - here.y - here.h // 2
    ahead, aside = (across * way[0], along) if way[0] else (along * way[1], across)
    return ahead + ASIDE * abs(aside) if ahead > 0 else None
