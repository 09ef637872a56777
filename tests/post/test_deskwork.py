"""The desk in the reducer: a journal without box or window, and over a running review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.answers import Telling
from kiosk.post.board import Board
from kiosk.post.book import Book, Row, SealedBook
from kiosk.post.desk import DeskPage
from kiosk.post.followup import written
from kiosk.post.incidents import Incident
from kiosk.post.interludes import Interlude
from kiosk.post.journal import Answer, Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.letters import Language, ReplyTo
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Purpose, Step
from tests.post.books import ENTRY, NOVEMBER, OCTOBER, book, row
from tests.post.meeting import (
    DEPUTY,
    FACTS,
    INSIDE,
    OUTSIDE,
    PARLIAMENT,
    PEDAGOGUE,
    WINDOW,
    Table,
    letter,
    opening,
)

ROLES = tuple(Role)
TODAY = date(2026, 11, 27)
SAID = Answer({Language.KY: "Оңдолду"}, {Language.KY: "Лампа алмаштырылды."})
WAITS = Matter(7, "Жарык", (), OCTOBER, 1, state=State.ANSWERED, answer=SAID)
DONE = replace(WAITS, number=8, published=True)
CLOSED = Book((replace(row(1, ENTRY), closed_on=OCTOBER),), (WAITS, DONE))
MINE = frozenset({PARLIAMENT})


class Sitting(Table):
    """The quorum came for its desk; the journal is `open`, unless it is to stay shut."""

    def __init__(
        self,
        whole: Book | None = CLOSED,
        present: tuple[Role, ...] = ROLES,
        quorum: tuple[frozenset[Role], ...] = (frozenset(Role),),
        moment: Moment = OUTSIDE,
    ) -> None:
        self.moment = moment
        self.review = Review(missing=present, quorum=quorum, purpose=Purpose.DESK)
        for role in present[:-1]:
            self(ev.CardTyped("1"), ev.CardAccepted(role, present[-1:]))
        self.begun = self(ev.CardTyped("1"), ev.QuorumGathered(present[-1]), ev.DigitsPostponed())
        if whole is not None:
            self(*opening(whole, *present))

    def page(self) -> DeskPage | None:
        return self.review.desk.page if self.review.desk else None

    def step(self) -> Step:
        return self.review.step

    @property
    def is_open(self) -> bool:
        return self.review.desk is not None and self.review.desk.index is not None


# --- the way to it ---


def test_the_quorum_outside_the_window_gets_its_journal_and_the_protocol_will_tell() -> None:
    sitting = Sitting(None)
    assert sitting.begun == (jobs.NoteIncident(Incident.DESK_SESSION), jobs.ReadBook())
    assert sitting.step() is Step.DESK
    sealed = SealedBook()
    assert sitting(ev.BookRead(sealed)) == (jobs.OpenBook(sealed, ROLES),)
    assert not sitting.is_open
    sitting(opening(CLOSED)[1])
    assert sitting.is_open
    assert not sitting.review.working


def test_a_clock_in_doubt_is_set_first() -> None:
    sitting = Sitting(None, moment=Moment(None, None))
    assert sitting.begun == ()
    assert sitting.step() is Step.CLOCK
    sitting.moment = OUTSIDE
    sitting(ev.ClockAgreed(datetime(2026, 11, 28, 9)))  # noqa: DTZ001 - what a wall clock shows
    assert jobs.ReadBook() in sitting(ev.ClockSet(None, ev.BoardRead(Board())))
    assert sitting.step() is Step.DESK


def test_a_journal_that_could_not_be_read_is_asked_for_again() -> None:
    sitting = Sitting(None)
    sitting(ev.StoreFailed("read_book"))
    assert sitting.review.hint is Hint.NOT_STORED
    assert sitting(ev.DeskTurned(DeskPage.JOURNAL)) == ()
    assert sitting.page() is DeskPage.MENU
    assert sitting(ev.DeskAsked()) == (jobs.ReadBook(),)


def test_lost_keys_shut_it_and_the_quorum_gathers_for_the_same() -> None:
    sitting = Sitting()
    assert sitting(ev.KeysFailed("OpenBook")) == (jobs.WipeKeys(),)
    again = sitting.review
    assert (again.step, again.purpose, again.desk) == (Step.ROLL_CALL, Purpose.DESK, None)


def test_digits_asked_for_later_do_not_begin_it_anew() -> None:
    sitting = Sitting()
    assert sitting(ev.WhoIsHereAsked(), ev.DigitsAsked(), ev.DigitsPostponed()) == ()
    sitting(ev.AsideLeft())
    assert sitting.is_open


# --- the box is no part of it ---

TOUCHES = st.sampled_from(
    [
        ev.UnlockAsked(), ev.DoorOpened(), ev.DoorShut(), ev.LockOpened(), ev.LockHeld(),
        ev.PaperHandCountTyped(0), ev.CloseAsked(), ev.RowsAsked(), ev.OpeningAgreed(
            date(2026, 11, 30), WINDOW.start.time(), WINDOW.end.time()
        ),
        ev.UrgentAgreed(), ev.DeskTurned(DeskPage.JOURNAL), ev.DeskTurned(DeskPage.MENU),
        ev.WhoIsHereAsked(), ev.AsideLeft(), ev.MemberLeft(PEDAGOGUE), ev.CardTyped("1"),
        ev.CardAccepted(PEDAGOGUE, ()), ev.StoreFailed("read_book"), *opening(CLOSED),
        ev.DeskAsked(), ev.DeskLeft(), ev.ScreenLocked(), ev.SlipsAsked(), ev.LettersAsked(),
    ]
)  # fmt: skip
OF_THE_BOX = jobs.SignPermit | jobs.OpenLock | jobs.OpenReview | jobs.Unseal | jobs.ArrangeNow


@settings(max_examples=200, deadline=None)
@given(st.lists(TOUCHES, max_size=30), st.booleans())
def test_whatever_is_touched_at_the_desk_the_box_stays_shut(
    touches: list[ev.Event], inside: bool
) -> None:
    sitting = Sitting(moment=INSIDE if inside else OUTSIDE)
    for touch in touches:
        assert not any(isinstance(job, OF_THE_BOX) for job in sitting(touch))


# --- who is here ---


def test_for_who_comes_late_the_journal_is_opened_anew() -> None:
    two = (DEPUTY, PEDAGOGUE)
    sitting = Sitting(CLOSED, two, (frozenset(two), frozenset(Role)))
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.WhoIsHereAsked(), ev.CardTyped("1"))
    assert sitting(ev.CardAccepted(PARLIAMENT, ())) == (jobs.ReadBook(),)
    assert not sitting.is_open
    assert sitting.page() is DeskPage.MENU
    (open_,) = sitting(ev.BookRead(SealedBook()))
    assert isinstance(open_, jobs.OpenBook)
    assert set(open_.present) == set(Role)


def test_without_a_role_that_is_needed_nothing_of_it_lies_open() -> None:
    sitting = Sitting()
    sitting(ev.WhoIsHereAsked(), ev.MemberLeft(PARLIAMENT), ev.AsideLeft())
    assert (sitting.review.interlude, sitting.review.at_the_desk) == (Interlude.MEMBERS, False)
    assert sitting(ev.OutcomeWritten(WAITS)) == ()


# --- over a running review ---


@pytest.fixture
def table() -> Table:
    """A letter and a paper to be registered."""
    return Table(letter(1), facts=FACTS)


def test_over_a_step_it_opens_and_leads_back_with_nothing_lost(table: Table) -> None:
    before = table.review
    assert table(ev.DeskAsked()) == (jobs.ReadBook(),)
    table(*opening(CLOSED))
    assert (table.review.step, table.interlude()) == (Step.REGISTER, Interlude.DESK)
    assert table(ev.EntryWritten(10, ENTRY)) == (), "the step is covered"
    assert table(ev.DeskLeft()) == ()
    assert table.review == before


def test_it_opens_over_the_count_and_not_before_the_box_was_opened() -> None:
    uncounted = replace(FACTS, hand=None)
    assert Table(letter(1), facts=uncounted)(ev.DeskAsked()) == (jobs.ReadBook(),)
    early = Sitting(None)
    early.review = replace(early.review, purpose=Purpose.REVIEW, desk=None, working=False)
    assert early.review.step is Step.UNLOCK
    assert early(ev.DeskAsked()) == ()


def test_not_while_somebody_stepped_away_for_the_letter_at_hand() -> None:
    table = Table(letter(1, PARLIAMENT), facts=replace(FACTS, slot=0, hand=0))
    assert table(ev.DeskAsked()) == ()
    table(ev.RoomChanged())
    assert table.review.away == MINE
    assert table(ev.DeskAsked()) == ()


def test_it_opens_from_the_page_of_those_who_are_here(table: Table) -> None:
    assert table(ev.WhoIsHereAsked(), ev.DeskAsked()) == (jobs.ReadBook(),)
    table(*opening(CLOSED))
    assert table.interlude() is Interlude.DESK


# --- what is written there ---


def test_an_outcome_is_sealed_and_kept_and_known_in_the_register_too(table: Table) -> None:
    table.review = replace(table.review, matters=CLOSED.matters)
    table(ev.DeskAsked(), *opening(CLOSED))
    answered = written(WAITS, Outcome(TODAY, State.ANSWERED), answer=SAID)
    assert table(ev.OutcomeWritten(answered)) == (jobs.SealMatter(answered),)
    sealed = ev.MatterSealed(answered, b"")
    assert table(sealed) == (jobs.KeepMatter(sealed),)
    table(ev.MatterKept(answered))
    assert table.review.matters == (answered, DONE)
    assert table.review.desk is not None
    assert table.review.desk.index is not None
    assert table.review.desk.index.book.matters == (answered, DONE)


def test_a_matter_that_is_not_in_the_journal_is_not_written() -> None:
    assert Sitting()(ev.OutcomeWritten(replace(WAITS, number=99))) == ()


def test_a_row_of_a_closed_review_is_taken_and_sealed_anew() -> None:
    sitting = Sitting()
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    assert sitting.page() is DeskPage.ROW
    mended = replace(ENTRY, summary="Жарык күйбөйт")
    (job,) = sitting(ev.EntryCorrected(1, mended))
    assert isinstance(job, jobs.SealAmendment)
    assert (job.number, job.entry) == (1, mended)
    sealed = ev.AmendmentSealed(1, SealedRow(b"", b""), mended)
    assert sitting(sealed) == (jobs.Amend(sealed),)
    assert sitting(ev.EntryAmended(1, mended, job.filing))[0] == jobs.ReadBook()
    sitting(*opening(CLOSED))
    assert sitting.page() is DeskPage.JOURNAL


def test_a_row_of_a_review_that_goes_on_is_not_taken_here() -> None:
    going_on = Book((Row(1, 1, OCTOBER, None, ENTRY),))
    sitting = Sitting(going_on)
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    assert sitting.page() is DeskPage.JOURNAL


def test_another_row_than_the_one_taken_is_not_written() -> None:
    both = replace(CLOSED, rows=(*CLOSED.rows, replace(row(2), closed_on=OCTOBER)))
    sitting = Sitting(both)
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    assert sitting(ev.EntryCorrected(2, ENTRY)) == ()


def test_who_must_not_read_it_stays_named_whatever_is_written() -> None:
    barred = replace(ENTRY, excluded=MINE)
    sitting = Sitting(Book((replace(row(1, barred), closed_on=OCTOBER),)))
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    (job,) = sitting(ev.EntryCorrected(1, replace(ENTRY, summary="Башка")))
    assert isinstance(job, jobs.SealAmendment)
    assert job.entry.excluded == MINE


def test_a_row_that_leaves_too_few_is_not_taken() -> None:
    two = (DEPUTY, PARLIAMENT)
    barred = replace(ENTRY, excluded=MINE)
    book_ = Book((replace(row(1, barred), closed_on=OCTOBER),))
    sitting = Sitting(book_, two, (frozenset(two),))
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    assert sitting.page() is DeskPage.JOURNAL


# --- the end ---


def ends(sitting: Sitting, whole: Book = CLOSED) -> jobs.CloseDesk:
    """Done is touched; gives back what goes out."""
    assert sitting(ev.DeskLeft()) == (jobs.ReadBook(),)
    follows = sitting(*opening(whole))
    while isinstance(seal := follows[0], jobs.SealMatter):
        assert seal.matter.published
        follows = sitting(ev.MatterSealed(seal.matter, bytes([seal.matter.number])))
    (job,) = follows
    assert isinstance(job, jobs.CloseDesk)
    return job


def heads(answers: tuple[Telling, ...]) -> list[object]:
    return [one.notice and one.notice.headline for one in answers]


def test_answers_that_are_not_published_go_out_together_and_are_kept_as_published() -> None:
    also = replace(WAITS, number=9)
    job = ends(Sitting(), replace(CLOSED, matters=(WAITS, DONE, also)))
    assert [one.matter.number for one in job.matters] == [7, 9]
    assert heads(job.answers) == [SAID.headline] * 2
    assert {one.notice and one.notice.first_day for one in job.answers} == {OUTSIDE.today}


def closed(entry: Entry) -> Book:
    """A journal of one row, of a review that is closed."""
    return Book((replace(row(1, entry), closed_on=OCTOBER),))


def test_a_reply_that_still_has_its_words_goes_out_even_from_a_session_that_was_cut_off() -> None:
    """What went out has left its row; see `JournalKey.settled`."""
    reply_to = ReplyTo(bytes(16), bytes(32))
    waits = closed(replace(ENTRY, reply="Рахмат", reply_to=reply_to))
    assert ends(Sitting(waits), waits).private.texts == (("Рахмат", reply_to),)
    table = Table(facts=replace(FACTS, slot=0, hand=0))
    table(ev.CloseAsked())
    (close,) = table(*opening(waits))
    assert isinstance(close, jobs.CloseReview)
    assert close.private.rows == (1,)


def test_a_reply_in_the_review_that_goes_on_waits_for_its_close() -> None:
    reply_to = ReplyTo(bytes(16), bytes(32))
    going_on = Book((Row(1, 1, OCTOBER, None, replace(ENTRY, reply="Рахмат", reply_to=reply_to)),))
    assert ends(Sitting(going_on), going_on).private.texts == ()


def test_a_store_that_fails_at_the_end_loses_nothing_and_is_asked_again() -> None:
    sitting = Sitting()
    ends(sitting)
    sitting(ev.StoreFailed("close_desk"))
    assert (sitting.review.hint, sitting.page()) == (Hint.NOT_STORED, DeskPage.MENU)
    assert [one.matter.number for one in ends(sitting).matters] == [7]


def test_a_day_that_is_not_believed_publishes_nothing() -> None:
    sitting = Sitting()
    sitting.moment = Moment(None, None)
    assert sitting(ev.DeskLeft()) == ()
    assert sitting.step() is Step.CLOCK
    assert (sitting.interlude(), sitting.review.at_the_desk) == (None, False)
    sitting(ev.ClockAgreed(datetime(2026, 11, 28, 9)))  # noqa: DTZ001 - what a wall clock shows
    sitting.moment = OUTSIDE
    assert sitting(ev.ClockSet(None, ev.BoardRead(Board()))) == (), "it lies open already"
    assert sitting.review.at_the_desk


def test_the_close_of_a_review_publishes_what_waits_as_well() -> None:
    table = Table(facts=replace(FACTS, slot=0, hand=0, opened_on=NOVEMBER))
    table(ev.CloseAsked())
    (seal,) = table(*opening(CLOSED))
    assert seal == jobs.SealMatter(replace(WAITS, published=True))
    (close,) = table(ev.MatterSealed(replace(WAITS, published=True), b"7"))
    assert isinstance(close, jobs.CloseReview)
    assert [one.matter.number for one in close.matters] == [7]
    assert heads(close.closing.answers) == [SAID.headline]


# --- the figures for the board ---


def test_the_close_counts_the_whole_school_year_for_the_board() -> None:
    table = Table(facts=replace(FACTS, slot=0, hand=0))
    table(ev.CloseAsked())
    (close,) = table(*opening(book(*[ENTRY] * 20)))
    assert isinstance(close, jobs.CloseReview)
    assert close.closing.totals is not None
    assert close.closing.totals.letters == 20


def test_figures_told_a_moment_ago_stay_as_they_are() -> None:
    table = Table(facts=replace(FACTS, slot=0, hand=0))
    table(ev.CloseAsked())
    (first,) = table(*opening(book(*[ENTRY] * 20)))
    assert isinstance(first, jobs.CloseReview)
    later = Table(facts=replace(FACTS, slot=0, hand=0))
    later.moment = replace(INSIDE, told=first.closing.totals)
    later(ev.CloseAsked())
    (close,) = later(*opening(book(*[ENTRY] * 30)))
    assert isinstance(close, jobs.CloseReview)
    assert close.closing.totals is None
