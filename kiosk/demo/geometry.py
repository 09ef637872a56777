"""Where everything is on every screen, for testers who only have a pointer and eyes.

For each size and screen: the centre of everything that can be touched, by name; the rectangle of
the text (x, y, width, height), where there is one; and pixel (0, 0) with the colour by which the
screen is recognised. The keyboard's layers are screens of their own here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pygame
import pygame.font

from kiosk.demo.dock import HEIGHT, WIDTH, WORDS, places
from kiosk.demo.samples import SAMPLES
from kiosk.demo.visitor import middle
from kiosk.demo.world import machine
from kiosk.post.letters import Language
from kiosk.screens.base import Screen
from kiosk.screens.keyboard import Pressed, Special
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme

SIZES = ((1280, 800), (1024, 600), (800, 480))
LAYERS = {"write in Latin": Special.LATIN, "write numbers": Special.NUMBERS}

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
    screens = {name: _of(stage, screen) for name, screen in _screens()}
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


def _screens() -> Iterable[tuple[str, Screen]]:
    for name, make in SAMPLES.items():
        yield name, make()
    screen = SAMPLES["write"]()
    for layer, key in LAYERS.items():
        screen.act(Pressed(key))
        yield layer, screen


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
