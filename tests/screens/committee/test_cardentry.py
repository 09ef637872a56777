"""A card typed with a slip of the finger: what was right stays, one group is gone back to."""

from __future__ import annotations

import pytest

from kiosk.events import CardTyped
from kiosk.post.cards import check_digit, groups, new_card
from kiosk.post.roles import Role
from kiosk.screens.committee.rollcall import RollCall
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size

BODY = "1482507396614820357"
CARD = BODY + check_digit(BODY)


def at_the_pad(size: Size = LARGE) -> Hand:
    hand = Hand(RollCall(tuple(Role)), size)
    hand.touch("corridor_clear")
    return hand


def spoiled(at: int) -> str:
    """The card with one wrong digit in this group."""
    parts = groups(CARD)
    parts[at] = str((int(parts[at][0]) + 1) % 10) + parts[at][1:]
    return "".join(parts)


def readable(hand: Hand) -> dict[int, str]:
    """The groups whose digits can be read."""
    found = {nth: hand.widget(f"group_{nth}") for nth in range(5)}
    return {
        nth: getattr(group, "digits", "")
        for nth, group in found.items()
        if getattr(group, "current", False)
    }


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
@pytest.mark.parametrize("at", range(5))
def test_one_wrong_digit_costs_four_and_not_twenty(at: int, size: Size) -> None:
    hand = at_the_pad(size)
    hand.type(spoiled(at))
    assert hand.events == []
    assert readable(hand) == {}, "nothing is read by who only passes by"
    for _ in range(5 - at):
        hand.touch("group_back")
    assert readable(hand) == {at: groups(spoiled(at))[at]}, "to be compared with the card"
    for digit in groups(CARD)[at]:
        hand.touch(f"digit_{digit}")
    assert hand.events == [CardTyped(CARD)]


def test_two_wrong_groups_are_mended_one_after_the_other() -> None:
    hand = at_the_pad()
    hand.type("".join([*groups(spoiled(0))[:1], *groups(CARD)[1:4], groups(spoiled(4))[4]]))
    hand.touch("group_back")
    hand.type(groups(CARD)[4])
    assert hand.events == []
    for _ in range(5):
        hand.touch("group_back")
    hand.type(groups(CARD)[0])
    assert hand.events == [CardTyped(CARD)]


def test_half_way_one_goes_back_round_and_goes_on() -> None:
    hand = at_the_pad()
    hand.type(spoiled(1)[:9])
    hand.touch("group_back")
    assert list(readable(hand)) == [1]
    hand.touch("group_back", "group_back")
    assert list(readable(hand)) == [2], "round, to where it was"
    hand.touch("group_back", "group_back", "group_back")
    hand.touch("group_back")
    hand.type(groups(CARD)[1])
    assert readable(hand) == {2: CARD[8]}
    hand.type(CARD[9:])
    assert hand.events == [CardTyped(CARD)]


def test_a_group_gone_back_to_can_be_rubbed_out() -> None:
    hand = at_the_pad()
    hand.type(CARD[:3] + "0" + CARD[4:6])
    hand.touch("group_back", "rub")
    assert readable(hand) == {0: CARD[:3]}
    hand.type(CARD[3] + CARD[6:])
    assert hand.events == [CardTyped(CARD)]


def test_rubbing_goes_over_the_edge_of_a_group() -> None:
    hand = at_the_pad()
    hand.type(CARD[:4])
    hand.touch("rub", "rub")
    assert readable(hand) == {0: CARD[:2]}
    hand.type(CARD[2:])
    assert hand.events == [CardTyped(CARD)]


@pytest.mark.parametrize("ends", [False, True], ids=["", "with a return"])
def test_a_scanner_that_comes_after_a_slip_begins_another_card(ends: bool) -> None:
    hand, other = at_the_pad(), new_card()
    hand.type(spoiled(2))
    if ends:
        hand.press("return")
    hand.type(other)
    assert hand.events == [CardTyped(other)]


def test_a_return_in_the_middle_of_a_card_ends_it() -> None:
    hand = at_the_pad()
    hand.type(CARD[:7])
    hand.press("return")
    hand.type(CARD)
    assert hand.events == [CardTyped(CARD)]


def test_what_was_handed_over_or_covered_is_forgotten() -> None:
    hand = at_the_pad()
    hand.type(spoiled(2))
    hand.stage.screen.cover()
    hand.stage.refresh()
    assert not hand.has("group_back"), "nothing to go back to"
    assert not any(CARD[at : at + 4] in hand.reprs for at in range(0, 20, 4))
    hand.type(CARD)
    assert not hand.has("group_back"), "nothing to go back to"
