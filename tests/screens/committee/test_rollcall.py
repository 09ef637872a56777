"""The roll call: cards typed, scanned, mistyped, refused, and never shown whole."""

from __future__ import annotations

import pytest

from kiosk.events import CardTyped, CommitteeLeft, LanguageChosen
from kiosk.post.cards import check_digit
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.steps import Hint
from kiosk.screens.committee.rollcall import RollCall
from tests.screens.committee.hand import SMALL, Hand

BODY = "7318204596317820459"
CARD = BODY + check_digit(BODY)
WRONG = CARD[:-1] + str((int(CARD[-1]) + 1) % 10)


@pytest.fixture
def hand() -> Hand:
    return calling()


def calling() -> Hand:
    """A roll call after somebody looked round the corridor."""
    hand = Hand(RollCall(tuple(Role)))
    hand.touch("corridor_clear")
    return hand


def touch_digits(hand: Hand, digits: str) -> None:
    hand.touch(*(f"digit_{digit}" for digit in digits))


def test_the_first_thing_asked_is_whether_the_corridor_is_clear() -> None:
    hand = Hand(RollCall(tuple(Role)))
    assert "is anybody else in the corridor?" in hand.text("corridor")
    hand.type(CARD)
    assert hand.events == [], "nobody has looked yet"
    hand.touch("corridor_clear")
    hand.type(CARD)
    assert hand.events == [CardTyped(CARD)]


def test_the_last_digit_sends_the_card_without_another_touch(hand: Hand) -> None:
    touch_digits(hand, CARD[:-1])
    assert hand.events == []
    touch_digits(hand, CARD[-1])
    assert hand.events == [CardTyped(CARD)]
    assert "Checking the code" in hand.text("said")


def test_a_scanner_types_all_digits_at_once_and_its_return_does_nothing(hand: Hand) -> None:
    hand.type(CARD)
    hand.press("return")
    assert hand.events == [CardTyped(CARD)]


def test_blanks_and_hyphens_of_a_scanner_do_not_count(hand: Hand) -> None:
    hand.type(" ".join(CARD[n : n + 4] for n in range(0, 20, 4)))
    assert hand.events == [CardTyped(CARD)]


def test_only_the_group_that_is_typed_can_be_read(hand: Hand) -> None:
    hand.type(CARD[:10])
    shown = [vars(hand.widget(f"group_{n}")) for n in range(5)]
    assert [group["current"] for group in shown] == [False, False, True, False, False]
    assert [len(group["digits"]) for group in shown] == [4, 4, 2, 0, 0]


def test_dots_look_the_same_whatever_was_typed() -> None:
    pictures = []
    for digits in ("123490", "876590"):
        hand = calling()
        hand.type(digits)
        pictures.append(hand.pixels(hand.widget("group_0").rect))
    assert pictures[0] == pictures[1]


def test_digits_of_the_current_group_are_drawn(hand: Hand) -> None:
    before = hand.pixels(hand.widget("group_0").rect)
    hand.type("7")
    assert hand.pixels(hand.widget("group_0").rect) != before


def test_a_slip_of_the_finger_can_be_taken_back_over_a_group(hand: Hand) -> None:
    hand.type(CARD[:4] + "99")
    hand.touch("rub")
    hand.press("backspace")
    hand.press("backspace")
    hand.type(CARD[3:])
    assert hand.events == [CardTyped(CARD)]


def test_a_mistyped_card_is_told_here_and_derives_nothing(hand: Hand) -> None:
    hand.type(WRONG)
    assert hand.events == []
    assert "mistyped" in hand.text("said")
    hand.type("1")
    assert "mistyped" not in hand.seen


def test_while_a_card_is_checked_more_digits_are_not_taken(hand: Hand) -> None:
    hand.type(CARD)
    hand.type(CARD)
    touch_digits(hand, "12")
    assert hand.events == [CardTyped(CARD)]


def test_who_is_here_and_who_is_awaited() -> None:
    present, missing = tuple(Role)[:1], tuple(Role)[1:]
    hand = Hand(RollCall(missing, present))
    assert hand.text("deputy_director_state") == "Here"
    assert hand.text("parliament_member_state") == "Waiting"
    hand.set(present=tuple(Role)[:2], missing=tuple(Role)[2:], working=False)
    assert hand.text("social_pedagogue_state") == "Here"


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint.CARD_UNKNOWN, "does not match"),
        (Hint.CARD_REPEATED, "Still needed: Social pedagogue, Member of the school parliament"),
        (Hint.GATHER_AGAIN, "type your card again"),
    ],
)
def test_a_refused_card_is_explained_and_the_next_one_is_taken(hint: Hint, words: str) -> None:
    hand = Hand(RollCall(tuple(Role)[1:], tuple(Role)[:1]))
    hand.type(CARD)
    hand.set(working=False, hint=hint)
    assert words in hand.text("said")
    hand.type(CARD)
    assert hand.events == [CardTyped(CARD), CardTyped(CARD)]


def test_no_digit_is_quoted_anywhere(hand: Hand) -> None:
    hand.type(CARD[:8])
    typing = hand.reprs
    hand.type(CARD[8:])
    for quoted in (typing, hand.reprs):
        assert CARD[:4] not in quoted
        assert CARD[4:8] not in quoted


def test_digits_are_forgotten_with_the_screen(hand: Hand) -> None:
    screen = hand.stage.screen
    hand.type(CARD[:10])
    hand.stage.show(RollCall(tuple(Role)))
    hand.stage.show(screen)
    hand.type(CARD[10:])
    assert hand.events == []


def test_leaving_is_asked_once_and_not_under_the_same_finger(hand: Hand) -> None:
    asked_at = hand.widget("leave").rect
    hand.touch("leave")
    assert hand.events == []
    assert not hand.has("leave")
    sure = hand.widget("leave_sure").rect
    assert sure.x > asked_at.x + asked_at.w
    assert sure.y > asked_at.y + asked_at.h
    hand.touch("stay")
    assert hand.has("digit_1")
    hand.touch("leave", "leave_sure")
    assert hand.events == [CommitteeLeft()]


def test_a_scanner_types_nothing_into_the_question_whether_to_leave(hand: Hand) -> None:
    hand.touch("leave")
    hand.type(CARD)
    assert hand.events == []
    hand.press("escape")
    hand.type(CARD)
    assert hand.events == [CardTyped(CARD)]


def test_a_narrow_screen_leaves_by_the_same_button() -> None:
    hand = Hand(RollCall(tuple(Role)), SMALL)
    hand.touch("leave", "leave_sure")
    assert hand.events == [CommitteeLeft()]


def test_the_language_is_one_touch_away_and_the_digits_stay(hand: Hand) -> None:
    hand.type(CARD[:4])
    hand.touch("language_ru")
    assert hand.events == [LanguageChosen(Language.RU)]
    hand.stage.language = Language.RU
    hand.type(CARD[4:])
    assert hand.events[1:] == [CardTyped(CARD)]
    assert "Код проверяется" in hand.seen
