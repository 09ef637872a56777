"""A finger and a mouse before any screen, and what the screen is told of them.

The screen is the real one behind the real stage, but it only keeps what it is told: so it stays as
it is, and every place of it can be touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pygame

from kiosk.demo.samples import SAMPLES
from kiosk.events import Event, Touched
from kiosk.screens.base import Act, Look, Rect, Screen, View, When, Widget
from kiosk.screens.stage import Stage
from kiosk.screens.touch import HOLD_S
from tools.showing import Shown

OUTSIDE_MM = 1.0
"""How far beside its picture a finger must still hit a button, where nothing else is as near."""
MOMENT_S, TAP_S = 1.0, 0.1


class By(StrEnum):
    """How the panel reports one tap."""

    FINGER = "finger"
    MOUSE = "mouse"
    BOTH = "both"  # SDL's own echo, marked as such
    TWICE = "twice"  # a panel that repeats the finger as a mouse of its own


@dataclass(frozen=True)
class Place:
    """A pixel in or beside a widget: its centre, just inside an edge, or 1 mm outside of one."""

    widget: Widget
    where: str
    x: int
    y: int


class Listening(Screen):
    """A screen that looks like another one and only keeps what it is told."""

    def __init__(self, screen: Screen, look: Look) -> None:
        self.name = screen.name  # type: ignore[misc]
        self._view = screen.view(look)
        self.told: list[Act | Event] = []

    def view(self, look: Look) -> View:
        return self._view

    def act(self, act: Act) -> None:
        self.told.append(act)

    def point(self, widget: str, x: int, y: int) -> None:
        return


@dataclass
class Glass:
    """One screen behind one glass, under fingers."""

    shown: Shown
    sample: Screen
    now: float = 100.0
    screen: Listening = field(init=False)

    def __post_init__(self) -> None:
        look = self.shown.look
        surface = pygame.Surface((look.width, look.height))
        stage = Stage(surface, look.theme, self._emitted, lambda: self.now, self.shown.language)
        self._stage = stage
        self.screen = Listening(self.sample, look)
        stage.show(self.screen)

    def _emitted(self, event: Event) -> None:
        if not isinstance(event, Touched):
            self.screen.told.append(event)

    @property
    def buttons(self) -> list[Widget]:
        """All that does something when it is touched."""
        return [one for one in self._stage.view.widgets if one.enabled and one.act is not None]

    @property
    def touchable(self) -> list[Widget]:
        """What a finger can meet, also where it does nothing now."""
        widgets = self._stage.view.widgets
        return [one for one in widgets if one.act or one.pull or one.when is When.POINT]

    def tapped(self, place: Place, by: By) -> list[Act | Event]:
        """Tap a place, for as long as its widget wants; return what the screen was told."""
        self.now += MOMENT_S
        self.screen.told.clear()
        self._report(by, place, down=True)
        self.now += HOLD_S + TAP_S if place.widget.when is When.HOLD else TAP_S
        self._stage.tick()
        self._report(by, place, down=False)
        self.now += TAP_S
        self._stage.tick()
        return [*self.screen.told]

    def _report(self, by: By, place: Place, *, down: bool) -> None:
        if by is not By.MOUSE:
            self._finger(place, down=down)
        if by is not By.FINGER:
            self._mouse(place, down=down, touch=by is By.BOTH)

    def _finger(self, place: Place, *, down: bool) -> None:
        kind = pygame.FINGERDOWN if down else pygame.FINGERUP
        width, height = self.shown.glass[:2]
        at: dict[str, Any] = {"x": place.x / width, "y": place.y / height}
        self._stage.feed(pygame.event.Event(kind, touch_id=7, finger_id=1, dx=0.0, dy=0.0, **at))

    def _mouse(self, place: Place, *, down: bool, touch: bool) -> None:
        kind = pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP
        event = pygame.event.Event(kind, pos=(place.x, place.y), button=1, touch=touch)
        self._stage.feed(event)

    def places(self) -> Iterator[Place]:
        """Every place of every button that a finger must hit."""
        for widget in self.buttons:
            yield from _inside(widget)
            yield from filter(self._is_its_own, _beside(widget, self.shown.theme.px_per_mm))

    def _is_its_own(self, place: Place) -> bool:
        """Whether nothing else is there or as near, and it is on the glass."""
        width, height = self.shown.glass[:2]
        others = (one for one in self.touchable if one.name != place.widget.name)
        far = distance(place.widget.rect, place)
        on_glass = 0 <= place.x < width and 0 <= place.y < height
        return on_glass and all(distance(one.rect, place) > far for one in others)


def _inside(widget: Widget) -> Iterator[Place]:
    x, y, w, h = widget.rect
    across, down = x + w // 2, y + h // 2
    yield Place(widget, "centre", across, down)
    yield Place(widget, "left edge", x + 1, down)
    yield Place(widget, "right edge", x + w - 2, down)
    yield Place(widget, "upper edge", across, y + 1)
    yield Place(widget, "lower edge", across, y + h - 2)


def _beside(widget: Widget, px_per_mm: float) -> Iterator[Place]:
    x, y, w, h = widget.rect
    far = int(OUTSIDE_MM * px_per_mm)
    across, down = x + w // 2, y + h // 2
    yield Place(widget, "left of it", x - far, down)
    yield Place(widget, "right of it", x + w - 1 + far, down)
    yield Place(widget, "above it", across, y - far)
    yield Place(widget, "below it", across, y + h - 1 + far)


def distance(rect: Rect, place: Place) -> float:
    """Pixels from a rectangle to a place, 0 inside; half as many below it: fingers land low."""
    across = max(rect.x - place.x, 0, place.x - (rect.x + rect.w - 1))
    below = place.y - (rect.y + rect.h - 1)
    return max(across, rect.y - place.y, below / 2)


@dataclass
class Tally:
    """How many taps were tried, and each that did something else than it must."""

    buttons: int = 0
    taps: int = 0
    beside: int = 0
    wrong: list[str] = field(default_factory=list)


def touch_all(shown: Shown, screen: Screen | None = None) -> Tally:
    """Tap every place of every button of one screen, in every way; each must act once, alone."""
    glass, tally = Glass(shown, screen or SAMPLES[shown.screen]()), Tally()
    tally.buttons = len(glass.buttons)
    for place in glass.places():
        for by in By:
            told = glass.tapped(place, by)
            tally.taps += 1
            tally.beside += place.where.endswith("it")
            if told != [place.widget.act]:
                did = ", ".join(type(act).__name__ for act in told) or "nothing"
                tally.wrong.append(f"{shown.file}: {place.widget.name}, {place.where}, {by}: {did}")
    return tally
