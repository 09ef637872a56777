"""Every make of card on every glass: whole, apart, and what stands with it can be seen."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from kiosk.demo.book import TOTALS
from kiosk.demo.glasses import SMALLEST, UPRIGHT, USUAL, Glass
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.board import Board as Hanging
from kiosk.post.board import Notice
from kiosk.post.letters import Language
from kiosk.screens.base import View
from kiosk.screens.billboard import RIGHTS, cards
from kiosk.screens.board import Board, BoardState
from kiosk.screens.drift import SPAN_MM, drifted
from kiosk.screens.layout import overlap
from kiosk.screens.palettes import DIMMED, PALETTES
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from kiosk.texts import Texts
from tests.paper.test_selftest import reader
from tests.screens.glasses import SOME_GLASSES
from tests.screens.sound import looked, unsound
from tests.screens.test_board import STATE, notice
from tests.screens.test_board_notices import LONG, picture

PICTURES = {
    "broad": picture(size=(800, 300)),
    "high": picture(size=(200, 800)),
    "dot": picture(size=(1, 1)),
    "broken": b"no picture",
}


def hanging(*notices: Notice, **more: object) -> BoardState:
    board = replace(Hanging(notices, pictures=PICTURES), **more)  # type: ignore[arg-type]
    return replace(STATE, board=board)


def first(*notices: Notice) -> BoardState:
    """The first of these notices: what is pinned comes before the invitation."""
    return replace(hanging(*notices), card=0 if notices[0].pinned else 1)


WIDE = "Ата-энелер чогулушу"
STATES: dict[str, Callable[[], BoardState]] = {
    **{
        f"{kind} {words}": lambda kind=kind, told=told: first(notice(WIDE, told, picture=kind))  # type: ignore[misc]
        for kind in PICTURES
        for words, told in (("short", "Рахмат!"), ("long", LONG))
    },
    "urgent": lambda: first(notice(WIDE, LONG, pinned=True)),
    "urgent, picture": lambda: first(notice(WIDE, LONG, pinned=True, picture="high")),
    "helpline": lambda: replace(hanging(), card=2),
    "a right": lambda: replace(hanging(), card=6),
    "figures": lambda: replace(hanging(totals=TOTALS), card=1),
    "figures, trouble": lambda: replace(
        hanging(totals=TOTALS), card=2, notices_of_box=frozenset({"no_committee"})
    ),
    **{
        f"{trouble}, {what}": lambda trouble=trouble, card=card: replace(  # type: ignore[misc]
            hanging(), card=card, notices_of_box=frozenset({trouble}), way_in=True
        )
        for trouble in ("pins_lost", "recovery_used")
        for what, card in (("helpline", 2), ("a right", 7))
    },
    **{
        f"wandered {minute} minutes": lambda minute=minute: replace(  # type: ignore[misc]
            first(notice(WIDE, LONG, picture="broad")), minute=minute
        )
        for minute in (5, 9, 15)
    },
}


@SOME_GLASSES
@pytest.mark.parametrize("name", STATES)
def test_every_card_is_sound(name: str, glass: Glass) -> None:
    assert [
        f"{language} {size}: {what} {wrong}"
        for language in Language
        for size in TextSize
        for what, wrong in unsound(Board(STATES[name]()), glass, language, Appearance(size=size))
    ] == []


@SOME_GLASSES
@pytest.mark.parametrize("name", ["broad long", "high short", "urgent, picture", "helpline"])
def test_words_and_picture_do_not_meet(name: str, glass: Glass) -> None:
    view = Board(STATES[name]()).view(looked(glass, Language.RU, Appearance()))
    told = {one.name: one.rect for one in view.widgets if one.name.startswith("card_")}
    aside = told["card_code"] if name == "helpline" else told["card_picture"]
    assert not overlap(aside, told["card_headline"])
    assert not overlap(aside, told["card_body"])


@SOME_GLASSES
def test_a_broken_picture_leaves_its_room_to_the_words(glass: Glass) -> None:
    broken, none = (
        Board(first(notice(WIDE, LONG, picture=name))).view(
            looked(glass, Language.KY, Appearance())
        )
        for name in ("broken", "")
    )
    assert broken == none


# --- what is urgent ---


def test_what_is_urgent_looks_unlike_everything_else() -> None:
    urgent, other = (
        Board(first(notice(WIDE, pinned=pinned))).view(looked(USUAL, Language.KY, Appearance()))
        for pinned in (True, False)
    )
    assert ground(urgent) == "sun"
    assert ground(other) == "night"


def ground(view: View) -> str:
    return next(one.ground for one in view.widgets if one.name == "card_headline")


# --- a phone's camera ---


def drawn(state: BoardState, glass: Glass, appearance: Appearance) -> pygame.Surface:
    surface = pygame.Surface(glass[:2])
    theme = replace(Theme.resolve(*glass), appearance=appearance)
    stage = Stage(surface, theme, print, lambda: 0.0, Language.KY)
    stage.show(Board(state))
    stage.draw()
    return surface


@pytest.mark.outside
@SOME_GLASSES
@pytest.mark.parametrize("palette", [*Palette, None], ids=lambda palette: palette or "dim")
def test_a_phone_dials_the_helpline(glass: Glass, palette: Palette | None, tmp_path: Path) -> None:
    """Read from the picture of the whole screen, in each palette, and while it is dim."""
    state = replace(STATES["helpline"](), dim=palette is None)
    surface = drawn(state, glass, Appearance(palette or Palette.LIGHT))
    pygame.image.save(surface, tmp_path / "board.png")
    command = [reader("zbarimg"), "--quiet", "--raw", str(tmp_path / "board.png")]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert found.strip() == "tel:111"


@SOME_GLASSES
def test_the_code_is_large_enough_for_an_arms_length(glass: Glass) -> None:
    view = Board(STATES["helpline"]()).view(looked(glass, Language.KY, Appearance()))
    code = next(one.rect for one in view.widgets if one.name == "card_code")
    assert min(code.w, code.h) >= 20 * Theme.resolve(*glass).px_per_mm


def test_a_number_with_blanks_is_dialled_without_them() -> None:
    told = cards(Texts(Language.KY), Hanging(), "+996 312 62-12-21", None)
    card = next(card for card in told if card.code)
    assert (card.headline, card.code) == ("+996 312 62-12-21", "tel:+996312621221")


# --- the rights of the child ---


@pytest.mark.parametrize("language", Language)
def test_each_right_is_a_short_headline_a_sentence_and_a_drawing(language: Language) -> None:
    told = cards(Texts(language), Hanging(), "111", None)
    rights = [card for card in told if card.drawing]
    assert [card.drawing for card in rights] == [*RIGHTS]
    assert all(len(card.headline) <= 25 and card.body.endswith(")") for card in rights)


# --- dim ---


def test_the_dim_palette_has_every_colour_of_the_others() -> None:
    assert set(DIMMED) == set(PALETTES[Palette.LIGHT])


def test_pictures_are_dim_as_well() -> None:
    state = STATES["broad short"]()
    bright, dim = (
        drawn(replace(state, dim=dim), USUAL, Appearance()).get_at(middle_of_picture(state))
        for dim in (False, True)
    )
    assert dim[0] < bright[0] * 0.6


def middle_of_picture(state: BoardState) -> tuple[int, int]:
    view = Board(state).view(looked(USUAL, Language.KY, Appearance()))
    x, y, w, h = next(one.rect for one in view.widgets if one.name == "card_picture")
    return x + w // 2, y + h // 2


# --- it wanders ---


@pytest.mark.parametrize("glass", [SMALLEST, USUAL, UPRIGHT], ids=lambda glass: glass.named)
def test_a_step_is_a_pixel_and_the_way_stays_within_the_margins(glass: Glass) -> None:
    look = looked(glass, Language.KY, Appearance())
    placed = Board(STATE).view(look).widgets[:1]
    way = [drifted(look, placed, minute)[0].rect for minute in range(300)]
    for now, then in pairwise(way):
        assert abs(now.x - then.x) <= 1
        assert abs(now.y - then.y) <= 1
    for side in (0, 1):
        ends = [rect[side] for rect in way]
        assert max(ends) - min(ends) <= look.theme.mm(SPAN_MM)
        assert len(set(ends)) >= look.theme.mm(SPAN_MM) - 2
