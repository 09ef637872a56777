"""Which widget a USB keyboard is at: Tab goes round, arrows to the nearest, Enter touches it.

A blank does as Enter does. Nothing is at first: then every key belongs to the screen. A finger on
the glass, Escape, or a letter typed ends it. A widget that went, or cannot be touched now, keeps
Enter and blank from the screen: who pressed them meant a button, not the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.screens.base import KeyStroke, Rect, View, When, Widget

TURNS = {"tab": 1, "back_tab": -1}
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
EDITS = frozenset({"backspace", "delete"})
"""Who rubs out is at the text again; keys that scroll may be pressed beside."""
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
        """Move or end as the key says; false if the screen is to have it."""
        there = reachable(view)
        if stroke.control in TURNS:
            if there:
                self.name = _turned(view.widgets, self.name, TURNS[stroke.control]).name
            return True
        here = next((one for one in view.widgets if one.name == self.name), None)
        if here is not None and stroke.control in WAYS:
            self.name = _nearest(there, here, WAYS[stroke.control]).name
            return True
        if self.name and stroke.control == "escape":
            self.name = ""
            return True
        if (stroke.text and stroke.text != " ") or stroke.control in EDITS:
            self.name = ""
        return bool(self.name) and touches(stroke)

    def chosen(self, stroke: KeyStroke, view: View) -> Widget | None:
        """The widget that this key touches, if it can be touched now."""
        if not touches(stroke):
            return None
        return next((one for one in reachable(view) if one.name == self.name), None)


def touches(stroke: KeyStroke) -> bool:
    """Whether a key is one that touches what the keyboard is at."""
    return stroke.control == "return" or stroke.text == " "


def reachable(view: View) -> list[Widget]:
    """Buttons, from the first to the last; keys on the glass are typed, not walked through."""
    return [one for one in view.widgets if _can_be_touched(one)]


def _can_be_touched(widget: Widget) -> bool:
    buttons = (When.RELEASE, When.HOLD)
    return widget.act is not None and widget.enabled and widget.when in buttons


def _turned(widgets: Sequence[Widget], name: str, step: int) -> Widget:
    """The next one that can be touched, from where the keyboard is or was."""
    names = [one.name for one in widgets]
    start = names.index(name) if name in names else -1 if step > 0 else 0
    round_ = [widgets[(start + step * nth) % len(widgets)] for nth in range(1, len(widgets) + 1)]
    return next(one for one in round_ if _can_be_touched(one))


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
