"""Who is here: the quorum gathers, sets a clock that is doubted, and gathers again (R13, law 7)."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import deskwork, jobs
from kiosk.post.interludes import Setting
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Purpose, Step


def accepted(review: Review, event: ev.CardAccepted) -> Review:
    """One more is here."""
    return replace(review, present=(*review.present, event.role), missing=event.missing)


def gathered(review: Review, role: Role) -> Review:
    """The last who was needed came: each may choose digits now, to come back by."""
    present = (*review.present, role)
    return replace(review, present=present, missing=(), gathered=True, choosing=present)


def begin(review: Review, moment: Moment) -> Turn:
    """With the quorum here: take up what was cut off; a box found open is read at once."""
    if moment.today is None:
        return replace(review, clock=Setting.ASKED), ()
    if review.purpose is Purpose.DESK:
        return deskwork.begun(review)
    if moment.window is not None:
        review = replace(review, extra=None)
    if review.facts is not None or (review.lies_open and moment.window is not None):
        return replace(review, working=True), (jobs.OpenReview(review.present),)
    return review, ()


def again(review: Review) -> Review:
    """Back to the roll call; the store has every row that was registered."""
    empty = Review(
        missing=review.lacking(()),
        door_open=review.door_open,
        let_open=review.let_open,
        facts=review.facts,
        quorum=review.quorum,
        extra=review.extra and Setting.ASKED,
        purpose=review.purpose,
    )
    return replace(empty, hint=Hint.GATHER_AGAIN)


def clock_set(review: Review, moment: Moment) -> Turn:
    """Go on from where the clock was missed; outside the window there is nothing more to do."""
    if review.begun:
        return replace(review, clock=None), ()
    if review.purpose is Purpose.REVIEW and review.facts is None and moment.window is None:
        return replace(review, clock=Setting.DONE), ()
    return begin(replace(review, clock=None), moment)


def arrange(review: Review, event: ev.FromMeeting) -> Turn:
    """A review out of turn: on a later day, which the board announces, or now."""
    if review.step is not Step.ARRANGE or review.interlude or review.extra is Setting.DONE:
        return review, ()
    match event:
        case ev.OpeningAgreed():
            return working(review, jobs.Arrange(event.day, event.opens, event.closes))
        case ev.UrgentAgreed():
            return working(review, jobs.ArrangeNow())
    return review, ()


def arranged(review: Review, moment: Moment) -> Turn:
    """It is agreed: where its window holds already, the box may be opened."""
    if moment.window is None:
        return replace(review, extra=Setting.DONE), ()
    return begin(review, moment)
