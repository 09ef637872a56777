"""The store's thread: a job in, exactly one event out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from copy import copy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from kiosk.events import Event, FromStore, StoreFailed
from kiosk.store.connection import NO_PRAGMAS, Pragmas, connect, sweep, translated, whole
from kiosk.store.errors import StoreError
from kiosk.store.hold import Hold
from kiosk.store.schema import check_schema
from kiosk.store.times import hide_times
from kiosk.workers import Worker

Job = Callable[[Connection], Event]
Failed = Callable[[Exception], Event]
Then = Callable[[Path], None]
"""What follows a job, when all it did is durable."""


class StoreWorker:
    """One thread, one connection, one short transaction for each job.

    Every job ends in exactly one event, given to `emit` after the commit returned. A failed job
    changes nothing; the next one tries the disk anew. `pragmas` are for tests: they go over the
    connection's own settings.
    """

    def __init__(
        self, path: Path, emit: Callable[[Event], None], pragmas: Pragmas = NO_PRAGMAS
    ) -> None:
        self._path = path
        self._hold = Hold(path)
        make = partial(_connected, path, pragmas, self._hold)
        self._worker = Worker("store", make, emit, close=Connection.close)
        self._meeting: int | None = None

    def asked_by(self, meeting: int) -> Self:
        """The same store, whose answers carry the number of this meeting."""
        asked = copy(self)
        asked._meeting = meeting  # noqa: SLF001 - a copy of itself
        return asked

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        return self._worker.busy

    @property
    def alive(self) -> bool:
        """Whether its thread neither died nor hangs."""
        return self._worker.alive

    def report(self) -> None:
        """Log what went wrong since the last report; to be called once a day."""
        self._worker.report()

    def stop(self) -> None:
        """Finish the jobs already given and close the file."""
        self._worker.stop()
        self._hold.release()

    def _do(self, job: Job, failed: Failed) -> None:
        def answer(connection: Connection) -> Event:
            return self._told(self._run(job, failed, connection))

        self._worker.do(answer, lambda exc: self._told(failed(exc)))

    def _then(self, job: Then) -> None:
        """Give a job that tells nobody how it went, and needs no transaction."""
        self._worker.do(lambda _: job(self._path), lambda _: StoreFailed(job.__name__))

    def _told(self, event: Event) -> Event:
        """The same, as an answer to the meeting that asked."""
        if isinstance(event, FromStore) and self._meeting is not None:
            return replace(event, asked_by=self._meeting)
        return event

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


def failed(step: str) -> Failed:
    """A step that failed is told by its name."""
    return lambda _: StoreFailed(step)


def _connected(path: Path, pragmas: Pragmas, hold: Hold) -> Connection:
    with translated():
        hold.take()
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
