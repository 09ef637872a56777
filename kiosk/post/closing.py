"""The close: nothing is left over, the answers go out, the protocol is written (R10, law 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk import events as ev
from kiosk.post import jobs, protocol
from kiosk.post.answers import notice
from kiosk.post.board import Notice
from kiosk.post.meeting import OpenedMeeting
from kiosk.post.protocol import Closing
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.steps import Step


def close(review: Review, event: ev.CloseAsked, moment: Moment) -> Turn:
    """Close on a day that is believed; the answers go along.

    Where letters were printed to be read, it is said first whether the slips were destroyed.
    """
    if moment.today is None:
        return review.asking_for_the_clock(), ()
    if review.facts is None or (review.facts.slips and event.slips_destroyed is None):
        return review, ()
    answers, facts = _answers(review, moment.today), review.facts
    closing = Closing(facts.review, facts.opened_on, review.present, event.slips_destroyed, answers)
    return working(review, jobs.CloseReview(closing, review.private))


def closed(review: Review, event: ev.ReviewClosed) -> Turn:
    """The letters and the keys go; what is left is the protocol, which holds no word of them."""
    told = protocol.written(event.account, review.entries, review.damaged)
    bare = replace(review.rested.opened(OpenedMeeting()), facts=event.facts, protocol=told)
    return bare, (jobs.WipeKeys(), jobs.ShutLock())


def print_protocol(review: Review) -> Turn:
    """Of the review just closed; before the box is opened, of the one that still owes its own."""
    if review.step not in {Step.UNLOCK, Step.CLOSED}:
        return review, ()
    if review.protocol is None:
        return working(review, jobs.ReadFormer())
    return review, (jobs.PrintProtocol(review.protocol),)


def former_unsealed(review: Review, event: ev.FormerUnsealed) -> Turn:
    """It is printed at once, and can be printed again until the box is opened."""
    return replace(review.rested, protocol=event.protocol), (jobs.PrintProtocol(event.protocol),)


def _answers(review: Review, today: date) -> tuple[Notice, ...]:
    answers = (entry.answer for _, entry in review.entries)
    return tuple(notice(answer, today) for answer in answers if answer is not None)
