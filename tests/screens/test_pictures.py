"""The drawn pictures: plain enough for nanosvg, in every palette, large, and drawn once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as Xml

import pygame
import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT, USUAL, Glass
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Rect
from kiosk.screens.billboard import RIGHTS
from kiosk.screens.drawings import PICTURES, TOKENS, Drawing, drawing, recoloured
from kiosk.screens.help import Help
from kiosk.screens.how import PAGES, How
from kiosk.screens.layout import covering, overlap
from kiosk.screens.paint import ICONS, Brush, icon
from kiosk.screens.palettes import PALETTES, contrast, rgb
from kiosk.screens.papers import PaperState
from kiosk.screens.theme import Theme
from tests.screens.committee.hand import Hand
from tests.screens.pupil import SCHOOL

FILES = sorted(PICTURES.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("path", "rect", "circle")}
WRITTEN = {
    *("xmlns", "width", "height", "viewBox", "id", "transform", "d", "x", "y", "rx", "cx", "cy"),
    *("r", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
    "stroke-dasharray",
}
"""What nanosvg was seen to draw."""

BOX = ("how_2", "how_3", "thanks")
TOLD_APART = (
    *(("night", bright) for bright in ("snow", "sun", "sun_pressed", "moonlight")),
    *(("snow", line) for line in ("dusk_pressed", "dusk")),
    *(("dusk_pressed", sign) for sign in ("sun", "snow")),
    *((wall, shape) for wall in ("calm", "honey") for shape in ("ink", "calm_line", "alarm_line")),
    *((wall, shape) for wall in ("calm", "honey") for shape in ("action", "honey_line")),
)
"""Colours side by side by which a picture is understood: outlines, writing, clothes on walls."""


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=Palette)
def palette(request: pytest.FixtureRequest) -> Palette:
    return request.param  # type: ignore[no-any-return]


def _read(file: Path) -> Xml.Element:
    return Xml.parse(file).getroot()  # noqa: S314 - our own


def test_a_picture_has_no_colour_but_the_light_palettes(file: Path) -> None:
    drawn = _read(file)
    used = {one.get(paint) for one in drawn.iter() for paint in ("fill", "stroke")}
    assert used <= {None, "none", *TOKENS}
    assert all(shape.get("fill") for shape in drawn.iter() if shape.tag in SHAPES), "not black"


def test_a_picture_is_a_scene_of_plain_shapes_in_one_weight_of_line(file: Path) -> None:
    drawn = _read(file)
    assert drawn.get("stroke-width") == "4"
    assert {one.tag for one in drawn.iter()} <= {f"{SVG}svg", f"{SVG}g", *SHAPES}
    assert sum(one.tag in SHAPES for one in drawn.iter()) >= 15
    assert {name for one in drawn.iter() for name in one.keys()} <= WRITTEN  # noqa: SIM118
    assert "scale" not in file.read_text(encoding="utf-8"), "a scaled line has another weight"


def test_a_picture_keeps_inside_its_own_rounded_ground(file: Path) -> None:
    shown = drawing.__wrapped__(file.stem, 220, 220, Palette.LIGHT)
    edges = [shown.get_at((x, y)).a for x in (0, shown.width - 1) for y in (0, shown.height - 1)]
    assert edges == [0, 0, 0, 0]


def test_a_picture_shows_in_the_colours_of_each_palette(file: Path, palette: Palette) -> None:
    shown = drawing.__wrapped__(file.stem, 320, 320, palette)
    seen = Counter(
        tuple(shown.get_at((x, y))[:3])
        for x in range(0, shown.width, 2)
        for y in range(0, shown.height, 2)
        if shown.get_at((x, y)).a == 255
    )
    known = {rgb(code) for code in PALETTES[palette].values()}
    plain = sum(count for colour, count in seen.items() if colour in known)
    assert plain > 0.8 * seen.total(), "the rest are smooth edges"
    assert len([colour for colour in seen if colour in known]) >= 6
    assert max(seen.values()) < 0.8 * seen.total(), "more than a ground"


@pytest.mark.parametrize(("one", "other"), TOLD_APART)
def test_what_a_picture_says_is_told_apart_in_each_palette(
    one: str, other: str, palette: Palette
) -> None:
    colours = PALETTES[palette]
    assert contrast(rgb(colours[one]), rgb(colours[other])) >= 3


def test_white_stays_white_in_every_palette(palette: Palette) -> None:
    assert recoloured('fill="#FFFFFF"', palette) == 'fill="#FFFFFF"'


def test_a_colour_that_no_palette_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        recoloured('fill="#123456"', Palette.DARK)


def test_the_box_is_the_same_box_wherever_it_stands() -> None:
    assert len({_group(name, "box") for name in BOX}) == 1


def _group(name: str, wanted: str) -> str:
    drawn = _read(PICTURES / f"{name}.svg")
    box = next(one for one in drawn.iter(f"{SVG}g") if one.get("id") == wanted)
    return re.sub(r"\s+", " ", Xml.tostring(box, encoding="unicode"))


def test_each_right_and_each_step_of_the_way_has_its_picture() -> None:
    steps = [f"how_{number}" for number in range(1, len(PAGES) + 1)]
    others = ["thanks", "help", "erased"]
    assert {file.stem for file in FILES} == {*RIGHTS, *steps, *others}


@pytest.mark.parametrize("room", [Rect(10, 20, 400, 100), Rect(10, 20, 100, 400)])
def test_a_picture_keeps_its_shape_in_the_middle_of_its_room(room: Rect) -> None:
    surface = pygame.Surface((420, 440))
    Drawing("picture", room, "paper", "thanks").paint(Brush(surface, Theme(5.0)), pressed=False)
    painted = pygame.mask.from_threshold(surface, (0, 0, 0), (1, 1, 1, 255))
    painted.invert()
    (drawn,) = painted.get_bounding_rects()
    assert drawn.size == (100, 100)
    assert drawn.center == pygame.Rect(room).center


def how(
    glass: Glass, page: int, language: Language = Language.KY, size: TextSize = TextSize.NORMAL
) -> Hand:
    hand = Hand(How(SCHOOL, page), glass, language, paints=False)
    hand.stage.appearance = Appearance(size=size)
    return hand


@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
def test_the_picture_is_large_and_all_its_words_stand_beside_it(
    glass: Glass, size: TextSize
) -> None:
    for page in range(len(PAGES)):
        for language in Language:
            hand = how(glass, page, language, size)
            theme = Theme(hand.theme.px_per_mm, Appearance(size=size))
            picture, words = hand.widget("picture").rect, hand.widget("words")
            besides = hand.widget("besides")
            assert min(picture.w, picture.h * 4 / 3) >= theme.mm(46)
            assert words.fits(theme)
            assert besides.fits(theme)
            below = glass.height > glass.width
            assert (picture.y + picture.h if below else picture.x + picture.w) < (
                words.rect.y if below else words.rect.x
            )


def test_turning_a_page_turns_the_picture_and_the_dots() -> None:
    hand = Hand(How(SCHOOL), USUAL, Language.KY)
    for page in range(1, len(PAGES) + 1):
        assert vars(hand.widget("picture"))["picture"] == f"how_{page}"
        assert vars(hand.widget("dots"))["current"] == page - 1
        hand.touch("next")


@pytest.mark.parametrize("glass", [SMALLEST, USUAL, UPRIGHT], ids=lambda glass: glass.named)
def test_the_glass_shows_the_picture_in_the_palette_that_was_chosen(glass: Glass) -> None:
    hand = Hand(How(SCHOOL), glass, Language.KY)
    walls = {rgb(colours["calm"]): palette for palette, colours in PALETTES.items()}
    for palette in Palette:
        hand.stage.appearance = Appearance(palette)
        hand.stage.draw()
        seen = _seen(hand.stage._surface, hand.widget("picture").rect)
        assert {walls[colour] for colour in seen & walls.keys()} == {palette}


def _seen(surface: pygame.Surface, rect: Rect) -> set[tuple[int, int, int]]:
    across, down = range(rect.x, rect.x + rect.w, 9), range(rect.y, rect.y + rect.h, 9)
    pixels = (surface.get_at((x, y)) for x in across for y in down)
    return {(pixel.r, pixel.g, pixel.b) for pixel in pixels}


@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
def test_beside_the_helpline_somebody_listens_where_there_is_room(glass: Glass) -> None:
    hand = Hand(Help(SCHOOL, PaperState.OFFERED), glass, Language.KY, paints=False)
    assert hand.has("listens") == (glass.height > hand.theme.mm(110))
    if hand.has("listens"):
        picture, box = hand.widget("listens").rect, hand.widget("call_box").rect
        assert covering(picture, box) == box
        assert not overlap(picture, hand.widget("call_number").rect)
        assert not overlap(picture, hand.widget("call_words").rect)


def test_a_picture_is_drawn_once_however_often_it_is_turned_to() -> None:
    hand = Hand(How(SCHOOL), USUAL, Language.KY)
    hand.touch("next", "back")
    before = drawing.cache_info().misses
    hand.touch("next", "back", "next", "back")
    assert drawing.cache_info().misses == before


@pytest.mark.parametrize("name", sorted(file.stem for file in ICONS.glob("*.svg")))
def test_an_icon_is_drawn_for_its_size_and_not_blown_up(name: str) -> None:
    ink = (20, 33, 61)
    large, small = icon(name, 96, ink), icon(name, 24, ink)
    assert (large.get_size(), small.get_size()) == ((96, 96), (24, 24))
    blown_up = pygame.transform.smoothscale(small, (96, 96))
    assert _softness(large) < _softness(blown_up) / 3


def _softness(shown: pygame.Surface) -> float:
    """Half-covered pixels for each that is covered."""
    alphas = [shown.get_at((x, y)).a for x in range(shown.width) for y in range(shown.height)]
    return sum(0 < alpha < 255 for alpha in alphas) / max(1, alphas.count(255))
