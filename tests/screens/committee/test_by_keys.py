"""A USB keyboard alone: Tab reaches each button of those who are no pupils, Enter touches it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.demo.book import journal
from kiosk.demo.glasses import SMALLEST
from kiosk.demo.samples import SAMPLES
from kiosk.events import (
    AsideLeft,
    BoardAsked,
    DeskLeft,
    DeskTurned,
    Event,
    LookAsked,
    PhraseLeft,
    SteppedBack,
)
from kiosk.post.desk import DeskPage
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Step
from kiosk.screens.base import View, When, Widget
from kiosk.screens.committee.journal import Journal
from kiosk.screens.committee.letters import Letters
from kiosk.screens.paging import Turning
from tests.screens.committee.hand import Hand
from tests.screens.committee.test_fit import LEFT

ROOMS = ("kiosk.screens.committee.", "kiosk.screens.members.", "kiosk.screens.technician.")


def theirs() -> Iterator[str]:
    """Samples of the committee, its members and the technician."""
    for name, make in SAMPLES.items():
        room = type(make()).__module__
        if room.startswith(ROOMS) and ".notice" not in room:
            yield name


OURS = [*theirs()]
BACK = {AsideLeft, BoardAsked, DeskLeft, DeskTurned, LookAsked, PhraseLeft, SteppedBack}


def at(sample: str) -> Hand:
    return Hand(SAMPLES[sample](), SMALLEST, paints=False)


def buttons(hand: Hand) -> list[Widget]:
    """What a finger can press and let go."""
    widgets = hand.stage.view.widgets
    return [one for one in widgets if one.act and one.enabled and one.when is When.RELEASE]


def state(hand: Hand) -> tuple[View, list[Event]]:
    return hand.stage.view, hand.events


@pytest.mark.parametrize("sample", OURS)
def test_tab_reaches_every_button_and_enter_touches_it(sample: str) -> None:
    names = [one.name for one in buttons(at(sample))]
    for turns, name in enumerate(names, 1):
        keyed, touched = at(sample), at(sample)
        for _ in range(turns):
            keyed.press("tab")
        keyed.press("return")
        touched.touch(name)
        assert state(keyed) == state(touched), name


@pytest.mark.parametrize("sample", OURS)
def test_escape_is_never_the_end_of_something_that_is_not_kept(sample: str) -> None:
    """It asks, or goes back a step; it does not leave a review, and makes nothing void."""
    hand = at(sample)
    hand.press("escape")
    assert {type(event) for event in hand.events} <= BACK


def test_page_up_and_page_down_turn_whatever_is_turned() -> None:
    hand = Hand(Journal(Index.of(journal(), tuple(Role))), SMALLEST, paints=False)
    first = hand.seen
    hand.press("page_up")
    assert hand.seen == first
    hand.press("page_down")
    assert "2 / " in hand.text("leaf")
    hand.press("page_up")
    assert hand.seen == first


@pytest.mark.parametrize("sample", OURS)
def test_whatever_has_pages_turns_by_its_key(sample: str) -> None:
    hand = at(sample)
    pagers = [one.act for one in buttons(hand) if isinstance(one.act, Turning)]
    before = hand.stage.view
    hand.press("page_down")
    if any(act.step > 0 for act in pagers):
        assert hand.stage.view != before


def test_a_finger_drawn_over_a_list_turns_it_and_touches_nothing() -> None:
    hand = Hand(Letters(Step.REGISTER, LEFT), SMALLEST, paints=False)
    hand.draw("letter_12", millimetres=-30)
    assert "2 / " in hand.text("leaf")
    assert hand.events == []
    hand.draw("letter_40", millimetres=30)
    assert "1 / " in hand.text("leaf")
    hand.draw("letter_12", millimetres=30)
    assert "1 / " in hand.text("leaf")


def test_escape_goes_back_from_the_journal_to_the_desk() -> None:
    hand = Hand(Journal(Index.of(journal(), tuple(Role))), SMALLEST, paints=False)
    hand.press("escape")
    assert hand.events == [DeskTurned(DeskPage.MENU)]
