"""Charts that can be read without colour: what is longer, what is higher, and every number."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.screens.base import Rect
from kiosk.screens.charts import Bars, Chart, Line
from kiosk.screens.paint import Brush
from kiosk.screens.palettes import contrast
from kiosk.screens.patterns import Pattern, patterned
from kiosk.screens.theme import Theme
from tests.screens.pupil import LARGE, MIDDLE, SMALL, Size

NAMES = ("Билдирүү", "Каалоо-тилек", "Өтүнүч", "Сунуш", "Суроо", "Түрү көрсөтүлгөн эмес")
AREA = Rect(10, 10, 600, 300)


def chart(
    kind: type[Bars | Line],
    values: Sequence[int],
    area: Rect = AREA,
    ground: str = "paper",
    names: Sequence[str] = NAMES,
) -> Bars | Line:
    told = tuple(map(str, values))
    labels = tuple(names[: len(values)])
    return kind("chart", area, ground, labels, tuple(values), told, empty="Кат жок")


def painted(shown: Chart, size: Size = LARGE) -> pygame.Surface:
    surface = pygame.Surface(size[:2])
    brush = Brush(surface, Theme.resolve(*size))
    brush.fill(Rect(0, 0, *size[:2]), shown.ground)
    surface.set_clip(shown.rect)
    shown.paint(brush, pressed=False)
    surface.set_clip(None)
    return surface


def edges(surface: pygame.Surface, shown: Chart, theme: Theme, colour: str) -> list[int]:
    """How far to the right each bar reaches, found by the colour of bars alone."""
    places = Rect(*shown.rect)
    high = places.h // len(shown.values)
    found = []
    for nth in range(len(shown.values)):
        band = range(places.y + nth * high, places.y + (nth + 1) * high)
        hits = [
            x
            for x in range(places.x, places.x + places.w)
            if any(surface.get_at((x, y))[:3] == theme.colour(colour) for y in band)
        ]
        found.append(max(hits, default=0) - min(hits, default=0))
    return found


# --- bars ---


@pytest.mark.parametrize("ground", ["paper", "night"])
def test_bars_are_as_long_as_their_numbers(ground: str) -> None:
    shown = chart(Bars, [10, 20, 40, 5, 0], ground=ground)
    theme = Theme.resolve(*LARGE)
    first, second, third, fourth, none = edges(
        painted(shown), shown, theme, "action" if ground == "paper" else "sun"
    )
    assert abs(second - 2 * first) <= 4
    assert abs(third - 4 * first) <= 5
    assert abs(fourth - first // 2) <= 3
    assert none == 0


def test_neighbours_can_be_told_apart_in_grey() -> None:
    ink, paper = (0, 0, 0), (255, 255, 255)
    pictures = [
        pygame.image.tobytes(patterned((60, 40), pattern, ink, paper, 8), "RGB")
        for pattern in Pattern
    ]
    assert len(set(pictures)) == len(Pattern)
    shares = [picture.count(b"\x00") / len(picture) for picture in pictures]
    assert min(shares) > 0.1, "every pattern is seen"
    assert sorted(shares)[-1] == 1.0, "one of them is solid"


@pytest.mark.parametrize("ground", ["paper", "night"])
def test_bars_stand_out_from_their_ground(ground: str) -> None:
    theme = Theme.resolve(*LARGE)
    bar = "action" if ground == "paper" else "sun"
    assert contrast(theme.colour(bar), theme.colour(ground)) > 4.5


def test_one_bar_is_no_wall() -> None:
    shown = chart(Bars, [44])
    tall = painted(shown)
    theme = Theme.resolve(*LARGE)
    rows = [
        y
        for y in range(AREA.y, AREA.y + AREA.h)
        if any(tall.get_at((x, y))[:3] == theme.colour("action") for x in range(150, 500))
    ]
    assert 0 < len(rows) <= theme.mm(9)
    assert abs(rows[0] + rows[-1] - (2 * AREA.y + AREA.h)) <= 4, "in the middle"


# --- a line ---


def discs(surface: pygame.Surface, shown: Line, theme: Theme) -> list[int]:
    """The height of the mark in each column, in pixels from above."""
    wide = shown.rect.w // len(shown.values)
    found = []
    for nth in range(len(shown.values)):
        x = shown.rect.x + nth * wide + wide // 2
        column = [
            y
            for y in range(shown.rect.y, shown.rect.y + shown.rect.h)
            if surface.get_at((x, y))[:3] == theme.colour("action")
        ]
        found.append(sum(column) // max(1, len(column)))
    return found


def test_more_is_higher_and_nothing_lies_on_the_ground() -> None:
    shown = chart(Line, [10, 40, 0, 20])
    assert isinstance(shown, Line)
    some, most, nothing, more = discs(painted(shown), shown, Theme.resolve(*LARGE))
    assert most < more < some < nothing
    assert abs((nothing - some) * 4 - (nothing - most)) <= 12


def test_one_month_is_one_mark() -> None:
    shown = chart(Line, [44])
    surface, theme = painted(shown), Theme.resolve(*LARGE)
    columns = {
        x
        for x in range(AREA.x, AREA.x + AREA.w)
        for y in range(AREA.y, AREA.y + AREA.h)
        if surface.get_at((x, y))[:3] == theme.colour("action")
    }
    assert 0 < len(columns) <= 2 * theme.mm(1.3) + 1


# --- both ---


@pytest.mark.parametrize("kind", [Bars, Line])
@pytest.mark.parametrize("values", [[], [0], [0, 0, 0]])
def test_nothing_is_said_in_words(kind: type[Bars | Line], values: list[int]) -> None:
    shown = chart(kind, values)
    assert shown.bare
    assert shown.fits(Theme.resolve(*LARGE))
    surface, theme = painted(shown), Theme.resolve(*LARGE)
    colours = {surface.get_at((x, AREA.y + AREA.h // 2))[:3] for x in range(AREA.w)}
    assert theme.colour("action") not in colours
    assert len(colours) > 1, "the words"


@pytest.mark.parametrize("kind", [Bars, Line])
def test_letters_are_as_large_as_they_fit(kind: type[Bars | Line]) -> None:
    theme = Theme.resolve(*LARGE)
    roomy = chart(kind, [1, 2, 3], Rect(0, 0, 1200, 500), names=("а", "б", "в"))
    tight = chart(kind, [1, 2, 3], Rect(0, 0, 320, 110), names=("а", "б", "в"))
    assert roomy.letters(theme) == theme.type("lead")
    assert tight.letters(theme).px < theme.type("lead").px
    assert not chart(kind, [1, 2], Rect(0, 0, 60, 30)).fits(theme)


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
def test_a_school_year_of_months_fits(size: Size) -> None:
    names = (
        "Сент",
        "Окт",
        "Нояб",
        "Дек",
        "Янв",
        "Февр",
        "Март",
        "Апр",
        "Май",
        "Июнь",
        "Июль",
        "Авг",
    )
    area = Rect(0, 0, size[0] - 40, size[1] // 2)
    shown = chart(Line, [144, 130, 0, 151, 120, 33, 141, 139, 112, 0, 0, 0], area, names=names)
    assert shown.fits(Theme.resolve(*size))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 10**6), max_size=6), st.sampled_from([Bars, Line]))
def test_any_numbers_can_be_drawn(values: list[int], kind: type[Bars | Line]) -> None:
    painted(chart(kind, values))


def test_no_chart_quotes_its_numbers() -> None:
    assert "44" not in repr(chart(Bars, [44]))
    assert "Билдирүү" not in repr(chart(Line, [44]))
