"""A day of the resting board, laid over itself: no edge stands still and burns in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest
from PIL import Image, ImageChops, ImageMath

from kiosk.demo.glasses import SMALLEST, USUAL, Glass
from kiosk.post.letters import Language
from kiosk.screens.board import Board
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from tests.screens.test_board import STATE

CYCLE = 126
"""Minutes after which the picture has been everywhere; a day has eleven of them."""

EDGE = 255 / 5
"""A step from one pixel to the next that is seen as an edge."""


def pictures(glass: Glass, *, wanders: bool) -> list[Image.Image]:
    """The same card minute by minute, which is worse than any day."""
    surface = pygame.Surface(glass[:2])
    screen = Board(STATE)
    stage = Stage(surface, Theme.resolve(*glass), print, lambda: 0.0, Language.KY)
    stage.show(screen)
    taken = []
    for minute in range(CYCLE if wanders else 1):
        screen.state = replace(STATE, minute=minute)
        stage.refresh()
        stage.draw()
        raw = pygame.image.tobytes(surface, "RGB")
        taken.append(Image.frombytes("RGB", glass[:2], raw).convert("L"))
    return taken


def mean(taken: list[Image.Image]) -> Image.Image:
    total = Image.new("I", taken[0].size)
    for picture in taken:
        total = ImageMath.lambda_eval(lambda it: it["sum"] + it["one"], sum=total, one=picture)
    share: Image.Image = ImageMath.lambda_eval(
        lambda it: it["sum"] / it["many"], sum=total, many=len(taken)
    )
    return share.convert("L")


def sharpest(picture: Image.Image) -> int:
    """The greatest difference between two pixels beside each other, across or down."""
    wide, high = picture.size
    steps = []
    for dx, dy in ((1, 0), (0, 1)):
        here = picture.crop((0, 0, wide - dx, high - dy))
        there = picture.crop((dx, dy, wide, high))
        histogram = ImageChops.difference(here, there).histogram()
        steps.append(max(step for step in range(256) if histogram[step]))
    return max(steps)


@pytest.mark.parametrize("glass", [SMALLEST, USUAL], ids=lambda glass: glass.named)
def test_a_days_mean_picture_has_no_edge(glass: Glass) -> None:
    assert sharpest(mean(pictures(glass, wanders=False))) > 3 * EDGE, "a still board has many"
    assert sharpest(mean(pictures(glass, wanders=True))) < EDGE


def test_the_picture_never_jumps() -> None:
    """From one minute to the next nothing flashes: what was an edge is at most a pixel off."""
    taken = pictures(SMALLEST, wanders=True)
    for before, after in pairwise(taken[:20]):
        changed = ImageChops.difference(before, after).point(lambda step: 255 * (step > EDGE))
        share = changed.histogram()[255] / (before.width * before.height)
        assert share < 0.12
