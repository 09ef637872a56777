"""The numbers under the names of the step bar: where the review is, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.post.review import Review
from kiosk.post.steps import Purpose, Step
from kiosk.screens.committee.desk import STEPS

AT_THE_DESK = (Step.ROLL_CALL, Step.DESK)
"""The way of those who came for their desk alone."""


def bar(review: Review) -> Sequence[Step]:
    """The steps of what the committee came for."""
    return AT_THE_DESK if review.purpose is Purpose.DESK else STEPS


def notes(review: Review) -> Mapping[Step, str]:
    """Figures only, so they need no language; of the steps that are done, only what differs."""
    here, facts = len(review.present), review.facts
    if review.step is Step.ROLL_CALL:
        return {Step.ROLL_CALL: f"{here} / {here + len(review.missing)}"}
    told = {}
    if facts is not None and facts.hand not in {None, facts.slot}:
        told[Step.COUNT] = _difference(facts.hand or 0, facts.slot)
    if review.step in {Step.REGISTER, Step.CLOSE}:
        told[review.step] = f"{review.registered} / {review.total}"
    return told


def _difference(hand: int, slot: int) -> str:
    """What was counted by hand, and by how much the sensor differs."""
    sign = "+" if hand > slot else "−"
    return f"{hand} ({sign}{abs(hand - slot)})"
