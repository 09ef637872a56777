"""Key cards: digits that catch slips, and the key pair behind them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.cards import CardMistyped, Cost, check_digit, derive, grouped, new_card, parse
from tests.office import CHEAP

SALT = bytes(16)
bodies = st.text("0123456789", min_size=19, max_size=19)


def test_a_new_card_has_twenty_digits_that_fit() -> None:
    code = new_card()
    assert len(code) == 20
    assert parse(code) == code


def test_no_two_cards_are_alike() -> None:
    assert len({new_card() for _ in range(200)}) == 200


@settings(deadline=None, max_examples=50)
@given(bodies, st.integers(0, 19), st.integers(1, 9))
def test_every_single_wrong_digit_is_caught(body: str, place: int, shift: int) -> None:
    code = body + check_digit(body)
    wrong = str((int(code[place]) + shift) % 10)
    with pytest.raises(CardMistyped):
        parse(code[:place] + wrong + code[place + 1 :])


@settings(deadline=None, max_examples=50)
@given(bodies, st.integers(0, 18))
def test_every_swap_of_neighbours_is_caught(body: str, place: int) -> None:
    code = body + check_digit(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        with pytest.raises(CardMistyped):
            parse(swapped)


def test_the_check_digit_tells_all_pairs_of_neighbours_apart() -> None:
    # Not left to chance: all states that a prefix can leave, all unequal pairs after it.
    for state in range(10):
        for one in range(10):
            for two in range(one):
                assert check_digit(f"{state}{one}{two}") != check_digit(f"{state}{two}{one}")


@pytest.mark.parametrize("form", ["{0}", " {0}\n", "{1}", "{2}"])
def test_spaces_and_dashes_do_not_matter(form: str) -> None:
    code = new_card()
    typed = form.format(code, grouped(code), grouped(code).replace(" ", "-"))
    assert parse(typed) == code


@pytest.mark.parametrize("text", ["", "1234", "0" * 19, "0" * 21, "x" * 20, "٠" * 20, "²" * 20])
def test_what_is_no_card_is_mistyped(text: str) -> None:
    with pytest.raises(CardMistyped):
        parse(text)


def test_an_error_never_quotes_the_digits() -> None:
    code = new_card()
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    with pytest.raises(CardMistyped) as caught:
        parse(wrong)
    assert wrong[:6] not in str(caught.value)


def test_groups_of_four_for_paper() -> None:
    assert grouped("12345678901234567890") == "1234 5678 9012 3456 7890"


def test_the_key_follows_from_card_salt_and_cost_alone() -> None:
    code = new_card()
    same = bytes(derive(code, SALT, CHEAP))
    assert bytes(derive(code, SALT, CHEAP)) == same
    assert bytes(derive(code, b"another salt 123", CHEAP)) != same
    assert bytes(derive(code, SALT, Cost(8, 2, 1))) != same
    assert bytes(derive(new_card(), SALT, CHEAP)) != same


def test_a_guess_costs_a_thief_memory_and_time() -> None:
    cost = Cost.production()
    assert cost.memory_kib >= 64 * 1024
    assert cost.passes >= 3
