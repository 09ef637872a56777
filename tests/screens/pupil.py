"""A pupil in front of a real stage: fingers, a mouse that echoes them, and a USB keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pygame

from kiosk.config.school import School
from kiosk.events import Event, Touched
from kiosk.post.letters import Language
from kiosk.screens.base import Rect
from kiosk.screens.layout import inset
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size

__all__ = ["LARGE", "MIDDLE", "READING", "SCHOOL", "SMALL", "TODAY", "Pupil", "Size"]

NAMES: Mapping[Language, str] = {
    Language.KY: "М. Күрөнкеев атындагы №11 орто мектеп",
    Language.RU: "Средняя школа №11 имени М. Куренкеева",
}
SCHOOL = School(name=dict(NAMES))
TODAY = date(2026, 11, 22)
READING = date(2026, 11, 27)
LETTER = "Экинчи кабатта жарык өчүп калды. Үйгө кеч кайтабыз, коридор караңгы. "


class Pupil(Hand):
    """Adds fingers one by one to the hand, and shortcuts for what a pupil does."""

    def down(self, x: int, y: int, who: int = 1) -> None:
        """Put a finger down; the clock does not move."""
        self._finger(pygame.FINGERDOWN, x, y, who)

    def drag(self, x: int, y: int, who: int = 1) -> None:
        """Move a finger that is down."""
        self._finger(pygame.FINGERMOTION, x, y, who)

    def up(self, x: int, y: int, who: int = 1) -> None:
        """Lift a finger."""
        self._finger(pygame.FINGERUP, x, y, who)

    def _finger(self, kind: int, x: int, y: int, who: int) -> None:
        width, height = self.stage._surface.get_size()
        at: dict[str, Any] = {"x": x / width, "y": y / height, "dx": 0.0, "dy": 0.0}
        self.stage.feed(pygame.event.Event(kind, touch_id=7, finger_id=who, **at))

    def mouse(self, kind: int, x: int, y: int, *, touch: bool = False, button: int = 1) -> None:
        """Report a mouse button, as SDL does."""
        event = pygame.event.Event(kind, pos=(x, y), button=button, touch=touch)
        self.stage.feed(event)

    def tap(self, *names: str) -> None:
        """Touch widgets with one finger, in the middle, a moment apart."""
        for name in names:
            self.wait(0.5)
            self.tap_at(*self.middle(name))

    def tap_at(self, x: int, y: int) -> None:
        """Touch a place."""
        self.down(x, y)
        self.stage.draw()
        self.wait(0.05)
        self.up(x, y)
        self.stage.draw()

    def middle(self, name: str) -> tuple[int, int]:
        """Where a finger aims."""
        x, y, w, h = self.widget(name).rect
        return x + w // 2, y + h // 2

    def wait(self, seconds: float) -> None:
        """Let time pass; what is due happens."""
        self.now += seconds
        self.stage.tick()

    def write(self, text: str) -> None:
        """Type on the screen's own keyboard, 12 keys a second."""
        for sign in text:
            name = {" ": "key_space", "\n": "key_return"}.get(sign, f"key_{sign.lower()}")
            self.wait(1 / 12)
            self.tap_at(*self.middle(name))

    def press(self, control: str) -> None:
        """Press a control key of the USB keyboard."""
        key = getattr(pygame, f"K_{control.replace('_', '').upper()}")
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            self.stage.feed(pygame.event.Event(kind, key=key, mod=0, unicode=""))
        self.stage.draw()

    @property
    def presses(self) -> int:
        """How many times the stage said that somebody is there."""
        return self.touched

    def _heard(self, event: Event) -> None:
        if isinstance(event, Touched):
            self.touched += 1
        else:
            super()._heard(event)
            self.on_event()

    touched = 0
    on_event: Callable[[], object] = staticmethod(lambda: None)
    """What follows of an event; nothing, unless a test says more."""


def beside(rect: Rect) -> tuple[int, int]:
    """Return a place well outside a rectangle, below it."""
    far = inset(rect, -60)
    return rect.x + rect.w // 2, far.y + far.h
