"""The box: unlocked by a signed permit, pulled open, its letters fixed (laws 2 and 5)."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.steps import Hint, Step


def unlock(review: Review, moment: Moment) -> Turn:
    """Ask for the permit; where the set is fixed or the box lies open, go on to the letters."""
    if review.step is Step.UNLOCK and review.facts is not None:  # only the store had refused
        return working(review, jobs.OpenReview(review.present))
    if moment.today is None:
        return review.asking_for_the_clock(), ()
    if moment.window is None:
        return replace(review, hint=Hint.WINDOW_OVER), ()
    if review.lies_open:
        return working(review, jobs.OpenReview(review.present))
    if review.lock_open:
        return review, ()
    return working(replace(review, unlocking=True), jobs.SignPermit(moment.window))


def moved(review: Review, event: ev.FromHardware, moment: Moment) -> Turn:
    """What the lock answered, and what was done to the door."""
    match event:
        case ev.LockOpened():
            return replace(_answered(review), lock_open=True, let_open=True), ()
        case ev.LockHeld() if review.unlocking or review.lock_open:  # it must rest, or time is up
            unpulled = Hint.NOBODY_PULLED if not review.door_open else review.hint
            return replace(_answered(review), lock_open=False, hint=unpulled), ()
        case ev.LockDenied() if moment.today is None:
            return _answered(review).asking_for_the_clock(), ()
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
        return replace(review, working=True), (jobs.ShutLock(), jobs.OpenReview(review.present))
    return review, (jobs.ShutLock(),) if review.gathered else ()
