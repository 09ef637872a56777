"""Typed letters on numbered slips, to be read in a room beside the paper ones.

Each slip is noted before it is printed: the close asks for them all, and a power cut hides none.
A letter that anybody must not read stays on the screen.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.interludes import Interlude, Slips
from kiosk.post.meeting import Facts, OpenedLetter
from kiosk.post.review import Review, Turn
from kiosk.post.steps import Hint
from kiosk.post.table import BESIDE


def printable(review: Review) -> tuple[OpenedLetter, ...]:
    """The letters that may be printed, by their labels."""
    open_to_all = (case.opened for case in review.queue if not case.barred)
    whole = (opened for opened in open_to_all if opened and opened.letter)
    return tuple(sorted(whole, key=lambda opened: opened.label))


def asked(review: Review, event: ev.FromMeeting) -> Turn:
    """To the page, print from a number on, or stop."""
    here = review.interlude
    match event:
        case ev.SlipsAsked() if here in {*BESIDE, Interlude.LETTERS} and review.letters:
            return replace(review, aside=Interlude.SLIPS, slips=Slips(out=review.slips.out)), ()
        case ev.SlipsWanted(first=first) if here is Interlude.SLIPS and not review.slips.printing:
            left = tuple(o.label for o in printable(review) if o.label >= first)
            return _next(replace(review, hint=None), replace(review.slips, left=left, trouble=None))
        case ev.SlipsStopped() if review.slips.printing:
            return replace(review, slips=replace(review.slips, left=review.slips.left[:1])), ()
    return review, ()


def noted(review: Review, facts: Facts) -> Turn:
    """One more is in the store: now it may be printed."""
    found = (o for o in printable(review) if o.label in review.slips.left[:1])
    opened = next(found, None)
    noted = replace(review, facts=facts)
    if opened is None:
        return replace(noted, slips=Slips(came=review.slips.came, out=review.slips.out)), ()
    return noted, (jobs.PrintSlip(ticket(facts), opened),)


def ticket(facts: Facts) -> int:
    """The ticket of the slip that was noted last; other papers have none below zero."""
    return -facts.slips


def answered(review: Review, event: ev.FromPrinter) -> Turn:
    """One came out, or did not; others' papers change nothing."""
    slips, facts = review.slips, review.facts
    if facts is None or not slips.printing:
        return review, ()
    match event:
        case ev.Printed(ticket=number) if number == ticket(facts):
            came, *left = slips.left
            out = slips.out | {came}
            return _next(review, replace(slips, came=came, left=tuple(left), out=out))
        case ev.PrintFailed(ticket=number, trouble=trouble) if number == ticket(facts):
            return replace(review, slips=replace(slips, trouble=trouble)), ()
    return review, ()


def came_out(review: Review) -> bool:
    """Whether the letter at hand came out on its slip, to be read in a room."""
    opened = review.at_hand.opened if review.at_hand else None
    return opened is not None and opened.label in review.slips.out


def refused(review: Review) -> Review:
    """The store could not note it, so nothing is printed."""
    slips = Slips(came=review.slips.came, out=review.slips.out)
    return replace(review, slips=slips, hint=Hint.NOT_STORED)


def _next(review: Review, slips: Slips) -> Turn:
    turned = replace(review, slips=slips)
    if not slips.printing or review.facts is None:
        return turned, ()
    return turned, (jobs.NoteSlip(review.facts.review),)
