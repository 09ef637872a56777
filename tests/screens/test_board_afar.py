"""The board from three metres: who we are, what is new, and that one may touch it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT, USUAL, Glass
from kiosk.demo.samples import BOARD
from kiosk.post.appearance import Appearance, Palette
from kiosk.post.letters import Language
from kiosk.screens.base import View, Widget
from kiosk.screens.board import Board
from kiosk.screens.buttons import Button
from kiosk.screens.stage import Stage
from kiosk.screens.theme import CAPITAL_PER_EM, Theme
from kiosk.screens.widgets import Label
from kiosk.texts import Texts
from tests.paper.test_selftest import reader
from tests.screens.sound import looked

WIDE = tuple(glass for glass in GLASSES if glass.diagonal_in > 10 and glass is not UPRIGHT)
EYE = 0.00029
"""A minute of arc, in radians: good eyes tell two points so far from each other."""


def shown(card: int, glass: Glass, language: Language) -> View:
    return Board(replace(BOARD, card=card)).view(looked(glass, language, Appearance()))


def capital_mm(view: View, name: str, glass: Glass) -> float:
    """Height of the capitals in which this is written."""
    theme, widget = Theme.resolve(*glass), find(view, name)
    letters = widget._plan(theme)[2] if isinstance(widget, Button) else None
    letters = letters or (widget.letters(theme) if isinstance(widget, Label) else None)
    assert letters is not None
    return letters.px * CAPITAL_PER_EM / theme.px_per_mm


def find(view: View, name: str) -> Widget:
    return next(widget for widget in view.widgets if widget.name == name)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("glass", WIDE, ids=lambda glass: glass.named)
def test_invitation_and_news_have_capitals_of_14_mm(glass: Glass, language: Language) -> None:
    """A headline of more than 19 signs still has twice what good eyes need."""
    for card in range(3):
        view = shown(card, glass, language)
        headline = find(view, "card_headline")
        assert isinstance(headline, Label)
        least = 13.9 if len(headline.text) <= 19 else 10
        assert capital_mm(view, "card_headline", glass) >= least


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("glass", [*WIDE, UPRIGHT], ids=lambda glass: glass.named)
def test_the_posts_name_and_what_to_touch_are_read_by_who_looks_for_them(
    glass: Glass, language: Language
) -> None:
    """Five minutes of arc are the limit of good eyes at three metres: 4.4 mm."""
    view = shown(0, glass, language)
    assert capital_mm(view, "post", glass) >= 8.6
    assert capital_mm(view, "write", glass) >= 5.2


@pytest.mark.parametrize("language", Language)
def test_the_smallest_glass_still_tells_its_news_across_the_corridor(language: Language) -> None:
    assert capital_mm(shown(0, SMALLEST, language), "card_headline", SMALLEST) >= 8.6
    assert capital_mm(shown(2, SMALLEST, language), "card_headline", SMALLEST) >= 8.6
    assert capital_mm(shown(0, SMALLEST, language), "write", SMALLEST) >= 4.4


def seen_from(metres: float, glass: Glass, part: pygame.Surface) -> pygame.Surface:
    """What an eye makes of it from so far: as many points as it tells apart, blown up."""
    points = metres * 1000 * EYE * Theme.resolve(*glass).px_per_mm
    small = tuple(round(side / points) for side in part.get_size())
    far = pygame.transform.smoothscale(part, small)
    return pygame.transform.smoothscale(far, (small[0] * 4, small[1] * 4))


def read(picture: pygame.Surface, language: Language, folder: Path, layout: str) -> str:
    """What tesseract makes of it, without blanks and capitals."""
    pygame.image.save(picture, folder / "far.png")
    known = {Language.KY: "kir", Language.RU: "rus", Language.EN: "eng"}[language]
    command = [reader("tesseract"), str(folder / "far.png"), "-", "-l", known, "--psm", layout]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    return plain(found.stdout)


def plain(words: str) -> str:
    return "".join(words.split()).lower()


@pytest.mark.outside
@pytest.mark.parametrize("language", [Language.KY, Language.RU])
@pytest.mark.parametrize("glass", [USUAL, UPRIGHT], ids=lambda glass: glass.named)
def test_a_machine_with_such_eyes_reads_them(
    glass: Glass, language: Language, tmp_path: Path
) -> None:
    surface, texts = pygame.Surface(glass[:2]), Texts(language)
    stage = Stage(surface, Theme.resolve(*glass), print, lambda: 0.0, language)
    stage.show(Board(BOARD))
    stage.draw()
    whole = read(seen_from(3, glass, surface), language, tmp_path, "11")
    assert plain(texts("app_name")) in whole
    assert plain(texts("board_invite")) in whole
    button = surface.subsurface(find(stage.view, "write").rect)
    assert plain(texts("write_letter")) in read(
        seen_from(3, glass, button), language, tmp_path, "6"
    )


@pytest.mark.parametrize("palette", Palette)
def test_the_headline_stands_out_in_every_palette(palette: Palette) -> None:
    look = looked(USUAL, Language.KY, Appearance(palette=palette))
    view = Board(BOARD).view(look)
    headline = find(view, "card_headline")
    assert isinstance(headline, Label)
    assert (view.ground, headline.colour) == ("night", "sun")
