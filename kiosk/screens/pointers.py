"""Fingers and the mouse, told apart: one tap, however often it is reported.

Many panels report a finger as a mouse too, before or after it, marked as an echo or not. A mouse
that is one is heard when no finger was there for a while.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import pygame

SOURCE_S = 0.5
"""How long a finger silences the mouse that repeats it, and the other way round."""
STALE_S = 20.0
"""A finger that never lifted (an unplugged panel) is forgotten after this."""

MOUSE = -1


class Phase(StrEnum):
    """What a contact does."""

    DOWN = "down"
    MOVE = "move"
    UP = "up"


FINGERS = {
    pygame.FINGERDOWN: Phase.DOWN,
    pygame.FINGERMOTION: Phase.MOVE,
    pygame.FINGERUP: Phase.UP,
}
MICE = {
    pygame.MOUSEBUTTONDOWN: Phase.DOWN,
    pygame.MOUSEMOTION: Phase.MOVE,
    pygame.MOUSEBUTTONUP: Phase.UP,
}


class Contact(NamedTuple):
    """One finger, or the mouse, in pixels of the window."""

    who: int
    phase: Phase
    x: int
    y: int


class Pointers:
    """Turns events into contacts. `near` is how far an echo may lie from its tap, in pixels."""

    def __init__(self, monotonic: Callable[[], float], near: float) -> None:
        self._monotonic, self._near = monotonic, near
        self._down: dict[int, float] = {}
        self._finger_at = -SOURCE_S
        self._echo: tuple[float, int, int] | None = None

    def take(self, event: pygame.event.Event, window: tuple[int, int]) -> Contact | None:
        """Return what an event says of a contact; None for an echo, or any other event."""
        if event.type in FINGERS:
            x, y = round(event.x * window[0]), round(event.y * window[1])
            return self._finger(Contact(event.finger_id, FINGERS[event.type], x, y))
        if event.type in MICE and not getattr(event, "touch", False) and _left(event):
            return self._mouse(Contact(MOUSE, MICE[event.type], *event.pos))
        return None

    def _finger(self, told: Contact) -> Contact | None:
        now = self._monotonic()
        self._finger_at = now
        if told.phase is Phase.DOWN and not self._echoes(told, now):
            self._down[told.who] = now
        return self._known(told)

    def _known(self, told: Contact) -> Contact | None:
        """Only of what came down it is told how it goes on."""
        known = told.who in self._down
        if told.phase is Phase.UP:
            self._down.pop(told.who, None)
        return told if known else None

    def _echoes(self, told: Contact, now: float) -> bool:
        """Whether the mouse has told of this tap already; it tells each only once."""
        echo, self._echo = self._echo, None
        if echo is None or now - echo[0] >= SOURCE_S:
            return False
        return max(abs(told.x - echo[1]), abs(told.y - echo[2])) <= self._near

    def _mouse(self, told: Contact) -> Contact | None:
        now = self._monotonic()
        if told.phase is Phase.DOWN:
            if now - self._finger_at < SOURCE_S or self._touched(now):
                return None
            self._echo = (now, told.x, told.y)
            self._down[MOUSE] = now
        return self._known(told)

    def _touched(self, now: float) -> bool:
        """Whether a finger is on the glass."""
        since = [began for who, began in self._down.items() if who != MOUSE]
        return any(now - began < STALE_S for began in since)


def _left(event: pygame.event.Event) -> bool:
    """Whether the left button is what this is about."""
    return bool(event.buttons[0] if event.type == pygame.MOUSEMOTION else event.button == 1)
