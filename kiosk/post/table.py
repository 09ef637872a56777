"""Which letter lies on the table, and who may be in the room with it."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post.interludes import Interlude
from kiosk.post.review import Review
from kiosk.post.steps import Step

BESIDE = frozenset({None, Interlude.ROOM, Interlude.WAITING})
"""Where one may turn to another page: what is asked first has nothing under it."""


def asked(review: Review, event: ev.FromMeeting) -> Review:
    """What the committee says about letters; elsewhere than at registering it means nothing."""
    here = review.interlude
    if review.step is not Step.REGISTER:
        return changed(review) if isinstance(event, ev.RoomChanged) else review
    match event:
        case ev.StepOutAsked() if here is None:
            return replace(review, aside=Interlude.STEP_OUT)
        case ev.LettersAsked() if here in BESIDE:
            return replace(review, aside=Interlude.LETTERS)
        case ev.SteppedOut(role=role) if here is Interlude.STEP_OUT and review.at_hand:
            wishes = review.wishes.stepped_out(review.at_hand.place, role)
            return replace(review, wishes=wishes, aside=None)
        case ev.LetterPicked(place=place) if here is Interlude.LETTERS:
            waits = any(case.place == place for case in review.queue)
            wishes = review.wishes.picked(place) if waits else review.wishes
            return replace(review, wishes=wishes, aside=None)
        case ev.LetterPutOff() if here in {*BESIDE, Interlude.LETTERS} and review.at_hand:
            wishes = review.wishes.put_off(review.at_hand.place)
            return replace(review, wishes=wishes, aside=None)
        case ev.RoomChanged():
            return changed(review)
    return review


def changed(review: Review) -> Review:
    """Those who must be away are, and only they."""
    if review.interlude is not Interlude.ROOM or review.too_few:
        return review
    return replace(review, away=review.leaving)
