"""The display: the picture turned as the screen hangs, and the fingers turned with it.

SDL turns nothing under KMSDRM and asks no calibration of the system's: so one setting turns both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from kiosk.screens.base import Rect
from kiosk.screens.pointers import FINGERS, MICE


@dataclass(frozen=True)
class Turn:
    """How the glass hangs: quarter turns of 90° clockwise.

    `picture` is how far the picture is turned on the panel; `touch` how far the layer that feels
    fingers is turned on the panel, which it is where it was glued on otherwise; `mirrored` whether
    it counts from right to left.
    """

    picture: int = 0
    touch: int = 0
    mirrored: bool = False


STRAIGHT = Turn()


class Display:
    """What the stages draw on (`surface`), and what they hear, however the panel hangs."""

    def __init__(self, panel: pygame.Surface, turn: Turn = STRAIGHT) -> None:
        self._panel, self._turn = panel, turn
        self.surface = panel
        if turn.picture:
            self.surface = pygame.Surface(_turned_size(panel.get_size(), turn.picture), 0, panel)

    def show(self, changed: Iterable[Rect]) -> None:
        """Bring what was drawn there onto the panel."""
        if self._turn.picture:
            changed = [self._copied(rect) for rect in changed]
        pygame.display.update([*changed])

    def heard(self, event: pygame.event.Event) -> pygame.event.Event:
        """The event as a panel would send it that hangs straight."""
        if self._turn == STRAIGHT or event.type not in (*FINGERS, *MICE):
            return event
        if event.type in FINGERS:
            x, y = self._felt(event.x, event.y)
            x, y = _turned(x, y, -self._turn.picture)
            return pygame.event.Event(event.type, {**event.dict, "x": x, "y": y})
        return pygame.event.Event(event.type, {**event.dict, "pos": self._pointed(event.pos)})

    def _felt(self, x: float, y: float) -> tuple[float, float]:
        """Where on the panel a finger is, from what the layer over it says."""
        return _turned(1 - x if self._turn.mirrored else x, y, self._turn.touch)

    def _pointed(self, pos: tuple[int, int]) -> tuple[int, int]:
        """The pixel of the picture at a pixel of the panel."""
        wide, high = self._panel.get_size()
        x, y = _turned((pos[0] + 0.5) / wide, (pos[1] + 0.5) / high, -self._turn.picture)
        wide, high = self.surface.get_size()
        return int(x * wide), int(y * high)

    def _copied(self, rect: Rect) -> Rect:
        """Copy a part of the picture, turned; return its place on the panel."""
        part = pygame.Rect(rect).clip(self.surface.get_rect())
        quarters = self._turn.picture % 4
        wide, high = self.surface.get_size()
        places = {
            1: (high - part.bottom, part.x),
            2: (wide - part.right, high - part.bottom),
            3: (part.y, wide - part.right),
        }
        turned = pygame.transform.rotate(self.surface.subsurface(part), -90 * quarters)
        self._panel.blit(turned, places[quarters])
        return Rect(*places[quarters], *turned.get_size())


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """Where a point of the unit square lies after quarter turns clockwise."""
    for _ in range(quarters % 4):
        x, y = 1 - y, x
    return x, y


def _turned_size(size: tuple[int, int], quarters: int) -> tuple[int, int]:
    return size if quarters % 2 == 0 else (size[1], size[0])
