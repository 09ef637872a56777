"""A worker's thread: order, failures that become events, and nothing quoted in the log."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable, Iterator
from queue import Queue

import pytest

from kiosk.events import Event, PaperCounted, StoreFailed
from kiosk.workers import PATIENCE_S, Worker

Events = Queue[Event]


@pytest.fixture
def events() -> Events:
    return Queue()


def failed(exc: Exception) -> Event:
    return StoreFailed(type(exc).__name__)


def test_jobs_run_in_order_on_the_thing_the_thread_made(events: Events) -> None:
    worker: Worker[list[int]] = Worker("store", list, events.put)

    def append(number: int) -> Callable[[list[int]], Event]:
        def job(things: list[int]) -> Event:
            things.append(number)
            return StoreFailed(str(things))

        return job

    for number in range(3):
        worker.do(append(number), failed)
    worker.stop()
    assert [events.get_nowait() for _ in range(3)] == [
        StoreFailed("[0]"),
        StoreFailed("[0, 1]"),
        StoreFailed("[0, 1, 2]"),
    ]


def test_what_a_job_raises_becomes_an_event_and_the_thread_lives_on(
    events: Events, caplog: pytest.LogCaptureFixture
) -> None:
    worker: Worker[None] = Worker("store", lambda: None, events.put)

    def breaks(_: None) -> Event:
        raise ValueError("Мени үйдө урушат")

    with caplog.at_level(logging.DEBUG):
        worker.do(breaks, failed)
        worker.do(lambda _: PaperCounted(), failed)
        worker.stop()
    assert events.get_nowait() == StoreFailed("ValueError")
    assert events.get_nowait() == PaperCounted()
    assert "ValueError" in caplog.text
    assert "урушат" not in caplog.text


def test_a_thing_that_cannot_be_made_is_tried_again_with_the_next_job(events: Events) -> None:
    attempts: Iterator[OSError | str] = iter([OSError("gone"), "here"])

    def make() -> str:
        made = next(attempts)
        if isinstance(made, OSError):
            raise made
        return made

    worker: Worker[str] = Worker("printer", make, events.put)
    worker.do(lambda _: PaperCounted(), failed)
    worker.do(StoreFailed, failed)
    worker.stop()
    assert events.get_nowait() == StoreFailed("OSError")
    assert events.get_nowait() == StoreFailed("here")


def test_it_is_busy_until_the_event_is_there_and_closes_what_it_made(events: Events) -> None:
    closed: list[str] = []
    worker: Worker[str] = Worker("keys", lambda: "seed", events.put, closed.append)
    assert not worker.busy
    worker.do(StoreFailed, failed)
    worker.do(lambda _: None, failed)
    worker.stop()
    assert not worker.busy
    assert events.get_nowait() == StoreFailed("seed")
    assert events.empty()
    assert closed == ["seed"]


def test_nothing_is_closed_that_was_never_made(events: Events) -> None:
    closed: list[str] = []
    Worker("keys", lambda: "seed", events.put, closed.append).stop()
    assert closed == []


def test_a_failure_is_logged_when_asked_and_tells_neither_when_nor_how_often(
    events: Events, caplog: pytest.LogCaptureFixture
) -> None:
    worker: Worker[None] = Worker("store", lambda: None, events.put)

    def breaks(_: None) -> Event:
        raise ValueError("Мени үйдө урушат")

    for _ in range(3):
        worker.do(breaks, failed)
        events.get()
    assert caplog.messages == []
    worker.report()
    assert caplog.messages == ["store: a job failed: ValueError"]
    worker.stop()
    assert len(caplog.messages) == 1


def test_what_is_forgotten_is_done_and_not_told(events: Events) -> None:
    done: list[str] = []
    began, go_on = threading.Event(), threading.Event()
    worker: Worker[None] = Worker("keys", lambda: None, events.put)

    def slow(_: None) -> Event:
        began.set()
        go_on.wait()
        done.append("slow")
        return StoreFailed("slow")

    worker.do(slow, failed)
    worker.do(lambda _: StoreFailed("waiting"), failed)
    began.wait()
    worker.forget()
    worker.do(lambda _: PaperCounted(), failed)
    go_on.set()
    worker.stop()
    assert done == ["slow"]
    assert [events.get_nowait()] == [PaperCounted()]
    assert events.empty()


def test_it_hangs_when_one_job_outlasts_all_patience(events: Events) -> None:
    """A fake clock, read by both threads; the job waits for the test."""
    seconds = [0.0]
    begun, goes_on = threading.Event(), threading.Event()
    worker: Worker[None] = Worker("store", lambda: None, events.put, now=lambda: seconds[0])

    def hangs(_: None) -> Event:
        begun.set()
        goes_on.wait()
        return PaperCounted()

    worker.do(hangs, failed)
    begun.wait()
    seconds[0] = PATIENCE_S - 1
    assert worker.alive
    seconds[0] = PATIENCE_S
    assert not worker.alive
    goes_on.set()
    worker.do(lambda _: PaperCounted(), failed)
    assert [events.get(), events.get()] == [PaperCounted()] * 2
    seconds[0] *= 10
    assert worker.alive, "who waits for work does not hang, however long"
    worker.stop()
    assert not worker.alive


def test_who_may_take_any_time_never_hangs_yet_its_thread_must_be_there(events: Events) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    clock = iter(range(0, 10**9, 10**6))
    worker: Worker[None] = Worker(
        "stick", lambda: None, events.put, patience_s=math.inf, now=lambda: float(next(clock))
    )

    def takes_long(_: None) -> Event:
        begun.set()
        goes_on.wait()
        return PaperCounted()

    worker.do(takes_long, failed)
    begun.wait()
    assert worker.alive
    goes_on.set()
    worker.stop()
    assert not worker.alive
