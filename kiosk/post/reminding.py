"""Overdue matters meet the committee first: before the first row of a review is written (R11)."""

from __future__ import annotations

from dataclasses import replace

from kiosk.post.followup import overdue
from kiosk.post.interludes import Interlude
from kiosk.post.meeting import Facts
from kiosk.post.review import Moment, Review
from kiosk.post.steps import Step


def counted(review: Review, facts: Facts, moment: Moment) -> Review:
    """The paper is counted; once rows are written, counting again reminds nobody."""
    done = replace(review, facts=facts)
    return done if done.registered else reminded(done, moment)


def reminded(review: Review, moment: Moment) -> Review:
    """Matters are overdue, also such as somebody here must not read of: only their number is told.

    A review that is taken up again begins with it, too; while paper lies uncounted it waits.
    """
    if moment.today is None or review.step not in {Step.REGISTER, Step.CLOSE}:
        return review
    return replace(review, aside=Interlude.DUE) if overdue(review.matters, moment.today) else review
