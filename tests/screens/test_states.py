"""What is at rest, pressed, chosen, focused, off or wrong differs in shape, not in colour alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from kiosk.events import BoardAsked
from kiosk.post.appearance import Appearance, Palette
from kiosk.screens.base import Rect, Widget
from kiosk.screens.digits import Group
from kiosk.screens.keys import Key
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Chip, Style

PLACE = Rect(20, 20, 300, 90)
PALETTE = [Theme(6, Appearance(palette)) for palette in Palette]


def shape(widget: Widget, theme: Theme, *, pressed: bool = False, focused: bool = False) -> bytes:
    """Which pixels have the commonest colour: what is left of a picture without its colours."""
    brush = Brush(pygame.Surface((340, 130)), theme)
    brush.fill(Rect(0, 0, 340, 130), widget.ground)
    widget.paint(brush, pressed=pressed)
    if focused:
        brush.ring(widget.rect)
    pixels = pygame.image.tobytes(brush.surface, "RGB")
    colours = [pixels[at : at + 3] for at in range(0, len(pixels), 3)]
    most, _ = Counter(colours).most_common(1)[0]
    return bytes(colour == most for colour in colours)


def button(style: Style) -> Button:
    ground = "night" if style in (Style.NIGHT, Style.INVITING) else "paper"
    return Button("a", PLACE, ground, "Кат", style=style, icon="check", act=BoardAsked())


@pytest.mark.parametrize("theme", PALETTE, ids=list(Palette))
@pytest.mark.parametrize("style", Style)
def test_a_button_at_rest_pressed_focused_and_off(style: Style, theme: Theme) -> None:
    one = button(style)
    states = {
        "rest": shape(one, theme),
        "pressed": shape(one, theme, pressed=True),
        "focused": shape(one, theme, focused=True),
        "off": shape(replace(one, enabled=False), theme),
    }
    assert alike(states) == []


@pytest.mark.parametrize("theme", PALETTE, ids=list(Palette))
@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("ground", ["paper", "night"])
def test_a_chip_at_rest_chosen_pressed_focused_and_off(
    theme: Theme, ground: str, *, ticked: bool
) -> None:
    one = Chip("a", PLACE, ground, "Суроо", ticked=ticked, dark=ground == "night")
    chosen = replace(one, chosen=True)
    states = {
        "rest": shape(one, theme),
        "chosen": shape(chosen, theme),
        "pressed": shape(one, theme, pressed=True),
        "chosen and pressed": shape(chosen, theme, pressed=True),
        "focused": shape(one, theme, focused=True),
        "off": shape(replace(one, enabled=False), theme),
    }
    assert alike(states) == []


@pytest.mark.parametrize("theme", PALETTE, ids=list(Palette))
@pytest.mark.parametrize("tone", ["key", "key_control", "calm"])
def test_a_key_at_rest_pressed_and_off(tone: str, theme: Theme) -> None:
    one = Key("a", PLACE, "paper", "ө", tone=tone)
    off = replace(one, enabled=False)
    states = {
        "rest": shape(one, theme),
        "pressed": shape(one, theme, pressed=True),
        "off": shape(off, theme),
    }
    assert alike(states) == []
    assert shape(off, theme, pressed=True) == states["off"]


@pytest.mark.parametrize("theme", PALETTE, ids=list(Palette))
def test_a_group_of_digits_that_waits_is_typed_or_was_wrong(theme: Theme) -> None:
    one = Group("a", PLACE, "paper", "", current=True)
    states = {
        "rest": shape(replace(one, current=False), theme),
        "typed next": shape(one, theme),
        "wrong": shape(replace(one, wrong=True), theme),
        "hidden": shape(replace(one, current=False, digits="4071"), theme),
        "shown": shape(replace(one, digits="4071"), theme),
    }
    assert alike(states) == []


def alike(states: dict[str, bytes]) -> list[tuple[str, str]]:
    """Two states are told apart by a hundred pixels at least."""
    return [
        (one, other)
        for one, other in combinations(states, 2)
        if sum(a != b for a, b in zip(states[one], states[other], strict=True)) < 100
    ]


def test_what_is_off_does_not_give_way() -> None:
    one = replace(button(Style.PRIMARY), enabled=False)
    assert shape(one, PALETTE[0]) == shape(one, PALETTE[0], pressed=True)
    chip = Chip("a", PLACE, "paper", "Суроо", enabled=False, chosen=True)
    assert shape(chip, PALETTE[0]) == shape(chip, PALETTE[0], pressed=True)


def test_a_word_does_not_change_its_size_when_it_is_chosen() -> None:
    narrow = Rect(0, 0, 130, 90)
    chip = Chip("a", narrow, "paper", "Каалоо-тилек")
    theme = PALETTE[0]
    assert chip._plan(theme)[2] == replace(chip, chosen=True)._plan(theme)[2]
