"""Four digits: never drawn, never quoted, forgotten with the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.demo.school import SCHOOL
from kiosk.events import DigitsChosen, DigitsPostponed, DigitsTyped
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.screens.base import Rect, Screen
from kiosk.screens.committee.digits import Digits, Locked
from tests.screens.committee.hand import LARGE, Hand


def choosing() -> Screen:
    return Digits(Step.UNLOCK, Role.SOCIAL_PEDAGOGUE)


def locked() -> Screen:
    return Locked(SCHOOL)


BOTH = pytest.mark.parametrize("make", [choosing, locked])


@BOTH
def test_whatever_is_typed_looks_the_same(make: Callable[[], Screen]) -> None:
    pictures = []
    for digits in ("407", "952"):
        hand = Hand(make())
        hand.type(digits)
        pictures.append(hand.pixels(Rect(0, 0, *LARGE[:2])))
    assert pictures[0] == pictures[1]


@BOTH
def test_no_digit_is_quoted_and_the_fourth_hands_them_over(make: Callable[[], Screen]) -> None:
    hand = Hand(make())
    hand.touch("digit_4", "digit_0", "rub", "digit_0", "digit_7")
    assert hand.events == []
    assert "407" not in hand.reprs
    hand.touch("digit_1")
    assert hand.events in ([DigitsChosen("4071")], [DigitsTyped("4071")])
    assert "4071" not in hand.reprs
    hand.type("9526")
    assert len(hand.events) == 1, "until the answer comes, no more are taken"


@BOTH
def test_digits_are_forgotten_with_the_screen(make: Callable[[], Screen]) -> None:
    hand = Hand(make())
    screen = hand.stage.screen
    hand.type("407")
    hand.stage.show(make())
    hand.stage.show(screen)
    hand.type("1")
    assert hand.events == []


def test_digits_may_be_postponed() -> None:
    hand = Hand(choosing())
    hand.touch("digits_later")
    assert hand.events == [DigitsPostponed()]
