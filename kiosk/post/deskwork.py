"""Work at the desk: the journal is opened, leafed through, corrected, and shut again (R10, R11).

It needs the quorum, as a review does, and neither the window nor the box.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from kiosk import events as ev
from kiosk.post import closing, filing, jobs
from kiosk.post.book import Book, Row
from kiosk.post.desk import DeskPage, OpenDesk
from kiosk.post.filing import Filing
from kiosk.post.followup import follows
from kiosk.post.handling import suffice
from kiosk.post.incidents import Incident
from kiosk.post.interludes import Interlude
from kiosk.post.journal import Entry
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts
from kiosk.post.registering import another, referrals, reprinted
from kiosk.post.retention import due
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.search import Index
from kiosk.post.steps import Step

Stored = ev.BookRead | ev.MatterKept | ev.EntryAmended | ev.TextsErased | ev.BookChecked
Answered = ev.BookOpened | ev.MatterSealed | ev.AmendmentSealed

OVER = frozenset({Step.COUNT, Step.REGISTER, Step.CLOSE})
"""Steps over which the desk can be opened."""


def begun(review: Review) -> Turn:
    """The quorum came for its desk; the next protocol tells of it."""
    opening, follows = opened(review)
    return opening, (jobs.NoteIncident(Incident.DESK_SESSION), *follows)


def opened(review: Review, page: DeskPage = DeskPage.MENU) -> Turn:
    """Take the whole journal out, for those who are here now."""
    return working(replace(review, desk=OpenDesk(page=page)), jobs.ReadBook())


def asked(review: Review, event: ev.FromDesk, moment: Moment) -> Turn:
    """A touch at the desk, or on the way there."""
    if isinstance(event, ev.DeskAsked) and review.interlude is Interlude.DUE:
        return opened(replace(review, aside=None), event.page)
    if isinstance(event, ev.DeskAsked):
        return opened(_at_the_step(review)) if may_open(review) else (review, ())
    if review.desk is None or not review.at_the_desk:
        return review, ()
    match event:
        case ev.DeskTurned(page=page) if review.desk.index:
            return replace(review, desk=replace(review.desk, page=page, row=None), hint=None), ()
        case ev.RowTaken(number=number) if review.desk.index:
            return _taken(review, review.desk, number), ()
        case ev.OutcomeWritten(matter=matter) if _follows(review, review.desk, matter):
            return working(review, jobs.SealMatter(matter))
        case ev.ErasingAgreed(numbers=numbers) if review.desk.index and numbers:
            return _erased(review, review.desk.index.book, numbers, moment)
        case ev.CheckAsked() if review.desk.index:
            return working(review, jobs.CheckBook())
        case ev.DeskLeft() if review.step is Step.DESK:
            return closing.asked(review, event, moment)
        case ev.DeskLeft():
            return replace(review, desk=None, hint=None), ()
    return review, ()


def _taken(review: Review, desk: OpenDesk, number: int) -> Review:
    """A row of a closed review is corrected here, one of the open review in its register."""
    row = _row(desk, number)
    if row is None or row.entry is None or row.closed_on is None:
        return review
    if not suffice(set(review.present) - row.barred(review.present)):
        return review
    return replace(review, desk=replace(desk, page=DeskPage.ROW, row=number))


def _follows(review: Review, desk: OpenDesk, new: Matter) -> bool:
    """Whether those who may read of the matter are enough, and may make this of it."""
    book = desk.index.book if desk.index else Book()
    old = next((one for one in book.matters if one.number == new.number), None)
    if old is None or not suffice(set(review.present) - book.barred(old, review.present)):
        return False
    return follows(old, new)


def _erased(review: Review, book: Book, numbers: Collection[int], moment: Moment) -> Turn:
    """Only what is due, on a day that is believed: what is gone does not come back."""
    if moment.today is None:
        return review.asking_for_the_clock(), ()
    if not set(numbers) <= set(due(book, moment.keep_texts_months, moment.today)):
        return review, ()
    return working(review, jobs.EraseTexts(tuple(numbers)))


def _row(desk: OpenDesk, number: int) -> Row | None:
    rows = desk.index.book.rows if desk.index else ()
    return next((row for row in rows if row.number == number), None)


def may_open(review: Review) -> bool:
    """Again where it did not open; not while somebody had to step away: it is for all of them."""
    if review.desk is not None:
        return review.at_the_desk and review.desk.index is None
    free = _at_the_step(review).interlude is None
    return review.step in OVER and free and not review.away and not review.working


def _at_the_step(review: Review) -> Review:
    """The desk is also reached from the page of those who are here."""
    return replace(review, aside=None) if review.aside is Interlude.MEMBERS else review


def touched(review: Review, event: ev.EntryCorrected | ev.ReferralAsked) -> Turn:
    """A touch on the page of a row."""
    if isinstance(event, ev.ReferralAsked):
        return _refer(review, event)
    return _corrected(review, event)


def _corrected(review: Review, event: ev.EntryCorrected) -> Turn:
    """Have a row of a closed review sealed anew: its number stays, and so does the letter in it."""
    desk = review.desk
    if desk is None or desk.row != event.number or event.entry.gaps():
        return review, ()
    row = _row(desk, event.number)
    if row is None or row.entry is None or another(row.entry, event.entry):
        return review, ()
    untold = event.entry.answer != row.told
    kept = row.entry.excluded, row.entry.notice
    entry = replace(event.entry, excluded=kept[0], notice=kept[1], untold=untold)
    filed = _filed(desk, row, entry, event.due)
    return working(review, jobs.SealAmendment(row.number, entry, filed))


def _refer(review: Review, event: ev.ReferralAsked) -> Turn:
    """The paper of the urgent row that is being corrected, once more."""
    desk = review.desk
    row = _row(desk, event.number) if desk and desk.row == event.number else None
    return review, reprinted(event, row.entry if row else None)


def _filed(desk: OpenDesk, row: Row, entry: Entry, day: date | None) -> Filing:
    """What becomes of its matters, as if its review went on."""
    book = desk.index.book if desk.index else Book()
    facts = Facts(row.review, row.opened_on, slot=0)
    own = [(one.number, one.entry) for one in book.rows if one.entry and one.review == row.review]
    others = [
        (one.number, one.entry) for one in book.rows if one.entry and one.review != row.review
    ]
    return filing.correction(row.number, entry, facts, own, book.matters, day, others)


def room_minded(turn: Turn) -> Turn:
    """Who is here has changed: the journal is taken out anew, for them."""
    review, follows = turn
    index = review.desk.index if review.desk else None
    if index is None or review.missing or index.present == frozenset(review.present):
        return turn
    again, read = opened(review)
    return again, (*follows, *read)


def stored(review: Review, event: Stored) -> Turn:
    """The store gave the journal, or kept what was changed in it."""
    match event:
        case ev.EntryAmended():
            return _amended(review, event)
        case ev.TextsErased():
            return working(review, jobs.ReadBook())
        case ev.BookChecked(verdict=verdict):
            desk = review.desk and replace(review.desk, verdict=verdict)
            return replace(review.rested, desk=desk), ()
        case ev.BookRead(sealed=sealed, accounts=accounts) if review.desk or review.ending:
            desk = review.desk and replace(review.desk, accounts=accounts)
            return replace(review, desk=desk), (jobs.OpenBook(sealed, review.present),)
        case ev.MatterKept(matter=matter):
            return _matter_kept(review.rested, matter), ()
    return review, ()


def answered(review: Review, event: Answered, moment: Moment) -> Turn:
    """The keys opened the journal, or sealed what goes into it: for the desk, or for an ending."""
    match event:
        case ev.BookOpened(index=index) if review.ending:
            return closing.opened(review, review.ending, index.book, moment)
        case ev.BookOpened(index=index) if review.desk:
            return _lies_open(review.rested, review.desk, index), ()
        case ev.MatterSealed() if review.ending:
            return closing.sealed(review, review.ending, event, moment)
        case ev.MatterSealed() if review.desk:
            return review, (jobs.KeepMatter(event),)
        case ev.AmendmentSealed():
            return review, (jobs.Amend(event),)
    return review, ()


def _amended(review: Review, event: ev.EntryAmended) -> Turn:
    """The journal is taken out anew; the register knows its matters as they are now."""
    row = _row(review.desk, event.number) if review.desk else None
    former = row.entry if row else None
    again, read = working(review, jobs.ReadBook())
    papers = referrals(former, event.number, event.entry)
    known = filing.after(review.matters, event.filing)
    return replace(again, matters=known), (*read, *papers)


def _lies_open(review: Review, desk: OpenDesk, index: Index) -> Review:
    """After a correction the journal comes back, as it is now."""
    page = DeskPage.JOURNAL if desk.page is DeskPage.ROW else desk.page
    return replace(review, desk=replace(desk, index=index, page=page, row=None))


def _matter_kept(review: Review, matter: Matter) -> Review:
    """It is the same matter at the desk and in the register."""
    kept = replace(review, matters=_with(review.matters, matter))
    desk = review.desk
    if desk is None or desk.index is None:
        return kept
    book = replace(desk.index.book, matters=_with(desk.index.book.matters, matter))
    return replace(kept, desk=replace(desk, index=replace(desk.index, book=book)))


def _with(matters: tuple[Matter, ...], changed: Matter) -> tuple[Matter, ...]:
    return tuple(changed if one.number == changed.number else one for one in matters)
