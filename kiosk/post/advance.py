"""A review as a pure reducer: what has happened, and what to do next (R10, R13, laws 2, 5, 10).

`advance(review, event, moment)` gives the next state and the jobs that follow from the event. It
knows no clock, store or lock: the flow carries the jobs out, and their results come back as events.
Here each event finds the part of the review that it belongs to.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import (
    closing,
    deskwork,
    gathering,
    jobs,
    members,
    opening,
    registering,
    reminding,
    slips,
    table,
)
from kiosk.post.interludes import Interlude, Setting
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.steps import Hint, Step


def advance(review: Review, event: ev.Event, moment: Moment) -> Turn:
    """What the event makes of the review, and the jobs that follow; others' events change nothing.

    The caller routes only the families named here and closes its own `match` over each family.
    """
    return deskwork.room_minded(_advanced(review, event, moment))


def _advanced(review: Review, event: ev.Event, moment: Moment) -> Turn:
    match event:
        case ev.FromCommittee():
            return _asked(review, event, moment)
        case ev.FromDesk() if not review.working:
            return deskwork.asked(review, event, moment)
        case ev.FromMeeting():
            return _said(review, event, moment)
        case ev.FromKeys():
            return _keys(review, event, moment)
        case ev.FromStore():
            return _stored(review, event, moment)
        case ev.FromHardware():
            return opening.moved(review, event, moment)
        case ev.FromPrinter():
            return slips.answered(review, event)
    return review, ()


def _asked(review: Review, event: ev.FromCommittee, moment: Moment) -> Turn:
    """A touch on a step; on one that is covered, only a card counts, of somebody who came."""
    if review.working:  # one thing at a time: the answer to the last touch is on its way
        return review, ()
    if isinstance(event, ev.CardTyped):
        called = review.step is Step.ROLL_CALL or review.interlude is Interlude.MEMBERS
        return working(review, jobs.TryCard(event.code)) if called else (review, ())
    if isinstance(event, ev.EntryCorrected | ev.ReferralAsked) and review.at_the_desk:
        return deskwork.touched(review, event)
    return (review, ()) if review.interlude else _stepped(review, event, moment)


def _stepped(review: Review, event: ev.FromCommittee, moment: Moment) -> Turn:
    match event:
        case ev.ClockAgreed(moment=agreed) if review.clock is Setting.ASKED:
            return working(review, jobs.SetClock(agreed))
        case ev.UnlockAsked() if review.step in {Step.UNLOCK, Step.COUNT}:
            return opening.unlock(review, moment)
        case ev.PaperHandCountTyped() if review.step is Step.COUNT:
            return registering.count(review, event)
        case ev.RecountAsked() if review.step in {Step.REGISTER, Step.CLOSE}:
            return registering.recount(review), ()
        case ev.EntryWritten() if review.step is Step.REGISTER:
            return registering.write(review, event)
        case ev.EntryCorrected() if review.step in {Step.REGISTER, Step.CLOSE}:
            return registering.correct(review, event)
        case ev.ReferralAsked():
            return registering.refer(review, event)
        case ev.RowsAsked() | ev.RowsLeft() if review.step is Step.CLOSE:
            return replace(review, looking_back=isinstance(event, ev.RowsAsked), hint=None), ()
        case ev.CloseAsked() if review.step is Step.CLOSE:
            return closing.asked(review, event, moment)
        case ev.ProtocolAsked():
            return closing.print_protocol(review)
    return review, ()


def _said(review: Review, event: ev.FromMeeting, moment: Moment) -> Turn:
    """Whatever is worked on, the screen can be locked."""
    if isinstance(event, ev.ScreenLocked):
        return members.lock(review)
    if review.working:
        return review, ()
    match event:
        case ev.OpeningAgreed() | ev.UrgentAgreed():
            return gathering.arrange(review, event)
        case ev.SlipsAsked() | ev.SlipsWanted() | ev.SlipsStopped():
            return slips.asked(review, event)
        case ev.StepOutAsked() | ev.SteppedOut() | ev.RoomChanged() | ev.LetterPutOff():
            return table.asked(review, event)
        case ev.LettersAsked() | ev.LetterPicked() | ev.NumberWritten():
            return table.asked(review, event)
        case ev.RowAsked() | ev.RowGivenBack():
            return table.asked(review, event)
    return members.asked(review, event, moment)


def _keys(review: Review, event: ev.FromKeys, moment: Moment) -> Turn:
    match event:
        case ev.CardAccepted() if not review.gathered:
            return gathering.accepted(review.rested, event), ()
        case ev.CardAccepted(role=role):
            return members.arrived(review.rested, role)
        case ev.CardRepeated(role=role) if review.gathered and role not in review.present:
            return members.arrived(review.rested, role)
        case ev.CardRepeated():
            return replace(review.rested, hint=Hint.CARD_REPEATED), ()
        case ev.CardUnknown() | ev.CardRevoked():
            revoked = isinstance(event, ev.CardRevoked)
            hint = Hint.CARD_REVOKED if revoked else Hint.CARD_UNKNOWN
            return replace(review.rested, hint=hint), ()
        case ev.QuorumGathered(role=role):
            return gathering.gathered(review.rested, role), ()
        case ev.DigitsKept() | ev.DigitsRefused() | ev.DigitsRight() | ev.DigitsWrong():
            return _digits(review.rested, event, moment)
        case ev.PermitSigned(permit=permit) if review.unlocking:  # working until the lock answers
            return review, (jobs.OpenLock(permit),)
        case ev.MeetingUnsealed(meeting=meeting):
            return reminding.reminded(review.rested.opened(meeting), moment), ()
        case ev.EntrySealed() | ev.WishesSealed() if review.facts is not None:
            return review, (registering.to_store(review.facts.review, event),)
        case ev.FormerUnsealed():
            return closing.former_unsealed(review, event)
        case ev.BookOpened() | ev.MatterSealed() | ev.AmendmentSealed():
            return deskwork.answered(review, event, moment)
        case ev.KeysFailed():
            return gathering.again(review), (jobs.WipeKeys(),)
    return review, ()


def _digits(review: Review, event: ev.FromKeys, moment: Moment) -> Turn:
    match event:
        case ev.DigitsKept(role=role):
            return members.kept(review, role, moment)
        case ev.DigitsRefused(again=again):
            return members.refused(review, again), ()
        case ev.DigitsRight(role=role):
            return members.came_back(review, role)
        case ev.DigitsWrong(left=left):
            return members.mistyped(review, left)
    return review, ()


def _stored(review: Review, event: ev.FromStore, moment: Moment) -> Turn:
    match event:
        case ev.ClockSet():
            return gathering.clock_set(review.rested, moment)
        case ev.OpeningKept():
            return gathering.arranged(review.rested, moment)
        case ev.SlipNoted(facts=facts):
            return slips.noted(review, facts)
        case ev.ReviewOpened(meeting=meeting):
            return replace(review, facts=meeting.facts, working=True), (jobs.Unseal(meeting),)
        case ev.PaperHandCounted(facts=facts):
            return reminding.counted(review.rested, facts, moment), ()
        case ev.EntryRegistered():
            registered = registering.registered(review.rested, event)
            return registered, registering.referrals(None, event.number, event.entry)
        case ev.EntryRewritten():
            return registering.rewritten(review, event)
        case ev.BookRead() | ev.MatterKept() | ev.EntryAmended() | ev.TextsErased():
            return deskwork.stored(review, event)
        case ev.BookChecked():
            return deskwork.stored(review, event)
        case ev.FormerRead(account=account, rows=rows):
            return review, (jobs.UnsealFormer(account, rows),)
        case ev.ReviewClosed():
            return closing.closed(review, event)
        case ev.WishesKept():
            return table.kept(review, event), ()
        case ev.StoreFailed(step=step):
            return _failed(review, step), ()
    return review, ()


def _failed(review: Review, step: str) -> Review:
    """Nothing is lost: the same touch tries again."""
    match step:
        case "keep_wishes":
            return table.unkept(review)
        case "note_slip":
            return slips.refused(review)
    return replace(review.rested, hint=Hint.NOT_STORED)
