"""The picture and the fingers turn together, however the panel hangs."""

from __future__ import annotations

from itertools import product

import pygame
import pytest

from kiosk.config import ScreenSettings
from kiosk.process import turn
from kiosk.screens.base import Rect
from kiosk.screens.display import Display, Turn

PANEL = (120, 80)
QUARTERS = (0, 1, 2, 3)


@pytest.fixture
def panel() -> pygame.Surface:
    return pygame.display.set_mode(PANEL)


def corner(display: Display, colour: str = "red") -> Rect:
    """Draw a mark of 10 by 6 near the picture's upper left corner, and show it."""
    mark = Rect(4, 2, 10, 6)
    display.surface.fill("white")
    display.surface.fill(colour, mark)
    display.show([Rect(0, 0, *display.surface.get_size())])
    return mark


def red(surface: pygame.Surface) -> pygame.Rect:
    mask = pygame.mask.from_threshold(surface, (255, 0, 0), (1, 1, 1))
    (found,) = mask.get_bounding_rects()
    return found


@pytest.mark.parametrize(
    ("quarters", "place"),
    [(0, (4, 2, 10, 6)), (1, (112, 4, 6, 10)), (2, (106, 72, 10, 6)), (3, (2, 66, 6, 10))],
)
def test_the_picture_is_turned_clockwise(
    panel: pygame.Surface, quarters: int, place: tuple[int, int, int, int]
) -> None:
    display = Display(panel, Turn(quarters))
    corner(display)
    upright = quarters % 2 == 1
    assert display.surface.get_size() == ((80, 120) if upright else PANEL)
    x, y, w, h = place
    assert tuple(red(panel)) == (x, y, w, h)


@pytest.mark.parametrize("quarters", QUARTERS)
def test_a_part_lands_where_the_whole_would_put_it(panel: pygame.Surface, quarters: int) -> None:
    display = Display(panel, Turn(quarters))
    corner(display)
    whole = pygame.image.tobytes(panel, "RGB")
    mark = corner(display, "blue")
    display.surface.fill("red", mark)
    display.show([mark, Rect(mark.x + 3, mark.y - 40, 900, 41)])
    assert pygame.image.tobytes(panel, "RGB") == whole


@pytest.mark.parametrize("quarters", QUARTERS)
def test_a_pointer_hits_what_it_is_seen_on(panel: pygame.Surface, quarters: int) -> None:
    display = Display(panel, Turn(quarters))
    mark = pygame.Rect(corner(display))
    seen = red(panel)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP):
        for x, y in product(range(seen.left, seen.right), range(seen.top, seen.bottom)):
            heard = display.heard(pygame.event.Event(kind, pos=(x, y), button=1))
            assert mark.collidepoint(heard.pos)
            assert heard.button == 1
    beside = display.heard(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(seen.right, seen.y)))
    assert not mark.collidepoint(beside.pos)


@pytest.mark.parametrize(
    ("layer", "mirrored", "quarters"), [*product(QUARTERS, (False, True), QUARTERS)]
)
def test_a_finger_hits_what_it_touches_however_the_layer_was_glued(
    panel: pygame.Surface, layer: int, mirrored: bool, quarters: int
) -> None:
    """The layer says where it was touched in its own terms; the settings undo them."""
    display = Display(panel, Turn(quarters, layer, mirrored=mirrored))
    mark = pygame.Rect(corner(display))
    seen = red(panel)
    x, y = (seen.centerx + 0.01) / PANEL[0], (seen.centery + 0.01) / PANEL[1]
    for _ in range(layer):  # the layer lies so many quarters clockwise: it says them back
        x, y = y, 1 - x
    x = 1 - x if mirrored else x
    event = pygame.event.Event(pygame.FINGERDOWN, touch_id=7, finger_id=3, x=x, y=y)
    heard = display.heard(event)
    wide, high = display.surface.get_size()
    assert mark.collidepoint(heard.x * wide, heard.y * high)
    assert (heard.touch_id, heard.finger_id) == (7, 3)


def test_what_hangs_straight_is_not_touched_at_all(panel: pygame.Surface) -> None:
    display = Display(panel)
    event = pygame.event.Event(pygame.FINGERDOWN, x=0.3, y=0.4)
    assert display.surface is panel
    assert display.heard(event) is event


@pytest.mark.parametrize("quarters", QUARTERS)
def test_keys_pass(panel: pygame.Surface, quarters: int) -> None:
    event = pygame.event.Event(pygame.TEXTINPUT, text="ө")
    assert Display(panel, Turn(quarters, 1)).heard(event) is event


def test_the_settings_say_how_it_hangs() -> None:
    assert turn(ScreenSettings()) == Turn()
    settings = ScreenSettings(rotation=270, touch_rotation=90, touch_mirrored=True)
    assert turn(settings) == Turn(3, 1, mirrored=True)
