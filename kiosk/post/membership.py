"""The committee's members as a pure reducer: `attend(sitting, event, today)` (DESIGN, Keys).

It gives the next state and the jobs that follow; their results come back as events. The cards
themselves are made, compared and forgotten where the keys are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.committee import Committee
from kiosk.post.showing import shown
from kiosk.post.sitting import Making, Said, Sitting, Step, Strip
from kiosk.post.tasks import NEW_KEYS, Task


@dataclass(frozen=True)
class PrintCard:
    """Print the card made last, once."""

    made: ev.CardMade


@dataclass(frozen=True)
class PrintList:
    """Print who has a card: roles and numbers."""

    committee: Committee = field(repr=False)


Job = jobs.Job | PrintCard | PrintList
Turn = tuple[Sitting, tuple[Job, ...]]


def attend(sitting: Sitting, event: ev.Event, today: date | None) -> Turn:
    """What the event makes of the sitting; others' events change nothing.

    The caller routes only the families named here and closes its own `match` over each family.
    """
    match event:
        case ev.FromMembers():
            return (sitting, ()) if sitting.working else _asked(sitting, event, today)
        case ev.FromKeys():
            return _keys(sitting, event, today)
        case ev.CommitteeKept(committee=committee) if sitting.formed == committee:
            return _kept(sitting.rested, committee)
        case ev.StoreFailed() if sitting.formed is not None:
            return replace(sitting.rested, said=Said.NOT_KEPT), ()
    return sitting, ()


def _asked(sitting: Sitting, event: ev.FromMembers, today: date | None) -> Turn:
    match event:
        case ev.CodeTyped(code=code):
            return _typed(sitting, code, today)
        case ev.EnvelopeTurned() if sitting.step is Step.GATHER:
            return replace(sitting.rested, envelope_next=not sitting.envelope_next), ()
        case ev.TaskChosen(task=task) if sitting.step is Step.MENU:
            return replace(sitting.rested, task=task), ()
        case ev.NewCardAsked(role=role) if sitting.step is Step.ROSTER and sitting.may_make(role):
            return replace(sitting.rested, making=Making(role)), ()
        case ev.CardShown(printed=printed) if sitting.making and sitting.step is Step.AWAY:
            strip = Strip.PRINTING if printed else Strip.NONE
            making = replace(sitting.making, strip=strip)
            return _working(replace(sitting, making=making), jobs.MakeCard(making.role))
        case ev.CardMarked(number=number) if sitting.task in NEW_KEYS:
            return replace(sitting.rested, out=sitting.out ^ {number}), ()
        case ev.SteppedOn():
            return _on(sitting.rested, today)
        case ev.SteppedBack():
            return _back(sitting.rested)
        case ev.KeysAgreed():
            return _agreed(sitting, today)
        case ev.ListAsked() if sitting.committee and sitting.step in {Step.MENU, Step.DONE}:
            return sitting, (PrintList(sitting.committee),)
    return sitting, ()


def _typed(sitting: Sitting, code: str, today: date | None) -> Turn:
    match sitting.step:
        case Step.GATHER if sitting.envelope_next:
            return _working(sitting, jobs.TryRecovery(code))
        case Step.GATHER:
            return _working(sitting, jobs.TryCard(code))
        case Step.TYPE:
            return _working(sitting, jobs.CopyCard(code))
        case Step.DRILL if today is not None:
            return _working(sitting, jobs.DrillRecovery(code, today))
        case Step.DRILL:
            return replace(sitting, said=Said.CLOCK_UNKNOWN), ()
    return sitting, ()


def _on(sitting: Sitting, today: date | None) -> Turn:
    match sitting.step:
        case Step.START if today is None:
            return replace(sitting, said=Said.CLOCK_UNKNOWN), ()
        case Step.START:  # the keys are ready before the first card is wanted
            return replace(sitting, task=Task.FOUND), (jobs.StartKeys(),)
        case Step.COPY if sitting.making:
            return replace(sitting, making=replace(sitting.making, step=Step.TYPE)), ()
        case Step.READY:
            return replace(sitting, making=None, task=_next(sitting.task)), ()
    return sitting, ()


def _next(task: Task | None) -> Task | None:
    """A card that was added is all there was to do."""
    return None if task is Task.ADD else task


def _back(sitting: Sitting) -> Turn:
    match sitting.step:
        case Step.TYPE if sitting.making:
            return replace(sitting, making=replace(sitting.making, step=Step.COPY)), ()
        case Step.AWAY | Step.COPY:
            return replace(sitting, making=None), ()
        case Step.DRILL:
            return replace(sitting, task=None), ()
        case Step.ROSTER if sitting.gathered:
            void = (jobs.VoidCards(),) if sitting.void else ()
            plain = replace(sitting, task=None, fresh=(), envelope=False, out=frozenset())
            return replace(plain, working=bool(void)), void
    return sitting, ()


def _agreed(sitting: Sitting, today: date | None) -> Turn:
    if sitting.formed is not None:
        return _working(sitting, jobs.KeepCommittee(sitting.formed))
    if sitting.step is not Step.ROSTER or not sitting.complete:
        return sitting, ()
    if today is None:
        return replace(sitting, said=Said.CLOCK_UNKNOWN), ()
    if sitting.task is Task.FOUND:
        return _working(sitting, jobs.Enrol(sitting.quorum, today))
    return _working(sitting, jobs.Rekey(sitting.out, today))


def _keys(sitting: Sitting, event: ev.FromKeys, today: date | None) -> Turn:
    match event:
        case ev.KeysFailed():
            return _again(sitting), (jobs.WipeKeys(),)
        case ev.KeysGoingOver(percent=percent):
            return replace(sitting, percent=percent), ()
        case ev.CardsVoided():
            return sitting.rested, ()
        case ev.CommitteeFormed(committee=committee):
            formed = replace(sitting, formed=committee, percent=0)
            return _working(formed, jobs.KeepCommittee(committee))
        case ev.CardMade() | ev.CardCopied() | ev.CardMiscopied() if sitting.making:
            return _made(sitting.rested, sitting.making, event, today)
        case _ if sitting.working:
            return shown(sitting.rested, event), ()
    return sitting, ()


def _made(
    sitting: Sitting,
    making: Making,
    event: ev.CardMade | ev.CardCopied | ev.CardMiscopied,
    today: date | None,
) -> Turn:
    match event:
        case ev.CardMade():
            copying = replace(making, step=Step.COPY, made=event, number=event.number)
            printed = (PrintCard(event),) if making.strip is Strip.PRINTING else ()
            given, kept = _given(sitting.committee, event.number)
            return replace(sitting, making=copying, committee=given), (*kept, *printed)
        case ev.CardMiscopied(wrong=wrong):
            typed = replace(making, wrong=wrong)
            return replace(sitting, making=typed, said=Said.MISCOPIED), ()
        case ev.CardCopied():
            ready = replace(sitting, making=replace(making, step=Step.READY, made=None))
            return _taken(ready, event, today)


def _given(committee: Committee | None, number: int) -> tuple[Committee | None, tuple[Job, ...]]:
    """The record with this number as given, and its keeping: whatever happens to the card.

    Before there is a committee nothing can be kept: its first screen says that papers of an
    attempt that was cut off are void.
    """
    if committee is None or number <= committee.last_number:
        return committee, ()
    given = replace(committee, last_number=number)
    return given, (jobs.KeepCommittee(given),)


def _taken(sitting: Sitting, card: ev.CardCopied, today: date | None) -> Turn:
    if card.role is None:
        return replace(sitting, envelope=True), ()
    if sitting.task is Task.ADD:
        if today is None:
            return replace(sitting, making=None, said=Said.CLOCK_UNKNOWN), (jobs.VoidCards(),)
        return _working(sitting, jobs.AddCards(today))
    return replace(sitting, fresh=(*sitting.fresh, (card.number, card.role))), ()


def _kept(sitting: Sitting, committee: Committee) -> Turn:
    kept = replace(sitting, committee=committee, formed=None)
    if sitting.task is Task.ADD:
        return kept, ()
    if sitting.task is Task.DRILL:
        return replace(kept, task=None, said=Said.DRILLED), ()
    return replace(kept, kept=True), (jobs.WipeKeys(),)


def _again(sitting: Sitting) -> Sitting:
    """The keys are gone, and with them every card that was not a committee's yet."""
    if sitting.committee is None:
        return Sitting(sitting.quorum, said=Said.CUT_OFF)
    return replace(Sitting.begun(sitting.committee), said=Said.GATHER_AGAIN)


def _working(sitting: Sitting, job: jobs.Job) -> Turn:
    """One thing at a time: until the job is answered, no touch counts."""
    return replace(sitting, working=True, said=None), (job,)
