"""The board's pictures: decoded once, scaled once, and of so many at most."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import pygame

LARGEST_SIDE = 2000
"""Pixels; what is kept for the board has 800. More would be no picture of ours."""

ENLARGED = 4
"""So many times at the most: a tiny picture does not become a wall of squares."""

SMOOTH_BITS = 24
"""A pixel needs them to be scaled smoothly; a picture with a palette has fewer."""


@lru_cache(maxsize=8)
def loaded(file: bytes) -> pygame.Surface | None:
    """Return an image's file as a surface; None if its bytes are none, or far too many."""
    try:
        image = pygame.image.load(BytesIO(file))
    except pygame.error:
        return None
    return image if max(image.get_size()) <= LARGEST_SIDE else None


def size(file: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels; nothing by nothing if it is broken."""
    image = loaded(file)
    return image.get_size() if image else (0, 0)


@lru_cache(maxsize=8)
def picture(file: bytes, width: int, height: int) -> pygame.Surface | None:
    """Return a picture as large as it fits; None if the bytes are none."""
    image = loaded(file)
    if image is None:
        return None
    share = min(width / image.get_width(), height / image.get_height(), ENLARGED)
    fit = (max(1, int(image.get_width() * share)), max(1, int(image.get_height() * share)))
    whole = image if image.get_bitsize() >= SMOOTH_BITS else image.convert(SMOOTH_BITS)
    return pygame.transform.smoothscale(whole, fit)
