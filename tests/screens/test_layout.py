"""Dividing rectangles, measuring text, and painting without keeping any of it."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.post.letters import Language
from kiosk.screens import lettering, paint
from kiosk.screens.base import Look, Rect
from kiosk.screens.layout import centred, columns, grid, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.parts import roomy
from kiosk.screens.theme import Theme, Type
from kiosk.screens.widgets import Button, Chip, Dots, Label, Panel
from kiosk.texts import Texts
from tests.screens.pupil import LARGE, MIDDLE, SMALL

AREA = Rect(10, 20, 300, 200)
BODY = Type(24)


def test_rows_take_pixels_first_and_share_the_rest() -> None:
    assert rows(AREA, 50, 1.0, 30, gap=10) == [
        Rect(10, 20, 300, 50),
        Rect(10, 80, 300, 100),
        Rect(10, 190, 300, 30),
    ]


def test_columns_share_by_weight() -> None:
    assert [one.w for one in columns(AREA, 2.0, 1.0)] == [200, 100]
    assert [one.x for one in columns(AREA, 2.0, 1.0)] == [10, 210]


@given(st.lists(st.floats(0.1, 9), min_size=1, max_size=14), st.integers(0, 8))
def test_nothing_is_left_over_at_the_end(shares: list[float], gap: int) -> None:
    cells = columns(AREA, *shares, gap=gap)
    assert cells[-1].x + cells[-1].w == AREA.x + AREA.w
    assert all(cell.y == AREA.y and cell.h == AREA.h for cell in cells)


def test_too_much_asked_gives_empty_shares_not_negative_ones() -> None:
    assert [one.h for one in rows(AREA, 180, 1.0, 90)] == [180, 0, 90]


def test_grid_inset_and_centre() -> None:
    assert len(grid(AREA, 3, 4, gap=4)) == 12
    assert grid(AREA, 2, 2)[3] == Rect(160, 120, 150, 100)
    assert inset(AREA, 10, 5) == Rect(20, 25, 280, 190)
    assert inset(AREA, -10) == Rect(0, 10, 320, 220)
    assert centred(AREA, 100, 100) == Rect(110, 70, 100, 100)


# --- measuring ---


def test_words_are_wrapped_whole_and_newlines_kept() -> None:
    room = lettering.width("Катыңыз кутучага", BODY)
    assert lettering.wrap("Катыңыз кутучага түштү", BODY, room) == ["Катыңыз кутучага", "түштү"]
    assert lettering.wrap("бир\nэки", BODY, room) == ["бир", "эки"]


def test_a_short_word_goes_with_the_next_and_an_enclitic_with_the_one_before() -> None:
    room = lettering.width("открывает ящик. В", BODY)
    said = "открывает ящик. В одиночку"
    assert lettering.wrap(said, BODY, room) == ["открывает ящик.", "В одиночку"]
    room = lettering.width("үйдө да", BODY)
    assert lettering.wrap("үйдө да айтыңыз", BODY, room) == ["үйдө да", "айтыңыз"]
    room = lettering.width("проверьте: нет", BODY)
    assert lettering.wrap("проверьте: нет ли", BODY, room) == ["проверьте:", "нет ли"]
    narrow = lettering.width("одиночку", BODY)
    assert lettering.wrap("В одиночку", BODY, narrow) == ["В", "одиночку"]


def test_a_day_stays_with_its_month() -> None:
    room = lettering.width("Письма прочитают: 25", BODY)
    said = "Письма прочитают: 25 декабря"
    assert lettering.wrap(said, BODY, room) == ["Письма прочитают:", "25 декабря"]
    narrow = lettering.width("декабря", BODY)
    assert lettering.wrap("25 декабря", BODY, narrow) == ["25", "декабря"]


def test_no_word_is_left_alone_on_the_last_line() -> None:
    said = "Катты экранга же кагазга жазыңыз. Атыңыздын кереги жок"
    room = lettering.width(said, BODY) - 1
    assert lettering.wrap(said, BODY, room)[1:] == ["жок"]
    lines = lettering.balanced(said, BODY, room)
    assert len(lines) == 2
    assert len(lines[1]) > len("кереги жок")
    assert " ".join(lines) == said


@pytest.mark.parametrize("said", ["", "бир", "узунсөзузунсөз эки", "эки узунсөзузунсөз"])
def test_where_nothing_can_be_balanced_lines_stay_as_they_are(said: str) -> None:
    room = lettering.width("узунсөз", BODY)
    assert lettering.balanced(said, BODY, room) == lettering.wrap(said, BODY, room)


def test_lines_that_end_well_stay_as_they_are() -> None:
    first = "Айына бир жолу кутучаны топ чогуу ачат."
    said = f"{first} Жалгыз ача албайт"
    assert lettering.balanced(said, BODY, lettering.width(first, BODY))[0] == first


def test_text_that_is_too_wide_or_too_high_does_not_fit() -> None:
    wide = lettering.width("Жөнөтүү", BODY)
    assert lettering.fits("Жөнөтүү", BODY, (wide, 40))
    assert not lettering.fits("Жөнөтүү", BODY, (wide - 1, 400))
    assert not lettering.fits("Жөнөтүү", BODY, (wide, 20))


def test_shrinking_stops_at_the_least_size() -> None:
    assert lettering.shrink("Жөнөтүү", BODY, Type(12), (1000, 100)) == BODY
    small = lettering.shrink("Жөнөтүү", BODY, Type(12), (70, 100))
    assert 12 < small.px < 24
    assert lettering.fits("Жөнөтүү", small, (70, 100))
    assert lettering.shrink("Жөнөтүү", BODY, Type(12), (5, 5)) == Type(12)


def test_the_font_draws_what_the_kiosk_needs_and_the_editor_knows_what_not() -> None:
    drawable = lettering.drawable()
    assert set("ҢңӨөҮүЁё№«»—–…“„’ 0123456789") <= drawable
    assert not drawable & set("😀漢\u200b\u00ad\n\t\x00\ufeff")


# --- painting ---


def brush() -> Brush:
    surface = pygame.Surface((200, 100))
    surface.fill("white")
    return Brush(surface, Theme.resolve(*LARGE))


def test_icons_are_sharp_at_their_size_and_tinted() -> None:
    shape = paint.icon("phone", 60, (160, 20, 20))
    assert shape.get_size() == (60, 60)
    solid = [shape.get_at((x, y)) for x in range(60) for y in range(60)]
    assert {tuple(one)[:3] for one in solid if one.a == 255} == {(160, 20, 20)}
    with pytest.raises(FileNotFoundError):
        paint.icon("unicorn", 20, (0, 0, 0))


def test_rounded_corners_are_smooth_and_leave_the_ground() -> None:
    canvas = brush()
    canvas.panel(Rect(20, 20, 100, 60), "night", radius=3)
    assert canvas.surface.get_at((20, 20))[:3] == (255, 255, 255)
    assert canvas.surface.get_at((70, 50))[:3] == canvas.theme.colour("night")
    edge = {tuple(canvas.surface.get_at((20 + n, 20 + n))[:3]) for n in range(10)}
    assert len(edge) > 2


def test_a_border_runs_all_around() -> None:
    canvas = brush()
    canvas.panel(Rect(20, 20, 100, 60), "sheet", line="line")
    for place in ((70, 20), (70, 79), (20, 50), (119, 50)):
        assert canvas.surface.get_at(place)[:3] == canvas.theme.colour("line")
    assert canvas.surface.get_at((70, 50))[:3] == (255, 255, 255)


@pytest.mark.parametrize(("align", "side"), [("left", 0), ("centre", 1), ("right", 2)])
def test_text_stands_where_it_was_asked_to(align: str, side: int) -> None:
    canvas = brush()
    canvas.text("ө", Rect(0, 0, 198, 100), BODY, "ink", align=align)
    dark = [x for x in range(200) for y in range(100) if canvas.surface.get_at((x, y)).r < 128]
    assert dark
    assert {x // 66 for x in dark} == {side}


@pytest.mark.parametrize(("valign", "side"), [("top", 0), ("middle", 1), ("bottom", 2)])
def test_text_stands_at_its_height(valign: str, side: int) -> None:
    canvas = brush()
    canvas.text("ө", Rect(0, 0, 200, 99), BODY, "ink", valign=valign)
    dark = [y for x in range(200) for y in range(100) if canvas.surface.get_at((x, y)).r < 128]
    assert {y // 33 for y in dark} == {side}


def test_no_cache_grows_with_text() -> None:
    """Shapes and fonts are kept; what was written is not."""
    canvas, place = brush(), Rect(0, 0, 200, 100)
    caches = (lettering.font, lettering.measurer, lettering.drawable, paint.icon, paint.disc)
    canvas.text("биринчи", place, BODY, "ink")
    Label("a", place, "paper", "биринчи", least="small").fits(canvas.theme)
    sizes = [cache.cache_info().currsize for cache in caches]
    for nth in range(50):
        canvas.text(f"купуя сөз {nth}", place, BODY, "ink")
        Label("a", place, "paper", f"купуя {nth}", least="small").fits(canvas.theme)
    assert [cache.cache_info().currsize for cache in caches] == sizes


@pytest.mark.parametrize(("icon", "last"), [("chevron-right", True), ("chevron-left", False)])
def test_an_arrow_stands_on_the_side_it_points_to(icon: str, *, last: bool) -> None:
    """The word is a dash, so what is high in the picture is the arrow."""
    canvas = brush()
    Button("go", Rect(0, 0, 200, 100), "sheet", "—", icon=icon).paint(canvas, pressed=False)
    ink = canvas.theme.colour("ink")
    inner = [(x, y) for x in range(10, 190) for y in range(10, 90)]
    dark = [(x, y) for x, y in inner if canvas.surface.get_at((x, y))[:3] == ink]
    heights = [[y for x, y in dark if (x > 100) is right] for right in (False, True)]
    left, right = (max(ys) - min(ys) for ys in heights)
    assert (right > left) is last


def test_the_current_dot_is_larger() -> None:
    canvas = brush()
    canvas.fill(Rect(0, 0, 200, 100), "night")
    Dots("dots", Rect(0, 0, 200, 100), "night", 3, 0).paint(canvas, pressed=False)
    sun, rest = canvas.theme.colour("sun"), canvas.theme.colour("dusk_line")
    pixels = [canvas.surface.get_at((x, y))[:3] for x in range(200) for y in range(100)]
    assert pixels.count(sun) > pixels.count(rest) / 2 > 10


def test_widgets_say_nothing_of_their_text() -> None:
    place = Rect(0, 0, 200, 100)
    shown = (
        Label("a", place, "paper", "купуя"),
        Button("b", place, "paper", "купуя"),
        Chip("c", place, "paper", "купуя"),
        Panel("d", place, "paper", "sheet"),
    )
    assert "купуя" not in repr(shown)


def test_low_glass_is_told_from_high_glass() -> None:
    for size, high in ((LARGE, True), (MIDDLE, True), (SMALL, False)):
        look = Look(size[0], size[1], Theme.resolve(*size), Texts(Language.KY))
        assert roomy(look) is high


def test_a_button_without_room_says_so_and_can_still_be_painted() -> None:
    canvas = brush()
    button = Button("go", Rect(0, 0, 60, 30), "sheet", "Өчүрүп, чыгуу", icon="check", stacked=True)
    button.paint(canvas, pressed=False)
    assert not button.fits(canvas.theme)
