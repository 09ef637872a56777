"""Reply codes: what a thief can try, what a finger may slip on, and how slowly one may guess."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.post import codes
from kiosk.post.cards import Cost, grouped
from kiosk.post.codes import CodeMistyped, ReplyCode, derive, parse, pause_s
from tests.office import CHEAP

CODE = "4071902836651746"
codes_made = st.builds(lambda: codes.with_check(codes.DIGITS - 1))


def test_a_code_gives_the_same_name_and_key_each_time_it_is_typed() -> None:
    code = ReplyCode.new(CHEAP)
    assert derive(parse(grouped(code.digits)), CHEAP).reply_to == code.reply_to


def test_no_two_codes_share_anything() -> None:
    made = [ReplyCode.new(CHEAP) for _ in range(50)]
    assert len({code.digits for code in made}) == 50
    assert len({code.reply_to.name for code in made}) == 50
    assert len({code.reply_to.key for code in made}) == 50


def test_the_name_gives_nothing_of_the_key() -> None:
    key = derive(CODE, CHEAP)
    assert (len(key.name), len(bytes(key.private))) == (16, 32)
    assert key.name not in bytes(key.private) + key.reply_to.key


def test_another_cost_would_open_nothing() -> None:
    dearer = Cost(CHEAP.memory_kib * 2, CHEAP.passes, CHEAP.lanes)
    assert derive(CODE, CHEAP).name != derive(CODE, dearer).name


@given(codes_made, st.integers(0, 15), st.integers(1, 9))
def test_every_wrong_digit_is_noticed(code: str, place: int, step: int) -> None:
    wrong = str((int(code[place]) + step) % 10)
    with pytest.raises(CodeMistyped):
        parse(code[:place] + wrong + code[place + 1 :])


@given(codes_made)
def test_every_swap_of_neighbours_is_noticed(code: str) -> None:
    for place, (one, two) in enumerate(pairwise(code)):
        if one != two:
            with pytest.raises(CodeMistyped):
                parse(code[:place] + two + one + code[place + 2 :])


@pytest.mark.parametrize("typed", ["", "1234", "1" * 17, "x" * 16, "٣" * 16])
def test_what_is_no_code_is_mistyped(typed: str) -> None:
    with pytest.raises(CodeMistyped) as caught:
        parse(typed)
    assert not typed or typed not in str(caught.value)


def test_no_repr_shows_code_name_or_key() -> None:
    code = ReplyCode.new(CHEAP)
    key = derive(code.digits, CHEAP)
    for said in (repr(code), repr(key), repr(key.reply_to)):
        assert code.digits not in said
        assert key.name.hex() not in said
        assert repr(key.name) not in said


def test_the_wait_grows_to_eight_seconds_and_no_further() -> None:
    assert [pause_s(n) for n in range(6)] == [0, 2, 4, 8, 8, 8]
    assert pause_s(1000) == 8


def test_whoever_guesses_at_the_glass_for_a_year_finds_nothing() -> None:
    tries = 365 * 86400 / pause_s(1000)
    replies = 1000
    assert tries * replies / 10 ** (codes.DIGITS - 1) < 1e-5


def test_guessing_costs_more_than_a_school_is_worth() -> None:
    """15 random digits; a second and 128 MiB for each guess, in whichever way it is made."""
    cost = Cost.production()
    assert (cost.memory_kib, cost.passes) == (128 * 1024, 4)
    seconds = 10 ** (codes.DIGITS - 1)
    assert seconds / (365 * 86400) > 3e7
