"""Which screen a review needs, and what it shows there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from kiosk.events import Alarm
from kiosk.flow.desk import Desk
from kiosk.flow.deskwork import DeskWork
from kiosk.flow.interludes import Interludes
from kiosk.flow.protocols import Protocols
from kiosk.hardware.clock import BUILT
from kiosk.post import deskwork, slips
from kiosk.post.interludes import Setting
from kiosk.post.review import Review
from kiosk.post.steps import Step
from kiosk.post.table import matters_in_sight
from kiosk.screens.base import Screen
from kiosk.screens.committee.arrange import Arrange
from kiosk.screens.committee.clock import SetClock
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.corrections import Corrections
from kiosk.screens.committee.count import Count
from kiosk.screens.committee.desk import ReviewScreen
from kiosk.screens.committee.deskmenu import DeskMenu
from kiosk.screens.committee.known import NEW_YEAR, Known
from kiosk.screens.committee.progress import bar, notes
from kiosk.screens.committee.register import Register
from kiosk.screens.committee.rollcall import RollCall
from kiosk.screens.committee.unlock import Unlock

SECOND_S = 1.0


class Reviewing:
    """One screen a step, one a letter; within a step the same screen is brought up to date.

    An interlude covers it: the step's screen waits, covered, and comes back as it was.
    """

    def __init__(self, desk: Desk, protocols: Protocols, deskwork: DeskWork) -> None:
        self._desk, self._protocols, self._deskwork = desk, protocols, deskwork
        self._interludes = Interludes(desk)
        self._shown: object = None
        self._screen: Screen | None = None
        self._pulse_ends = 0.0
        self._damage_told = False

    def show(self, review: Review) -> None:
        """Put on what belongs now, also in place of an idle warning."""
        at_hand = review.at_hand if review.step is Step.REGISTER else None
        shown = (review.step, review.remaining, at_hand and at_hand.place, review.looking_back)
        if shown != self._shown:
            self._drop()
            self._shown = shown
        screen = self._belongs(review)
        if isinstance(screen, ReviewScreen):
            screen.working, screen.hint = review.working, review.hint
            screen.notes, screen.bar = notes(review), bar(review)
        if self._desk.stage.screen is screen:
            self._desk.stage.refresh()
        else:
            waits = self._desk.stage.screen is self._screen or self._deskwork.shows
            self._desk.stage.show(screen, wipe=not waits)

    def _belongs(self, review: Review) -> Screen:
        if review.desk is not None and review.at_the_desk:
            self._interludes.forget()
            self._cover()
            return self._deskwork.screen(review, review.desk)
        if review.desk is None:
            self._deskwork.leave()
        self._deskwork.cover()
        return self._over_or_step(review)

    def _over_or_step(self, review: Review) -> Screen:
        if review.interlude is None:
            self._interludes.forget()
            self._screen = self._screen or self._protocols.offered(self._make(review))
            self._update(self._screen, review)
            return self._screen
        self._cover()
        return self._interludes.screen(review, review.interlude)

    def _cover(self) -> None:
        """The step's screen waits under another."""
        if self._screen is not None:
            self._screen.cover()

    def forget(self) -> None:
        """The meeting is over."""
        self._drop()
        self._deskwork.leave()
        self._interludes.forget()
        self._shown, self._damage_told = None, False
        self._desk.unprinted = ()
        self._desk.alarms.cancel(Alarm.COUNTDOWN)

    def _drop(self) -> None:
        """The step's screen is done with; it may lie under an interlude."""
        if self._screen is not None:
            self._screen.wipe()
        self._screen = None

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
            case Step.ARRANGE:
                return self._arrange()
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
            case Step.DESK:  # lies open as soon as nothing covers it: `DeskWork`
                return DeskMenu(Step.DESK)
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

    def _arrange(self) -> Screen:
        """It begins with tomorrow, at the hours of the school's own rule."""
        desk = self._desk
        rule, shown = desk.school.review, desk.shown().date()
        return Arrange(shown + timedelta(days=1), rule.opens, rule.closes)

    def _register(self, review: Review) -> Screen:
        facts = review.facts
        papers = (facts.papers + 1, facts.hand or 0) if facts else (0, 0)
        nth, letter = review.registered + 1, review.at_hand.opened if review.at_hand else None
        known, hurt = self._known(review), bool(review.damaged) and not self._damage_told
        self._damage_told = True
        entered = review.wishes.number
        return Register(
            nth, review.total, letter, known, papers=papers, entered=entered, look_back=hurt
        )

    def _known(self, review: Review) -> Known:
        """What those in the room may know; of others' rows and matters they see not even a title.

        Where the clock is not believed, the day on which the box was opened stands for today.
        """
        if review.facts is None:
            raise ValueError("a review without facts has no rows")
        return Known(
            self._desk.school,
            self._desk.today() or review.facts.opened_on,
            self._desk.day_month() or NEW_YEAR,
            matters_in_sight(review),
            review.handles,
            tuple(row for row in review.entries if review.may_see(row[1].excluded)),
            review.damaged,
            prints=self._desk.prints,
            review_on=self._desk.review_after_today(),
            kept_back=tuple(n for n, row in review.entries if not review.may_see(row.excluded)),
            row=review.wishes.row,
            slips={entry.handle: number for number, entry in review.entries if entry.handle},
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
        if isinstance(screen, Count | Register | Close):
            screen.to_desk = deskwork.may_open(review)
        if isinstance(screen, Register | Close):
            screen.unprinted = self._desk.unprinted
        if isinstance(screen, Register):
            screen.on_slip = slips.came_out(review)
            screen.follow(self._known(review), working=review.working, hint=review.hint)
        if isinstance(screen, RollCall):
            screen.missing, screen.present = review.missing, review.present
        if isinstance(screen, SetClock | Arrange):
            screen.done = Setting.DONE in {review.clock, review.extra}
            screen.next_window = self._desk.next_window()
        if isinstance(screen, Unlock | Count):
            screen.lock_open, screen.seconds = review.lock_open, self._seconds_left()
        if isinstance(screen, Unlock | Close):
            screen.incidents = self._desk.unheard()
        if isinstance(screen, Closed):
            screen.drill_due = self._desk.drill_due()
        if isinstance(screen, Unlock | Close | Closed):
            screen.door_open = review.door_open

    def _seconds_left(self) -> int:
        return max(0, round(self._pulse_ends - self._desk.hardware.clock.monotonic()))
