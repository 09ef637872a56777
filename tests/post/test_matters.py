"""Matters: what several letters may be about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.matters import (
    MATTER_SIZE,
    MAX_TITLE,
    DamagedMatter,
    Matter,
    Subject,
    TitleTooLong,
    begun,
    numbered,
    pack,
    title,
    unpack,
)
from kiosk.post.padding import wrap

OPENED = date(2026, 11, 27)
subjects = st.lists(st.sampled_from(Subject), unique=True, max_size=4).map(tuple)
titles = st.text(st.characters(exclude_categories=["Cs"]), max_size=MAX_TITLE)


@settings(deadline=None)
@given(st.builds(Matter, st.integers(0, 2**48 - 1), titles, subjects, st.dates(), st.integers(1)))
def test_a_matter_comes_back_from_bytes_of_one_size(matter: Matter) -> None:
    packed = pack(matter)
    assert len(packed) == MATTER_SIZE
    assert unpack(packed) == matter


@settings(deadline=None)
@given(st.text(max_size=300))
def test_a_title_is_the_beginning_of_its_summary_on_one_line(summary: str) -> None:
    made = title(summary)
    assert len(made) <= MAX_TITLE
    assert "\n" not in made
    assert " ".join(summary.split()).startswith(made.removesuffix("…"))


def test_a_long_summary_is_cut_at_a_word() -> None:
    told = title("Экинчи кабаттын коридорунда кечинде такыр жарык жок, кыздар коркот")
    assert told == "Экинчи кабаттын коридорунда кечинде такыр жарык жок, кыздар…"
    assert title("ж" * 100) == "ж" * (MAX_TITLE - 1) + "…"


def test_numbers_are_random_and_tell_no_order() -> None:
    matter = begun("Жарык", (), OPENED, 1)
    numbers = [numbered(matter).number for _ in range(40)]
    assert matter.number == 0 not in numbers
    assert len(set(numbers)) == len(numbers)
    assert numbers != sorted(numbers)


def test_what_is_no_matter_is_damaged_and_quotes_nothing() -> None:
    for broken in (bytes(MATTER_SIZE), wrap({}, ["secret"], MATTER_SIZE), b""):
        with pytest.raises(DamagedMatter) as caught:
            unpack(broken)
        assert "secret" not in str(caught.value)


def test_a_subject_of_a_later_version_is_left_out() -> None:
    head = {"number": 5, "subjects": ["meals", "robots"], "opened_on": "2026-11-27", "review": 2}
    later = wrap(head | {"forum": "moon"}, ["Ашкана"], MATTER_SIZE)
    assert unpack(later) == Matter(5, "Ашкана", (Subject.MEALS,), OPENED, 2)


def test_a_title_that_is_too_long_is_refused() -> None:
    with pytest.raises(TitleTooLong) as caught:
        pack(Matter(1, "secret" * MAX_TITLE, (), OPENED))
    assert "secret" not in str(caught.value)
    assert "secret" not in repr(Matter(1, "secret", (Subject.HOME,), OPENED))
    assert "home" not in repr(Matter(1, "secret", (Subject.HOME,), OPENED))
