"""The technician's PIN: what may be one, how it is kept, how guessing is slowed down."""

from __future__ import annotations

import pytest

from kiosk.post.pin import Answer, BadPin, PinDamaged, answered, chosen, hashed, pause_s
from tests.office import CHEAP

PIN = "486201"
KEPT = hashed(PIN, CHEAP)


@pytest.mark.parametrize("pin", ["486201", "486201486201", "112233"])
def test_six_to_twelve_digits_are_a_pin(pin: str) -> None:
    assert chosen(pin) == pin


@pytest.mark.parametrize(
    "pin", ["", "48620", "4862014862014", "48620a", "٤٨٦٢٠١", "000000", "123456", "987654321"]
)
def test_what_is_too_short_too_long_or_guessed_first_is_none(pin: str) -> None:
    with pytest.raises(BadPin) as refused:
        chosen(pin)
    assert not pin or pin not in str(refused.value)


def test_the_right_one_is_right_and_each_other_is_wrong() -> None:
    assert answered(PIN, KEPT) is Answer.RIGHT
    assert {answered(wrong, KEPT) for wrong in ("486202", "4862010", "", "0")} == {Answer.WRONG}


def test_without_a_pin_nothing_is_right() -> None:
    assert answered("", None) is answered(PIN, None) is Answer.NONE_SET


def test_what_is_kept_is_argon2id_at_the_cost_it_was_given_and_salted() -> None:
    assert KEPT.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert PIN not in KEPT
    assert hashed(PIN, CHEAP) != KEPT


@pytest.mark.parametrize("kept", ["", "486201", "$argon2id$v=19$", "$argon2i$v=19$m=8,t=1,p=1$"])
def test_what_cannot_be_read_lets_nobody_in(kept: str) -> None:
    with pytest.raises(PinDamaged):
        answered(PIN, kept)


def test_each_wrong_pin_doubles_the_wait_up_to_half_a_minute() -> None:
    assert [pause_s(wrong) for wrong in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert pause_s(10_000) == 30
