"""How many matters are overdue, before the first letter."""

from __future__ import annotations

import pytest

from kiosk.events import AsideLeft, DeskAsked
from kiosk.post.desk import DeskPage
from kiosk.post.steps import Step
from kiosk.screens.committee.due import Due
from tests.screens.committee.hand import Hand


@pytest.mark.parametrize(
    ("button", "event"), [("look", DeskAsked(DeskPage.MATTERS)), ("later", AsideLeft())]
)
def test_it_says_how_many_and_one_looks_now_or_later(button: str, event: object) -> None:
    hand = Hand(Due(Step.REGISTER, 3))
    assert hand.text("due") == "Overdue matters: 3"
    hand.touch(button)
    assert hand.events == [event]
