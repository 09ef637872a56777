"""Which letter or row lies on the table, and who may be in the room with it."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.handling import suffice
from kiosk.post.interludes import Interlude
from kiosk.post.matters import Matter
from kiosk.post.review import Review, Turn
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.post.wishes import Wishes

BESIDE = frozenset({None, Interlude.ROOM, Interlude.WAITING})
"""Where one may turn to another page: what is asked first has nothing under it."""

AT_THE_TABLE = frozenset({Step.REGISTER, Step.CLOSE})


def asked(review: Review, event: ev.FromMeeting) -> Turn:
    """What the committee says about letters, also to be kept; elsewhere it means nothing.

    Of a letter of which somebody steps out nothing goes on before that is durable.
    """
    after = _asked(review, event)
    follows = keeping(review, after)
    out = bool(follows) and isinstance(event, ev.SteppedOut)
    return (replace(after, working=True, hint=None) if out else after), follows


def keeping(before: Review, after: Review) -> tuple[jobs.Job, ...]:
    """What makes durable that something else was said about letters."""
    if after.facts is None or after.wishes.kept == before.wishes.kept:
        return ()
    return (jobs.SealWishes(after.wishes.kept, after.facts.papers),)


def kept(review: Review, event: ev.WishesKept) -> Review:
    """What was said last is durable: the page that promises it may be left."""
    promised = _promising(review) and event.wishes == review.wishes.kept
    return review.rested if promised else review


def unkept(review: Review) -> Review:
    """It holds as long as this meeting lasts, and the screen says that it is not kept."""
    after = replace(review.rested, aside=None) if _promising(review) else review
    return replace(after, hint=Hint.NOT_STORED)


def _promising(review: Review) -> bool:
    return review.working and review.aside is Interlude.KEPT


def _asked(review: Review, event: ev.FromMeeting) -> Review:
    here = review.interlude
    if review.step not in AT_THE_TABLE:
        return review
    match event:
        case ev.RoomChanged():
            return changed(review)
        case ev.NumberWritten() if here is Interlude.NUMBER:
            return _wishing(review, replace(review.wishes, number=None))
        case ev.RowAsked(number=number) if here is None and number in dict(review.entries):
            return _wishing(review, replace(review.wishes, row=number))
        case ev.RowGivenBack() if here is None:
            return _wishing(review, replace(review.wishes, row=None))
        case ev.LetterPutOff() if here is Interlude.ROOM and review.wishes.row is not None:
            return _wishing(review, replace(review.wishes, row=None))
    if review.step is Step.CLOSE or review.wishes.row is not None:
        return review
    return _of_letters(review, event)


def _of_letters(review: Review, event: ev.FromMeeting) -> Review:
    here = review.interlude
    match event:
        case ev.StepOutAsked() if here is None:
            return replace(review, aside=Interlude.STEP_OUT)
        case ev.LettersAsked() if here in BESIDE:
            return replace(review, aside=Interlude.LETTERS)
        case ev.SteppedOut(role=role) if here is Interlude.STEP_OUT and review.at_hand:
            wishes = review.wishes.stepped_out(review.at_hand.place, role)
            return replace(review, wishes=wishes, aside=Interlude.KEPT)
        case ev.LetterPicked(place=place) if here is Interlude.LETTERS:
            waits = any(case.place == place for case in review.queue)
            return _wishing(review, review.wishes.picked(place) if waits else review.wishes)
        case ev.LetterPutOff() if here in {*BESIDE, Interlude.LETTERS} and review.at_hand:
            return _wishing(review, review.wishes.put_off(review.at_hand.place))
    return review


def _wishing(review: Review, wishes: Wishes) -> Review:
    """The page that asked is left."""
    return replace(review, wishes=wishes, aside=None)


def changed(review: Review) -> Review:
    """Those who must be away are, and only they."""
    if review.interlude is not Interlude.ROOM or review.too_few:
        return review
    return replace(review, away=review.leaving)


def may_handle(review: Review, barred: frozenset[Role]) -> bool:
    """Whether those in the room may handle what these must not read."""
    return review.may_see(barred) and suffice(set(review.present) - review.away)


def another_waits(review: Review) -> bool:
    """Whether putting off the letter at hand would bring another one, or nothing at all."""
    here = review.at_hand
    if here is None:
        return False
    after = replace(review, wishes=review.wishes.put_off(here.place)).at_hand
    return after is None or after.place != here.place


def matters_in_sight(review: Review) -> tuple[Matter, ...]:
    """The matters that may be named here: none of a row that somebody here must not read."""
    kept_back = [row for _, row in review.entries if not review.may_see(row.excluded)]
    hidden = {number for row in kept_back for number in row.matters}
    return tuple(
        matter
        for matter in review.matters
        if matter.number not in hidden and review.may_see(matter.excluded)
    )
