"""The store as the kiosk uses it while it runs: a job in, exactly one event out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from kiosk.events import HandleRefused, LetterRefused, PaperNotCounted, StoreTrouble
from kiosk.post.board import Notice
from kiosk.post.calendar import Opening
from kiosk.post.clock import Correction
from kiosk.post.committee import Committee
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference, Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.protocol import Closing
from kiosk.post.roles import Role
from kiosk.post.wishes import Wishes
from kiosk.post.witness import Witness
from kiosk.store import boardwork, work
from kiosk.store.backup import renew
from kiosk.store.book import NOTHING_ELSE, GoesOut
from kiosk.store.bookkeeper import Bookkeeper
from kiosk.store.errors import BoxFull, NoCommittee, OtherCommittee
from kiosk.store.rekeying import Reseal, Went
from kiosk.store.worker import failed


class Store(Bookkeeper):
    """Every method returns at once and ends in one event; see `StoreWorker`."""

    def read_board(self) -> None:
        """Notices, last reading, unfinished review: `BoardRead`, or `StoreFailed`."""
        self._do(boardwork.board_read, failed("read_board"))

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
        self._do(partial(work.find_reply, name), failed("find_reply"))

    def erase_reply(self, name: bytes) -> None:
        """Erase a private reply for good: `ReplyGone`, or `StoreFailed`."""
        self._do(partial(work.erase_reply, name), failed("erase_reply"))

    def count_paper(self) -> None:
        """Count one paper letter: `PaperCounted` once it is durable, or `PaperNotCounted`."""
        self._do(work.count_paper, lambda _: PaperNotCounted())

    def open_review(
        self, day: date, resumed: int | None = None, roles: Sequence[Role] = ()
    ) -> None:
        """Fix the set and the slot's count, or resume: `ReviewOpened`, or `StoreFailed`.

        With `resumed` only that review is taken up, and none is begun. `roles` are here.
        """
        self._do(partial(work.open_review, day, resumed, tuple(roles)), failed("open_review"))

    def note_present(self, review: int, roles: Sequence[Role]) -> None:
        """Keep that these roles took part: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.note_present, review, tuple(roles)), failed("note_present"))

    def set_hand_count(self, review: int, hand: int, reason: Difference | None) -> None:
        """Keep paper counted by hand: `PaperHandCounted`, or `StoreFailed`."""
        self._do(partial(work.set_hand_count, review, hand, reason), failed("set_hand_count"))

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
        self._do(job, failed("register"))

    def correct(
        self, review: int, number: int, sealed: SealedRow, entry: Entry, filing: Filing
    ) -> None:
        """Overwrite a row of an open review: `EntryRewritten`, or `StoreFailed`."""
        job = partial(work.correct, review, number, sealed, entry, filing)
        self._do(job, failed("correct"))

    def keep_wishes(self, review: int, sealed: bytes, wishes: Wishes) -> None:
        """What was said about letters, `sealed` and in plain: `WishesKept`, or `StoreFailed`."""
        self._do(partial(work.keep_wishes, review, sealed, wishes), failed("keep_wishes"))

    def keep_committee(
        self, committee: Committee, reseal: Reseal, went: Went = lambda _: None
    ) -> None:
        """Keep a committee's record: `CommitteeKept`, or `StoreFailed`.

        With new keys `reseal` is asked, on the store's thread, for every record that is sealed, and
        `went` hears there how far it is. Copies that open with the old ones are then replaced.
        """
        job = partial(work.keep_committee, committee, reseal, went)
        self._do(job, failed("keep_committee"))
        self._then(renew)

    def close_review(
        self,
        closing: Closing,
        witness: Witness,
        day: date,
        out: GoesOut = NOTHING_ELSE,
    ) -> None:
        """Close and hang up the answers: `ReviewClosed`, or `StoreFailed` while a row lacks.

        `out` is what goes out in the same transaction beside the closing's own answers.
        """
        self._do(partial(work.close_review, closing, witness, day, out), failed("close_review"))

    def read_former(self) -> None:
        """The review that still owes its protocol: `FormerRead`, or `StoreFailed`."""
        self._do(work.read_former, failed("read_former"))

    def note_printed(self, review: int) -> None:
        """The protocol of this review came out: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.note_printed, review), failed("note_printed"))

    def hang_notice(self, notice: Notice) -> None:
        """Hang up a notice, or change the one of its number: `NoticesChanged`, `StoreFailed`."""
        self._do(partial(boardwork.hang, notice), failed("notices"))

    def withdraw_notice(self, number: int, day: date) -> None:
        """Take a notice off the board: `NoticesChanged`, or `StoreFailed`."""
        self._do(partial(boardwork.withdraw, number, day), failed("notices"))

    def move_notice(self, number: int, step: int) -> None:
        """Tell a notice one earlier (-1) or later (+1): `NoticesChanged`, or `StoreFailed`."""
        self._do(partial(boardwork.move, number, step), failed("notices"))

    def agree_opening(self, opening: Opening) -> None:
        """Keep a review out of turn: `OpeningKept`, or `StoreFailed`."""
        self._do(partial(work.agree, opening), failed("agree_opening"))

    def note_slip(self, review: int) -> None:
        """Count a letter that is about to be printed: `SlipNoted`, or `StoreFailed`."""
        self._do(partial(work.note_slip, review), failed("note_slip"))

    def mark_day(self, day: date) -> None:
        """Set the clock's mark at midnight: `BoardRead`, or `StoreFailed`."""
        self._do(partial(work.mark_day, day), failed("mark_day"))

    def set_clock(
        self, day: date, correction: Correction | None, incidents: Sequence[Incident]
    ) -> None:
        """What the quorum says: the mark, the correction, incidents: `ClockSet`, `StoreFailed`."""
        job = partial(work.set_clock, day, correction, tuple(incidents))
        self._do(job, failed("set_clock"))

    def forget_correction(self) -> None:
        """The clock speaks for itself again: `BoardRead`, or `StoreFailed`."""
        self._do(work.forget_correction, failed("forget_correction"))

    def note_incident(self, day: date, what: Incident) -> None:
        """Keep an incident, once a day: `BoardRead` with it, or `StoreFailed`."""
        self._do(partial(work.note_incident, day, what), failed("note_incident"))


def _trouble(exc: Exception) -> StoreTrouble:
    match exc:
        case BoxFull():
            return StoreTrouble.BOX_FULL
        case NoCommittee() | OtherCommittee():
            return StoreTrouble.NO_COMMITTEE
        case _:
            return StoreTrouble.DISK
