"""What the technician's page says is so."""

from __future__ import annotations

import re

import pygame
import pytest

from kiosk.screens.display import Display, Turn
from tests.deploy.machine import DEPLOY

README = (DEPLOY / "README.md").read_text(encoding="utf-8")
CORNERS = {
    "upper left": (0.0, 0.0),
    "upper right": (1.0, 0.0),
    "lower right": (1.0, 1.0),
    "lower left": (0.0, 1.0),
}
ROWS = re.findall(r"^\| ((?:upper|lower) \w+) \| ((?:upper|lower) \w+) \| (.*) \|$", README, re.M)


def heard(turn: Turn, place: tuple[float, float]) -> tuple[float, float]:
    finger = pygame.event.Event(pygame.FINGERDOWN, x=place[0], y=place[1])
    event = Display(pygame.Surface((1280, 800)), turn).heard(finger)
    return event.x, event.y


@pytest.mark.parametrize(("left", "right", "write"), ROWS)
def test_what_the_table_of_touches_says_sets_them_right(left: str, right: str, write: str) -> None:
    degrees = re.search(r"touch_rotation = (\d+)", write)
    turn = Turn(
        touch=int(degrees[1]) // 90 if degrees else 0, mirrored="touch_mirrored = true" in write
    )
    assert heard(turn, CORNERS[left]) == CORNERS["upper left"]
    assert heard(turn, CORNERS[right]) == CORNERS["upper right"]


def test_every_way_to_glue_a_touch_layer_is_in_the_table() -> None:
    assert len({(left, right) for left, right, _ in ROWS}) == 8


def test_the_files_that_it_points_to_are_there_and_so_are_its_headings() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", README, re.M)
    }
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        else:
            assert (DEPLOY / target).exists(), target
