"""The writing screen on every glass: in reach, out of sight of others, and no key a giant's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from kiosk.demo.glasses import GLASSES, UPRIGHT, USUAL, Glass
from kiosk.events import LetterErased
from kiosk.post.appearance import Appearance, TextSize
from kiosk.post.letters import DayMonth, Language
from kiosk.screens.base import Act, Look, Rect, Screen, View, When, Widget
from kiosk.screens.check import Check
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import inset, overlap
from kiosk.screens.reach import SLOP_MM
from kiosk.screens.theme import Seen, Theme
from kiosk.screens.widgets import Button, Label
from kiosk.screens.write import Write
from tests.screens.pupil import LETTER, SCHOOL, Pupil

EVERY_GLASS = pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)


def mm(pixels: int, theme: Theme) -> float:
    return pixels / theme.px_per_mm


def written(glass: Glass, text: str = LETTER, size: TextSize = TextSize.NORMAL) -> Pupil:
    pupil = Pupil(Write(SCHOOL, text), glass, Language.KY)
    pupil.stage.appearance = Appearance(size=size)
    pupil.wait(1)
    return pupil


def keys(pupil: Pupil) -> list[Key]:
    return [one for one in pupil.stage.view.widgets if isinstance(one, Key)]


# --- where things are ---


@EVERY_GLASS
def test_keys_are_as_large_as_a_finger_and_no_larger_than_helps(glass: Glass) -> None:
    pupil = written(glass)
    for key in keys(pupil):
        high = mm(key.rect.h, pupil.theme)
        assert 9 <= high <= 15.7
        if len(key.face) == 1:
            assert 9 <= mm(key.rect.w, pupil.theme) <= 19.2


@EVERY_GLASS
def test_the_keyboard_lies_at_the_bottom_in_the_middle(glass: Glass) -> None:
    pupil = written(glass)
    places = [key.rect for key in keys(pupil)]
    assert max(one.y + one.h for one in places) in (glass.height, glass.height - 1)
    left = min(one.x for one in places)
    right = glass.width - max(one.x + one.w for one in places)
    assert abs(left - right) <= 1


@EVERY_GLASS
@pytest.mark.parametrize("size", TextSize)
def test_a_few_lines_are_in_sight_while_writing(glass: Glass, size: TextSize) -> None:
    pupil = written(glass, LETTER * 40, size)
    assert len(vars(pupil.widget("text"))["lines"]) >= 5


def test_upright_the_buttons_stand_in_a_row_between_text_and_keyboard() -> None:
    pupil = written(UPRIGHT)
    row = [pupil.widget(name).rect for name in ("help_now", "cover", "done")]
    text = pupil.widget("text").rect
    assert all(text.y + text.h <= one.y and one.y + one.h <= keys(pupil)[0].rect.y for one in row)
    assert [one.x for one in row] == sorted(one.x for one in row)


# --- hit areas ---


class Counting(Screen):
    """Stands as another screen does, and counts what its widgets mean."""

    name = "counting"

    def __init__(self, pupil: Pupil) -> None:
        self.view_of = pupil.stage.view
        self.meant: list[Act] = []

    def view(self, look: Look) -> View:
        return self.view_of

    def act(self, act: Act) -> None:
        self.meant.append(act)


def beside(one: Rect, slop: int) -> Iterator[tuple[int, int]]:
    """Just outside each edge, in its middle; below, twice as far."""
    x, y = one.x + one.w // 2, one.y + one.h // 2
    yield one.x - slop, y
    yield one.x + one.w - 1 + slop, y
    yield x, one.y - slop
    yield x, one.y + one.h - 1 + 2 * slop


def alone(place: tuple[int, int], widgets: Sequence[Widget], slop: int, glass: Glass) -> bool:
    """Whether nothing else lies under a finger there, and nothing is as near."""
    touched = [one for one in widgets if one.act or one.when is When.POINT]
    near = [one for one in touched if inset(one.rect, -slop - 1, -2 * slop - 1).holds(*place)]
    return len(near) == 1 and Rect(0, 0, glass.width, glass.height).holds(*place)


@EVERY_GLASS
@pytest.mark.parametrize("name", ["write", "check"])
def test_a_finger_just_outside_the_picture_still_hits(glass: Glass, name: str) -> None:
    """Buttons, chips and keys alike, wherever nothing else is nearer."""
    screen: Screen = (
        Write(SCHOOL, LETTER) if name == "write" else Check(SCHOOL, "а", DayMonth(1, 9))
    )
    pupil = Pupil(screen, glass)
    counting = Counting(pupil)
    pupil.stage.show(counting)
    slop = pupil.theme.mm(SLOP_MM)
    tried: set[str] = set()
    for widget in [one for one in counting.view_of.widgets if isinstance(one.act, Act)]:
        for place in beside(widget.rect, slop):
            if alone(place, counting.view_of.widgets, slop, glass):
                pupil.wait(1)
                counting.meant.clear()
                pupil.tap_at(*place)
                assert counting.meant == [widget.act], (widget.name, place)
                tried.add(type(widget).__name__)
    assert tried >= {"write": {"Button", "Key"}, "check": {"Button", "Chip"}}[name]


@EVERY_GLASS
def test_between_keys_there_is_no_dead_glass(glass: Glass) -> None:
    """The picture of a key is smaller than its place, and the places touch."""
    pupil = written(glass, "")
    rows: dict[int, list[Key]] = {key.rect.y: [] for key in keys(pupil)}
    for key in keys(pupil):
        rows[key.rect.y].append(key)
    for row in rows.values():
        for left, right in pairwise(row):
            assert left.rect.x + left.rect.w == right.rect.x
    tops = sorted(rows)
    assert all(low - high == rows[high][0].rect.h for high, low in pairwise(tops))


# --- who else sees it ---


@EVERY_GLASS
@pytest.mark.parametrize(("size", "capital"), [(TextSize.NORMAL, 3.0), (TextSize.LARGE, 3.75)])
def test_the_letter_is_small(glass: Glass, size: TextSize, capital: float) -> None:
    theme = Theme.resolve(*glass)
    theme = Theme(theme.px_per_mm, Appearance(size=size))
    assert mm(round(theme.type("letter").px * 0.7), theme) == pytest.approx(capital, abs=0.2)


def test_from_two_metres_letters_of_the_usual_size_are_at_the_limit_of_good_eyes() -> None:
    """Five minutes of arc are what an eye of 1.0 just makes out."""
    theme = Theme.resolve(*USUAL)
    assert theme.type("letter").px * 0.7 / theme.px_per_mm <= Seen(5.3, 2.0).mm


@EVERY_GLASS
def test_nothing_on_the_glass_can_be_read_from_three_metres(glass: Glass) -> None:
    """No headline says what is being written: the largest letters are those of the keys."""
    for size in TextSize:
        pupil = written(glass, LETTER, size)
        theme = Theme(pupil.theme.px_per_mm, Appearance(size=size))
        largest = max(theme.type(token).px for token in types(pupil)) * 0.7 / theme.px_per_mm
        assert largest < Seen(8.0, 3.0).mm, "half of what is read with ease"
    assert not pupil.has("title")


def types(pupil: Pupil) -> set[str]:
    """Names of the sizes that are on the glass."""
    widgets = pupil.stage.view.widgets
    return {"letter", "key"} | {one.type for one in widgets if isinstance(one, Button | Label)}


# --- leaving ---


@EVERY_GLASS
def test_two_touches_erase_and_leave_but_never_two_at_one_place(glass: Glass) -> None:
    pupil = written(glass)
    asked = inset(pupil.widget("erase").rect, -pupil.theme.mm(4))
    pupil.tap("erase")
    assert "кабатта" not in pupil.seen
    for name in ("erase_now", "keep"):
        assert not overlap(asked, pupil.widget(name).rect)
    pupil.tap("erase_now")
    assert pupil.events == [LetterErased()]


@EVERY_GLASS
@pytest.mark.parametrize("size", TextSize)
def test_covered_the_glass_is_the_same_whatever_was_written(glass: Glass, size: TextSize) -> None:
    whole = Rect(0, 0, glass.width, glass.height)
    pictures = set()
    for text in ("а", LETTER, LETTER * 40):
        pupil = written(glass, text.rstrip(), size)
        pupil.type("а")
        pupil.tap("cover")
        pictures.add(pupil.pixels(whole))
    assert len(pictures) == 1
