"""Paper counted by hand beside the slot's count; then the close with every number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import BoardAsked, CloseAsked, PaperHandCountTyped, UnlockAsked
from kiosk.post.journal import Difference
from kiosk.post.letters import Language
from kiosk.post.meeting import Facts
from kiosk.post.steps import Hint
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.count import Count
from tests.screens.committee.hand import SMALL, Hand

FACTS = Facts(1, date(2026, 11, 27), slot=12, hand=12)


@pytest.fixture
def hand() -> Hand:
    return Hand(Count(slot=12))


def test_the_slots_count_is_out_of_sight_until_the_hands_is_typed(hand: Hand) -> None:
    assert "12" not in hand.seen
    hand.touch("digit_1", "digit_1", "compare")
    assert hand.text("count_by_hand") == "11"
    assert hand.text("count_by_slot") == "12"


def test_equal_counts_need_one_confirmation_and_no_reason(hand: Hand) -> None:
    hand.touch("digit_1", "digit_2", "compare")
    assert "agree: 12" in hand.text("said")
    assert not hand.has("diff_power")
    hand.touch("confirm")
    assert hand.events == [PaperHandCountTyped(12)]
    assert hand.text("confirm") == "Saving…"


def test_different_counts_cannot_be_confirmed_without_a_reason(hand: Hand) -> None:
    hand.touch("digit_9", "compare", "confirm")
    assert hand.events == []
    assert "By hand: 9, by the sensor: 12" in hand.text("said")
    hand.touch("diff_together", "diff_sensor")
    assert (hand.chosen("diff_together"), hand.chosen("diff_sensor")) == (False, True)
    hand.touch("confirm")
    assert hand.events == [PaperHandCountTyped(9, Difference.SENSOR)]


@pytest.mark.parametrize("reason", Difference)
def test_every_reason_can_be_chosen_on_the_smallest_screen(reason: Difference) -> None:
    hand = Hand(Count(slot=12), SMALL)
    hand.touch("digit_9", "compare", f"diff_{reason}", "confirm")
    assert hand.events == [PaperHandCountTyped(9, reason)]


def test_correcting_the_number_forgets_its_reason(hand: Hand) -> None:
    hand.touch("digit_9", "compare", "diff_power", "retype", "rub", "digit_8", "compare")
    assert not hand.enabled("confirm")
    hand.touch("diff_unknown", "confirm")
    assert hand.events == [PaperHandCountTyped(8, Difference.UNKNOWN)]


def test_an_empty_box_is_counted_as_nought() -> None:
    hand = Hand(Count(slot=0))
    assert not hand.enabled("compare")
    hand.touch("compare")
    hand.touch("digit_0", "digit_0", "compare", "confirm")
    assert hand.events == [PaperHandCountTyped(0)]


def test_a_usb_keyboard_counts_too(hand: Hand) -> None:
    hand.type("0012x")
    hand.press("backspace")
    hand.type("2")
    hand.press("return")
    hand.press("return")
    assert hand.events == [PaperHandCountTyped(12)]


def test_no_more_than_three_figures_are_taken(hand: Hand) -> None:
    hand.type("1234")
    assert hand.text("number") == "123"


def test_figures_typed_beside_the_comparison_change_nothing(hand: Hand) -> None:
    hand.type("12")
    hand.press("return")
    hand.type("3")
    hand.press("backspace")
    assert hand.text("count_by_hand") == "12"


def test_a_count_that_was_not_stored_is_still_there(hand: Hand) -> None:
    hand.touch("digit_9", "compare", "diff_power", "confirm", "confirm")
    hand.set(working=False, hint=Hint.NOT_STORED)
    assert "Nothing is lost" in hand.text("hint")
    hand.touch("confirm")
    assert hand.events == [PaperHandCountTyped(9, Difference.POWER)] * 2


def test_while_a_count_is_stored_no_key_changes_it(hand: Hand) -> None:
    hand.touch("digit_1", "digit_2", "compare", "confirm")
    hand.press("return")
    hand.touch("retype")
    assert hand.events == [PaperHandCountTyped(12)]
    assert hand.text("count_by_hand") == "12"


def test_the_box_can_be_opened_once_more(hand: Hand) -> None:
    hand.touch("open_box")
    assert hand.events == [UnlockAsked()]
    hand.set(working=False, lock_open=True, seconds=5)
    assert "Pull the door: 5 s" in hand.text("pull")
    hand.set(lock_open=False, hint=Hint.NOBODY_PULLED)
    assert "was not opened" in hand.text("hint")


def test_closing_names_every_number_and_asks_once() -> None:
    facts = replace(FACTS, hand=11, reason=Difference.TOGETHER, papers=11)
    hand = Hand(Close(facts, typed=32, registered=43))
    numbers = [hand.text(name) for name in ("typed", "hand", "slot", "registered")]
    assert numbers == ["32", "11", "12", "43 / 43"]
    assert hand.text("reason") == "Several letters were put in together"
    hand.touch("close_review", "close_review")
    assert hand.events == [CloseAsked()]
    assert hand.text("close_review") == "Saving…"


def test_a_letter_without_a_row_is_named_and_nothing_closes() -> None:
    hand = Hand(Close(FACTS, typed=3, registered=13))
    assert "Letters without a row: 2" in hand.text("missing")
    hand.touch("close_review")
    assert hand.events == []


def test_uncounted_paper_is_named_and_nothing_closes() -> None:
    hand = Hand(Close(replace(FACTS, hand=None), typed=3, registered=3))
    assert "not counted" in hand.text("missing")
    assert hand.text("hand") == "–"
    hand.touch("close_review")
    assert hand.events == []


def test_an_open_door_is_named_but_a_broken_switch_does_not_hold_the_review_open() -> None:
    hand = Hand(Close(FACTS, typed=0, registered=12, door_open=True))
    assert "shut it" in hand.text("missing")
    hand.touch("close_review")
    assert hand.events == [CloseAsked()]


def test_a_close_that_was_not_stored_can_be_tried_again() -> None:
    hand = Hand(Close(FACTS, typed=0, registered=12))
    hand.touch("close_review")
    hand.set(working=False, hint=Hint.NOT_STORED)
    assert "Nothing is lost" in hand.text("hint")
    hand.touch("close_review")
    assert hand.events == [CloseAsked(), CloseAsked()]


def test_at_the_end_everyone_takes_their_card_along() -> None:
    hand = Hand(Closed(date(2026, 12, 25)), language=Language.RU)
    assert "Заберите свои карты" in hand.seen
    assert "Письма прочитают: 25 декабря" in hand.seen
    hand.touch("done")
    assert hand.events == [BoardAsked()]


def test_a_box_that_stands_open_is_not_called_locked() -> None:
    hand = Hand(Closed(date(2026, 12, 25), door_open=True))
    assert "locked" not in hand.seen
    assert "Shut it" in hand.seen
    hand.set(door_open=False)
    assert "the box is locked" in hand.seen


def test_the_end_promises_no_day_that_is_not_known() -> None:
    assert "will be read" not in Hand(Closed()).seen
