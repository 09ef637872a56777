"""Overdue matters meet the committee before the first letter, and can wait (R11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.advance import advance
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.interludes import Interlude
from kiosk.post.journal import Entry, Forum
from kiosk.post.letters import DayMonth, Letter, Origin
from kiosk.post.matters import Matter, State
from kiosk.post.meeting import Facts, Meeting, OpenedLetter, OpenedMeeting
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Step

TODAY = date(2026, 12, 25)
LATE = Matter(
    7, "Тамак", (), date(2026, 11, 27), 3, forum=Forum.DIRECTOR, due=date(2026, 12, 10),
    state=State.REFERRED,
)  # fmt: skip
FACTS = Facts(review=4, opened_on=TODAY, slot=0)
COUNTED = replace(FACTS, hand=0)
WAITING = (OpenedLetter(7, Letter("Суу жок", DayMonth(21, 11)), 1),)


class Meet:
    """A review whose box was just opened, with one typed letter and these matters."""

    def __init__(
        self,
        *matters: Matter,
        facts: Facts = FACTS,
        rows: tuple[tuple[int, Entry], ...] = (),
        today: date | None = TODAY,
    ) -> None:
        self.today = today
        self.review = Review(missing=(), present=tuple(Role), gathered=True)
        self(ev.ReviewOpened(Meeting(facts)))
        self(ev.MeetingUnsealed(OpenedMeeting(WAITING, rows, matters=matters)))

    def __call__(self, event: ev.Event) -> tuple[jobs.Job, ...]:
        self.review, follows = advance(self.review, event, Moment(self.today, None))
        return follows

    def count(self) -> None:
        self(ev.PaperHandCountTyped(0))
        self(ev.PaperHandCounted(COUNTED))


def test_the_paper_is_counted_first() -> None:
    meet = Meet(LATE)
    assert (meet.review.step, meet.review.interlude) == (Step.COUNT, None)
    meet.count()
    assert meet.review.interlude is Interlude.DUE


@pytest.mark.parametrize(
    "matter",
    [replace(LATE, due=TODAY), replace(LATE, state=State.ANSWERED)],
    ids=["due today", "answered"],
)
def test_nobody_is_reminded_of_what_is_not_overdue(matter: Matter) -> None:
    meet = Meet(matter)
    meet.count()
    assert meet.review.interlude is None


def test_what_somebody_must_not_read_of_is_counted_too() -> None:
    meet = Meet(replace(LATE, excluded=frozenset({Role.PARLIAMENT_MEMBER})))
    meet.count()
    assert meet.review.interlude is Interlude.DUE


def test_it_can_wait_and_then_the_letters_come() -> None:
    meet = Meet(LATE)
    meet.count()
    assert meet(ev.LettersAsked()) == ()
    assert meet.review.interlude is Interlude.DUE, "no touch meant for another page counts"
    assert meet(ev.AsideLeft()) == ()
    assert meet.review.step is Step.REGISTER
    assert meet.review.interlude is None


def test_one_touch_leads_to_the_matters_and_back_to_the_letters() -> None:
    meet = Meet(LATE)
    meet.count()
    assert meet(ev.DeskAsked(DeskPage.MATTERS)) == (jobs.ReadBook(),)
    meet(ev.BookOpened(Index.of(Book(matters=(LATE,)), meet.review.present)))
    assert meet.review.desk
    assert meet.review.desk.page is DeskPage.MATTERS
    meet(ev.DeskLeft())
    assert (meet.review.step, meet.review.interlude) == (Step.REGISTER, None)


def test_counting_again_reminds_nobody_once_a_row_is_written() -> None:
    meet = Meet(LATE, facts=COUNTED, rows=((9, Entry(Origin.TYPED, None, label=2)),))
    meet(ev.AsideLeft())
    meet(ev.RecountAsked())
    assert meet.review.step is Step.COUNT
    meet.count()
    assert meet.review.interlude is None


def test_a_review_that_is_taken_up_again_begins_with_it() -> None:
    assert Meet(LATE, facts=COUNTED).review.interlude is Interlude.DUE


def test_without_a_day_nobody_knows_what_is_overdue() -> None:
    assert Meet(LATE, facts=COUNTED, today=None).review.interlude is None
