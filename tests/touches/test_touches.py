"""Every button of every screen does what it says wherever it is touched, once, and no other does.

Each screen on the smallest glass and on one more in turn; all of them: `make test-touch`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, Glass
from kiosk.demo.samples import SAMPLES
from kiosk.events import BoardAsked, HowAsked
from kiosk.post.letters import Language
from kiosk.screens.base import Look, Rect, Screen, View, When
from kiosk.screens.widgets import Button
from tests.touches.glass import By, Tally, touch_all
from tools.showing import Shown

OTHERS = [glass for glass in GLASSES if glass is not SMALLEST]
IN_TURN = [(name, OTHERS[nth % len(OTHERS)]) for nth, name in enumerate(SAMPLES)]
TONGUES = [*Language]


@pytest.mark.parametrize(("name", "glass"), IN_TURN, ids=[*SAMPLES])
def test_every_button_acts_once_and_alone(name: str, glass: Glass) -> None:
    language = TONGUES[OTHERS.index(glass) % len(TONGUES)]
    for shown in (Shown(name, Language.KY, SMALLEST), Shown(name, language, glass)):
        tally = touch_all(shown)
        assert tally.wrong == []
        assert tally.taps >= tally.buttons * 5 * len(By)


# --- what it would find ---


LEFT = Button("left", Rect(100, 100, 200, 100), "paper", "", act=BoardAsked())
RIGHT = Button("right", Rect(320, 100, 200, 100), "paper", "", act=HowAsked())


class Two(Screen):
    """Two buttons, told otherwise than they mean."""

    name = "two"

    def __init__(self, *buttons: Button) -> None:
        self._buttons = buttons

    def view(self, look: Look) -> View:
        return View("paper", self._buttons)


def touched(*buttons: Button) -> Tally:
    return touch_all(Shown("two", Language.KY, SMALLEST), Two(*buttons))


def test_two_buttons_have_eight_places_around_them_and_five_each_in_them() -> None:
    tally = touched(LEFT, RIGHT)
    assert (tally.buttons, tally.taps, tally.beside) == (2, 18 * len(By), 8 * len(By))
    assert tally.wrong == []


def test_a_button_under_another_is_found() -> None:
    over = replace(RIGHT, rect=Rect(290, 100, 200, 100))
    assert {wrong.split(": ", 1)[1] for wrong in touched(LEFT, over).wrong} == {
        f"left, right edge, {by}: HowAsked" for by in By
    }


def test_beside_a_neighbour_nothing_is_claimed() -> None:
    near = replace(RIGHT, rect=Rect(302, 100, 200, 100))
    tally = touched(LEFT, near)
    assert (tally.beside, tally.wrong) == (6 * len(By), [])


def test_what_is_disabled_is_not_asked_but_stands_in_the_way() -> None:
    tally = touched(LEFT, replace(RIGHT, rect=Rect(200, 100, 200, 100), enabled=False))
    assert tally.buttons == 1
    wrong = {said.split(", ")[1] for said in tally.wrong}
    assert wrong == {"centre", "right edge", "upper edge", "lower edge"}


@pytest.mark.parametrize("when", [When.RELEASE, When.PRESS, When.REPEAT, When.HOLD])
def test_each_kind_of_button_acts_once(when: When) -> None:
    assert touched(replace(LEFT, when=when)).wrong == []
