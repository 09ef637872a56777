"""Undoing until the close: a row is written anew, its number and its letter stay (R10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.advance import advance
from kiosk.post.filing import Filing
from kiosk.post.journal import Decision, Entry
from kiosk.post.letters import DayMonth, Letter, Origin
from kiosk.post.matters import Before, Matter, State
from kiosk.post.meeting import Facts, Meeting, OpenedLetter, OpenedMeeting
from kiosk.post.protocol import Account
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.post.subjects import Subject
from tests.office import WITNESS

TODAY = date(2026, 11, 28)
FACTS = Facts(review=4, opened_on=date(2026, 11, 27), slot=0, hand=0)
MATTER = Matter(9, "Жарык", (Subject.BUILDING,), FACTS.opened_on, review=4, before=Before(4))
ROW = Entry(
    Origin.TYPED, DayMonth(20, 11), summary="Жарык", well_founded=True,
    decision=Decision.ANSWERED, reason="Линейкада", text="Жарык жок", matters=(9,), label=1,
)  # fmt: skip
MENDED = replace(ROW, summary="Экинчи кабатта жарык жок")
WAITING = OpenedLetter(7, Letter("Суу жок", DayMonth(21, 11)), 2)


class Meet:
    """A review in which row 12 is written; `letters` wait."""

    def __init__(self, *letters: OpenedLetter, damaged: tuple[int, ...] = ()) -> None:
        self.review = Review(missing=(), present=tuple(Role), gathered=True)
        self(ev.ReviewOpened(Meeting(FACTS)))
        opened = OpenedMeeting(letters, ((12, ROW),), damaged, matters=(MATTER,))
        self(ev.MeetingUnsealed(opened))

    def __call__(self, event: ev.Event) -> tuple[jobs.Job, ...]:
        self.review, follows = advance(self.review, event, Moment(TODAY, None))
        return follows

    def seal(self, job: jobs.Job) -> ev.EntrySealed:
        assert isinstance(job, jobs.SealEntry)
        entry, filing = job.filing.drawn(job.entry)
        return ev.EntrySealed(job.place, b"", entry, filing=filing)


@pytest.mark.parametrize("meet", [Meet(), Meet(WAITING)], ids=["all registered", "one waits"])
def test_a_row_is_overwritten_and_its_matter_renamed(meet: Meet) -> None:
    step, total = meet.review.step, meet.review.total
    (job,) = meet(ev.EntryCorrected(12, MENDED))
    renamed = replace(MATTER, title="Экинчи кабатта жарык жок", subjects=(), state=State.ANSWERED)
    assert job == jobs.SealEntry(None, MENDED, Filing(12, (renamed,)))
    sealed = meet.seal(job)
    assert meet(sealed) == (jobs.Correct(4, 12, sealed),)
    meet(ev.EntryRewritten(12, MENDED, sealed.filing))
    assert meet.review.entries == ((12, MENDED),)
    assert meet.review.matters == (renamed,)
    assert (meet.review.step, meet.review.total, meet.review.working) == (step, total, False)


@pytest.mark.parametrize(
    ("number", "entry"),
    [
        (13, MENDED),
        (12, replace(MENDED, summary="")),
        (12, replace(MENDED, text="Башка кат")),
        (12, replace(MENDED, origin=Origin.PAPER)),
        (12, replace(MENDED, label=2)),
    ],
    ids=["no such row", "a gap", "another text", "another origin", "another letter"],
)
def test_what_is_no_correction_of_a_row_is_not_sealed(number: int, entry: Entry) -> None:
    assert Meet()(ev.EntryCorrected(number, entry)) == ()


def test_nothing_is_corrected_after_the_close_or_before_the_roll_call() -> None:
    meet = Meet()
    meet(ev.ReviewClosed(Account(replace(FACTS, closed_on=TODAY), WITNESS)))
    assert meet.review.step is Step.CLOSED
    assert meet(ev.EntryCorrected(12, MENDED)) == ()
    assert (meet.review.entries, meet.review.matters) == ((), ())


def test_a_correction_the_store_refused_changes_nothing() -> None:
    meet = Meet()
    meet(ev.EntryCorrected(12, MENDED))
    meet(ev.StoreFailed("correct"))
    assert (meet.review.hint, meet.review.entries) == (Hint.NOT_STORED, ((12, ROW),))


def test_a_new_letter_begins_a_matter_that_the_next_may_join() -> None:
    meet = Meet(WAITING)
    row = replace(ROW, summary="Суу", text="Суу жок", matters=(), label=2)
    (job,) = meet(ev.EntryWritten(7, row))
    sealed = meet.seal(job)
    assert meet(sealed) == (jobs.Register(4, sealed),)
    meet(ev.EntryRegistered(13, 7, sealed.entry, FACTS, sealed.filing))
    assert [matter.title for matter in meet.review.matters] == ["Суу", "Жарык"]
    assert meet.review.entries[-1][1].matters == (meet.review.matters[0].number,)


def test_a_damaged_row_counts_as_registered() -> None:
    meet = Meet(WAITING, damaged=(11,))
    assert (meet.review.registered, meet.review.total) == (2, 3)
    assert meet(ev.EntryCorrected(11, MENDED)) == (), "nobody can write what nobody can read"
