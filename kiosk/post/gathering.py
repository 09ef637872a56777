"""Who is here: the quorum gathers, sets a clock that is doubted, and gathers again (R13, law 7)."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.review import Hint, Moment, Review, Setting, Turn
from kiosk.post.roles import Role


def accepted(review: Review, event: ev.CardAccepted) -> Turn:
    """One more is here; who joins a review that goes on took part in it."""
    here = replace(review, present=(*review.present, event.role), missing=event.missing)
    if review.gathered and review.facts is not None:
        return here, (jobs.NotePresent(review.facts.review, here.present),)
    return here, ()


def gathered(review: Review, role: Role, moment: Moment) -> Turn:
    """The last who was needed came."""
    present = (*review.present, role)
    return begin(replace(review, present=present, missing=(), gathered=True), moment)


def begin(review: Review, moment: Moment) -> Turn:
    """With the quorum here: take up what was cut off; a box found open is read at once."""
    if moment.today is None:
        return replace(review, clock=Setting.ASKED), ()
    if review.facts is not None or (review.lies_open and moment.window is not None):
        return replace(review, working=True), (jobs.OpenReview(review.present),)
    return review, ()


def again(review: Review) -> Review:
    """Back to the roll call; the store has every row that was registered."""
    everybody = (*review.present, *review.missing)
    empty = Review(missing=everybody, door_open=review.door_open, facts=review.facts)
    return replace(empty, hint=Hint.GATHER_AGAIN)


def clock_set(review: Review, moment: Moment) -> Turn:
    """Go on from where the clock was missed; outside the window there is nothing more to do."""
    if review.letters is not None:
        return replace(review, clock=None), ()
    if review.facts is None and moment.window is None:
        return replace(review, clock=Setting.DONE), ()
    return begin(replace(review, clock=None), moment)
