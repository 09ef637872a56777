"""How long the words of a letter are kept: counted from when nothing was left to do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Decision, Entry
from kiosk.post.letters import Language, Origin
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.retention import due, latest_close, settled_on
from tests.post.books import ANSWERED, ENTRY, NOVEMBER, OCTOBER, SEPTEMBER, row

YEAR = 12
LETTER = replace(ANSWERED, text="Жарык жок")
MATTER = Matter(7, "Жарык", (), SEPTEMBER)
REFERRED = replace(ENTRY, text="Жарык жок", matters=(7,))
PUBLIC = Answer({Language.KY: "Болду"}, {Language.KY: "Жарык күйдү."})
A_YEAR_LATER = date(2027, 9, 25)


def outcome(on: date, state: State = State.ANSWERED) -> Matter:
    return replace(MATTER, state=state, outcomes=(Outcome(on, state),))


def by_number(*matters: Matter) -> dict[int, Matter]:
    return {matter.number: matter for matter in matters}


def erasable(one: Row, *matters: Matter, today: date = A_YEAR_LATER) -> bool:
    return due(Book((one,), matters), YEAR, today) == (one.number,)


def test_the_words_of_an_answered_letter_go_a_year_after_the_close() -> None:
    told = row(1, LETTER)
    assert not erasable(told, today=A_YEAR_LATER - timedelta(1))
    assert erasable(told)


@pytest.mark.parametrize("decision", [Decision.ANSWERED, Decision.DECLINED, Decision.NO_ACTION])
def test_whatever_ended_a_letter_ends_it(decision: Decision) -> None:
    assert erasable(row(1, replace(LETTER, decision=decision)))


def test_a_referred_letter_waits_for_the_outcome_of_its_matter() -> None:
    told = row(1, REFERRED)
    assert settled_on(told, by_number(MATTER)) is None
    assert settled_on(told, by_number(outcome(OCTOBER, State.CONSIDERED))) is None
    assert settled_on(told, by_number(outcome(OCTOBER))) == OCTOBER
    assert not erasable(told, outcome(OCTOBER))
    assert erasable(told, outcome(OCTOBER), today=date(2027, 10, 30))


def test_of_several_matters_the_last_outcome_counts() -> None:
    told = row(1, replace(REFERRED, matters=(7, 8)))
    other = replace(outcome(NOVEMBER, State.DECLINED), number=8)
    assert settled_on(told, by_number(outcome(OCTOBER), other)) == NOVEMBER
    assert (
        settled_on(told, by_number(outcome(OCTOBER), replace(other, state=State.REFERRED))) is None
    )


def test_a_referred_letter_whose_matter_cannot_be_read_is_kept() -> None:
    assert not erasable(row(1, REFERRED), today=date(2036, 1, 1))


def test_an_answer_that_hangs_later_counts_from_its_own_day() -> None:
    told = row(1, replace(LETTER, answer=replace(PUBLIC, first_day=NOVEMBER)))
    assert settled_on(told, {}) == NOVEMBER


def test_a_corrected_row_counts_from_the_close_after_it() -> None:
    corrected = replace(row(1, LETTER), former=(LETTER,))
    assert settled_on(corrected, {}) is None, "the chain has not taken it in"
    chained = replace(corrected, amended_on=OCTOBER)
    assert settled_on(chained, {}) == OCTOBER


def test_nothing_is_due_of_a_review_that_goes_on_or_of_a_row_that_does_not_open() -> None:
    assert not erasable(replace(row(1, LETTER), closed_on=None))
    assert not erasable(row(1, None))


@pytest.mark.parametrize(
    ("said", "has_words"),
    [
        (LETTER, True),
        (replace(ANSWERED, origin=Origin.PAPER, reply="Рахмат"), True),
        (replace(ANSWERED, origin=Origin.PAPER), False),
        (replace(ANSWERED, erased=b"m" * 32), False),
    ],
    ids=["typed", "paper with a private reply", "paper", "erased"],
)
def test_only_what_has_words_is_due(said: Entry, *, has_words: bool) -> None:
    assert erasable(row(1, said)) is has_words


def test_words_in_what_a_row_said_before_are_due_too() -> None:
    bare = replace(ANSWERED, erased=b"m" * 32)
    corrected = replace(row(1, bare), former=(LETTER,), amended_on=SEPTEMBER)
    assert erasable(corrected)


@pytest.mark.parametrize(
    ("months", "today", "last"),
    [
        (1, date(2027, 3, 31), date(2027, 2, 28)),
        (12, date(2028, 2, 29), date(2027, 2, 28)),
        (60, date(2027, 9, 25), date(2022, 9, 25)),
    ],
)
def test_months_are_counted_by_the_calendar(months: int, today: date, last: date) -> None:
    assert latest_close(months, today) == last


def test_rows_come_by_number() -> None:
    rows = tuple(row(n, LETTER) for n in (1, 2, 3))
    kept = replace(rows[1], entry=REFERRED)
    assert due(Book((rows[0], kept, rows[2]), (MATTER,)), YEAR, A_YEAR_LATER) == (1, 3)
