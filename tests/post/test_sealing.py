"""Envelopes: one size, only the committee's key, nothing readable outside."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey, SealedBox

from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Kind, Letter, ReplyTo, clean
from kiosk.post.padding import wrap
from kiosk.post.roles import Role
from kiosk.post.sealing import (
    ENVELOPE_SIZE,
    PLAIN_SIZE,
    DamagedEnvelope,
    blank,
    seal,
    unseal,
)

PRIVATE = PrivateKey.generate()
PUBLIC = bytes(PRIVATE.public_key)
letters = st.builds(
    Letter,
    st.text(min_size=1, max_size=60).map(clean).filter(lambda text: bool(text.strip())),
    st.builds(DayMonth, st.integers(1, 29), st.integers(1, 12)),
    st.none() | st.sampled_from(Kind),
    st.frozensets(st.sampled_from(Role)),
    st.none() | st.builds(ReplyTo, st.binary(min_size=16, max_size=16), st.binary(min_size=32)
                          .map(lambda key: key[:32])),
)  # fmt: skip


@settings(deadline=None, max_examples=50)
@given(letters)
def test_what_was_written_comes_back_whole(letter: Letter) -> None:
    sealed = seal(letter, PUBLIC)
    assert len(sealed) == ENVELOPE_SIZE
    assert unseal(sealed, PRIVATE) == letter


@pytest.mark.parametrize(("name", "key"), [(16, 31), (16, 33), (15, 32), (0, 0)])
def test_a_letter_that_no_reply_could_ever_reach_is_damaged(name: int, key: int) -> None:
    """Else it would be found out at the close, when its reply is sealed."""
    forged = Letter("Суу жок", DayMonth(3, 11), reply_to=ReplyTo(b"n" * name, b"k" * key))
    with pytest.raises(DamagedEnvelope):
        unseal(seal(forged, PUBLIC), PRIVATE)


@pytest.mark.parametrize("character", ["a", "ң", "№", "🙂", '"', "\\", "\n"])
def test_the_longest_letter_of_any_character_fits(character: str) -> None:
    text = "." + character * (MAX_CHARACTERS - 1)
    sealed = seal(Letter(text, DayMonth(31, 12), Kind.SUGGESTION), PUBLIC)
    assert len(sealed) == ENVELOPE_SIZE
    assert unseal(sealed, PRIVATE).text == text


def test_one_letter_sealed_twice_looks_like_two() -> None:
    letter = Letter("Салам", DayMonth(1, 9))
    one, two = seal(letter, PUBLIC), seal(letter, PUBLIC)
    assert sum(a == b for a, b in zip(one, two, strict=True)) < ENVELOPE_SIZE / 50


def test_a_broken_character_does_not_lose_the_letter() -> None:
    assert unseal(seal(Letter("a\ud83db", DayMonth(1, 9)), PUBLIC), PRIVATE).text == "a?b"


def test_another_key_opens_nothing() -> None:
    with pytest.raises(DamagedEnvelope):
        unseal(seal(Letter("Салам", DayMonth(1, 9)), PUBLIC), PrivateKey.generate())


def test_a_changed_bit_is_noticed() -> None:
    sealed = bytearray(seal(Letter("Салам", DayMonth(1, 9)), PUBLIC))
    sealed[ENVELOPE_SIZE // 2] ^= 1
    with pytest.raises(DamagedEnvelope):
        unseal(bytes(sealed), PRIVATE)


def test_a_blank_envelope_is_fresh_and_no_letter() -> None:
    assert len(blank()) == ENVELOPE_SIZE
    assert blank() != blank()
    with pytest.raises(DamagedEnvelope):
        unseal(blank(), PRIVATE)


def _sealed(head: dict[str, Any], *texts: str) -> bytes:
    return SealedBox(PRIVATE.public_key).encrypt(wrap(head, texts, PLAIN_SIZE))


def test_fields_of_a_later_version_are_ignored() -> None:
    head = {"day": 1, "month": 9, "kind": "wish", "reply": "k" * 44, "not_for": ["x"]}
    assert unseal(_sealed(head, "Салам", "later"), PRIVATE) == Letter(
        "Салам", DayMonth(1, 9), Kind.WISH
    )


def test_a_kind_of_a_later_version_does_not_hide_the_letter() -> None:
    letter = unseal(_sealed({"day": 1, "month": 9, "kind": "poem"}, "Салам"), PRIVATE)
    assert letter.kind is None


@pytest.mark.parametrize(
    "sealed",
    [
        _sealed({"day": 1, "month": 9}),
        _sealed({"day": 31, "month": 2}, "Салам"),
        _sealed({"month": 9}, "Салам"),
        _sealed({"day": "one", "month": 9}, "Салам"),
        _sealed({"day": 1, "month": 9}, "   "),
        b"",
    ],
)
def test_what_is_no_letter_is_damaged_and_is_not_quoted(sealed: bytes) -> None:
    with pytest.raises(DamagedEnvelope) as caught:
        unseal(sealed, PRIVATE)
    assert "Салам" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_there_is_room_for_what_is_coming() -> None:
    head = {"day": 30, "month": 12, "kind": "suggestion", "reply": "k" * 88}
    head["not_for"] = ["deputy_director", "social_pedagogue", "x" * 64] * 2
    assert len(_sealed(head, "🙂" * MAX_CHARACTERS)) == ENVELOPE_SIZE
