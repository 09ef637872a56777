"""A review carried out: the reducer decides, the errands are run, the screen shows (R10, R13)."""

from __future__ import annotations

from typing import assert_never

from kiosk import events as ev
from kiosk.flow.desk import RENEW_S, Desk
from kiosk.flow.deskwork import DeskWork
from kiosk.flow.errands import Errands
from kiosk.flow.front import Front
from kiosk.flow.protocols import Protocols
from kiosk.flow.reviewing import SECOND_S, Reviewing
from kiosk.post import jobs
from kiosk.post.advance import advance
from kiosk.post.interludes import Setting
from kiosk.post.review import Review
from kiosk.post.steps import Purpose, Step
from kiosk.screens.committee.wayin import Doubted, WayIn

LOCKED_S = 1200.0
"""So long the keys wait behind a locked screen."""

LEFT_OPEN_S = 60.0
"""Who leaves has so long to shut the door."""


class CommitteeFlow:
    """Holds the review while there is one; without one, nothing here does anything."""

    def __init__(
        self,
        desk: Desk,
        front: Front,
        errands: Errands,
        protocols: Protocols,
        deskwork: DeskWork,
    ) -> None:
        self._desk, self._front, self._errands = desk, front, errands
        self._protocols = protocols
        self._reviewing = Reviewing(desk, protocols, deskwork)
        self._review: Review | None = None

    @property
    def meeting(self) -> bool:
        """Whether a committee stands here."""
        return self._review is not None

    @property
    def gathered(self) -> bool:
        """Whether the whole quorum stands here."""
        return self._review is not None and self._review.gathered

    @property
    def let_open(self) -> bool:
        """Whether the lock was opened for the meeting that stands here."""
        return self._review is not None and self._review.let_open

    def on(self, event: ev.CommitteeEvent | ev.DeskEvent | ev.MeetingEvent) -> None:
        """Do what the committee asked."""
        match event:
            case ev.WayInAsked():
                self._begin()
            case ev.GestureMade():
                self._desk.stage.show(self._way_in())
            case ev.RollCallAsked():
                self._begin()
            case ev.CommitteeLeft():
                self.leave()
            case ev.CardTyped() | ev.ClockAgreed() | ev.UnlockAsked() | ev.PaperHandCountTyped():
                self.follow(event)
            case ev.RecountAsked() | ev.EntryWritten() | ev.EntryCorrected():
                self.follow(event)
            case ev.RowsAsked() | ev.RowsLeft() | ev.ReferralAsked():
                self.follow(event)
            case ev.CloseAsked() | ev.ProtocolAsked():
                self.follow(event)
            case ev.DeskAsked() if self._review is None:
                self._begin(Purpose.DESK)
            case ev.DeskAsked() | ev.DeskTurned() | ev.RowTaken() | ev.OutcomeWritten():
                self.follow(event)
            case ev.ErasingAgreed() | ev.CheckAsked() | ev.DeskLeft():
                self.follow(event)
            case ev.FromMeeting():
                self.follow(event)
            case _:
                assert_never(event)

    def follow(self, event: ev.Event) -> None:
        """Let the reducer decide and have done what follows; after leaving, nobody waits."""
        if self._review is None:
            return
        before = self._review
        self._review, follows = advance(before, event, self._desk.moment())
        self._mind_the_lock(before, self._review)
        if isinstance(event, ev.LockOpened):
            self._reviewing.count_down()
        if isinstance(event, ev.StoreFailed):
            self._protocols.not_read()
        for job in follows:
            self._errands.do(job)
        if isinstance(event, ev.DeskClosed):
            self.leave()
        else:
            self._reviewing.show(self._review)

    def closed(self) -> None:
        """Whoever came to go on with a review that is closed by now has nothing to do here."""
        review = self._review
        if review is not None and review.facts is not None and not review.facts.closed_on:
            self.leave()

    def lock(self) -> bool:
        """Nobody touches anything: cover all; False where cards would be needed to come back."""
        if self._review is None or self._review.lock is not None:
            return self._review is not None
        self.follow(ev.ScreenLocked())
        return self._review.lock is not None

    def _mind_the_lock(self, before: Review, after: Review) -> None:
        """Nobody comes back for a long time: then the keys go (law 10)."""
        if before.lock is None and after.lock is not None:
            self._desk.alarms.set(ev.Alarm.LOCK, LOCKED_S)
        elif after.lock is None:
            self._desk.alarms.cancel(ev.Alarm.LOCK)

    def leave(self) -> None:
        """End the meeting: keys gone, lock shut; an opened review can be taken up again."""
        if self._review is not None:
            self._review = None
            self._reviewing.forget()
            self._desk.alarms.cancel(ev.Alarm.LOCK)
            self._errands.do(jobs.WipeKeys())
            self._errands.do(jobs.ShutLock())
            self._desk.store.read_board()
            self._desk.renew_in(RENEW_S)
            if self._desk.door_open:
                self._desk.alarms.set(ev.Alarm.DOOR, LEFT_OPEN_S)
                self._desk.renew_in(LEFT_OPEN_S + RENEW_S)
        self._front.show()

    def count_down(self) -> None:
        """One second less to pull the door."""
        if self._review is not None and self._review.lock_open:
            self._desk.alarms.set(ev.Alarm.COUNTDOWN, SECOND_S)
            self._reviewing.show(self._review)

    def look_at_the_clock(self) -> None:
        """When the window ends before the box was opened, there is nothing left to do here.

        But who came to set the clock, or to agree on a review out of turn, may do so.
        """
        review, moment = self._review, self._desk.moment()
        if review is None or review.facts is not None or moment.window is not None:
            return
        if review.purpose is Purpose.DESK:
            return
        if review.extra is not None:
            return
        doubted = moment.today is None and review.step is Step.ROLL_CALL
        if not doubted and review.step is not Step.CLOCK:
            self.leave()

    def _way_in(self) -> WayIn:
        desk = self._desk
        if desk.committee is None:
            return WayIn(None, enrolled=False)
        unfinished = desk.unfinished is not None
        why = desk.doubt()
        doubted = Doubted(why, desk.shown().date(), desk.board.mark) if why else None
        window = desk.window()
        return WayIn(
            window or desk.next_window(),
            doubted=doubted,
            can_open=window is not None,
            unfinished=unfinished,
            extra=window is None,
        )

    def _begin(self, purpose: Purpose = Purpose.REVIEW) -> None:
        """Start a roll call: in the window, for what was cut off (law 10), for the clock.

        At any other time it is for a review out of turn; for the desk alone, at all times.
        """
        desk = self._desk
        if desk.committee is None:
            self._front.show()
            return
        review = purpose is Purpose.REVIEW
        in_turn = desk.unfinished or desk.window() or desk.today() is None
        self._review = Review(
            missing=desk.committee.missing(frozenset()),
            facts=desk.unfinished if review else None,
            door_open=desk.door_open,
            quorum=tuple(frozenset(lock.roles) for lock in desk.committee.quorum),
            extra=Setting.ASKED if review and not in_turn else None,
            purpose=purpose,
        )
        self._errands.do(jobs.StartKeys())  # while the first card is typed
        self._reviewing.show(self._review)
