"""One layout for broad and upright glass: column, header, buttons, lines, notes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT, USUAL, Glass
from kiosk.post.appearance import Appearance, TextSize
from kiosk.post.letters import Language
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.explaining import MEASURE_EM, explained, stacked
from kiosk.screens.layout import overlap
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Label
from kiosk.texts import Texts
from tests.screens.pupil import SCHOOL

BROADEST = next(glass for glass in GLASSES if glass.diagonal_in > 15)
SAID = "Айына бир жолу кутучаны топ чогуу ачат, эч ким жалгыз ача албайт. " * 2
AREA = Rect(0, 0, 1000, 500)


def seen(glass: Glass, size: TextSize = TextSize.NORMAL) -> Look:
    theme = Theme(Theme.resolve(*glass).px_per_mm, Appearance(size=size))
    return Look(glass.width, glass.height, theme, Texts(Language.KY))


@pytest.fixture(params=GLASSES, ids=lambda glass: glass.named)
def look(request: pytest.FixtureRequest) -> Look:
    return seen(request.param)


def named(widgets: tuple[Widget, ...], name: str) -> Rect:
    return next(one.rect for one in widgets if one.name == name)


# --- the page ---


def test_a_pupil_reads_in_a_column_in_the_middle_of_broad_glass() -> None:
    broad = seen(BROADEST)
    column = parts.column(broad)
    assert column.w == broad.theme.mm(parts.WIDEST_MM) < parts.page(broad).w
    assert column.x == pytest.approx(broad.width - column.x - column.w, abs=1)
    for glass in (SMALLEST, USUAL, UPRIGHT):
        assert parts.column(seen(glass)) == parts.page(seen(glass))


@pytest.mark.parametrize("buttons", [1, 2, 3])
def test_head_body_foot_and_help_stand_one_below_another(look: Look, buttons: int) -> None:
    strip = named(parts.help_strip(look, SCHOOL), "help")
    stack = [*parts.paged(look, buttons), strip]
    assert all(above.y + above.h < below.y for above, below in pairwise(stack))
    assert strip.y + strip.h == look.height
    assert stack[2].h >= look.theme.primary


def test_languages_stay_where_they_are_and_the_title_has_room(look: Look) -> None:
    head = parts.paged(look)[0]
    widgets = parts.header(look, head, "Катыңызды жазыңыз")
    title, last = named(widgets, "title"), named(widgets, "appearance")
    page = parts.page(look)
    assert (last.x + last.w, last.y) == (page.x + page.w, page.y)
    assert not any(overlap(title, one.rect) for one in widgets if one.name != "title")
    assert title.w > (look.width * 0.8 if parts.upright(look) else look.theme.mm(80))


# --- beside or below ---


def test_things_stand_side_by_side_on_broad_glass_and_below_each_other_on_upright() -> None:
    broad = parts.abreast(seen(USUAL), AREA, (1.0, 200), (1.0, 100), gap=10)
    assert broad == [Rect(0, 0, 790, 500), Rect(800, 0, 200, 500)]
    upright = parts.abreast(seen(UPRIGHT), AREA, (1.0, 200), (1.0, 100), gap=10)
    assert upright == [Rect(0, 0, 1000, 390), Rect(0, 400, 1000, 100)]


@pytest.mark.parametrize("shares", [(0.5, 0.5), (0.28, 0.34, 0.38)])
def test_every_button_of_a_foot_can_be_hit_and_the_last_is_the_largest(
    look: Look, shares: tuple[float, ...]
) -> None:
    theme = look.theme
    foot = parts.paged(look, len(shares))[2]
    places = parts.actions(look, foot, *shares)
    assert len(places) == len(shares)
    assert all(min(place.w, place.h) >= theme.target for place in places)
    assert places[-1].h >= theme.primary
    assert max(place.w * place.h for place in places) == places[-1].w * places[-1].h
    assert not any(overlap(one, other) for one, other in pairwise(places))


def test_three_buttons_on_upright_glass_stand_in_two_rows() -> None:
    look = seen(UPRIGHT)
    foot = parts.paged(look, 3)[2]
    back, other, most = parts.actions(look, foot, 0.3, 0.3, 0.4)
    assert most == Rect(foot.x, foot.y, foot.w, look.theme.primary)
    assert back.y == other.y > most.y + most.h


# --- lines ---


def lines(look: Look, area: Rect, *said: str) -> list[Label]:
    shown = explained(look, area, [("shield", words) for words in said])
    return [one for one in shown if isinstance(one, Label)]


def test_lines_are_all_of_one_size_in_order_and_apart(look: Look) -> None:
    body = parts.paged(look)[1]
    shown = lines(look, body, SAID, "Кыска", SAID)
    assert len({one.px for one in shown}) == 1
    assert [one.text for one in shown] == [SAID, "Кыска", SAID]
    assert all(one.rect.y + one.rect.h <= other.rect.y for one, other in pairwise(shown))
    assert all(one.fits(look.theme) for one in shown)


def test_more_room_means_larger_letters_and_no_room_the_least() -> None:
    look = seen(USUAL, TextSize.LARGE)
    heights = (40, 200, 300, 400, 700)
    sizes = [lines(look, Rect(0, 0, 900, high), SAID, SAID)[0].px for high in heights]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 3
    assert sizes[0] == look.theme.least("small").px


def test_a_line_is_no_longer_than_an_eye_follows() -> None:
    look = seen(BROADEST)
    for label in lines(look, Rect(0, 0, 1800, 700), SAID * 3, SAID):
        assert label.rect.w <= MEASURE_EM * label.px
        letters = label.letters(look.theme)
        assert max(map(len, lettering.wrap(label.text, letters, label.rect.w))) <= 75


def test_lines_do_not_fall_apart_on_high_glass() -> None:
    look = seen(UPRIGHT)
    first, second = lines(look, Rect(0, 0, 800, 1200), "Бир", "Эки")
    assert second.rect.y - first.rect.y - first.rect.h < look.theme.mm(12)
    assert first.rect.y == pytest.approx(1200 - second.rect.y - second.rect.h, abs=1)


# --- words in the middle ---


def test_stacked_words_stand_in_the_middle_as_large_as_they_are() -> None:
    look = seen(USUAL)
    title = Label("a", AREA, "paper", "Рахмат!", type="display", least="title")
    more = Label("b", AREA, "paper", "Катыңыз кутучага түштү", type="title", least="body*")
    first, second = stacked(look, AREA, title, more)
    assert first.letters(look.theme) == look.theme.type("display")
    assert second.letters(look.theme) == look.theme.type("title")
    assert first.rect.y + first.rect.h < second.rect.y
    assert first.rect.y == pytest.approx(AREA.h - second.rect.y - second.rect.h, abs=1)


def test_where_it_is_tight_all_stacked_words_give_in() -> None:
    look = seen(USUAL)
    labels = [Label(name, AREA, "paper", SAID, type="display", least="small") for name in "ab"]
    low = Rect(0, 0, 1000, 210)
    placed = stacked(look, low, *labels)
    assert all(one.fits(look.theme) for one in placed)
    assert {one.letters(look.theme).px for one in placed} < {*range(look.theme.type("display").px)}
    assert placed[0].rect.y >= 0
    assert placed[-1].rect.y + placed[-1].rect.h <= low.h


# --- notes ---


def test_a_note_is_as_high_as_its_words_and_tells_its_tone_by_its_sign(look: Look) -> None:
    wide = parts.column(look).w
    high = parts.note_height(look, SAID, wide)
    widgets = parts.note(look, Rect(0, 0, wide, high), "mind", "info", SAID, "alarm")
    assert all(one.fits(look.theme) for one in widgets)
    sign = named(widgets, "mind_icon")
    assert not overlap(sign, named(widgets, "mind"))
    assert not any(one.act for one in widgets)
