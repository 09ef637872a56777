"""What was said about letters: packed in one size, and taken out as it was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.post import wishes
from kiosk.post.padding import NotAParcel, wrap
from kiosk.post.roles import Role
from kiosk.post.wishes import WISHES_SIZE, Wishes

PLACES = st.none() | st.integers(1, 9999)
STEPPED = st.frozensets(st.tuples(PLACES, st.sampled_from(Role)), max_size=40)


@given(STEPPED, st.lists(PLACES, unique=True, max_size=40))
def test_it_comes_out_as_it_went_in_and_always_of_one_size(
    stepped: frozenset[tuple[int | None, Role]], later: list[int | None]
) -> None:
    said = Wishes(stepped, tuple(later))
    packed = wishes.pack(said, 3)
    assert len(packed) == WISHES_SIZE
    assert wishes.unpack(packed, 3) == said


def test_a_thousand_letters_have_room() -> None:
    places = range(1, 1001)
    stepped = frozenset((place, role) for place in places for role in Role)
    said = Wishes(stepped, (*places,))
    assert wishes.unpack(wishes.pack(said, 1000), 1000) == said


def test_what_was_said_of_a_paper_letter_does_not_hold_for_the_next_one() -> None:
    said = Wishes().stepped_out(None, Role.DEPUTY_DIRECTOR).stepped_out(7, Role.SOCIAL_PEDAGOGUE)
    after = wishes.unpack(wishes.pack(said.put_off(None), 1), 2)
    assert after == Wishes().stepped_out(7, Role.SOCIAL_PEDAGOGUE)


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        wrap({}, (), WISHES_SIZE),
        wrap({"stepped": {"nobody": [1]}, "later": [], "papers": 0}, (), WISHES_SIZE),
        wrap({"stepped": [], "later": None, "papers": 0}, (), WISHES_SIZE),
    ],
)
def test_what_is_no_record_says_so(packed: bytes) -> None:
    with pytest.raises(NotAParcel):
        wishes.unpack(packed, 0)
