"""Fillings that can be told apart without colour: on grey glass, on paper, by any eye."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

import pygame

from kiosk.screens.palettes import Colour


class Pattern(StrEnum):
    """How a bar is filled, in the order in which bars follow each other."""

    SOLID = "solid"
    RISING = "rising"
    DOTTED = "dotted"
    LEVEL = "level"
    FALLING = "falling"
    CROSSED = "crossed"


SLOPES = {
    Pattern.RISING: (-1,),
    Pattern.FALLING: (1,),
    Pattern.CROSSED: (-1, 1),
}


@lru_cache(maxsize=64)
def patterned(
    size: tuple[int, int], pattern: Pattern, colour: Colour, ground: Colour, pitch: int
) -> pygame.Surface:
    """A rectangle filled so, with a border; `pitch` is pixels from one line to the next."""
    surface = pygame.Surface(size)
    surface.fill(colour if pattern is Pattern.SOLID else ground)
    _draw(surface, pattern, colour, pitch)
    pygame.draw.rect(surface, colour, surface.get_rect(), max(1, pitch // 5))
    return surface


def _draw(surface: pygame.Surface, pattern: Pattern, colour: Colour, pitch: int) -> None:
    width, height = surface.get_size()
    thick = max(1, pitch * 2 // 5)
    if pattern is Pattern.LEVEL:
        for y in range(pitch // 2, height, pitch):
            pygame.draw.line(surface, colour, (0, y), (width, y), thick)
    elif pattern is Pattern.DOTTED:
        for y in range(pitch // 2, height, pitch):
            for x in range(pitch // 2, width, pitch):
                pygame.draw.circle(surface, colour, (x, y), thick)
    for slope in SLOPES.get(pattern, ()):
        for x in range(-height, width + height, pitch + pitch // 2):
            pygame.draw.line(surface, colour, (x, 0), (x + slope * height, height), thick)
