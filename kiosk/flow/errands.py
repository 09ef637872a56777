"""What the review asks to be done, handed to the lock, the keys and the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.desk import Desk
from kiosk.flow.protocols import Protocols, witness
from kiosk.flow.referrals import Referrals
from kiosk.hardware.ports import LockRefused
from kiosk.keyholder import Keyholder
from kiosk.paper.letters import typeset
from kiosk.post import jobs
from kiosk.post.calendar import Opening, at_once
from kiosk.post.clock import Correction
from kiosk.post.committee import Committee
from kiosk.post.incidents import Incident
from kiosk.post.journal_key import SealedRow
from kiosk.post.meeting import OpenedLetter
from kiosk.post.permit import Permit
from kiosk.post.replies import Private, Replying
from kiosk.post.roles import Role
from kiosk.store import GoesOut
from kiosk.texts import Texts
from kiosk.workers import Worker


class Errands:
    """Each errand ends in an event that comes back through the inbox."""

    def __init__(
        self,
        desk: Desk,
        keys: Worker[Keyholder],
        protocols: Protocols,
        referrals: Referrals,
        emit: Callable[[ev.Event], None],
    ) -> None:
        self._desk, self._keys, self._emit = desk, keys, emit
        self._protocols, self._referrals = protocols, referrals

    def do(self, job: jobs.Job) -> None:
        """Hand one job to whom it concerns; never waits."""
        match job:
            case jobs.OpenLock(permit=permit):
                self._open_lock(permit)
            case jobs.ShutLock():
                self._desk.hardware.lock.shut()
            case jobs.OpenReview() | jobs.NotePresent() | jobs.SaveHandCount() | jobs.Register():
                self._store(job)
            case jobs.Correct() | jobs.KeepWishes() | jobs.CloseReview() | jobs.ReadFormer():
                self._store(job)
            case _ if isinstance(job, jobs.BookJob):
                self._book(job)
            case jobs.KeepCommittee(committee=committee):
                self._keep(committee)
            case jobs.NoteSlip() | jobs.PrintSlip() | jobs.PrintReferral() | jobs.PrintProtocol():
                self._paper(job)
            case jobs.Arrange() | jobs.ArrangeNow():
                self._arrange(job)
            case jobs.NoteIncident(what=what):
                self._desk.note(what)
            case jobs.SetClock(moment=moment):
                self._set_clock(moment.replace(tzinfo=self._desk.zone))
            case _:  # the types leave only what the keys are needed for
                self._ask(job)

    def _ask(self, job: jobs.KeyJob) -> None:
        if isinstance(job, jobs.WipeKeys):  # what these asked must not answer those who come next
            self._keys.forget()
            self._desk.meeting += 1
        step = type(job).__name__
        self._keys.do(lambda keys: keys.do(job), lambda _: ev.KeysFailed(step))

    def _keep(self, committee: Committee) -> None:
        """The store asks the keys for each record that goes over to a new key."""
        store = self._desk.asked

        def went(percent: int) -> None:
            self._emit(ev.KeysGoingOver(percent))

        job = jobs.KeepCommittee(committee)
        self._with_keys(job, lambda keys: store.keep_committee(committee, keys.reseal, went))

    def _with_keys(self, job: jobs.Job, given: Callable[[Keyholder], None]) -> None:
        """The store is given a job in which it asks the keys, record by record."""
        step = type(job).__name__
        self._keys.do(given, lambda _: ev.KeysFailed(step))

    def _paper(self, job: jobs.PaperJob) -> None:
        match job:
            case jobs.PrintProtocol(protocol=protocol):
                self._protocols.print(protocol)
            case jobs.PrintReferral():
                self._referrals.print(job)
            case jobs.NoteSlip(review=number):
                self._desk.asked.note_slip(number)
            case jobs.PrintSlip(ticket=ticket, opened=opened):
                self._print_slip(ticket, opened)
            case _:
                assert_never(job)

    def _open_lock(self, permit: Permit) -> None:
        try:
            self._desk.hardware.lock.open(permit)
        except LockRefused:  # the window ended, or the clock lost its trust, a moment ago
            self._emit(ev.LockDenied())

    def _set_clock(self, truth: datetime) -> None:
        """Only here is the mark ever lowered, and the committee's next protocol will say so."""
        desk, day = self._desk, truth.date()
        incidents = [Incident.CLOCK_SET]
        if desk.board.mark is not None and day < desk.board.mark:
            incidents.append(Incident.MARK_LOWERED)
        reading = desk.hardware.clock.reading()
        desk.asked.set_clock(day, Correction.agreed(truth, reading), incidents)

    def _print_slip(self, ticket: int, opened: OpenedLetter) -> None:
        desk = self._desk
        if opened.letter is not None:
            texts, printer = Texts(desk.stage.language), desk.hardware.printer
            drawn = partial(typeset, texts, opened.label, opened.letter, printer.dots)
            printer.draw(ticket, drawn)

    def _arrange(self, job: jobs.OpeningJob) -> None:
        desk, today = self._desk, self._desk.today()
        if today is None:
            self._refuse("date")
        elif isinstance(job, jobs.ArrangeNow):
            desk.asked.agree_opening(at_once(desk.shown().replace(tzinfo=None)))
        else:
            desk.asked.agree_opening(Opening(job.day, job.opens, job.closes, today))

    def _store(self, job: jobs.ReviewJob) -> None:
        store, today = self._desk.asked, self._desk.today()
        match job:
            case jobs.SaveHandCount(review=number, hand=hand, reason=reason):
                store.set_hand_count(number, hand, reason)
            case jobs.Register(review=number, sealed=row):
                store.register(number, row.place, _written(row), row.entry, row.filing)
            case jobs.Correct(review=number, row=old, sealed=row):
                store.correct(number, old, _written(row), row.entry, row.filing)
            case jobs.KeepWishes(review=number, sealed=said):
                store.keep_wishes(number, said.sealed, said.wishes)
            case jobs.NotePresent(review=number, roles=roles):
                self._desk.store.note_present(number, roles)  # nobody waits for it
            case jobs.ReadFormer():
                store.read_former()
            case jobs.OpenReview(roles=roles):
                self._open_review(today, roles)
            case jobs.CloseReview():
                self._close_review(today, job)
            case _:
                assert_never(job)

    def _book(self, job: jobs.BookJob) -> None:
        store = self._desk.asked
        match job:
            case jobs.ReadBook():
                self._with_keys(job, lambda keys: store.read_book(keys.take))
            case jobs.KeepMatter(sealed=sealed):
                store.keep_matter(sealed.matter, sealed.sealed)
            case jobs.Amend(sealed=amended):
                store.amend(amended.number, amended.row, amended.entry, amended.filing)
            case jobs.EraseTexts(numbers=numbers):
                self._with_keys(job, lambda keys: store.erase_texts(numbers, keys.stripped))
            case jobs.CheckBook():
                self._with_keys(job, lambda keys: store.check_book(keys.digest))
            case jobs.CloseDesk():
                self._close_desk(self._desk.today(), job)
            case _:
                assert_never(job)

    def _close_desk(self, today: date | None, job: jobs.CloseDesk) -> None:
        if today is None:
            self._refuse("date")
        else:
            replying, store = self._replying(job.private, today), self._desk.asked
            out = partial(GoesOut, job.answers, _sealed(job.matters), replying)
            self._with_keys(job, lambda keys: store.close_desk(out(keys.settled), today))

    def _refuse(self, step: str) -> None:
        """Answer as the store would: what is asked is not done."""
        self._emit(ev.StoreFailed(step, asked_by=self._desk.meeting))

    def _replying(self, private: Private, today: date) -> Replying:
        """The replies, each sealed to its reader, for as long as the school keeps them."""
        return private.sealed(today + timedelta(days=self._desk.school.reply_days))

    def _open_review(self, today: date | None, roles: Sequence[Role]) -> None:
        """Take up what was cut off on any day; a new set is fixed only inside the window."""
        unfinished = self._desk.unfinished
        if today is None:
            self._refuse("date")
        elif unfinished is None and self._desk.moment().window is None:
            self._refuse("window")
        else:
            number = unfinished.review if unfinished else None
            self._desk.asked.open_review(today, number, roles)

    def _close_review(self, today: date | None, job: jobs.CloseReview) -> None:
        desk = self._desk
        if today is None or desk.committee is None:
            self._refuse("date")
        else:
            said = witness(desk, desk.committee, job.closing.opened_on)
            replying, store = self._replying(job.private, today), desk.asked
            out = partial(GoesOut, job.closing.answers, _sealed(job.matters), replying)
            self._with_keys(
                job,
                lambda keys: store.close_review(job.closing, said, today, out(keys.settled)),
            )


def _sealed(matters: Sequence[ev.MatterSealed]) -> list[tuple[int, bytes]]:
    return [(one.matter.number, one.sealed) for one in matters]


def _written(sealed: ev.EntrySealed) -> SealedRow:
    return SealedRow(sealed.sealed, sealed.digest)
