"""What covers a step of a review: the lock, who is here, and who must not read."""

from __future__ import annotations

from typing import assert_never

from kiosk.flow.desk import Desk
from kiosk.post import deskwork, members, slips
from kiosk.post.followup import overdue
from kiosk.post.handling import in_order
from kiosk.post.interludes import Interlude
from kiosk.post.review import Review
from kiosk.post.steps import Step
from kiosk.post.table import another_waits
from kiosk.screens.base import Screen
from kiosk.screens.committee.desk import HINTS
from kiosk.screens.committee.digits import Digits, Locked
from kiosk.screens.committee.due import Due
from kiosk.screens.committee.kept import Kept, Numbered
from kiosk.screens.committee.letters import Letters, Slips
from kiosk.screens.committee.members import Members
from kiosk.screens.committee.room import Room, StepOut, Waiting

SHOWN_AS = {Step.CLOCK: Step.UNLOCK, Step.ARRANGE: Step.UNLOCK, Step.CLOSED: Step.CLOSE}
"""Steps that have no place of their own on the step bar."""


class Interludes:
    """One screen for each; it is made anew when it has something else to say."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shown: object = None
        self._screen: Screen | None = None

    def screen(self, review: Review, interlude: Interlude) -> Screen:
        """The screen, brought up to date."""
        shown = (interlude, review.choosing[:1], review.leaving, review.away, review.too_few)
        if shown != self._shown or self._screen is None:
            self._shown, self._screen = shown, self._make(review, interlude)
        self._update(self._screen, review)
        return self._screen

    def forget(self) -> None:
        """The step is back."""
        self._shown, self._screen = None, None

    def _make(self, review: Review, interlude: Interlude) -> Screen:
        step = SHOWN_AS.get(review.step, review.step)
        match interlude:
            case Interlude.LOCKED:
                return Locked(self._desk.school)
            case Interlude.DIGITS:
                return Digits(step, review.choosing[0])
            case Interlude.MEMBERS:
                return Members(step, review.present, review.missing)
            case Interlude.STEP_OUT:
                return StepOut(step, in_order(set(review.present) - review.leaving))
            case Interlude.LETTERS:
                return Letters(step, review.queue, later=another_waits(review))
            case Interlude.SLIPS:
                return Slips(step, tuple(opened.label for opened in slips.printable(review)))
            case Interlude.ROOM:
                return _room(step, review)
            case Interlude.DESK:  # its pages are shown by `DeskWork`
                raise ValueError("the desk is no page of its own")
            case Interlude.DUE:
                return Due(step, len(overdue(review.matters, self._desk.day())))
            case Interlude.WAITING:
                return Waiting(step, review.remaining, in_order(review.away))
            case Interlude.KEPT:
                return _kept(step, review)
            case Interlude.NUMBER:
                return Numbered(step, review.wishes.number or 0)
            case _:
                assert_never(interlude)

    def _update(self, screen: Screen, review: Review) -> None:
        if isinstance(screen, Locked):
            screen.working, screen.back = review.working, bool(review.lock and review.lock.back)
            screen.hint = HINTS.get(review.hint, "") if review.hint else ""
        if isinstance(screen, Members):
            screen.present, screen.missing = review.present, review.missing
            screen.locks, screen.to_desk = members.locks(review), deskwork.may_open(review)
        if isinstance(screen, Kept):
            screen.working = review.working
        if isinstance(screen, Slips):
            screen.left, screen.came = review.slips.left, review.slips.came
            screen.trouble, screen.printing = review.slips.trouble, review.slips.printing


def _room(step: Step, review: Review) -> Room:
    leaving = in_order(review.leaving - review.away)
    returning = in_order(review.away - review.leaving)
    later = review.wishes.row is not None or another_waits(review)
    return Room(step, leaving, returning, too_few=review.too_few, later=later)


def _kept(step: Step, review: Review) -> Kept:
    now = None if review.too_few else review.at_hand
    return Kept(step, now, again=review.remaining == 1, aside=bool(review.leaving))
