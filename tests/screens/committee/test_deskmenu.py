"""The desk's menu: where to begin, by a finger or a keyboard, and nothing before it is open."""

from __future__ import annotations

import pytest

from kiosk.events import CommitteeLeft, DeskAsked, DeskLeft, DeskTurned
from kiosk.post.desk import DeskPage
from kiosk.post.letters import Language
from kiosk.post.steps import Step
from kiosk.screens.base import KeyStroke
from kiosk.screens.committee.deskmenu import PAGES, DeskMenu, Waiting
from kiosk.screens.committee.progress import AT_THE_DESK
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size


def menu(waiting: Waiting | None = None, *, working: bool = False, over: bool = False) -> Hand:
    screen = DeskMenu(Step.COUNT if over else Step.DESK, over=over)
    screen.waiting, screen.working = waiting, working
    if not over:
        screen.bar = AT_THE_DESK
    return Hand(screen, LARGE, Language.EN)


@pytest.mark.parametrize("page", [page for page, _, _ in PAGES])
def test_each_page_is_one_touch_away(page: DeskPage) -> None:
    hand = menu(Waiting())
    hand.touch(f"desk_{page}")
    assert hand.events == [DeskTurned(page)]


def test_what_goes_out_is_said_beside_what_is_overdue() -> None:
    both = menu(Waiting(3, 2, 1)).seen
    assert "Overdue matters: 2" in both
    assert "Changes on the board: 1" in both
    hand = menu(Waiting(3, 0, 1))
    assert "Changes on the board: 1" in hand.seen
    assert "Matters: 3" in hand.seen


def test_over_a_review_they_go_out_with_its_close_and_not_by_going_back() -> None:
    seen = menu(Waiting(0, 0, 1), over=True).seen
    assert "when the review is closed" in seen
    assert "touch Done" not in seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_referral_that_did_not_come_out_is_told(size: Size) -> None:
    screen = DeskMenu(Step.DESK)
    screen.waiting, screen.unprinted, screen.bar = Waiting(3, 2, 1), (17,), AT_THE_DESK
    hand = Hand(screen, size, Language.RU)
    assert "№ 17" in hand.seen
    for page, _, _ in PAGES:
        hand.touch(f"desk_{page}")


def test_until_the_journal_is_open_there_is_nothing_to_choose() -> None:
    hand = menu(working=True)
    assert "being opened" in hand.seen
    assert not any(hand.has(f"desk_{page}") for page, _, _ in PAGES)


def test_where_it_did_not_open_it_can_be_tried_again() -> None:
    hand = menu()
    hand.touch("again")
    assert hand.events == [DeskAsked()]


def test_the_end_and_the_corner_are_two_ways_out() -> None:
    hand = menu(Waiting(1, 0, 1))
    hand.touch("desk_done")
    assert hand.events == [DeskLeft()]
    hand = menu(Waiting(1, 0, 1))
    hand.touch("leave")
    assert "go out next time" in hand.seen
    hand.touch("leave_sure")
    assert hand.events == [CommitteeLeft()]


def test_without_answers_nothing_is_said_to_be_lost() -> None:
    hand = menu(Waiting())
    hand.touch("leave")
    assert "go out next time" not in hand.seen


def test_over_a_review_it_leads_back_and_promises_nothing_of_the_box() -> None:
    hand = menu(Waiting(), over=True)
    assert "Back" in hand.text("desk_done")
    assert "stays shut" not in hand.seen


def test_figures_of_a_keyboard_choose_and_return_ends() -> None:
    screen = DeskMenu(Step.DESK)
    assert screen.key(KeyStroke("1")) is None, "not before it is open"
    screen.waiting = Waiting()
    assert screen.key(KeyStroke("2")) == DeskTurned(PAGES[1][0])
    assert screen.key(KeyStroke("9")) is None
    assert screen.key(KeyStroke(control="return")) == DeskLeft()
    screen.working = True
    assert screen.key(KeyStroke("2")) is None
