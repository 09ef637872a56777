"""The store as the kiosk uses it while it runs: a job in, exactly one event out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError

from kiosk.events import (
    BoardRead,
    ClockSet,
    EntryRegistered,
    Event,
    LetterRefused,
    LetterStored,
    PaperCounted,
    PaperHandCounted,
    PaperNotCounted,
    ReviewClosed,
    ReviewOpened,
    StoreFailed,
    StoreTrouble,
)
from kiosk.post.board import Board, Notice
from kiosk.post.clock import Correction
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference, Entry
from kiosk.store import corrections, notices, pool, reviews
from kiosk.store.connection import NO_PRAGMAS, Pragmas, connect, sweep, translated, whole
from kiosk.store.errors import BoxFull, NoCommittee, StoreError
from kiosk.store.schema import check_schema
from kiosk.store.tables import incidents, kiosk, slot
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
        self._do(_board_read, _failed("read_board"))

    def accept(self, sealed: bytes) -> None:
        """Keep a sealed letter: `LetterStored` once it is durable, or `LetterRefused`."""
        self._do(partial(_accept, sealed), _refused)

    def count_paper(self) -> None:
        """Count one paper letter: `PaperCounted` once it is durable, or `PaperNotCounted`."""
        self._do(_count_paper, lambda _: PaperNotCounted())

    def open_review(self, day: date, resumed: int | None = None) -> None:
        """Fix the set and the slot's count, or resume: `ReviewOpened`, or `StoreFailed`.

        With `resumed` only that review is taken up, and none is begun.
        """
        self._do(partial(_open_review, day, resumed), _failed("open_review"))

    def set_hand_count(self, review: int, hand: int, reason: Difference | None) -> None:
        """Keep paper counted by hand: `PaperHandCounted`, or `StoreFailed`."""
        self._do(partial(_set_hand_count, review, hand, reason), _failed("set_hand_count"))

    def register(self, review: int, place: int | None, sealed: bytes, entry: Entry) -> None:
        """Give a letter its row: `EntryRegistered`, or `StoreFailed`.

        `place` is the letter's envelope, None for paper; `sealed` the row, `entry` the same in
        plain, which only goes into the event.
        """
        self._do(partial(_register, review, place, sealed, entry), _failed("register"))

    def close_review(self, review: int, day: date, answers: Sequence[Notice]) -> None:
        """Close and hang up the answers: `ReviewClosed`, or `StoreFailed` while a row lacks."""
        self._do(partial(_close_review, review, day, tuple(answers)), _failed("close_review"))

    def mark_day(self, day: date) -> None:
        """Set the clock's mark at midnight: `BoardRead`, or `StoreFailed`."""
        self._do(partial(_mark_day, day), _failed("mark_day"))

    def set_clock(
        self, day: date, correction: Correction | None, incidents: Sequence[Incident]
    ) -> None:
        """What the quorum says: the mark, the correction, incidents: `ClockSet`, `StoreFailed`."""
        job = partial(_set_clock, day, correction, tuple(incidents))
        self._do(job, _failed("set_clock"))

    def forget_correction(self) -> None:
        """The clock speaks for itself again: `BoardRead`, or `StoreFailed`."""
        self._do(_forget_correction, _failed("forget_correction"))

    def note_incident(self, day: date, what: Incident) -> None:
        """Keep an incident, once a day: `BoardRead` with it, or `StoreFailed`."""
        self._do(partial(_note_incident, day, what), _failed("note_incident"))

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


def _refused(exc: Exception) -> Event:
    match exc:
        case BoxFull():
            return LetterRefused(StoreTrouble.BOX_FULL)
        case NoCommittee():
            return LetterRefused(StoreTrouble.NO_COMMITTEE)
        case _:
            return LetterRefused(StoreTrouble.DISK)


def _board_read(connection: Connection) -> BoardRead:
    mark = connection.scalar(select(kiosk.c.clock_mark))
    read, opened = reviews.last_close(connection), reviews.last_opening(connection)
    board = Board(notices.kept(connection), read, mark, opened)
    found = connection.execute(select(incidents).order_by(incidents.c.day))
    noted = tuple((row.day, Incident(row.what)) for row in found)
    return BoardRead(board, reviews.unfinished(connection), noted)


def _accept(sealed: bytes, connection: Connection) -> Event:
    pool.put(connection, sealed)
    return LetterStored()


def _count_paper(connection: Connection) -> Event:
    connection.execute(update(slot).values(letters=slot.c.letters + 1))
    return PaperCounted()


def _open_review(day: date, resumed: int | None, connection: Connection) -> Event:
    return ReviewOpened(reviews.open_review(connection, day, resumed))


def _set_hand_count(
    review: int, hand: int, reason: Difference | None, connection: Connection
) -> Event:
    return PaperHandCounted(reviews.set_hand_count(connection, review, hand, reason))


def _register(
    review: int, place: int | None, sealed: bytes, entry: Entry, connection: Connection
) -> Event:
    number, facts = reviews.register(connection, review, place, sealed)
    return EntryRegistered(number, place, entry, facts)


def _close_review(
    review: int, day: date, answers: Sequence[Notice], connection: Connection
) -> Event:
    return ReviewClosed(reviews.close_review(connection, review, day, answers))


def _mark_day(day: date, connection: Connection) -> Event:
    connection.execute(update(kiosk).values(clock_mark=day))
    return _board_read(connection)


def _set_clock(
    day: date,
    correction: Correction | None,
    noted: Sequence[Incident],
    connection: Connection,
) -> Event:
    connection.execute(update(kiosk).values(clock_mark=day))
    corrections.keep(connection, correction)
    for what in noted:
        _note(connection, day, what)
    return ClockSet(correction, _board_read(connection))


def _forget_correction(connection: Connection) -> Event:
    corrections.keep(connection, None)
    return _board_read(connection)


def _note_incident(day: date, what: Incident, connection: Connection) -> Event:
    _note(connection, day, what)
    return _board_read(connection)


def _note(connection: Connection, day: date, what: Incident) -> None:
    noted = insert(incidents).values(day=day, what=what.value)
    connection.execute(noted.on_conflict_do_nothing())
