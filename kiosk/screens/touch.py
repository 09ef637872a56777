"""Fingers and the mouse: what of it is one tap, on which widget, and when it counts.

Some panels report one tap twice (as a finger and as a mouse), bounce, or see a palm as many
fingers. Nothing of that may type a letter twice or press a button nobody meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kiosk.events import Event
from kiosk.screens.base import Act, Rect, View, When, Widget
from kiosk.screens.theme import Theme

DEBOUNCE_S = 0.08
"""A second press of the same widget within this is the same press."""
CHATTER_S = 0.02
"""A finger that lifts for less than this did not lift."""
SOURCE_S = 0.5
"""How long a finger silences the mouse that repeats it, and the other way round."""
QUIET_S = 0.3
"""How long a new screen, or a button that just appeared, is deaf."""
REPEAT_AFTER_S, REPEAT_EVERY_S = 0.5, 0.06
HOLD_S = 3.0
STALE_S = 20.0
"""A finger that never lifted (an unplugged panel) is forgotten after this."""
SLOP_MM = 1.6
"""How far outside a widget's picture a finger still hits it; more below, where fingers land."""
PALM = 2
"""So many fingers already on keys: the next one is part of a palm."""

FINGERS = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP)
DOWNS = (pygame.FINGERDOWN, pygame.MOUSEBUTTONDOWN)
UPS = (pygame.FINGERUP, pygame.MOUSEBUTTONUP)
MICE = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP)
MOUSE = -1


@dataclass
class Finger:
    """One finger on one widget; not `armed` means it will do nothing more."""

    widget: str
    since: float
    armed: bool = True
    inside: bool = True
    due: float | None = None


