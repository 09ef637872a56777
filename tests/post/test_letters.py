"""Letters: what is taken, what is cleaned, what is never shown by accident."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.letters import (
    MAX_CHARACTERS,
    DayMonth,
    EmptyLetter,
    Kind,
    Letter,
    LetterTooLong,
    NoSuchDate,
    clean,
)


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\u2003"])
def test_blanks_are_no_letter(text: str) -> None:
    with pytest.raises(EmptyLetter):
        Letter(text, DayMonth(1, 9))


def test_the_last_character_fits_and_one_more_does_not() -> None:
    assert Letter("🙂" * MAX_CHARACTERS, DayMonth(1, 9))
    with pytest.raises(LetterTooLong) as caught:
        Letter("🙂" * (MAX_CHARACTERS + 1), DayMonth(1, 9))
    assert "🙂" not in str(caught.value)


def test_a_letter_shows_neither_its_text_nor_its_kind() -> None:
    shown = repr(Letter("Салам", DayMonth(1, 9), Kind.REPORT))
    assert "Салам" not in shown
    assert "report" not in shown


@pytest.mark.parametrize(("day", "month"), [(0, 1), (32, 1), (30, 2), (31, 11), (1, 13), (1, 0)])
def test_a_day_that_its_month_lacks_is_refused(day: int, month: int) -> None:
    with pytest.raises(NoSuchDate):
        DayMonth(day, month)


def test_a_date_gives_its_day_and_month_and_forgets_the_year() -> None:
    assert DayMonth.of(date(2026, 11, 20)) == DayMonth.of(date(2027, 11, 20)) == DayMonth(20, 11)


def test_a_leap_day_can_be_written_in_any_year() -> None:
    assert DayMonth(29, 2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Саламатсызбы 🙂👍🏽", "Саламатсызбы 🙂👍🏽"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\tb", "a b"),
        ("и\u0306", "й"),
        ("и\x00\u0306", "й"),
        ("a\ud83db", "ab"),
        ("\u202eabc\u2069\ufeff", "abc"),
        ("\ue000\U0010ffff", ""),
    ],
)
def test_what_cannot_be_read_is_left_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@settings(deadline=None)
@given(st.text(max_size=50))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in once)
    once.encode()
