"""The keyboard on the screen and the number pad."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from kiosk.events import Event
from kiosk.post.letters import Language
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View
from kiosk.screens.keyboard import (
    Exchanged,
    Key,
    Keyboard,
    Pressed,
    Special,
    Typed,
    wants_capital,
)
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme
from kiosk.texts import Texts
from tests.screens.pupil import Pupil

AREA = Rect(0, 0, 1280, 368)


def keys(board: Keyboard, *, capital: bool = False) -> dict[str, Key]:
    look = Look(1280, 800, Theme.resolve(1280, 800, 10.1), Texts(Language.KY))
    widgets = board.widgets(look, AREA, capital=capital)
    assert all(isinstance(widget, Key) for widget in widgets)
    return {widget.name: widget for widget in widgets if isinstance(widget, Key)}


def faces(board: Keyboard, *, capital: bool = False) -> str:
    return "".join(key.face for key in keys(board, capital=capital).values())


def test_one_layout_has_every_kyrgyz_and_russian_letter() -> None:
    letters = set("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")
    assert letters <= set(faces(Keyboard()))


def test_own_letters_stand_at_the_right_edge_in_their_own_colour() -> None:
    shown = keys(Keyboard())
    for sign in "үөң":
        assert shown[f"key_{sign}"].tone == "calm"
        assert shown[f"key_{sign}"].rect.x > AREA.w * 0.8
    assert shown["key_н"].tone == "key"


def test_the_other_layouts_are_one_touch_away() -> None:
    board = Keyboard()
    board.press(Special.LATIN, capital=False)
    assert set("qwertyuiopasdfghjklzxcvbnm") <= set(faces(board))
    board.press(Special.NUMBERS, capital=False)
    assert set("0123456789-/:;()№%+=!«»\"'@") <= set(faces(board))
    back = [key.act for key in keys(board).values() if key.name == "key_latin"]
    assert back == [Pressed(Special.LATIN)]
    board.press(Special.CYRILLIC, capital=False)
    assert "й" in faces(board)


@pytest.mark.parametrize("layout", [Special.CYRILLIC, Special.LATIN, Special.NUMBERS])
def test_keys_fill_the_area_and_do_not_overlap(layout: Special) -> None:
    board = Keyboard()
    board.press(layout, capital=False)
    shown = [key.rect for key in keys(board).values()]
    for row in {rect.y for rect in shown}:
        places = sorted(rect for rect in shown if rect.y == row)
        for left, right in pairwise(places):
            assert left.x + left.w == right.x
        assert places[-1].x + places[-1].w <= AREA.w
    assert sum(rect.w for rect in shown if rect.y == 0) == AREA.w


@pytest.mark.parametrize("layout", [Special.CYRILLIC, Special.LATIN, Special.NUMBERS])
def test_every_key_can_be_drawn_and_its_face_fits(layout: Special) -> None:
    board = Keyboard()
    board.press(layout, capital=False)
    theme = Theme.resolve(800, 480, 7.0)
    for key in keys(board, capital=True).values():
        assert set(key.face) <= lettering.drawable()
        assert key.fits(theme)
        if isinstance(key.act, Typed):
            assert repr(key.act) == "Typed()"


def test_shift_holds_for_one_character() -> None:
    board = Keyboard()
    board.press(Special.SHIFT, capital=False)
    assert "Й" in faces(board)
    assert keys(board)["key_shift"].tone == "key_pressed"
    board.typed()
    assert "й" in faces(board)


def test_shift_takes_an_automatic_capital_back() -> None:
    board = Keyboard()
    assert "Й" in faces(board, capital=True)
    board.press(Special.SHIFT, capital=True)
    assert "й" in faces(board, capital=True)


def test_a_locked_shift_holds_until_it_is_touched() -> None:
    board = Keyboard()
    board.press(Special.SHIFT, capital=False)
    board.press(Special.LOCK, capital=False)
    for change in (board.typed, lambda: board.press(Special.BACKSPACE, capital=False)):
        change()
        assert "Й" in faces(board)
    board.press(Special.LATIN, capital=False)
    assert "Q" in faces(board)
    board.press(Special.SHIFT, capital=False)
    assert "q" in faces(board)


def test_a_locked_shift_wears_another_sign_not_only_another_colour() -> None:
    board = Keyboard()
    rest = keys(board)["key_shift"]
    board.press(Special.SHIFT, capital=False)
    once = keys(board)["key_shift"]
    board.press(Special.LOCK, capital=False)
    locked = keys(board)["key_shift"]
    assert (rest.icon, once.icon, locked.icon) == (
        "arrow-big-up", "arrow-big-up", "arrow-big-up-dash"
    )  # fmt: skip
    assert once.line == locked.line != rest.line
    assert (rest.locked, once.locked, locked.locked) == (False, False, True)


def test_a_locked_shift_differs_in_shape_from_one_that_is_on() -> None:
    """In the same colours it is another picture."""
    board = Keyboard()
    board.press(Special.SHIFT, capital=False)
    once = keys(board)["key_shift"]
    board.press(Special.LOCK, capital=False)
    locked = keys(board)["key_shift"]
    assert (once.tone, once.ink) == (locked.tone, locked.ink)
    assert picture(once) != picture(locked)


def picture(key: Key) -> bytes:
    brush = Brush(pygame.Surface((1280, 800)), Theme.resolve(1280, 800, 10.1))
    key.paint(brush, pressed=False)
    return pygame.image.tobytes(brush.surface, "RGB")


def test_shift_locks_by_a_second_touch_or_a_hold_and_lets_go_by_one() -> None:
    board = Keyboard()
    shift = keys(board)["key_shift"]
    assert shift.held == shift.twice == Pressed(Special.LOCK)
    board.press(Special.LOCK, capital=False)
    locked = keys(board)["key_shift"]
    assert (locked.act, locked.held, locked.twice) == (Pressed(Special.SHIFT), None, None)


@pytest.mark.parametrize(("letter", "other"), ["уү", "нң", "оө", "её", "ьъ"])
@pytest.mark.parametrize("capital", [False, True])
def test_a_held_letter_becomes_its_neighbour_in_its_case(
    letter: str, other: str, *, capital: bool
) -> None:
    key = keys(Keyboard(), capital=capital)[f"key_{letter}"]
    if capital:
        letter, other = letter.upper(), other.upper()
    assert key.act == Typed(letter)
    assert key.held == Exchanged(other, old=letter)
    assert key.more == other
    assert other not in repr(key.held)


def test_no_other_letter_changes_when_it_is_held() -> None:
    held = {key.face for key in keys(Keyboard()).values() if key.held and key.face}
    assert held == set("уноеь")


@pytest.mark.parametrize("area", [AREA, Rect(0, 0, 3000, 368)])
def test_no_key_is_broader_than_a_hand_spans(area: Rect) -> None:
    look = Look(3000, 800, Theme(6), Texts(Language.KY))
    shown = Keyboard().widgets(look, area, capital=False)
    left, right = shown[0].rect, shown[12].rect
    assert left.w <= 19 * 6
    assert abs(left.x - (area.w - right.x - right.w)) <= 1, "in the middle"


@pytest.mark.parametrize("key", [Special.BACKSPACE, Special.RETURN])
def test_backspace_and_return_let_shift_go(key: Special) -> None:
    board = Keyboard()
    board.press(Special.SHIFT, capital=False)
    board.press(key, capital=False)
    assert not board.shifted(capital=False)


@pytest.mark.parametrize(
    ("before", "capital"),
    [
        ("", True),
        ("Салам", False),
        ("Салам ", False),
        ("Салам.", False),
        ("Салам. ", True),
        ("Салам! «", True),
        ("Салам? ", True),
        ("Ой… ", True),
        ("«", True),
        ("3.5", False),
    ],
)
def test_a_sentence_starts_with_a_capital(before: str, *, capital: bool) -> None:
    assert wants_capital(before) is capital


class Pad(Screen):
    """Types digits."""

    name = "pad"

    def __init__(self) -> None:
        self.code = ""

    def view(self, look: Look) -> View:
        return View("paper", number_pad(Rect(100, 100, 600, 480)))

    def act(self, act: Act) -> Event | None:
        match act:
            case Digit(text=text):
                self.code += text
            case Rubbed():
                self.code = self.code[:-1]
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        for act in number_acts(stroke):
            self.act(act)
        return None


def test_the_number_pad_types_and_takes_back() -> None:
    screen = Pad()
    pupil = Pupil(screen)
    pupil.tap(*(f"digit_{sign}" for sign in "1203456789"))
    assert screen.code == "1203456789"
    pupil.tap("rub")
    assert screen.code == "120345678"
    assert "120345678" not in pupil.reprs


def test_a_usb_keyboard_or_scanner_types_digits_only() -> None:
    screen = Pad()
    pupil = Pupil(screen)
    pupil.type("12 34-a٣5")
    assert screen.code == "12345"
    pupil.press("backspace")
    pupil.press("left")
    assert screen.code == "1234"
