"""The store as the kiosk uses it while it runs: a job in, exactly one event out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from kiosk.events import (
    Event,
    HandleRefused,
    LetterRefused,
    PaperNotCounted,
    StoreFailed,
    StoreTrouble,
)
from kiosk.post.board import Notice
from kiosk.post.calendar import Opening
from kiosk.post.clock import Correction
from kiosk.post.committee import Committee
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference, Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.protocol import Closing
from kiosk.post.replies import Replying
from kiosk.post.roles import Role
from kiosk.post.witness import Witness
from kiosk.store import work
from kiosk.store.connection import NO_PRAGMAS, Pragmas, connect, sweep, translated, whole
from kiosk.store.errors import BoxFull, NoCommittee, OtherCommittee, StoreError
from kiosk.store.rekeying import Reseal, Went
from kiosk.store.schema import check_schema
from kiosk.store.times import hide_times
from kiosk.workers import Worker

Job = Callable[[Connection], Event]
Failed = Callable[[Exception], Event]


class Store:
    """One thread, one connection, one short transaction for each job.

    Every method returns at once and ends in exactly one event, given to `emit` after the commit
    returned. A failed job changes nothing; the next one tries the disk anew. `pragmas` are for
    tests: they go over the connection's own settings.
    """

    def __init__(
        self, path: Path, emit: Callable[[Event], None], pragmas: Pragmas = NO_PRAGMAS
    ) -> None:
        self._path = path
        make = partial(_connected, path, pragmas)
        self._worker = Worker("store", make, emit, close=Connection.close)

    def read_board(self) -> None:
        """Notices, last reading, unfinished review: `BoardRead`, or `StoreFailed`."""
        self._do(work.board_read, _failed("read_board"))

    def accept(self, sealed: bytes, public_key: bytes) -> None:
        """Keep a letter sealed to this key: `LetterStored` once it is durable, `LetterRefused`.

        Also refused where the committee has another key by now: nobody could ever read it.
        """
        job = partial(work.accept, sealed, public_key)
        self._do(job, lambda exc: LetterRefused(_trouble(exc)))

    def keep_handle(self, sealed: bytes, public_key: bytes) -> None:
        """Keep the record of a slip: `HandleKept` once it is durable, or `HandleRefused`.

        It is refused, as a letter would be, where the committee has another key by now.
        """
        job = partial(work.keep_handle, sealed, public_key)
        self._do(job, lambda exc: HandleRefused(_trouble(exc)))

    def find_reply(self, name: bytes) -> None:
        """Look for a private reply: `ReplySought`, with what was found, or `StoreFailed`."""
        self._do(partial(work.find_reply, name), _failed("find_reply"))

    def erase_reply(self, name: bytes) -> None:
        """Erase a private reply for good: `ReplyGone`, or `StoreFailed`."""
        self._do(partial(work.erase_reply, name), _failed("erase_reply"))

    def count_paper(self) -> None:
        """Count one paper letter: `PaperCounted` once it is durable, or `PaperNotCounted`."""
        self._do(work.count_paper, lambda _: PaperNotCounted())

    def open_review(
        self, day: date, resumed: int | None = None, roles: Sequence[Role] = ()
    ) -> None:
        """Fix the set and the slot's count, or resume: `ReviewOpened`, or `StoreFailed`.

        With `resumed` only that review is taken up, and none is begun. `roles` are here.
        """
        self._do(partial(work.open_review, day, resumed, tuple(roles)), _failed("open_review"))

    def note_present(self, review: int, roles: Sequence[Role]) -> None:
        """Keep that these roles took part: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.note_present, review, tuple(roles)), _failed("note_present"))

    def set_hand_count(self, review: int, hand: int, reason: Difference | None) -> None:
        """Keep paper counted by hand: `PaperHandCounted`, or `StoreFailed`."""
        self._do(partial(work.set_hand_count, review, hand, reason), _failed("set_hand_count"))

    def register(
        self,
        review: int,
        place: int | None,
        sealed: SealedRow,
        entry: Entry,
        filing: Filing = NOTHING,
    ) -> None:
        """Give a letter its row: `EntryRegistered`, or `StoreFailed`.

        `place` is the letter's envelope, None for paper; `sealed` the row, `entry` the same in
        plain, which only goes into the event. Matters change in the same transaction.
        """
        job = partial(work.register, review, place, sealed, entry, filing)
        self._do(job, _failed("register"))

    def correct(
        self, review: int, number: int, sealed: SealedRow, entry: Entry, filing: Filing
    ) -> None:
        """Overwrite a row of an open review: `EntryRewritten`, or `StoreFailed`."""
        job = partial(work.correct, review, number, sealed, entry, filing)
        self._do(job, _failed("correct"))

    def keep_committee(
        self, committee: Committee, reseal: Reseal, went: Went = lambda _: None
    ) -> None:
        """Keep a committee's record: `CommitteeKept`, or `StoreFailed`.

        With new keys `reseal` is asked, on the store's thread, for every record that is sealed, and
        `went` hears there how far it is.
        """
        job = partial(work.keep_committee, committee, reseal, went)
        self._do(job, _failed("keep_committee"))

    def close_review(
        self, closing: Closing, witness: Witness, day: date, replying: Replying | None = None
    ) -> None:
        """Close and hang up the answers: `ReviewClosed`, or `StoreFailed` while a row lacks.

        In the same transaction private replies are laid out, shuffled.
        """
        job = partial(work.close_review, closing, witness, day, replying)
        self._do(job, _failed("close_review"))

    def read_former(self) -> None:
        """The review that still owes its protocol: `FormerRead`, or `StoreFailed`."""
        self._do(work.read_former, _failed("read_former"))

    def note_printed(self, review: int) -> None:
        """The protocol of this review came out: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.note_printed, review), _failed("note_printed"))

    def hang_notice(self, notice: Notice) -> None:
        """Hang up a notice, or change the one of its number: `NoticesChanged`, `StoreFailed`."""
        self._do(partial(work.hang, notice), _failed("notices"))

    def withdraw_notice(self, number: int, day: date) -> None:
        """Take a notice off the board: `NoticesChanged`, or `StoreFailed`."""
        self._do(partial(work.withdraw, number, day), _failed("notices"))

    def move_notice(self, number: int, step: int) -> None:
        """Tell a notice one earlier (-1) or later (+1): `NoticesChanged`, or `StoreFailed`."""
        self._do(partial(work.move, number, step), _failed("notices"))

    def agree_opening(self, opening: Opening) -> None:
        """Keep a review out of turn: `OpeningKept`, or `StoreFailed`."""
        self._do(partial(work.agree, opening), _failed("agree_opening"))

    def note_slip(self, review: int) -> None:
        """Count a letter that is about to be printed: `SlipNoted`, or `StoreFailed`."""
        self._do(partial(work.note_slip, review), _failed("note_slip"))

    def mark_day(self, day: date) -> None:
        """Set the clock's mark at midnight: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.mark_day, day), _failed("mark_day"))

    def set_clock(
        self, day: date, correction: Correction | None, incidents: Sequence[Incident]
    ) -> None:
        """What the quorum says: the mark, the correction, incidents: `ClockSet`, `StoreFailed`."""
        job = partial(work.set_clock, day, correction, tuple(incidents))
        self._do(job, _failed("set_clock"))

    def forget_correction(self) -> None:
        """The clock speaks for itself again: `BoardRead`, or `StoreFailed`."""
        self._do(work.forget_correction, _failed("forget_correction"))

    def note_incident(self, day: date, what: Incident) -> None:
        """Keep an incident, once a day: `BoardRead` with it, or `StoreFailed`."""
        self._do(partial(work.note_incident, day, what), _failed("note_incident"))

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        return self._worker.busy

    def report(self) -> None:
        """Log what went wrong since the last report; to be called once a day."""
        self._worker.report()

    def stop(self) -> None:
        """Finish the jobs already given and close the file."""
        self._worker.stop()

    def _do(self, job: Job, failed: Failed) -> None:
        self._worker.do(partial(self._run, job, failed), failed)

    def _run(self, job: Job, failed: Failed, connection: Connection) -> Event:
        try:
            with whole(connection):
                return job(connection)
        except (SQLAlchemyError, OSError, StoreError) as exc:
            return failed(exc)
        finally:
            # What was committed is safe; times that could not be set now are set by the next job.
            with suppress(OSError):
                hide_times(self._path)


def _connected(path: Path, pragmas: Pragmas) -> Connection:
    with translated():
        connection = connect(path, pragmas)
        try:
            with whole(connection):
                check_schema(connection)
                sweep(connection)
            hide_times(path)
        except (SQLAlchemyError, OSError, StoreError):
            connection.close()
            raise
        return connection


def _failed(step: str) -> Failed:
    return lambda _: StoreFailed(step)


def _trouble(exc: Exception) -> StoreTrouble:
    match exc:
        case BoxFull():
            return StoreTrouble.BOX_FULL
        case NoCommittee() | OtherCommittee():
            return StoreTrouble.NO_COMMITTEE
        case _:
            return StoreTrouble.DISK
