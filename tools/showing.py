"""Every sample of a screen as one reader finds it on one glass, laid out or drawn."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import NamedTuple

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pygame.font
from PIL import Image

from kiosk.demo.glasses import USUAL, Glass
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Look, Screen, View
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from kiosk.texts import Texts


class Shown(NamedTuple):
    """A sample (its name in SAMPLES), and how it is looked at."""

    screen: str
    language: Language
    glass: Glass = USUAL
    palette: Palette = Palette.LIGHT
    letters: TextSize = TextSize.NORMAL

    @property
    def file(self) -> str:
        """A file's name without its ending, different for each."""
        screen = "-".join("".join(c if c.isalnum() else " " for c in self.screen).split())
        glass = self.glass.named.replace(" ", "-")
        return f"{screen}.{self.language}.{glass}.{self.palette}.{self.letters}"

    @property
    def theme(self) -> Theme:
        """The tokens of this glass and this reader."""
        plain = Theme.resolve(*self.glass)
        return replace(plain, appearance=Appearance(self.palette, self.letters))

    @property
    def look(self) -> Look:
        """What its view depends on."""
        return Look(self.glass.width, self.glass.height, self.theme, Texts(self.language))

    def view(self) -> View:
        """Lay it out, without drawing it."""
        return SAMPLES[self.screen]().view(self.look)

    def drawn(self) -> Image.Image:
        """Draw it as the kiosk does, in RGB."""
        return self.painted(SAMPLES[self.screen]())

    def painted(self, screen: Screen) -> Image.Image:
        """Draw another screen as this reader would see it."""
        pygame.font.init()
        surface = pygame.Surface(self.glass[:2])
        stage = Stage(surface, self.theme, lambda _: None, lambda: 0.0, self.language)
        stage.show(screen, wipe=False)
        stage.draw()
        pixels = pygame.image.tobytes(surface, "RGB")
        return Image.frombytes("RGB", self.glass[:2], pixels)
