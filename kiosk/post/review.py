"""A review as a pure reducer: what has happened, and what to do next (R10, R13, laws 2, 5, 10).

`advance(review, event, moment)` gives the next state and the jobs that follow from the event. It
knows no clock, store or lock: the flow carries the jobs out, and their results come back as events.
What must survive a power cut is in `Facts`, kept by the store; the rest is gone with the keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.board import Notice, NoticeType
from kiosk.post.calendar import Window
from kiosk.post.journal import Answer, Entry
from kiosk.post.letters import Origin
from kiosk.post.meeting import Facts, OpenedLetter
from kiosk.post.roles import Role

ANSWER_DAYS = 60
"""How long an answer hangs on the board when nobody says otherwise."""


class Step(StrEnum):
    """Where the committee stands."""

    ROLL_CALL = "roll_call"
    CLOCK = "clock"
    UNLOCK = "unlock"
    COUNT = "count"
    REGISTER = "register"
    CLOSE = "close"
    CLOSED = "closed"


class Hint(StrEnum):
    """What the committee should be told beside the step itself."""

    CARD_UNKNOWN = "card_unknown"
    CARD_REPEATED = "card_repeated"
    WINDOW_OVER = "window_over"
    CLOCK_UNKNOWN = "clock_unknown"
    NOBODY_PULLED = "nobody_pulled"
    LOCK_BROKE = "lock_broke"
    NOT_STORED = "not_stored"
    GATHER_AGAIN = "gather_again"


class Setting(StrEnum):
    """How far the quorum is with a clock that could not be believed (law 7)."""

    ASKED = "asked"
    DONE = "done"


@dataclass(frozen=True)
class Moment:
    """What the calendar and the clock say now; `window` is None outside, or on a doubtful clock."""

    today: date | None
    window: Window | None


@dataclass(frozen=True)
class Review:
    """One meeting of the committee, from the first card to the last signature.

    `letters` is None until the set was unsealed. `number` of an entry is its journal number.
    `let_open`: the lock was opened in this meeting.
    """

    missing: tuple[Role, ...]
    present: tuple[Role, ...] = ()
    gathered: bool = False
    door_open: bool = False
    lock_open: bool = False
    unlocking: bool = False
    facts: Facts | None = None
    letters: tuple[OpenedLetter, ...] | None = field(default=None, repr=False)
    entries: tuple[tuple[int, Entry], ...] = field(default=(), repr=False)
    working: bool = False
    hint: Hint | None = None
    clock: Setting | None = None
    let_open: bool = False

    @property
    def step(self) -> Step:
        """The first step that is not done yet."""
        if not self.gathered:
            return Step.ROLL_CALL
        if self.clock is not None:
            return Step.CLOCK
        if self.facts is None or self.letters is None:
            return Step.UNLOCK
        if self.facts.closed_on is not None:
            return Step.CLOSED
        if not self.facts.counted:
            return Step.COUNT
        return Step.REGISTER if self.remaining else Step.CLOSE

    @property
    def total(self) -> int:
        """Letters of this review, typed and paper."""
        return len(self.entries) + self.remaining

    @property
    def remaining(self) -> int:
        """Letters without a row."""
        return len(self.letters or ()) + self.papers_left

    @property
    def papers_left(self) -> int:
        """Paper letters counted by hand that have no row."""
        return (self.facts.hand or 0) - self.facts.papers if self.facts else 0

    def next_letter(self) -> OpenedLetter | None:
        """The typed letter to read next; None when only paper is left."""
        return self.letters[0] if self.letters else None


Turn = tuple[Review, tuple[jobs.Job, ...]]


def advance(review: Review, event: ev.Event, moment: Moment) -> Turn:
    """What the event makes of the review, and the jobs that follow; others' events change nothing.

    The caller routes only the families named here and closes its own `match` over each family.
    """
    match event:
        case ev.FromCommittee():
            return _asked(review, event, moment)
        case ev.FromKeys():
            return _keys(review, event, moment)
        case ev.FromStore():
            return _stored(review, event, moment)
        case ev.FromHardware():
            return _moved(review, event, moment)
    return review, ()


def _asked(review: Review, event: ev.FromCommittee, moment: Moment) -> Turn:
    if review.working:  # one thing at a time: the answer to the last touch is on its way
        return review, ()
    match event:
        case ev.CardTyped(code=code) if review.step is Step.ROLL_CALL:
            return _working(review, jobs.TryCard(code))
        case ev.ClockAgreed(moment=agreed) if review.clock is Setting.ASKED:
            return _working(review, jobs.SetClock(agreed))
        case ev.UnlockAsked() if review.step in {Step.UNLOCK, Step.COUNT}:
            return _unlock(review, moment)
        case ev.PaperHandCountTyped() if review.step is Step.COUNT:
            return _count(review, event)
        case ev.RecountAsked() if review.step in {Step.REGISTER, Step.CLOSE} and review.facts:
            uncounted = replace(review.facts, hand=None, reason=None)
            return replace(review, facts=uncounted, hint=None), ()
        case ev.EntryWritten() if review.step is Step.REGISTER and _has_place(review, event):
            return _working(review, jobs.SealEntry(event.place, event.entry))
        case ev.CloseAsked() if review.step is Step.CLOSE and moment.today is None:
            return _ask_for_the_clock(review), ()
        case ev.CloseAsked() if review.step is Step.CLOSE and review.facts and moment.today:
            answers = _answers(review, moment.today)
            return _working(review, jobs.CloseReview(review.facts.review, answers))
    return review, ()


def _working(review: Review, job: jobs.Job) -> Turn:
    return replace(review, working=True, hint=None), (job,)


def _unlock(review: Review, moment: Moment) -> Turn:
    if review.step is Step.UNLOCK and review.facts is not None:  # only the store had refused
        return _working(review, jobs.OpenReview())
    if moment.today is None:
        return _ask_for_the_clock(review), ()
    if moment.window is None:
        return replace(review, hint=Hint.WINDOW_OVER), ()
    if _lies_open(review):
        return _working(review, jobs.OpenReview())
    if review.lock_open:
        return review, ()
    return _working(replace(review, unlocking=True), jobs.SignPermit(moment.window))


def _ask_for_the_clock(review: Review) -> Review:
    """Nothing that needs a day goes on until the quorum has set it."""
    return replace(review, clock=Setting.ASKED, hint=Hint.CLOCK_UNKNOWN)


def _lies_open(review: Review) -> bool:
    return review.step is Step.UNLOCK and review.door_open


def _count(review: Review, event: ev.PaperHandCountTyped) -> Turn:
    facts = review.facts
    if facts is None or event.hand < facts.papers:  # fewer than have their row already
        return review, ()
    if event.hand != facts.slot and event.reason is None:
        return review, ()
    return _working(review, jobs.SaveHandCount(facts.review, event.hand, event.reason))


def _has_place(review: Review, event: ev.EntryWritten) -> bool:
    """Whether the row belongs to a letter that still waits and lacks nothing."""
    if event.entry.gaps():
        return False
    if event.place is None:
        return event.entry.origin is Origin.PAPER and review.papers_left > 0
    return any(letter.place == event.place for letter in review.letters or ())


def _answers(review: Review, today: date) -> tuple[Notice, ...]:
    answers = (entry.answer for _, entry in review.entries)
    return tuple(_notice(answer, today) for answer in answers if answer is not None)


def _notice(answer: Answer, today: date) -> Notice:
    """An answer hangs from its first day, at the earliest from the close on."""
    first = max(answer.first_day or today, today)
    last = answer.last_day or first + timedelta(days=ANSWER_DAYS)
    form = NoticeType(answer.form)
    return Notice(form, answer.headline, answer.body, first, max(first, last))


def _keys(review: Review, event: ev.FromKeys, moment: Moment) -> Turn:
    rested = replace(review, working=False, hint=None)
    match event:
        case ev.CardAccepted(role=role, missing=missing):
            return replace(rested, present=(*review.present, role), missing=missing), ()
        case ev.CardRepeated():
            return replace(rested, hint=Hint.CARD_REPEATED), ()
        case ev.CardUnknown():
            return replace(rested, hint=Hint.CARD_UNKNOWN), ()
        case ev.QuorumGathered(role=role):
            present = replace(rested, present=(*review.present, role), missing=(), gathered=True)
            return _begin(present, moment)
        case ev.PermitSigned(permit=permit) if review.unlocking:  # working until the lock answers
            return review, (jobs.OpenLock(permit),)
        case ev.MeetingUnsealed(meeting=meeting):
            return replace(rested, letters=meeting.letters, entries=meeting.entries), ()
        case ev.EntrySealed() if review.facts is not None:
            return review, (jobs.Register(review.facts.review, event),)
        case ev.KeysFailed():
            return _gather_again(review), (jobs.WipeKeys(),)
    return review, ()


def _gather_again(review: Review) -> Review:
    """Back to the roll call; the store has every row that was registered."""
    everybody = (*review.present, *review.missing)
    again = Review(missing=everybody, door_open=review.door_open, facts=review.facts)
    return replace(again, hint=Hint.GATHER_AGAIN)


def _begin(review: Review, moment: Moment) -> Turn:
    """With the quorum here: take up what was cut off; a box found open is read at once."""
    if moment.today is None:
        return replace(review, clock=Setting.ASKED), ()
    if review.facts is not None or (_lies_open(review) and moment.window is not None):
        return replace(review, working=True), (jobs.OpenReview(),)
    return review, ()


def _stored(review: Review, event: ev.FromStore, moment: Moment) -> Turn:
    rested = replace(review, working=False, hint=None)
    match event:
        case ev.ClockSet():
            return _clock_set(rested, moment)
        case ev.ReviewOpened(meeting=meeting):
            return replace(review, facts=meeting.facts, working=True), (jobs.Unseal(meeting),)
        case ev.PaperHandCounted(facts=facts):
            return replace(rested, facts=facts), ()
        case ev.EntryRegistered():
            return _registered(rested, event), ()
        case ev.ReviewClosed(facts=facts):
            closed = replace(rested, facts=facts, entries=(), letters=())
            return closed, (jobs.WipeKeys(), jobs.ShutLock())
        case ev.StoreFailed():
            return replace(rested, hint=Hint.NOT_STORED), ()
    return review, ()


def _clock_set(review: Review, moment: Moment) -> Turn:
    """Go on from where the clock was missed; outside the window there is nothing more to do."""
    if review.letters is not None:
        return replace(review, clock=None), ()
    if review.facts is None and moment.window is None:
        return replace(review, clock=Setting.DONE), ()
    return _begin(replace(review, clock=None), moment)


def _registered(review: Review, event: ev.EntryRegistered) -> Review:
    letters = tuple(letter for letter in review.letters or () if letter.place != event.place)
    entries = (*review.entries, (event.number, event.entry))
    return replace(review, facts=event.facts, letters=letters, entries=entries)


def _moved(review: Review, event: ev.FromHardware, moment: Moment) -> Turn:
    match event:
        case ev.LockOpened():
            return replace(_answered(review), lock_open=True, let_open=True), ()
        case ev.LockHeld() if review.unlocking or review.lock_open:  # it must rest, or time is up
            unpulled = Hint.NOBODY_PULLED if not review.door_open else review.hint
            return replace(_answered(review), lock_open=False, hint=unpulled), ()
        case ev.LockDenied() if moment.today is None:
            return _ask_for_the_clock(_answered(review)), ()
        case ev.LockDenied():
            return replace(_answered(review), hint=Hint.WINDOW_OVER), ()
        case ev.LockBroke():
            return replace(_answered(review), lock_open=False, hint=Hint.LOCK_BROKE), ()
        case ev.DoorOpened():
            return _door_opened(replace(review, door_open=True, hint=None), moment)
        case ev.DoorShut():
            return replace(review, door_open=False), ()
    return review, ()


def _answered(review: Review) -> Review:
    """The lock answered what was asked of it; a touch counts again."""
    working = review.working and not review.unlocking
    return replace(review, working=working, unlocking=False, hint=None)


def _door_opened(review: Review, moment: Moment) -> Turn:
    """The set is fixed when the box really opens, not when it is unlocked (law 5)."""
    fresh = review.step is Step.UNLOCK and not review.working
    if fresh and moment.window is not None:
        return replace(review, working=True), (jobs.ShutLock(), jobs.OpenReview())
    return review, (jobs.ShutLock(),) if review.gathered else ()
