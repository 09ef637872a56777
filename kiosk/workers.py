"""Threads for what may take long: the store, the keys, the printer. Each has one thing it owns.

The main thread hands over a job and goes on; what came of it returns as an event.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from kiosk.events import Event

T = TypeVar("T")
Job = Callable[[T], Event | None]
Failed = Callable[[Exception], Event]

PATIENCE_S = 180.0
"""Far more than any job takes, or waits for a process or a printer: one that takes longer hangs."""

log = logging.getLogger(__name__)


class Worker(Generic[T]):
    """One thread that owns one thing; jobs run in the order they were given.

    `make` builds the thing in the thread itself; `close` lets go of it there. An exception in a
    job becomes `failed(exc)`, and its type alone is kept for `report`.
    A job that takes `patience_s` makes it count as hanging.
    """

    def __init__(
        self,
        name: str,
        make: Callable[[], T],
        emit: Callable[[Event], None],
        close: Callable[[T], None] = lambda _: None,
        patience_s: float = PATIENCE_S,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make, self._emit, self._close = make, emit, close
        self._patience_s, self._now = patience_s, now
        self._begun: float | None = None
        self._jobs: SimpleQueue[tuple[int, Job[T], Failed] | None] = SimpleQueue()
        self._open = self._given = self._forgotten = 0
        self._faults: set[str] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, job: Job[T], failed: Failed) -> None:
        """Queue a job; never blocks. `failed` turns what it raised into an event."""
        with self._lock:
            self._open += 1
            self._given += 1
            self._jobs.put((self._given, job, failed))

    def forget(self) -> None:
        """Say nothing any more of the jobs given so far; they are still done."""
        with self._lock:
            self._forgotten = self._given

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs; its event is in the inbox before this turns false."""
        with self._lock:
            return self._open > 0

    @property
    def alive(self) -> bool:
        """Whether its thread is there, and does not hang in a job."""
        with self._lock:
            begun = self._begun
        hangs = begun is not None and self._now() - begun >= self._patience_s
        return self._thread.is_alive() and not hangs

    def report(self) -> None:
        """Log what went wrong since the last report, without saying when or how often.

        A line for each failure would tell the moment at which somebody sent a letter (law 4).
        """
        with self._lock:
            faults, self._faults = self._faults, set()
        for fault in sorted(faults):
            log.error("%s: a job failed: %s", self._thread.name, fault)

    def stop(self) -> None:
        """Finish the jobs already given, let go of the thing, end the thread, report."""
        self._jobs.put(None)
        self._thread.join()
        self.report()

    def _run(self) -> None:
        thing: T | None = None
        while (item := self._jobs.get()) is not None:
            thing = self._work(item, thing)
            del item  # while this thread waits for the next job, nothing of the last one stays
        if thing is not None:
            self._close(thing)

    def _work(self, item: tuple[int, Job[T], Failed], thing: T | None) -> T | None:
        """Do one job, tell what came of it, and give back the thing, made for the first."""
        number, job, failed = item
        with self._lock:
            self._begun = self._now()
        try:
            if thing is None:
                thing = self._make()
            event = job(thing)
        except Exception as exc:  # noqa: BLE001 - a thread's boundary: it becomes an event
            with self._lock:  # the type alone: the message could quote a letter
                self._faults.add(type(exc).__name__)
            event = failed(exc)
        with self._lock:
            if event is not None and number > self._forgotten:
                self._emit(event)
            self._open -= 1
            self._begun = None
        return thing
