"""Where everything is on every screen, for testers who only have a pointer and eyes.

For each size and screen: the centre of everything that can be touched, by name; the rectangle of
the text (x, y, width, height), where there is one; and pixel (0, 0) with the colour by which the
screen is recognised.
"""

from __future__ import annotations

import os
from typing import Any

import pygame
import pygame.font

from kiosk.demo.dock import HEIGHT, WIDTH, WORDS, places
from kiosk.demo.glasses import GLASSES
from kiosk.demo.samples import SAMPLES
from kiosk.demo.visitor import middle
from kiosk.demo.world import machine
from kiosk.post.letters import Language
from kiosk.screens.base import Screen
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme

SIZES = dict.fromkeys((glass.width, glass.height) for glass in GLASSES)
"""Each once; `machine` says of how many inches."""

Places = dict[str, Any]


def geometry() -> dict[str, dict[str, Places]]:
    """Places by size ("1280x800") and screen; a screen's own name stands in `screen`."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.font.init()
    return {f"{width}x{height}": _places((width, height)) for width, height in SIZES}


def _places(size: tuple[int, int]) -> dict[str, Places]:
    theme = Theme.resolve(*size, machine(size, Language.KY).screen.diagonal_in)
    surface = pygame.Surface(size)
    stage = Stage(surface, theme, lambda _: None, lambda: 0.0, Language.KY)
    screens = {name: _of(stage, make()) for name, make in SAMPLES.items()}
    return {**screens, "dock": _dock(size)}


def _dock(size: tuple[int, int]) -> Places:
    """The levers beside the screen, in pixels of the window that holds both."""
    width, height = size
    levers = {
        name: middle(rect._replace(x=rect.x + width))
        for name, rect in places(WIDTH, max(height, HEIGHT)).items()
        if name not in WORDS
    }
    return {"screen": "dock", "pixel": None, "text": None, "touch": levers}


def _of(stage: Stage, screen: Screen) -> Places:
    stage.show(screen, wipe=False)
    widgets = stage.view.widgets
    text = next((widget.rect for widget in widgets if widget.name == "text"), None)
    return {
        "screen": screen.name,
        "pixel": {"x": 0, "y": 0, "colour": stage.beacon},
        "text": text,
        "touch": {widget.name: middle(widget.rect) for widget in widgets if widget.act},
    }
