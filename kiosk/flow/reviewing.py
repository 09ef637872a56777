"""Which screen a review needs, and what it shows there."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from kiosk.events import Alarm
from kiosk.flow.desk import Desk
from kiosk.flow.protocols import Protocols
from kiosk.hardware.clock import BUILT
from kiosk.post.review import Review, Setting, Step
from kiosk.screens.base import Screen
from kiosk.screens.committee.clock import SetClock
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.count import Count
from kiosk.screens.committee.known import NEW_YEAR, Known
from kiosk.screens.committee.register import Corrections, Register
from kiosk.screens.committee.rollcall import RollCall
from kiosk.screens.committee.unlock import Unlock

SECOND_S = 1.0


class Reviewing:
    """One screen a step, one a letter; within a step the same screen is brought up to date."""

    def __init__(self, desk: Desk, protocols: Protocols) -> None:
        self._desk, self._protocols = desk, protocols
        self._shown: object = None
        self._screen: Screen | None = None
        self._pulse_ends = 0.0
        self._damage_told = False

    def show(self, review: Review) -> None:
        """Put on the step's screen, also in place of an idle warning."""
        left = review.remaining if review.step is Step.REGISTER else 0
        shown = (review.step, left, review.looking_back)
        if shown != self._shown or self._screen is None:
            self._shown, self._screen = shown, self._protocols.offered(self._make(review))
        self._update(self._screen, review)
        if self._desk.stage.screen is self._screen:
            self._desk.stage.refresh()
        else:
            self._desk.stage.show(self._screen)

    def forget(self) -> None:
        """The meeting is over."""
        self._shown, self._screen, self._damage_told = None, None, False
        self._desk.unprinted = ()
        self._desk.alarms.cancel(Alarm.COUNTDOWN)

    def count_down(self) -> None:
        """The coil is on: show the seconds left to pull the door."""
        self._pulse_ends = self._desk.hardware.clock.monotonic() + self._desk.machine.lock.pulse_s
        self._desk.alarms.set(Alarm.COUNTDOWN, SECOND_S)

    def _make(self, review: Review) -> Screen:
        match review.step:
            case Step.ROLL_CALL:
                return RollCall(review.missing, review.present)
            case Step.CLOCK:
                return self._clock()
            case Step.UNLOCK:
                return Unlock()
            case Step.COUNT:
                return self._count(review)
            case Step.REGISTER:
                return self._register(review)
            case Step.CLOSE if review.looking_back:
                return Corrections(self._known(review))
            case Step.CLOSE:
                return self._close(review)
            case Step.CLOSED:
                return Closed(self._desk.next_reading())
            case _:
                assert_never(review.step)

    def _clock(self) -> Screen:
        """It begins with what the clock shows, unless that day cannot be right."""
        desk, shown = self._desk, self._desk.shown().replace(tzinfo=None)
        mark = desk.board.mark
        if mark is not None and shown.date() < mark:
            shown = datetime.combine(mark, shown.time())
        return SetClock(shown, mark=mark, earliest=BUILT.date())

    def _register(self, review: Review) -> Screen:
        entered = review.entries[-1][0] if review.entries else None
        nth, letter = review.registered + 1, review.next_letter()
        known, hurt = self._known(review), bool(review.damaged) and not self._damage_told
        self._damage_told = True
        return Register(nth, review.total, letter, known, entered=entered, look_back=hurt)

    def _known(self, review: Review) -> Known:
        """Where the clock is not believed, the day on which the box was opened stands for today."""
        if review.facts is None:
            raise ValueError("a review without facts has no rows")
        return Known(
            self._desk.school,
            self._desk.today() or review.facts.opened_on,
            self._desk.day_month() or NEW_YEAR,
            review.matters,
            review.handles,
            review.entries,
            review.damaged,
            prints=self._desk.prints,
        )

    def _count(self, review: Review) -> Screen:
        facts = review.facts
        return Count(facts.slot, facts.papers) if facts else Count(0)

    def _close(self, review: Review) -> Screen:
        if review.facts is None:
            raise ValueError("a review without facts has no close")
        typed = review.registered - review.facts.papers
        return Close(review.facts, typed=typed, registered=review.registered)

    def _update(self, screen: Screen, review: Review) -> None:
        if isinstance(screen, RollCall | SetClock | Unlock | Count | Close):
            screen.working, screen.hint = review.working, review.hint
        if isinstance(screen, Register | Close):
            screen.unprinted = self._desk.unprinted
        if isinstance(screen, Register):
            screen.follow(self._known(review), working=review.working, hint=review.hint)
        if isinstance(screen, RollCall):
            screen.missing, screen.present = review.missing, review.present
        if isinstance(screen, SetClock):
            screen.done = review.clock is Setting.DONE
            screen.next_window = self._desk.next_window()
        if isinstance(screen, Unlock | Count):
            screen.lock_open, screen.seconds = review.lock_open, self._seconds_left()
        if isinstance(screen, Unlock | Close):
            screen.incidents = self._desk.unheard()
        if isinstance(screen, Unlock | Close | Closed):
            screen.door_open = review.door_open

    def _seconds_left(self) -> int:
        return max(0, round(self._pulse_ends - self._desk.hardware.clock.monotonic()))
