"""Every screen in every language on every glass is sound; colours reach AAA."""

from __future__ import annotations

import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, Glass
from kiosk.events import BoardAsked
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Look, Rect, Screen, View
from kiosk.screens.buttons import DISABLED, DRESSES
from kiosk.screens.palettes import DIMMED, MARK_PAIRS, PALETTES, TEXT_PAIRS, contrast, rgb
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Chip, Label, Style
from tests.screens.glasses import ALL, SOME_GLASSES
from tests.screens.pupil import Size
from tests.screens.shown import SCREENS
from tests.screens.sound import all_wrong, inside, looked, overlapping, too_small, unsound
from tools.look import AA_MARKS, AAA_TEXT


@SOME_GLASSES
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_is_sound(name: str, glass: Glass) -> None:
    """An empty list says that nothing is wrong; `make test-fit` tries the other glasses."""
    assert all_wrong(SCREENS[name](), glass) == []


@pytest.mark.parametrize("name", [*SCREENS][:: 1 if ALL else 6])
def test_palettes_move_nothing(name: str) -> None:
    placed = [
        [
            (one.name, one.rect)
            for one in SCREENS[name]()
            .view(looked(SMALLEST, Language.KY, Appearance(palette=palette)))
            .widgets
        ]
        for palette in Palette
    ]
    assert placed[0] == placed[1] == placed[2]


def test_the_checks_above_can_fail() -> None:
    theme = Theme.resolve(800, 480, 7.0)
    narrow = Rect(0, 0, 60, 30)
    erase = Button("a", narrow, "paper", "Өчүрүп, чыгуу", act=BoardAsked())
    wish = Chip("b", Rect(59, 29, 70, 70), "paper", "Каалоо-тилек", act=BoardAsked())
    apart = Button("c", Rect(60, 200, 70, 70), "paper", "", act=BoardAsked(), style=Style.PRIMARY)
    assert not erase.fits(theme)
    assert not wish.fits(theme)
    assert overlapping([erase, wish, apart]) == [("a", "b")]
    assert too_small([erase, wish, apart], theme) == ["a", "c"]
    assert not inside(Rect(790, 0, 20, 20), (800, 480, 7.0))


class Bad(Screen):
    """All that can be wrong, at once."""

    name = "bad"

    def view(self, look: Look) -> View:
        whole = Rect(0, 0, look.width, look.height)
        small = Label("a", whole, "paper", "Кат", px=8)
        over = Label("b", Rect(-9, 0, 20, 20), "paper", "Кутуча")
        button = Button("b", whole, "paper", "", act=BoardAsked())
        key = Button("c", Rect(0, 0, 9, 9), "paper", "", act=BoardAsked())
        return View("paper", (small, over, button, key))


def test_all_that_can_be_wrong_is_found() -> None:
    found = dict(unsound(Bad(), SMALLEST, Language.KY, Appearance()))
    assert found["cut"] == ["b", "c"]
    assert found["beside the glass"] == found["named twice"] == ["b"]
    assert found["over each other"] == [("b", "c")]
    assert found["over words"] == [("a", "b"), *[(one, two) for one in "ab" for two in "bc"]]
    assert found["too small"] == ["c"]
    assert found["capitals in mm"]


# --- colours and sizes ---


@pytest.mark.parametrize("palette", [*Palette, None], ids=lambda palette: palette or "dim")
@pytest.mark.parametrize(
    ("pairs", "enough"), [(TEXT_PAIRS, AAA_TEXT), (MARK_PAIRS, AA_MARKS)], ids=["text", "marks"]
)
def test_every_pair_of_colours_can_be_told_apart(
    pairs: tuple[tuple[str, str], ...], enough: float, palette: Palette | None
) -> None:
    colours = PALETTES[palette] if palette else DIMMED
    told = {pair: contrast(*(rgb(colours[token]) for token in pair)) for pair in pairs}
    assert [pair for pair in pairs if told[pair] < enough] == []


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x14, 0x21, 0x3D), (0xFA, 0xFA, 0xF7)) == pytest.approx(15.3, abs=0.05)


@pytest.mark.parametrize("palette", Palette)
def test_every_palette_has_every_colour_and_wrong_names_are_found(palette: Palette) -> None:
    theme = Theme(4, Appearance(palette))
    assert set(PALETTES[palette]) == set(PALETTES[Palette.LIGHT])
    assert {theme.colour(token) for token in PALETTES[palette]}
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_large_letters_are_larger_but_the_least_and_the_far_stay() -> None:
    plain, large = Theme(6), Theme(6, Appearance(size=TextSize.LARGE))
    for token in ("title", "body", "letter", "small*"):
        assert large.type(token).px == pytest.approx(1.25 * plain.type(token).px, abs=1)
        assert large.least(token) == plain.least(token) == plain.type(token)
    assert large.type("headline") == plain.type("headline")


@pytest.mark.parametrize("size", GLASSES)
def test_letter_text_has_three_millimetre_capitals(size: Size) -> None:
    """Comfortable at half a metre, not readable from two."""
    theme = Theme.resolve(*size)
    capital = theme.type("letter").px * 0.7 / theme.px_per_mm
    assert 2.85 <= capital <= 3.15


@pytest.mark.parametrize("size", GLASSES)
def test_millimetres_are_those_of_the_glass(size: Size) -> None:
    theme = Theme.resolve(*size)
    wide = size[0] / theme.px_per_mm
    high = size[1] / theme.px_per_mm
    assert (wide**2 + high**2) ** 0.5 == pytest.approx(size[2] * 25.4)
    assert theme.mm(0.001) == 1


@pytest.mark.parametrize("style", Style)
def test_every_buttons_dress_is_among_the_pairs(style: Style) -> None:
    dress = DRESSES[style]
    for fill in {dress.fill or "paper", dress.pressed}:
        assert (fill, dress.ink) in TEXT_PAIRS


def test_the_disabled_dress_can_still_be_read() -> None:
    assert (DISABLED.fill, DISABLED.ink) in TEXT_PAIRS
