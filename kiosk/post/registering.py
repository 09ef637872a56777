"""Every letter gets its row: paper is counted, rows are written, nothing is left over (law 5)."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post import filing, jobs
from kiosk.post.journal import Entry
from kiosk.post.letters import Origin
from kiosk.post.review import Review, Turn, working
from kiosk.post.table import may_handle


def count(review: Review, event: ev.PaperHandCountTyped) -> Turn:
    """Keep the hand count, with its reason where the slot says otherwise."""
    facts = review.facts
    if facts is None or event.hand < facts.papers:  # fewer than have their row already
        return review, ()
    if event.hand != facts.slot and event.reason is None:
        return review, ()
    return working(review, jobs.SaveHandCount(facts.review, event.hand, event.reason))


def recount(review: Review) -> Review:
    """Back to counting; the rows stay."""
    if review.facts is None:
        return review
    return replace(review, facts=replace(review.facts, hand=None, reason=None), hint=None)


def write(review: Review, event: ev.EntryWritten) -> Turn:
    """Have the row of the letter at hand sealed; it says who must not read it, but not why."""
    at_hand = review.at_hand
    if review.facts is None or at_hand is None or at_hand.place != event.place:
        return review, ()
    if review.wishes.row is not None:  # another row lies open, perhaps for others
        return review, ()
    if event.entry.gaps() or (event.place is None) is not (event.entry.origin is Origin.PAPER):
        return review, ()
    if _slip_taken(review, None, event.entry):
        return review, ()
    entry = replace(event.entry, excluded=at_hand.barred)
    filed = filing.first(entry, review.facts, review.entries, review.matters, event.due)
    return working(review, jobs.SealEntry(event.place, entry, filed))


def correct(review: Review, event: ev.EntryCorrected) -> Turn:
    """Have a row of this review sealed anew: its number stays, and so does the letter in it."""
    old = dict(review.entries).get(event.number)
    if review.facts is None or old is None or event.entry.gaps() or another(old, event.entry):
        return review, ()
    if not may_handle(review, old.excluded) or _slip_taken(review, event.number, event.entry):
        return review, ()
    entry = replace(event.entry, excluded=old.excluded)
    filed = filing.correction(
        event.number, entry, review.facts, review.entries, review.matters, event.due
    )
    return working(review, jobs.SealEntry(None, entry, filed))


def _slip_taken(review: Review, number: int | None, entry: Entry) -> bool:
    """Whether another row has this row's slip: one of the two writers would get no reply."""
    others = (row for other, row in review.entries if other != number)
    return bool(entry.handle) and any(row.handle == entry.handle for row in others)


def another(old: Entry, new: Entry) -> bool:
    """Whether the two rows are about different letters."""
    return (old.origin, old.text, old.label) != (new.origin, new.text, new.label)


def to_store(review: int, sealed: ev.EntrySealed | ev.WishesSealed) -> jobs.Job:
    """A letter's first row, or one that overwrites another; or what was said about letters."""
    if isinstance(sealed, ev.WishesSealed):
        return jobs.KeepWishes(review, sealed)
    row = sealed.filing.corrects
    return jobs.Register(review, sealed) if row is None else jobs.Correct(review, row, sealed)


def registered(review: Review, event: ev.EntryRegistered) -> Review:
    """A letter has its row."""
    letters = tuple(letter for letter in review.letters or () if letter.place != event.place)
    entries = (*review.entries, (event.number, event.entry))
    known = filing.after(review.matters, event.filing)
    wishes = review.wishes.done(event.place, event.number)
    done = replace(review, facts=event.facts, letters=letters, entries=entries)
    return replace(done, matters=known, wishes=wishes)


def rewritten(review: Review, event: ev.EntryRewritten) -> Turn:
    """A row says something else now; who was told of it may have changed."""
    former = dict(review.entries).get(event.number)
    entries = tuple(
        (number, event.entry if number == event.number else entry)
        for number, entry in review.entries
    )
    known = filing.after(review.matters, event.filing)
    wishes = replace(review.wishes, row=None)
    mended = replace(review.rested, entries=entries, matters=known, wishes=wishes)
    return mended, referrals(former, event.number, event.entry)


def referrals(former: Entry | None, number: int, entry: Entry) -> tuple[jobs.Job, ...]:
    """The paper of an urgent row, as soon as it says who was told."""
    said = former is not None and former.urgent and former.informed == entry.informed
    return () if said or not entry.urgent else (jobs.PrintReferral(number, entry),)


def refer(review: Review, event: ev.ReferralAsked) -> Turn:
    """The same once more, or with the letter's text."""
    return review, reprinted(event, dict(review.entries).get(event.number))


def reprinted(event: ev.ReferralAsked, entry: Entry | None) -> tuple[jobs.Job, ...]:
    """The paper that was asked for, if the row is urgent."""
    if entry is None or not entry.urgent:
        return ()
    return (jobs.PrintReferral(event.number, entry, event.with_text),)
