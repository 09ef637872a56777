"""Colours and letters chosen on the screen: over whatever goes on, and for one reader only."""

from __future__ import annotations

import pygame
import pytest

from kiosk.flow.patience import LETTER_S, MENU_S, WARNING_S
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.letters import Language
from kiosk.screens.palettes import PALETTES, rgb
from kiosk.screens.write import Write
from tests.guest import TEXT, Guest

USUAL = Appearance()


def look(guest: Guest) -> Appearance:
    return guest.world.app.desk.stage.appearance


@pytest.mark.parametrize("palette", Palette)
def test_a_palette_colours_the_glass_at_once(guest: Guest, palette: Palette) -> None:
    guest.touch("appearance", f"palette_{palette}")
    guest.sees("appearances")
    paper = rgb(PALETTES[palette]["paper"])
    assert guest.world.surface.get_at((640, 3))[:3] == paper
    guest.touch("done")
    guest.sees("board")
    assert look(guest) == Appearance(palette)


def test_a_draft_lies_safe_beneath_and_is_sent_in_large_letters(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.touch("appearance", "size_large", "palette_dark", "done")
    assert guest.shows(TEXT)
    assert look(guest) == Appearance(Palette.DARK, TextSize.LARGE)
    guest.touch("done", "send")
    guest.sees("thanks")


def test_what_lies_over_a_letter_does_not_keep_it_from_being_erased(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    screen = guest.world.app.desk.stage.screen
    assert isinstance(screen, Write)
    guest.touch("appearance")
    guest.wait(LETTER_S)
    guest.sees("idle")
    for _ in range(WARNING_S):
        guest.wait(1)
    guest.sees("erased")
    assert screen.text == ""


def test_who_stays_after_the_warning_is_back_at_the_letter(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.touch("appearance")
    guest.wait(LETTER_S)
    guest.touch("stay", "cover")
    assert guest.shows(TEXT)


def test_the_next_one_finds_the_board_as_it_was(guest: Guest) -> None:
    guest.touch("language_ru", "appearance", "size_large", "palette_contrast")
    guest.wait(MENU_S)
    guest.sees("board")
    assert (look(guest), guest.world.app.desk.stage.language) == (USUAL, Language.KY)


def test_what_was_left_lying_over_the_board_goes_by_itself(guest: Guest) -> None:
    guest.touch("appearance", "palette_dark")
    guest.wait(MENU_S)
    guest.sees("board")
    assert look(guest) == USUAL


def test_the_way_to_the_board_does_not_change_the_look_of_who_is_still_there(guest: Guest) -> None:
    guest.touch("appearance", "palette_dark", "done", "how", "leave")
    assert look(guest) == Appearance(Palette.DARK)


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_RETURN])
def test_a_key_puts_it_away(guest: Guest, key: int) -> None:
    guest.touch("appearance")
    guest.press(key)
    guest.sees("board")
