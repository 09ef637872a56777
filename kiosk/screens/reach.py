"""Which widget a finger means: it may land a little outside, and lands low."""

from __future__ import annotations

from kiosk.screens.base import Rect, View, When, Widget
from kiosk.screens.theme import Theme

SLOP_MM = 1.6
"""How far outside a widget's picture a finger still hits it; more below, where fingers land."""
QUIET_S = 0.3
"""How long a new screen, or a button that just appeared, is deaf."""


class Reach:
    """The widgets of one view that answer a finger."""

    def __init__(self, theme: Theme) -> None:
        self.slop = theme.mm(SLOP_MM)
        self._widgets: dict[str, Widget] = {}
        self._born: dict[str, float] = {}

    def clear(self) -> None:
        """Forget every widget: another screen comes."""
        self._widgets.clear()
        self._born.clear()

    def set_view(self, view: View, now: float) -> None:
        """Take the widgets that can be touched from now on."""
        before = self._widgets
        self._widgets = {one.name: one for one in view.widgets if _answers(one)}
        for name, widget in self._widgets.items():
            if name not in before or self._elsewhere(before[name].rect, widget.rect):
                self._born[name] = now

    def _elsewhere(self, old: Rect, new: Rect) -> bool:
        """Whether another thing stands there now; a board that drifts by a pixel moves nothing."""
        moved = max(abs(old.x - new.x), abs(old.y - new.y))
        return old[2:] != new[2:] or moved > self.slop

    def get(self, name: str) -> Widget | None:
        """Return the widget of this name as it is now, if it is still there."""
        return self._widgets.get(name)

    def grown(self, name: str, now: float) -> bool:
        """Whether a widget stands there long enough to be meant."""
        return now - self._born[name] >= QUIET_S

    def within(self, widget: Widget, x: int, y: int) -> bool:
        """Whether a finger that wandered is still on it."""
        return _distance(widget, x, y) <= self.slop

    def hit(self, x: int, y: int) -> Widget | None:
        """Return the widget under the finger, else the nearest within the slop."""
        front_first = [*reversed(self._widgets.values())]
        for widget in front_first:
            if widget.rect.holds(x, y):
                return widget if widget.enabled else None
        near = [one for one in front_first if one.enabled and one.act is not None]
        nearest = min(near, key=lambda one: _distance(one, x, y), default=None)
        return nearest if nearest and self.within(nearest, x, y) else None


def _answers(widget: Widget) -> bool:
    return widget.act is not None or widget.when is When.POINT or widget.pull is not None


def _distance(widget: Widget, x: int, y: int) -> float:
    """Pixels outside the widget; half as many below it, because fingers land low."""
    left, top, wide, high = widget.rect
    across = max(left - x, 0, x - (left + wide - 1))
    return max(across, top - y, (y - (top + high - 1)) / 2)
