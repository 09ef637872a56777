"""The review reducer: every step, what may not be skipped, and what survives being cut off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.signing import SigningKey

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.advance import advance
from kiosk.post.board import Board
from kiosk.post.book import Book
from kiosk.post.calendar import Window
from kiosk.post.handling import AtHand
from kiosk.post.interludes import Setting
from kiosk.post.journal import Answer, Decision, Difference, Entry
from kiosk.post.letters import DayMonth, Language, Letter, Origin
from kiosk.post.meeting import Facts, Meeting, OpenedLetter, OpenedMeeting
from kiosk.post.permit import Permit
from kiosk.post.protocol import Account
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from tests.office import WITNESS
from tests.post.meeting import opening

ROLES = tuple(Role)
WINDOW = Window(datetime(2026, 11, 27, 14, tzinfo=UTC), datetime(2026, 11, 27, 16, tzinfo=UTC))
INSIDE = Moment(date(2026, 11, 27), WINDOW)
OUTSIDE = Moment(date(2026, 11, 28), None)
DOUBTFUL = Moment(None, None)
PERMIT = Permit.sign(WINDOW, SigningKey(bytes(32)))
FACTS = Facts(review=1, opened_on=date(2026, 11, 27), slot=1)
LETTER = OpenedLetter(7, Letter("Жарык жок", DayMonth(20, 11)))
ANSWER = Answer({Language.KY: "Жасалды"}, {Language.KY: "Лампа алмаштырылды."})
TYPED = Entry(
    Origin.TYPED, DayMonth(20, 11), summary="Жарык", well_founded=True,
    decision=Decision.ANSWERED, answer=ANSWER, text="Жарык жок", matters=(77,),
)  # fmt: skip
PAPER = replace(TYPED, origin=Origin.PAPER, written=None, answer=None, text="")


class Desk:
    """Feeds events, collects the jobs."""

    def __init__(self, review: Review | None = None, moment: Moment = INSIDE) -> None:
        self.review = review or Review(missing=ROLES)
        self.moment = moment

    def __call__(self, *events: ev.Event) -> tuple[jobs.Job, ...]:
        follows: tuple[jobs.Job, ...] = ()
        for event in events:
            self.review, follows = advance(self.review, event, self.moment)
        return follows

    def gather(self) -> tuple[jobs.Job, ...]:
        for number, role in enumerate(ROLES[:-1]):
            self(ev.CardTyped("1"), ev.CardAccepted(role, ROLES[number + 1 :]))
        return self(ev.CardTyped("1"), ev.QuorumGathered(ROLES[-1]), ev.DigitsPostponed())

    def open_door(self) -> tuple[jobs.Job, ...]:
        self(ev.UnlockAsked(), ev.PermitSigned(PERMIT), ev.LockOpened())
        return self(ev.DoorOpened())

    def unseal(self, facts: Facts = FACTS, *letters: OpenedLetter) -> None:
        self(ev.ReviewOpened(Meeting(facts)), ev.MeetingUnsealed(OpenedMeeting(letters)))

    def register(self, place: int | None, entry: Entry, number: int, facts: Facts) -> None:
        self(ev.EntryWritten(place, entry), ev.EntrySealed(place, b"", entry))
        self(ev.EntryRegistered(number, place, entry, facts))


def test_a_whole_review_from_the_first_card_to_the_last_row() -> None:
    desk = Desk()
    assert desk(ev.CardTyped("12345")) == (jobs.TryCard("12345"),)
    desk(ev.CardAccepted(ROLES[0], ROLES[1:]))
    assert desk.review.present == ROLES[:1]
    desk(ev.CardTyped("1"), ev.CardAccepted(ROLES[1], ROLES[2:]))
    desk(ev.CardTyped("1"), ev.QuorumGathered(ROLES[2]), ev.DigitsPostponed())
    assert (desk.review.step, desk.review.present) == (Step.UNLOCK, ROLES)
    assert desk(ev.UnlockAsked()) == (jobs.SignPermit(WINDOW),)
    assert desk(ev.PermitSigned(PERMIT)) == (jobs.OpenLock(PERMIT),)
    desk(ev.LockOpened())
    assert desk(ev.DoorOpened()) == (jobs.ShutLock(), jobs.OpenReview(ROLES))
    meeting = Meeting(FACTS)
    assert desk(ev.ReviewOpened(meeting)) == (jobs.Unseal(meeting),)
    desk(ev.MeetingUnsealed(OpenedMeeting((LETTER,))))
    assert (desk.review.step, desk.review.total) == (Step.COUNT, 1)
    assert desk(ev.PaperHandCountTyped(1)) == (jobs.SaveHandCount(1, 1, None),)
    counted = replace(FACTS, hand=1)
    desk(ev.PaperHandCounted(counted))
    assert (desk.review.step, desk.review.total, desk.review.at_hand) == (
        Step.REGISTER, 2, AtHand(LETTER),
    )  # fmt: skip
    assert desk(ev.EntryWritten(7, TYPED)) == (jobs.SealEntry(7, TYPED),)
    sealed = ev.EntrySealed(7, b"row", TYPED)
    assert desk(sealed) == (jobs.Register(1, sealed),)
    desk(ev.EntryRegistered(41, 7, TYPED, counted))
    assert (desk.review.remaining, desk.review.at_hand) == (1, AtHand(None))
    desk.register(None, PAPER, 42, replace(counted, papers=1))
    assert (desk.review.step, desk.review.remaining) == (Step.CLOSE, 0)
    assert desk(ev.CloseAsked()) == (), "the number is not on the paper yet"
    desk(ev.NumberWritten())
    assert desk(ev.CloseAsked()) == (jobs.ReadBook(),)
    (close,) = desk(*opening(Book()))
    assert isinstance(close, jobs.CloseReview)
    assert [one.notice and one.notice.headline for one in close.closing.answers] == [
        {Language.KY: "Жасалды"}
    ]
    closed = replace(counted, papers=1, closed_on=date(2026, 11, 27))
    assert desk(ev.ReviewClosed(Account(closed, WITNESS))) == (jobs.WipeKeys(), jobs.ShutLock())
    assert (desk.review.step, desk.review.letters, desk.review.entries) == (Step.CLOSED, (), ())


@pytest.mark.parametrize(
    ("event", "hint"),
    [
        (ev.CardUnknown(), Hint.CARD_UNKNOWN),
        (ev.CardRevoked(), Hint.CARD_REVOKED),
        (ev.CardRepeated(ROLES[0], ROLES[1:]), Hint.CARD_REPEATED),
    ],
)
def test_a_card_that_does_not_help_is_named_and_nobody_is_gathered(
    event: ev.KeysEvent, hint: Hint
) -> None:
    desk = Desk()
    desk(ev.CardTyped("1"), event)
    assert (desk.review.hint, desk.review.step) == (hint, Step.ROLL_CALL)
    assert desk(ev.CardTyped("2")) == (jobs.TryCard("2"),)


def test_no_touch_counts_while_the_last_one_is_worked_on() -> None:
    desk = Desk()
    desk(ev.CardTyped("1"))
    assert desk(ev.CardTyped("1")) == ()


@pytest.mark.parametrize(
    ("moment", "hint"), [(OUTSIDE, Hint.WINDOW_OVER), (DOUBTFUL, Hint.CLOCK_UNKNOWN)]
)
def test_outside_the_window_or_on_a_doubtful_clock_no_permit_is_asked_for(
    moment: Moment, hint: Hint
) -> None:
    desk = Desk()
    desk.gather()
    desk.moment = moment
    assert desk(ev.UnlockAsked()) == ()
    assert desk.review.hint is hint


def test_without_the_quorum_no_touch_unlocks() -> None:
    assert Desk()(ev.UnlockAsked()) == ()


def test_a_permit_that_this_meeting_did_not_ask_for_opens_nothing() -> None:
    assert Desk()(ev.PermitSigned(PERMIT)) == ()
    desk = Desk()
    desk.gather()
    assert desk(ev.PermitSigned(PERMIT)) == ()


def test_a_lock_that_nobody_pulled_can_be_tried_again() -> None:
    desk = Desk()
    desk.gather()
    desk(ev.UnlockAsked(), ev.PermitSigned(PERMIT), ev.LockOpened())
    assert desk(ev.UnlockAsked()) == (), "the coil is on already"
    desk(ev.LockHeld())
    assert desk.review.hint is Hint.NOBODY_PULLED
    assert desk(ev.UnlockAsked()) == (jobs.SignPermit(WINDOW),)


def test_a_lock_that_must_rest_can_be_tried_again() -> None:
    desk = Desk()
    desk.gather()
    desk(ev.UnlockAsked(), ev.PermitSigned(PERMIT), ev.LockHeld())
    assert (desk.review.hint, desk.review.working) == (Hint.NOBODY_PULLED, False)
    assert desk(ev.UnlockAsked()) == (jobs.SignPermit(WINDOW),)


def test_the_lock_that_drops_after_the_pull_does_not_hide_that_the_review_is_being_opened() -> None:
    desk = Desk()
    desk.gather()
    desk.open_door()
    assert desk(ev.LockHeld()) == ()
    assert desk.review.working


def test_a_broken_lock_is_named() -> None:
    desk = Desk()
    desk.gather()
    desk(ev.UnlockAsked(), ev.PermitSigned(PERMIT), ev.LockBroke())
    assert desk.review.hint is Hint.LOCK_BROKE


def test_a_box_found_open_is_read_at_once_inside_the_window_only() -> None:
    open_box = Review(missing=ROLES, door_open=True)
    assert Desk(open_box).gather() == (jobs.OpenReview(ROLES),)
    outside = Desk(open_box, OUTSIDE)
    assert outside.gather() == ()
    assert outside.review.step is Step.UNLOCK


def test_a_door_opened_before_the_quorum_opens_no_review() -> None:
    desk = Desk()
    assert desk(ev.DoorOpened()) == ()
    assert desk(ev.DoorShut()) == ()
    assert not desk.review.door_open


def test_when_the_store_did_not_open_the_review_it_can_be_asked_again() -> None:
    desk = Desk()
    desk.gather()
    desk.open_door()
    desk(ev.StoreFailed("open_review"))
    assert desk.review.hint is Hint.NOT_STORED
    assert desk(ev.UnlockAsked()) == (jobs.OpenReview(ROLES),)


def test_a_cut_off_review_is_taken_up_by_a_new_roll_call_also_past_the_window() -> None:
    desk = Desk(Review(missing=ROLES, facts=replace(FACTS, hand=1)), OUTSIDE)
    assert desk.gather() == (jobs.OpenReview(ROLES),)
    desk(ev.StoreFailed("open_review"))
    assert desk(ev.UnlockAsked()) == (jobs.OpenReview(ROLES),)
    desk.unseal(replace(FACTS, hand=1), LETTER)
    assert (desk.review.step, desk.review.remaining) == (Step.REGISTER, 2)


def test_a_difference_in_the_count_needs_its_reason() -> None:
    desk = Desk()
    desk.gather()
    desk.open_door()
    desk.unseal()
    assert desk(ev.PaperHandCountTyped(3)) == ()
    assert desk(ev.PaperHandCountTyped(3, Difference.POWER)) == (
        jobs.SaveHandCount(1, 3, Difference.POWER),
    )


def test_the_box_can_be_opened_again_while_paper_is_counted() -> None:
    desk = Desk()
    desk.gather()
    desk.open_door()
    desk.unseal()
    desk(ev.LockHeld(), ev.DoorShut())
    assert desk(ev.UnlockAsked()) == (jobs.SignPermit(WINDOW),)
    desk(ev.PermitSigned(PERMIT), ev.LockOpened())
    assert desk(ev.DoorOpened()) == (jobs.ShutLock(),), "the set stays as it was fixed"


@pytest.fixture
def reading() -> Desk:
    desk = Desk()
    desk.gather()
    desk.open_door()
    desk.unseal(FACTS, LETTER)
    desk(ev.PaperHandCountTyped(1), ev.PaperHandCounted(replace(FACTS, hand=1)))
    return desk


@pytest.mark.parametrize(
    ("place", "entry"),
    [
        (8, TYPED),
        (7, replace(TYPED, summary=" ")),
        (None, TYPED),
        (7, replace(TYPED, decision=Decision.REFERRED)),
        (7, replace(TYPED, decision=Decision.DECLINED)),
        (7, replace(TYPED, answer=replace(ANSWER, body={}))),
        (7, replace(TYPED, urgent=True)),
        (7, replace(TYPED, answer=None)),
    ],
    ids=[
        "unknown place",
        "no summary",
        "typed as paper",
        "no forum",
        "no reason",
        "no answer",
        "nobody told",
        "answered without an answer",
    ],
)
def test_a_row_that_lacks_something_or_has_no_letter_is_not_sealed(
    reading: Desk, place: int | None, entry: Entry
) -> None:
    assert reading(ev.EntryWritten(place, entry)) == ()


def test_a_row_the_store_refused_stays_to_be_registered(reading: Desk) -> None:
    reading(ev.EntryWritten(7, TYPED), ev.EntrySealed(7, b"", TYPED), ev.StoreFailed("register"))
    assert (reading.review.hint, reading.review.remaining) == (Hint.NOT_STORED, 2)
    assert reading(ev.EntryWritten(7, TYPED)) == (jobs.SealEntry(7, TYPED),)


def test_it_does_not_close_while_a_letter_has_no_row(reading: Desk) -> None:
    assert reading(ev.CloseAsked()) == ()
    reading.register(7, TYPED, 1, replace(FACTS, hand=1))
    assert reading(ev.CloseAsked()) == ()


def test_more_paper_than_was_counted_is_not_registered(reading: Desk) -> None:
    reading.register(None, PAPER, 1, replace(FACTS, hand=1, papers=1))
    assert reading(ev.EntryWritten(None, PAPER)) == ()


def test_when_the_keys_fail_the_quorum_gathers_again_and_the_rows_stay(reading: Desk) -> None:
    assert reading(ev.KeysFailed("unseal")) == (jobs.WipeKeys(),)
    again = reading.review
    assert (again.step, set(again.missing), again.letters) == (Step.ROLL_CALL, set(ROLES), None)
    assert again.facts is not None


def test_counted_again_fewer_than_have_their_row_is_not_saved(reading: Desk) -> None:
    reading.register(None, PAPER, 1, replace(FACTS, hand=1, papers=1))
    reading(ev.NumberWritten())
    assert reading(ev.RecountAsked()) == ()
    assert reading(ev.PaperHandCountTyped(0, Difference.NOT_LETTER)) == ()
    assert reading(ev.PaperHandCountTyped(1)) == (jobs.SaveHandCount(1, 1, None),)


def test_no_repr_quotes_a_letter_a_row_or_a_card(reading: Desk) -> None:
    shown = repr(reading.review) + repr(jobs.TryCard("12345")) + repr(jobs.SealEntry(7, TYPED))
    assert "Жарык" not in shown
    assert "12345" not in shown


EVENTS = st.sampled_from(
    [
        ev.CardTyped("1"), ev.CardAccepted(ROLES[0], ROLES[1:]), ev.CardUnknown(),
        ev.QuorumGathered(ROLES[2]), ev.UnlockAsked(), ev.PermitSigned(PERMIT), ev.LockOpened(),
        ev.LockHeld(), ev.LockBroke(), ev.DoorOpened(), ev.DoorShut(),
        ev.ReviewOpened(Meeting(FACTS)), ev.MeetingUnsealed(OpenedMeeting((LETTER,))),
        ev.PaperHandCountTyped(1), ev.PaperHandCounted(replace(FACTS, hand=1)),
        ev.EntryWritten(7, TYPED), ev.EntrySealed(7, b"", TYPED), ev.CloseAsked(),
        ev.StoreFailed("register"), ev.KeysFailed("unseal"), ev.KeysWiped(), ev.CommitteeLeft(),
        ev.BoardAsked(),
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(EVENTS, max_size=40))
def test_whatever_comes_in_whatever_order_the_lock_needs_the_quorum_and_the_window(
    events: list[ev.Event],
) -> None:
    desk = Desk(moment=OUTSIDE)
    for event in events:
        for job in desk(event):
            assert not isinstance(job, jobs.SignPermit)
            if isinstance(job, jobs.CloseReview):
                assert not desk.review.remaining


# --- a clock that cannot be believed ----------------------------------------------------------

NOW = datetime(2026, 11, 27, 14, 5, tzinfo=UTC)
CLOCK_SET = ev.ClockSet(None, ev.BoardRead(Board()))


def doubting(review: Review | None = None) -> Desk:
    desk = Desk(review, DOUBTFUL)
    desk.gather()
    return desk


def test_the_quorum_sets_the_clock_before_anything_else_and_goes_on() -> None:
    desk = doubting()
    assert desk.review.step is Step.CLOCK
    assert desk(ev.UnlockAsked()) == ()
    assert desk(ev.ClockAgreed(NOW)) == (jobs.SetClock(NOW),)
    desk.moment = INSIDE
    assert desk(CLOCK_SET) == ()
    assert (desk.review.step, desk.review.working) == (Step.UNLOCK, False)


def test_a_clock_that_was_set_outside_the_window_leads_no_further() -> None:
    desk = doubting()
    desk(ev.ClockAgreed(NOW))
    desk.moment = OUTSIDE
    desk(CLOCK_SET)
    assert (desk.review.step, desk.review.clock) == (Step.CLOCK, Setting.DONE)
    assert desk(ev.ClockAgreed(NOW)) == desk(ev.UnlockAsked()) == ()


def test_with_the_clock_set_a_review_that_was_cut_off_is_taken_up() -> None:
    desk = doubting(Review(missing=ROLES, facts=FACTS))
    desk(ev.ClockAgreed(NOW))
    desk.moment = OUTSIDE
    assert desk(CLOCK_SET) == (jobs.OpenReview(ROLES),)


def test_a_box_found_open_is_read_once_the_clock_is_set_inside_the_window() -> None:
    desk = doubting(Review(missing=ROLES, door_open=True))
    desk(ev.ClockAgreed(NOW))
    desk.moment = INSIDE
    assert desk(CLOCK_SET) == (jobs.OpenReview(ROLES),)


def test_before_the_quorum_is_there_nobody_sets_it() -> None:
    assert Desk(moment=DOUBTFUL)(ev.ClockAgreed(NOW)) == ()


def test_on_a_clock_that_is_believed_nobody_sets_it() -> None:
    desk = Desk()
    desk.gather()
    assert desk(ev.ClockAgreed(NOW)) == ()


def test_what_the_store_refused_can_be_said_again() -> None:
    desk = doubting()
    desk(ev.ClockAgreed(NOW), ev.StoreFailed("set_clock"))
    assert (desk.review.step, desk.review.hint) == (Step.CLOCK, Hint.NOT_STORED)
    assert desk(ev.ClockAgreed(NOW)) == (jobs.SetClock(NOW),)


def test_a_clock_lost_before_the_close_is_set_and_the_close_comes_back() -> None:
    desk = Desk()
    desk.gather()
    desk.open_door()
    desk.unseal(replace(FACTS, slot=0, hand=0))
    assert desk.review.step is Step.CLOSE
    desk.moment = DOUBTFUL
    assert desk(ev.CloseAsked()) == ()
    assert (desk.review.step, desk.review.hint) == (Step.CLOCK, Hint.CLOCK_UNKNOWN)
    desk(ev.ClockAgreed(NOW))
    desk.moment = OUTSIDE
    desk(CLOCK_SET)
    assert desk.review.step is Step.CLOSE
    assert isinstance(desk(ev.CloseAsked(), *opening(Book()))[0], jobs.CloseReview)


def test_a_lock_that_refused_for_the_clock_leads_to_setting_it() -> None:
    desk = Desk()
    desk.gather()
    desk(ev.UnlockAsked(), ev.PermitSigned(PERMIT))
    desk.moment = DOUBTFUL
    desk(ev.LockDenied())
    assert (desk.review.step, desk.review.working) == (Step.CLOCK, False)
