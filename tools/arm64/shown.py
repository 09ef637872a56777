"""Load all of the kiosk and say what its screens look like: the same on every processor."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import pkgutil

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame
import pygame.font

import kiosk
from kiosk.demo.geometry import geometry
from kiosk.demo.samples import SAMPLES
from kiosk.demo.world import machine
from kiosk.post.letters import Language
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme

SIZE = (1280, 800)


def modules() -> int:
    """Import every one; how many there are."""
    names = [found.name for found in pkgutil.walk_packages(kiosk.__path__, "kiosk.")]
    for name in names:
        if not name.endswith("__main__"):
            importlib.import_module(name)
    return len(names)


def frame(name: str, language: Language) -> str:
    """The mark of a screen's pixels."""
    theme = Theme.resolve(*SIZE, machine(SIZE, language).screen.diagonal_in)
    surface = pygame.Surface(SIZE)
    stage = Stage(surface, theme, lambda _: None, lambda: 0.0, language)
    stage.show(SAMPLES[name](), wipe=False)
    stage.draw()
    return hashlib.sha256(pygame.image.tobytes(surface, "RGB")).hexdigest()[:16]


def main() -> None:
    """Say it, a line each."""
    print("modules", modules())
    places = json.dumps(geometry(), sort_keys=True).encode()
    print("places", hashlib.sha256(places).hexdigest()[:16])
    for name in ("board", "write", "thanks"):
        for language in Language:
            print(name, language, frame(name, language))


if __name__ == "__main__":
    main()
