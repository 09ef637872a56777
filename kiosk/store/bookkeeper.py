"""What the desk asks of the store about the whole journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from sqlalchemy import Connection

from kiosk.events import (
    BookChecked,
    BookRead,
    DeskClosed,
    EntryAmended,
    Event,
    MatterKept,
    TextsErased,
)
from kiosk.post.filing import Filing
from kiosk.post.journal import Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.matters import Matter
from kiosk.store import book, chains, closing, matters, versions
from kiosk.store.book import GoesOut, Take
from kiosk.store.chains import Digest
from kiosk.store.versions import Strip
from kiosk.store.worker import StoreWorker, failed


class Bookkeeper(StoreWorker):
    """The journal's part of the running store."""

    def read_book(self, take: Take) -> None:
        """The whole journal: `BookRead`, or `StoreFailed`.

        `take` gets what is sealed, record by record, on the store's thread.
        """
        self._do(partial(_read, take), failed("read_book"))

    def keep_matter(self, matter: Matter, sealed: bytes) -> None:
        """Keep what became of a matter: `MatterKept`, or `StoreFailed`.

        `matter` is the same in plain, which only goes into the event.
        """
        self._do(partial(_keep_matter, matter, sealed), failed("keep_matter"))

    def amend(self, number: int, sealed: SealedRow, entry: Entry, filing: Filing) -> None:
        """Let a row of a closed review say something else: `EntryAmended`, or `StoreFailed`.

        What it said is kept. `entry` is the same in plain, which only goes into the event.
        """
        self._do(partial(_amend, number, sealed, entry, filing), failed("amend"))

    def erase_texts(self, numbers: Sequence[int], strip: Strip) -> None:
        """Erase letter and reply from all that these rows ever said: `TextsErased`.

        `StoreFailed` otherwise. `strip` is asked for each version, on the store's thread; one that
        no longer opens stays as it is.
        """
        self._do(partial(_erase_texts, tuple(numbers), strip), failed("erase_texts"))

    def check_book(self, digest: Digest) -> None:
        """See whether the journal is what was decided: `BookChecked`, or `StoreFailed`.

        `digest` is asked for each version, on the store's thread.
        """
        self._do(partial(_check, digest), failed("check_book"))

    def close_desk(self, out: GoesOut, day: date) -> None:
        """Publish all that a desk session answered, at once or not at all: `DeskClosed`.

        `StoreFailed` otherwise.
        """
        self._do(partial(_close_desk, out, day), failed("close_desk"))


def _read(take: Take, connection: Connection) -> Event:
    return BookRead(book.read(connection, take), closing.accounts(connection))


def _keep_matter(matter: Matter, sealed: bytes, connection: Connection) -> Event:
    matters.write(connection, matter.number, sealed)
    return MatterKept(matter)


def _amend(
    number: int, sealed: SealedRow, entry: Entry, filing: Filing, connection: Connection
) -> Event:
    versions.amend(connection, number, sealed)
    matters.keep(connection, filing)
    return EntryAmended(number, entry, filing)


def _erase_texts(numbers: Sequence[int], strip: Strip, connection: Connection) -> Event:
    for number in numbers:
        versions.erase(connection, number, strip)
    return TextsErased(tuple(numbers))


def _check(digest: Digest, connection: Connection) -> Event:
    return BookChecked(chains.verdict(connection, digest))


def _close_desk(out: GoesOut, day: date, connection: Connection) -> Event:
    book.publish(connection, out, day)
    return DeskClosed()
