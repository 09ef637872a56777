"""The close and its protocol in the reducer: who was here, what of the slips, what is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk import events as ev
from kiosk.post import jobs, protocol
from kiosk.post.advance import advance
from kiosk.post.book import Book
from kiosk.post.interludes import Interlude
from kiosk.post.meeting import Facts, OpenedLetter, OpenedMeeting, SealedEntry
from kiosk.post.protocol import Account
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from tests.office import DAY, ROLES, WITNESS, entry
from tests.post.meeting import opening

TODAY = Moment(DAY, None)
NOTHING = Book()
FACTS = Facts(3, DAY, slot=0, hand=0)
ROWS = ((5, entry("Бир")), (6, replace(entry("Эки"), urgent=True)))


def ready(**facts: object) -> Review:
    """A review in which every letter has its row."""
    known = replace(FACTS, **facts)  # type: ignore[arg-type]
    return Review((), ROLES, gathered=True, facts=known, letters=(), entries=ROWS)


def closing_job(
    review: Review, book: Book = NOTHING, *, destroyed: bool | None = None, moment: Moment = TODAY
) -> jobs.Job:
    """What the store gets to do, once the whole journal lay open."""
    for event in (ev.CloseAsked(destroyed), *opening(book)):
        review, follows = advance(review, event, moment)
    (job,) = follows
    return job


def test_the_close_says_who_is_here() -> None:
    job = closing_job(ready())
    assert isinstance(job, jobs.CloseReview)
    assert job.closing.roles == ROLES
    assert (job.closing.review, job.closing.opened_on) == (3, DAY)


@pytest.mark.parametrize("destroyed", [True, False])
def test_where_slips_were_printed_it_is_said_what_became_of_them(destroyed: bool) -> None:
    review = ready(slips=4)
    assert advance(review, ev.CloseAsked(), TODAY) == (review, ())
    job = closing_job(review, destroyed=destroyed)
    assert isinstance(job, jobs.CloseReview)
    assert job.closing.slips_destroyed is destroyed


def closed(review: Review | None = None) -> tuple[Review, tuple[jobs.Job, ...]]:
    account = Account(replace(FACTS, closed_on=DAY), WITNESS)
    return advance(review or ready(), ev.ReviewClosed(account), TODAY)


def test_after_the_close_only_the_protocol_is_left() -> None:
    review, follows = closed(replace(ready(), damaged=(4,)))
    assert follows == (jobs.WipeKeys(), jobs.ShutLock())
    assert (review.step, review.entries, review.letters) == (Step.CLOSED, (), ())
    assert review.protocol is not None
    assert [row.number for row in review.protocol.decided] == [6, 5], "what is urgent comes first"
    assert review.protocol.lost == (4,)


def test_a_lock_from_before_covers_nothing_after_the_close() -> None:
    """The digits went with the keys: nobody could come back by them."""
    locked, _ = advance(replace(ready(), digits=frozenset(ROLES)), ev.ScreenLocked(), TODAY)
    assert locked.interlude is Interlude.LOCKED
    review, _ = closed(locked)
    assert (review.step, review.interlude) == (Step.CLOSED, None)


def test_the_protocol_can_be_printed_as_often_as_wanted() -> None:
    review, _ = closed()
    assert (told := review.protocol) is not None
    for _ in range(3):
        review, follows = advance(review, ev.ProtocolAsked(), TODAY)
        assert follows == (jobs.PrintProtocol(told),)


FORMER = Account(Facts(2, date(2026, 10, 30), 0, 0, closed_on=date(2026, 10, 30)), WITNESS)


def test_before_the_box_is_opened_a_former_protocol_is_read_opened_and_printed() -> None:
    review = Review((), ROLES, gathered=True)
    review, follows = advance(review, ev.ProtocolAsked(), TODAY)
    assert follows == (jobs.ReadFormer(),)
    rows = (SealedEntry(1, b""),)
    review, follows = advance(review, ev.FormerRead(FORMER, rows), TODAY)
    assert follows == (jobs.UnsealFormer(FORMER, rows),)
    told = protocol.written(FORMER, ROWS)
    review, follows = advance(review, ev.FormerUnsealed(told), TODAY)
    assert follows == (jobs.PrintProtocol(told),)
    assert (review.step, review.working) == (Step.UNLOCK, False)
    assert advance(review, ev.ProtocolAsked(), TODAY)[1] == (jobs.PrintProtocol(told),)


def test_before_the_close_that_wipes_the_keys_it_is_read_as_well() -> None:
    review, follows = advance(ready(), ev.ProtocolAsked(), TODAY)
    assert (review.step, review.working, follows) == (Step.CLOSE, True, (jobs.ReadFormer(),))
    told = protocol.written(FORMER, ROWS)
    review, follows = advance(review, ev.FormerUnsealed(told), TODAY)
    assert (review.step, review.working, follows) == (
        Step.CLOSE,
        False,
        (jobs.PrintProtocol(told),),
    )


def test_a_former_protocol_that_cannot_be_read_is_no_reason_to_stop() -> None:
    review, _ = advance(Review((), ROLES, gathered=True), ev.ProtocolAsked(), TODAY)
    review, follows = advance(review, ev.StoreFailed("read_former"), TODAY)
    assert (follows, review.hint, review.step) == ((), Hint.NOT_STORED, Step.UNLOCK)


def test_the_former_protocol_is_not_taken_for_the_new_reviews() -> None:
    former = protocol.written(FORMER, ())
    review = replace(ready(), protocol=former)
    assert advance(review, ev.ProtocolAsked(), TODAY)[1] == (jobs.PrintProtocol(former),)
    told, _ = closed(review)
    assert told.protocol is not None
    assert told.protocol.account.facts.review == 3


@pytest.mark.parametrize("step", ["roll call", "register"])
def test_nothing_is_printed_where_nothing_is_offered(step: str) -> None:
    waiting = ready().opened(OpenedMeeting(letters=(OpenedLetter(1, None, 1),)))
    review = Review(ROLES) if step == "roll call" else waiting
    assert advance(review, ev.ProtocolAsked(), TODAY) == (review, ())


def test_who_comes_later_took_part() -> None:
    present = ROLES[:2]
    review = replace(ready(), present=present)
    late = ev.CardAccepted(Role.PARLIAMENT_MEMBER, ())
    review, follows = advance(review, late, TODAY)
    assert follows == (jobs.NotePresent(3, ROLES),)


def test_at_the_roll_call_nobody_took_part_yet() -> None:
    review = Review(ROLES, facts=FACTS)
    assert advance(review, ev.CardAccepted(ROLES[0], ROLES[1:]), TODAY)[1] == ()


def test_a_row_that_was_damaged_still_counts() -> None:
    review = replace(ready(), damaged=(4,)).opened(OpenedMeeting(entries=ROWS, damaged=(4,)))
    assert review.registered == 3
