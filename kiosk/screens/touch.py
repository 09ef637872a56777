"""Hands on the glass: what of it is one tap, on which widget, and when it counts.

Panels bounce, see one finger as two, or a palm as many. Nothing of that may type a letter twice or
press a button nobody meant; and no letter of a quick child may be lost to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from kiosk.events import Event
from kiosk.screens.base import Act, Pull, Rect, View, When, Widget
from kiosk.screens.pointers import STALE_S, Contact, Phase, Pointers
from kiosk.screens.reach import QUIET_S, Reach
from kiosk.screens.theme import Theme

SPLIT_S = 0.08
"""A second contact on a widget whose finger is still down within this is the same finger."""
CHATTER_S = 0.02
"""A finger that lifts for less than this did not lift. The quickest child lifts for 30 ms."""
TWICE_S = 0.4
REPEAT_AFTER_S, REPEAT_EVERY_S = 0.5, 0.06
HOLD_S = 3.0
RESTING_S = 2.0
"""A contact that lies there for so long is no part of what is meant now: it never lifted."""
PALM, PALM_S = 2, 0.1
"""So many fingers came down on keys within this: the next one is part of a palm."""
TAP_MM = 2.5
"""A finger may wander so far in a tap; farther, it is drawn along."""
ECHO_MM = 5.0
"""So far from its tap lies the echo that a panel reports as a mouse."""


@dataclass
class Finger:
    """One finger on one widget; not `armed` means it will do nothing more."""

    widget: str
    since: float
    at: tuple[int, int]
    armed: bool = True
    inside: bool = True
    due: float | None = None
    held: Act | None = field(default=None, repr=False)
    palm: bool = False
    drawn_to: int | None = None
    """The height to which it was drawn along, in pixels, once it is more than a tap."""

    def rest(self) -> None:
        """Do nothing more."""
        self.armed, self.due = False, None


@dataclass(frozen=True)
class Tap:
    """When a widget was last pressed, and when that finger lifted, if it did."""

    down: float
    up: float | None = None

    def same(self, now: float) -> bool:
        """Whether another press now is none: the panel bounces, or sees one finger as two."""
        return now - self.down < SPLIT_S if self.up is None else now - self.up < CHATTER_S


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
        self._pointers = Pointers(monotonic, theme.mm(ECHO_MM))
        self._reach, self._tap_px = Reach(theme), theme.mm(TAP_MM)
        self._monotonic, self._heard = monotonic, heard
        self._meant, self._pointed = meant, pointed
        self._fingers: dict[int, Finger] = {}
        self._taps: dict[str, Tap] = {}
        self._quiet_until = 0.0

    def new_screen(self) -> None:
        """Forget every finger, and be deaf for a moment."""
        self._fingers.clear()
        self._taps.clear()
        self._reach.clear()
        self._quiet_until = self._monotonic() + QUIET_S

    def set_view(self, view: View) -> None:
        """Take the widgets that can be touched from now on."""
        self._reach.set_view(view, self._monotonic())

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
        told = self._pointers.take(event, window)
        if told is None or (told.phase is Phase.DOWN and not stage.holds(told.x, told.y)):
            return
        here = told._replace(x=told.x - stage.x, y=told.y - stage.y)
        if here.phase is Phase.DOWN:
            self._down(here)
        elif here.who in self._fingers:
            self._moved(here)

    def _down(self, told: Contact) -> None:
        now = self._monotonic()
        self._fingers = {
            who: one for who, one in self._fingers.items() if now - one.since < STALE_S
        }
        self._heard()
        widget = self._reach.hit(told.x, told.y)
        if widget is None or now < self._quiet_until:
            return
        last = self._taps.get(widget.name)
        if last and last.same(now):
            self._fingers[told.who] = Finger(widget.name, now, (told.x, told.y), armed=False)
            return
        for other in self._fingers.values():
            other.due = None
        self._taps[widget.name] = Tap(now)
        if widget.when in (When.RELEASE, When.HOLD):
            self._press_button(widget, told, now)
        elif not self._palm(now):
            self._press_key(widget, told, now, again=bool(last and now - last.down < TWICE_S))

    def _press_button(self, widget: Widget, told: Contact, now: float) -> None:
        others = [one for one in self._fingers.values() if now - one.since < RESTING_S]
        for other in self._fingers.values():
            other.rest()
        meant = self._reach.grown(widget.name, now) and not others
        due = now + HOLD_S if widget.when is When.HOLD and meant else None
        self._fingers[told.who] = Finger(widget.name, now, (told.x, told.y), meant, due=due)

    def _palm(self, now: float) -> bool:
        """Whether this is one more finger of a palm, all of which is one while it lies there."""
        landed = [one for one in self._fingers.values() if one.armed]
        fresh = [one for one in landed if now - one.since < PALM_S]
        for one in fresh if len(fresh) >= PALM else ():
            one.palm = True
        return any(one.palm and now - one.since < RESTING_S for one in landed)

    def _press_key(self, widget: Widget, told: Contact, now: float, *, again: bool) -> None:
        rings = widget.when is When.REPEAT or widget.held is not None
        self._fingers[told.who] = Finger(
            widget.name, now, (told.x, told.y), held=widget.held,
            due=now + REPEAT_AFTER_S if rings else None,
        )  # fmt: skip
        act = widget.twice if again and widget.twice else widget.act
        if act is not None and widget.when is not When.POINT:
            self._meant(act)

    def _moved(self, told: Contact) -> None:
        """Follow a finger; a panel without motion tells only where it lifts."""
        finger = self._fingers[told.who]
        widget = self._reach.get(finger.widget)
        if widget is not None:
            self._drag(finger, widget, told.x, told.y)
        if told.phase is Phase.UP:
            self._up(told, finger)

    def _drag(self, finger: Finger, widget: Widget, x: int, y: int) -> None:
        finger.inside = self._reach.within(widget, x, y)
        if not finger.inside:
            finger.due = None
        wandered = max(abs(x - finger.at[0]), abs(y - finger.at[1]))
        if finger.armed and wandered > self._tap_px and (widget.pull or widget.when is When.POINT):
            finger.rest()
            finger.drawn_to = finger.at[1]
        first = next(one for one in self._fingers.values() if one.widget == finger.widget)
        if finger.drawn_to is not None and widget.pull and finger is first:
            self._draw_along(finger, finger.drawn_to, widget.pull, y)

    def _draw_along(self, finger: Finger, before: int, pull: Pull, y: int) -> None:
        steps = int((before - y) / pull.pixels)
        finger.drawn_to = before - steps * pull.pixels
        for _ in range(abs(steps)):
            self._meant(pull.on if steps > 0 else pull.back)

    def _up(self, told: Contact, finger: Finger) -> None:
        if self._fingers.pop(told.who, None) is None:
            return  # the screen changed while it was drawn along
        now = self._monotonic()
        self._taps[finger.widget] = Tap(self._taps.get(finger.widget, Tap(now)).down, now)
        widget = self._reach.get(finger.widget)
        if widget is None or not (finger.armed and finger.inside and widget.enabled):
            return
        if widget.when is When.POINT:
            self._pointed(widget.name, told.x, told.y)
        elif widget.when is When.RELEASE and widget.act is not None:
            self._meant(widget.act)

    def _ring(self, finger: Finger, now: float) -> None:
        """A repeat or a hold is due."""
        widget = self._reach.get(finger.widget)
        finger.due = None
        if widget is None or not widget.enabled or widget.act is None:
            return
        if widget.when is When.REPEAT:
            finger.due = now + REPEAT_EVERY_S
        finger.armed = widget.when is not When.HOLD
        self._meant(finger.held or widget.act)
