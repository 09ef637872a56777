"""A few lines for the committee; what does not fit is counted, not lost without a word."""

from __future__ import annotations

from datetime import date

from kiosk.post.incidents import Incident
from kiosk.post.letters import Language
from kiosk.post.steps import Hint
from kiosk.screens.committee.unlock import Unlock
from tests.screens.committee.hand import LARGE, SMALL, Hand

KINDS = tuple((date(2026, 9, 22), what) for what in Incident)
DAYS = tuple((date(2026, 9, day), Incident.FORCED) for day in (22, 23, 24, 25))


def said(*noted: tuple[date, Incident], small: bool = False) -> str:
    hand = Hand(Unlock(), SMALL if small else LARGE, Language.EN)
    hand.set(incidents=noted)
    return hand.text("incidents")


def test_one_is_told_with_its_day() -> None:
    assert said(KINDS[0]) == "The door was opened without leave: 22 September"


def test_of_many_days_the_last_are_named() -> None:
    assert said(*DAYS).endswith(": … 23 September, 24 September, 25 September")
    assert said(*DAYS, small=True).endswith(": … 24 September, 25 September")


def test_of_many_kinds_the_gravest_are_named_and_the_rest_counted() -> None:
    lines = said(*KINDS).splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("The door was opened without leave")
    assert lines[-1] == f"Other incidents: {len(Incident) - 4}"
    assert len(said(*KINDS, small=True).splitlines()) == 2


def test_what_has_to_be_done_now_is_said_first() -> None:
    hand = Hand(Unlock())
    hand.set(incidents=KINDS, hint=Hint.NOBODY_PULLED)
    assert "was not opened" in hand.text("hint")
    assert not hand.has("incidents")


def test_where_nothing_happened_nothing_is_told() -> None:
    assert not Hand(Unlock()).has("incidents")
