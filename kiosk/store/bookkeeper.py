"""What the desk asks of the store about the whole journal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from kiosk.events import BookRead, DeskClosed, Event, MatterKept
from kiosk.post.board import Notice
from kiosk.post.matters import Matter
from kiosk.post.replies import Replying
from kiosk.store import book, matters
from kiosk.store.book import Written
from kiosk.store.worker import StoreWorker, failed


class Bookkeeper(StoreWorker):
    """The journal's part of the running store."""

    def read_book(self) -> None:
        """The whole journal, sealed: `BookRead`, or `StoreFailed`."""
        self._do(_read, failed("read_book"))

    def keep_matter(self, matter: Matter, sealed: bytes) -> None:
        """Keep what became of a matter: `MatterKept`, or `StoreFailed`.

        `matter` is the same in plain, which only goes into the event.
        """
        self._do(partial(_keep_matter, matter, sealed), failed("keep_matter"))

    def close_desk(
        self,
        answers: Sequence[Notice],
        written: Sequence[Written],
        replying: Replying | None = None,
    ) -> None:
        """Publish all that a desk session answered, at once or not at all: `DeskClosed`.

        `StoreFailed` otherwise. `written` are the matters that are published with it.
        """
        job = partial(_close_desk, tuple(answers), tuple(written), replying)
        self._do(job, failed("close_desk"))


def _read(connection: Connection) -> Event:
    return BookRead(book.read(connection))


def _keep_matter(matter: Matter, sealed: bytes, connection: Connection) -> Event:
    matters.write(connection, matter.number, sealed)
    return MatterKept(matter)


def _close_desk(
    answers: Sequence[Notice],
    written: Sequence[Written],
    replying: Replying | None,
    connection: Connection,
) -> Event:
    book.close_desk(connection, answers, written, replying)
    return DeskClosed()
