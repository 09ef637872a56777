"""Four digits bring a member back from an idle lock, until three wrong ones."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.events import (
    DigitsKept,
    DigitsRefused,
    DigitsRight,
    DigitsWrong,
)
from kiosk.post.keys import Keyring, KeysAbsent
from kiosk.post.meeting import Facts, Meeting
from tests.office import CARDS, COMMITTEE, DAY, ROLES, keyring

DEPUTY, PEDAGOGUE, PARLIAMENT = ROLES
LATER = date(2027, 9, 1)
EMPTY = Meeting(Facts(1, DAY, 0))


def test_digits_bring_a_member_back_and_the_third_wrong_ones_wipe_everything() -> None:
    keys = keyring()
    assert keys.set_digits(DEPUTY, "1357") == DigitsKept(DEPUTY)
    assert keys.set_digits(PEDAGOGUE, "1357") == DigitsRefused(PEDAGOGUE, again=DEPUTY)
    assert keys.try_digits("1357") == DigitsWrong(2), "two know them, so they open nothing"
    assert keys.set_digits(DEPUTY, "5713") == DigitsKept(DEPUTY)
    assert keys.try_digits("5713") == DigitsRight(DEPUTY)
    assert keys.set_digits(PEDAGOGUE, "2468") == DigitsKept(PEDAGOGUE)
    assert keys.set_digits(DEPUTY, "9753") == DigitsKept(DEPUTY)
    assert keys.try_digits("1357") == DigitsWrong(2)
    assert keys.try_digits("0000") == DigitsWrong(1)
    assert keys.try_digits("9753") == DigitsRight(DEPUTY)
    for left in (2, 1):
        assert keys.try_digits("0000") == DigitsWrong(left)
        assert keys.open(EMPTY).letters == ()
    assert keys.try_digits("0000") == DigitsWrong(0)
    with pytest.raises(KeysAbsent):
        keys.open(EMPTY)
    assert keys.try_digits("9753") == DigitsWrong(2)


@pytest.mark.parametrize(
    "easy",
    [
        "0000",
        "1111",
        "1212",
        "1221",
        "1112",
        "1234",
        "0123",
        "7890",
        "4321",
        "2109",
        "1998",
        "2010",
    ],
)
def test_what_somebody_would_guess_first_is_refused(easy: str) -> None:
    keys = keyring()
    assert keys.set_digits(DEPUTY, easy) == DigitsRefused(DEPUTY)
    assert keys.try_digits(easy) == DigitsWrong(2)


@pytest.mark.parametrize("digits", ["1235", "4071", "9526", "1357", "1024", "1123"])
def test_others_are_kept(digits: str) -> None:
    assert keyring().set_digits(DEPUTY, digits) == DigitsKept(DEPUTY)


def test_who_is_not_here_has_no_digits() -> None:
    keys = Keyring(COMMITTEE)
    keys.present(CARDS[DEPUTY])
    with pytest.raises(KeysAbsent):
        keys.set_digits(PEDAGOGUE, "2468")
