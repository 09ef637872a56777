"""Parcels: one size whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap

SIZE = 2000
texts = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=5)


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.text("abc", max_size=3), st.integers() | st.none(), max_size=3), texts)
def test_what_goes_in_comes_out_and_the_size_says_nothing(
    head: dict[str, int | None], words: list[str]
) -> None:
    parcel = wrap(head, words, SIZE)
    assert len(parcel) == SIZE
    assert unwrap(parcel) == (head, tuple(words))


def test_it_holds_as_much_as_it_says_and_no_more() -> None:
    head = len(wrap({}, [], 8))
    assert wrap({}, ["🙂" * 10], head + room(10)).endswith("🙂".encode())
    with pytest.raises(ParcelTooLong):
        wrap({}, ["🙂" * 10 + "a"], head + room(10))


@pytest.mark.parametrize(
    "parcel",
    [
        b"",
        b"\x01",
        b"\x02" + wrap({}, [], SIZE)[1:],
        wrap({}, ["abc"], SIZE)[:10],
        b"\x01\x01\x00\x00\x00\x02[]",
        b"\x01\x01\x00\x00\x00\x01{",
        b"\x01\x01\x00\x00\x00\x02\xff\xff",
        b"\x01\x00",
    ],
)
def test_other_bytes_are_no_parcel(parcel: bytes) -> None:
    with pytest.raises(NotAParcel):
        unwrap(parcel)
