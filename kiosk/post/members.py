"""Who is here, in the middle of a review: digits, the idle lock, who comes late and who goes.

The box was opened by the quorum, and only a quorum goes on (law 10): when somebody who is needed
leaves, the step is covered until a card of that role is shown.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import gathering, jobs
from kiosk.post.handling import TOGETHER
from kiosk.post.interludes import Interlude, Lock
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.post.table import BESIDE, keeping

WRONG_TRIES = 3


def locks(review: Review) -> bool:
    """Whether the screen can be locked: somebody could come back without the cards.

    Two roles at least, so that a lock is no weaker than the rule for handling a letter.
    """
    came_back = review.digits.intersection(review.present)
    return review.lock is None and review.step is not Step.CLOSED and len(came_back) >= TOGETHER


def lock(review: Review) -> Turn:
    """Cover everything and drop the coil; the keys stay for a while."""
    if not review.gathered or not locks(review):
        return review, ()
    return replace(review, lock=Lock(), hint=None), (jobs.ShutLock(),)


def postpone(review: Review, moment: Moment) -> Turn:
    """Go on without digits; what has not begun begins now."""
    return _go_on(replace(review, choosing=(), again=frozenset(), hint=None), moment)


def kept(review: Review, role: Role, moment: Moment) -> Turn:
    """One member has digits; the next one's turn."""
    others = tuple(one for one in review.choosing if one is not role)
    hint = Hint.DIGITS_REFUSED if review.again.intersection(others[:1]) else None
    chosen = replace(review, digits=review.digits | {role}, choosing=others, hint=hint)
    return _go_on(replace(chosen, again=review.again - {role}), moment)


def refused(review: Review, again: Role | None) -> Review:
    """Others are to be chosen; also by the one who had them, and it is not said who that is."""
    asked = replace(review, hint=Hint.DIGITS_REFUSED)
    if again is None:
        return asked
    later = () if again in review.choosing or again not in review.present else (again,)
    return replace(
        asked,
        digits=review.digits - {again},
        choosing=(*review.choosing, *later),
        again=review.again.union(later),
    )


def _go_on(review: Review, moment: Moment) -> Turn:
    if review.choosing or review.begun:
        return review, ()
    return gathering.begin(review, moment)


def came_back(review: Review, role: Role) -> Turn:
    """One role of two is back from the lock; the second opens it. Who left does not count."""
    if review.lock is None:
        return review, ()
    if role not in review.present:
        return mistyped(review, WRONG_TRIES)
    if role in review.lock.back:
        return replace(review, hint=Hint.DIGITS_SAME), ()
    back = review.lock.back | {role}
    still = None if len(back) >= TOGETHER else replace(review.lock, back=back)
    return replace(review, lock=still), ()


def mistyped(review: Review, left: int) -> Turn:
    """Nobody's digits. After three wrong ones in one lock the cards are needed again.

    A right try does not give the others back: whoever knows one role's digits could go on guessing
    the next one's for ever.
    """
    if review.lock is None:
        return review, ()
    wrong = review.lock.wrong + 1
    if wrong >= WRONG_TRIES or left < 1:
        return replace(gathering.again(review), hint=Hint.DIGITS_SPENT), (jobs.WipeKeys(),)
    return replace(review, lock=replace(review.lock, wrong=wrong), hint=Hint.DIGITS_WRONG), ()


def arrived(review: Review, role: Role) -> Turn:
    """A card was shown after the quorum had gathered: one more, somebody back, or a stand-in."""
    if role in review.present:
        after = replace(review, wishes=review.wishes.stood_in(role))
        return after, keeping(review, after)
    choosing = (role,) if review.digits and role not in review.digits else ()
    here = (*review.present, role)
    joined = replace(review, present=here, missing=review.lacking(here), choosing=choosing)
    return joined, (jobs.NotePresent(review.facts.review, here),) if review.facts else ()


def left(review: Review, role: Role) -> Review:
    """Somebody went home; without the quorum nothing goes on."""
    if role not in review.present:
        return review
    here = tuple(one for one in review.present if one is not role)
    missing = review.lacking(here)
    return replace(review, present=here, missing=missing, away=review.away - {role}, hint=None)


def asked(review: Review, event: ev.FromMeeting, moment: Moment) -> Turn:
    """Digits and the lock; the page of those who are here, and what may be said there."""
    here = review.interlude
    match event:
        case ev.DigitsTyped(digits=digits) if here is Interlude.LOCKED:
            return working(review, jobs.TryDigits(digits))
        case ev.DigitsChosen(digits=digits) if here is Interlude.DIGITS:
            return working(review, jobs.KeepDigits(review.choosing[0], digits))
        case ev.DigitsPostponed() if here is Interlude.DIGITS:
            return postpone(review, moment)
        case ev.WhoIsHereAsked() if here in {*BESIDE, Interlude.DESK} and review.gathered:
            return replace(review, aside=Interlude.MEMBERS, hint=None), ()
        case ev.DigitsAsked() if here is Interlude.MEMBERS:
            return replace(review, choosing=review.present, hint=None), ()
        case ev.MemberLeft(role=role) if here is Interlude.MEMBERS:
            return left(review, role), ()
        case ev.AsideLeft() if here is review.aside:
            return replace(review, aside=None, hint=None), ()
    return review, ()
