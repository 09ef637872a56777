"""How long the words of a letter are kept: counted from its answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Decision, Entry
from kiosk.post.letters import Language, Origin
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.retention import Staying, due, latest_day, settled_on, staying
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
    assert settled_on(told, by_number(MATTER), NOVEMBER) is None
    assert settled_on(told, by_number(outcome(OCTOBER, State.CONSIDERED)), NOVEMBER) is None
    assert settled_on(told, by_number(outcome(OCTOBER)), NOVEMBER) == OCTOBER
    assert not erasable(told, outcome(OCTOBER))
    assert erasable(told, outcome(OCTOBER), today=date(2027, 10, 30))


def test_the_first_end_of_any_of_its_matters_counts_and_what_follows_does_not() -> None:
    told = row(1, replace(REFERRED, matters=(7, 8)))
    other = replace(outcome(NOVEMBER, State.DECLINED), number=8)
    assert settled_on(told, by_number(outcome(OCTOBER), other), NOVEMBER) == OCTOBER
    ended = outcome(OCTOBER)
    begun = replace(
        ended, state=State.REFERRED, outcomes=(*ended.outcomes, Outcome(NOVEMBER, State.REFERRED))
    )
    assert settled_on(told, by_number(begun), NOVEMBER) == OCTOBER


def test_what_became_of_a_matter_before_the_letter_is_no_answer_to_it() -> None:
    late = row(1, REFERRED, NOVEMBER)
    assert settled_on(late, by_number(outcome(OCTOBER)), NOVEMBER) is None


def test_a_referred_letter_whose_matter_cannot_be_read_is_kept() -> None:
    assert not erasable(row(1, REFERRED), today=date(2036, 1, 1))


def test_an_answer_that_hangs_later_counts_from_its_own_day() -> None:
    told = row(1, replace(LETTER, answer=replace(PUBLIC, first_day=NOVEMBER)))
    assert settled_on(told, {}, NOVEMBER) == NOVEMBER


# --- corrected rows ---

FIRST = replace(LETTER, answer=PUBLIC)
OTHER = replace(PUBLIC, body={Language.KY: "Башка жооп"})


def corrected(before: Entry, now: Entry, on: date | None = None) -> Row:
    """A row of September, corrected and taken into the chain on that day."""
    return replace(row(1, now), former=(before,), amended_on=on)


@pytest.mark.parametrize("on", [None, NOVEMBER], ids=["waits for a close", "in the chain"])
def test_a_correction_that_answers_nothing_new_does_not_count(on: date | None) -> None:
    moved = replace(PUBLIC, first_day=NOVEMBER)
    for now in (replace(FIRST, summary="Башка"), replace(FIRST, answer=moved)):
        told = corrected(FIRST, now, on)
        assert settled_on(told, {}, A_YEAR_LATER) == SEPTEMBER
        assert erasable(told)


def test_a_new_answer_counts_from_the_close_that_took_it_in() -> None:
    for now in (replace(FIRST, answer=OTHER), replace(FIRST, reply="Рахмат")):
        assert settled_on(corrected(FIRST, now, OCTOBER), {}, NOVEMBER) == OCTOBER
    hung = replace(FIRST, answer=replace(OTHER, first_day=NOVEMBER))
    assert settled_on(corrected(FIRST, hung, OCTOBER), {}, NOVEMBER) == NOVEMBER


def test_a_new_reply_that_waits_for_its_close_keeps_the_words() -> None:
    told = corrected(FIRST, replace(FIRST, reply="Рахмат"))
    assert not erasable(told, today=date(2036, 1, 1))


def test_what_was_said_between_keeps_its_own_close() -> None:
    second, third = replace(FIRST, answer=OTHER), replace(FIRST, answer=OTHER, summary="Башка")
    told = replace(
        row(1, third), former=(FIRST, second), former_on=(SEPTEMBER, OCTOBER), amended_on=NOVEMBER
    )
    assert settled_on(told, {}, NOVEMBER) == OCTOBER


def test_an_answer_that_was_taken_back_is_none() -> None:
    taken = corrected(FIRST, REFERRED, OCTOBER)
    assert settled_on(taken, by_number(MATTER), NOVEMBER) is None


def test_a_letter_that_a_correction_answers_counts_from_its_close() -> None:
    told = corrected(REFERRED, replace(LETTER, reason="Айтылды", matters=(7,)), NOVEMBER)
    assert settled_on(told, by_number(MATTER), NOVEMBER) == NOVEMBER
    assert settled_on(told, by_number(outcome(OCTOBER)), NOVEMBER) == OCTOBER


# --- what is kept ---


def test_what_keeps_its_words_is_counted_by_its_reason() -> None:
    rows = (
        row(1, LETTER),
        row(2, REFERRED),
        row(3, LETTER, OCTOBER),
        replace(row(4, LETTER), closed_on=None),
        row(5, replace(LETTER, text="")),
        corrected(FIRST, replace(FIRST, reply="Рахмат")),
    )
    assert staying(Book(rows, (MATTER,)), YEAR, A_YEAR_LATER) == Staying(unanswered=2, later=2)


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
    assert erasable(corrected(LETTER, bare, SEPTEMBER))


@pytest.mark.parametrize(
    ("months", "today", "last"),
    [
        (1, date(2027, 3, 31), date(2027, 2, 28)),
        (12, date(2028, 2, 29), date(2027, 2, 28)),
        (60, date(2027, 9, 25), date(2022, 9, 25)),
    ],
)
def test_months_are_counted_by_the_calendar(months: int, today: date, last: date) -> None:
    assert latest_day(months, today) == last


def test_rows_come_by_number() -> None:
    rows = tuple(row(n, LETTER) for n in (1, 2, 3))
    waits = replace(rows[1], entry=REFERRED)
    assert due(Book((rows[0], waits, rows[2]), (MATTER,)), YEAR, A_YEAR_LATER) == (1, 3)