class Hands:
    """All fingers on one stage. Calls `heard` for every press, `meant` for what it meant."""

    def __init__(
        self,
        theme: Theme,
        monotonic: Callable[[], float],
        heard: Callable[[], None],
        meant: Callable[[Act | Event], None],
        pointed: Callable[[str, int, int], None],
    ) -> None:
        self._slop = theme.mm(SLOP_MM)
        self._monotonic, self._heard = monotonic, heard
        self._meant, self._pointed = meant, pointed
        self._widgets: dict[str, Widget] = {}
        self._born: dict[str, float] = {}
        self._fingers: dict[int, Finger] = {}
        self._quiet_until = 0.0
        self._source: tuple[bool, float] = (False, -SOURCE_S)
        self._last: tuple[str, float, float] = ("", 0.0, 0.0)

    def new_screen(self) -> None:
        """Forget every finger, and be deaf for a moment."""
        self._fingers.clear()
        self._widgets.clear()
        self._born.clear()
        self._quiet_until = self._monotonic() + QUIET_S

    def set_view(self, view: View) -> None:
        """Take the widgets that can be touched from now on."""
        now, before = self._monotonic(), self._widgets
        self._widgets = {
            widget.name: widget
            for widget in view.widgets
            if widget.act is not None or widget.when is When.POINT
        }
        for name, widget in self._widgets.items():
            if name not in before or before[name].rect != widget.rect:
                self._born[name] = now

    def pressed(self) -> frozenset[str]:
        """Return the names of widgets that look pressed."""
        fingers = self._fingers.values()
        return frozenset(finger.widget for finger in fingers if finger.armed and finger.inside)

    def deadline(self) -> float | None:
        """When a repeat or a hold is due."""
        return min((one.due for one in self._fingers.values() if one.due is not None), default=None)

    def tick(self) -> None:
        """Do the repeats and holds that are due."""
        now = self._monotonic()
        for finger in [*self._fingers.values()]:
            if finger.due is not None and finger.due <= now:
                self._ring(finger, now)

    def feed(self, event: pygame.event.Event, stage: Rect, window: tuple[int, int]) -> None:
        """Take a touch or mouse event; anything else, and presses beside the stage, are ignored.

        `stage` is where it lies in the window.
        """
        if event.type in FINGERS:
            x, y = round(event.x * window[0]), round(event.y * window[1])
            self._move(event.type, event.finger_id, x, y, stage)
        elif event.type in MICE and not getattr(event, "touch", False) and _left(event):
            left, top = event.pos
            self._move(event.type, MOUSE, left, top, stage)

    def _move(self, kind: int, who: int, left: int, top: int, stage: Rect) -> None:
        x, y = left - stage.x, top - stage.y
        if kind in DOWNS:
            if stage.holds(left, top) and self._same_source(who):
                self._down(who, x, y)
        elif kind in UPS:
            self._up(who, x, y)
        elif who in self._fingers:
            self._drag(self._fingers[who], x, y)

    def _same_source(self, who: int) -> bool:
        """Whether this is not the echo of a tap that the other source reported."""
        now, mouse = self._monotonic(), who == MOUSE
        was_mouse, since = self._source
        if mouse != was_mouse and (now - since < SOURCE_S or self._fingers):
            return False
        self._source = (mouse, now)
        return True

    def _down(self, who: int, x: int, y: int) -> None:
        now = self._monotonic()
        self._drop_stale(now)
        self._heard()
        widget = self._hit(x, y)
        if widget is None or now < self._quiet_until or self._bounces(widget.name, now):
            return
        self._last = (widget.name, now, self._last[2])
        match widget.when:
            case When.RELEASE | When.HOLD:
                self._press_button(who, widget, now)
            case When.PRESS | When.REPEAT | When.POINT:
                self._press_key(who, widget, now, (x, y))

    def _press_button(self, who: int, widget: Widget, now: float) -> None:
        others = [*self._fingers.values()]
        for other in others:
            other.armed, other.due = False, None
        grown = now - self._born[widget.name] >= QUIET_S
        due = now + HOLD_S if widget.when is When.HOLD and grown and not others else None
        self._fingers[who] = Finger(widget.name, now, grown and not others, due=due)

    def _press_key(self, who: int, widget: Widget, now: float, at: tuple[int, int]) -> None:
        if len(self._fingers) >= PALM:
            return
        due = now + REPEAT_AFTER_S if widget.when is When.REPEAT else None
        self._fingers[who] = Finger(widget.name, now, due=due)
        if widget.when is When.POINT:
            self._pointed(widget.name, *at)
        elif widget.act is not None:
            self._meant(widget.act)

    def _drag(self, finger: Finger, x: int, y: int) -> None:
        widget = self._widgets.get(finger.widget)
        if widget is None or not finger.armed:
            return
        if widget.when is When.POINT:
            self._pointed(widget.name, x, y)
            return
        finger.inside = self._distance(widget, x, y) <= self._slop
        if not finger.inside:
            finger.due = None

    def _up(self, who: int, x: int, y: int) -> None:
        finger = self._fingers.pop(who, None)
        if finger is None:
            return
        now = self._monotonic()
        self._source = (who == MOUSE, now)
        self._last = (*self._last[:2], now)
        widget = self._widgets.get(finger.widget)
        if widget is None or widget.when is not When.RELEASE or not finger.armed:
            return
        if widget.enabled and widget.act and self._distance(widget, x, y) <= self._slop:
            self._meant(widget.act)

    def _ring(self, finger: Finger, now: float) -> None:
        widget = self._widgets.get(finger.widget)
        finger.due = None
        if widget is None or not widget.enabled or widget.act is None:
            return
        if widget.when is When.REPEAT:
            finger.due = now + REPEAT_EVERY_S
        else:
            finger.armed = False
        self._meant(widget.act)

    def _bounces(self, name: str, now: float) -> bool:
        last, down, up = self._last
        return name == last and (now - down < DEBOUNCE_S or 0 <= now - up < CHATTER_S)

    def _drop_stale(self, now: float) -> None:
        fresh = {who: one for who, one in self._fingers.items() if now - one.since < STALE_S}
        self._fingers = fresh

    def _hit(self, x: int, y: int) -> Widget | None:
        """Return the widget under the finger, else the nearest within the slop."""
        front_first = [*reversed(self._widgets.values())]
        for widget in front_first:
            if widget.rect.holds(x, y):
                return widget if widget.enabled else None
        near = [one for one in front_first if one.enabled and one.when is not When.POINT]
        nearest = min(near, key=lambda one: self._distance(one, x, y), default=None)
        if nearest is None or self._distance(nearest, x, y) > self._slop:
            return None
        return nearest

    def _distance(self, widget: Widget, x: int, y: int) -> float:
        """Pixels outside the widget; half as many below it, because fingers land low."""
        left, top, wide, high = widget.rect
        across = max(left - x, 0, x - (left + wide - 1))
        return max(across, top - y, (y - (top + high - 1)) / 2)


def _left(event: pygame.event.Event) -> bool:
    """Whether the left button is what this is about."""
    return bool(event.buttons[0] if event.type == pygame.MOUSEMOTION else event.button == 1)
