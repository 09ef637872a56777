"""Twelve keys a second, a thousand characters, every kind of panel: nothing lost, nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.screens.keyboard import KEYS, Special
from kiosk.screens.write import Write
from tests.screens.pupil import SCHOOL, SMALL, Pupil
from tests.screens.typist import Panel, Typist

LETTERS = "".join(sign for row in KEYS[Special.CYRILLIC] for sign in row if len(sign) == 1)
TEXT = (
    "ушул жерде баары жакшы, бирок класста суук. эссе сатып аллея тоо уу-шуу. "
    "өңүү үңкүү ооба ээ сс ссс яя  мугалим аттар коллектив группа. "
).replace("-", " ")
WORDS = (TEXT * 9)[:1000]


def typed(text: str, panel: Panel, seed: int) -> str:
    screen = Write(SCHOOL)
    pupil = Pupil(screen, SMALL, paints=False)
    Typist(pupil, panel, seed).types(text)
    return screen.text.lower()


@pytest.mark.parametrize("panel", Panel)
def test_a_thousand_characters_at_twelve_a_second(panel: Panel) -> None:
    assert typed(WORDS, panel, seed=11) == WORDS


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(LETTERS + " ", min_size=2, max_size=40),
    st.sampled_from(list(Panel)),
    st.integers(0, 10_000),
)
def test_any_letters_in_any_rhythm_on_any_panel(text: str, panel: Panel, seed: int) -> None:
    assert typed(text, panel, seed) == text


@pytest.mark.parametrize("panel", Panel)
def test_one_letter_over_and_over(panel: Panel) -> None:
    """A letter twice in a row comes 83 ms after itself, often less."""
    assert typed("с" * 60, panel, seed=5) == "с" * 60


@pytest.mark.parametrize("panel", [Panel.FINGER, Panel.MOUSE_FIRST])
def test_beside_a_finger_that_never_lifts(panel: Panel) -> None:
    screen = Write(SCHOOL)
    pupil = Pupil(screen, SMALL, paints=False)
    pupil.wait(1)
    pupil.down(*pupil.middle("key_ъ"), who=9999)
    pupil.wait(0.2)
    Typist(pupil, panel, 3).types("биз эч кимге айтпайбыз")
    assert screen.text.lower().startswith("ъ")
    assert screen.text.lower()[1:] == "биз эч кимге айтпайбыз"


def test_a_palm_between_words_types_two_letters_at_most() -> None:
    screen = Write(SCHOOL)
    pupil = Pupil(screen, SMALL, paints=False)
    typist = Typist(pupil, Panel.FINGER, 1)
    typist.types("биз")
    for who, letter in enumerate("вапрол"):
        pupil.down(*pupil.middle(f"key_{letter}"), who=100 + who)
        pupil.wait(0.005)
    for who, letter in enumerate("вапрол"):
        pupil.up(*pupil.middle(f"key_{letter}"), who=100 + who)
    typist.types("эки")
    assert screen.text.lower() == "бизваэки"


def test_a_drag_that_starts_on_a_key_types_that_key_and_no_other() -> None:
    screen = Write(SCHOOL)
    pupil = Pupil(screen, SMALL, paints=False)
    pupil.wait(1)
    x, y = pupil.middle("key_ф")
    pupil.down(x, y)
    for step in range(1, 12):
        pupil.drag(x + step * 60, y - step * 4)
    pupil.up(x + 700, y - 48)
    assert screen.text == "Ф"


def test_a_drag_that_starts_on_a_button_types_nothing() -> None:
    screen = Write(SCHOOL, "а")
    pupil = Pupil(screen, SMALL, paints=False)
    pupil.wait(1)
    pupil.down(*pupil.middle("done"))
    for letter in "шщзх":
        pupil.drag(*pupil.middle(f"key_{letter}"))
    pupil.up(*pupil.middle("key_х"))
    assert (screen.text, pupil.events) == ("а", [])
