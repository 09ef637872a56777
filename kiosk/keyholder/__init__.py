"""Who holds the committee's keys while a meeting lasts (law 10).

The kiosk's key worker owns a `Keyholder`. On real hardware that is a child process, whose memory
ends with the review; in the demo and in tests it may be this process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kiosk.events import BookOpened, KeysEvent, KeysWiped
from kiosk.keyholder.answers import answer
from kiosk.post.book import Record
from kiosk.post.cards import Cost
from kiosk.post.committee import Committee
from kiosk.post.jobs import KeyJob, OpenBook, WipeKeys
from kiosk.post.journal_key import After, SealedRow
from kiosk.post.keys import Keyring
from kiosk.post.rekeying import Sealed
from kiosk.post.search import Index
from kiosk.post.unsealing import Taken

Enrolled = Callable[[], Committee | None]
"""The committee at this moment; asked at the first job of each meeting."""


class Keyholder(Protocol):
    """Begins anew with the first job after a wipe; may be asked by two threads in turn."""

    def do(self, job: KeyJob) -> KeysEvent:
        """Do a job of the keys; raises what the keyring raises, and `KeysLost`."""
        ...

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """One record under the new keys; raises `KeysAbsent`, `KeysLost`."""
        ...

    def take(self, record: Record) -> None:
        """Open one record of the journal, for the `OpenBook` that follows.

        Raises `KeysAbsent`, `KeysLost`.
        """
        ...

    def stripped(self, sealed: bytes) -> bytes:
        """A row without letter and private reply; raises `DamagedRow`, `KeysAbsent`, `KeysLost`."""
        ...

    def digest(self, sealed: bytes) -> bytes:
        """What the chain must know of a row; raises as `stripped`."""
        ...

    def settled(self, sealed: bytes, after: After) -> SealedRow | None:
        """A row after a close, None where it does not open; raises `KeysAbsent`, `KeysLost`."""
        ...

    def end(self) -> None:
        """Let go of every key, also in the middle of a job."""
        ...


Holds = Callable[[Enrolled], Keyholder]
"""Makes a keyholder for whoever is enrolled."""


class HeldHere:
    """The keys in this process: for the demo and for tests; `cost` is of a first enrolment."""

    def __init__(self, enrolled: Enrolled, cost: Cost | None = None) -> None:
        self._enrolled, self._cost = enrolled, cost
        self._keyring: Keyring | None = None
        self._taken: Taken | None = None

    def do(self, job: KeyJob) -> KeysEvent:
        """Do a job of the keys."""
        match job:
            case WipeKeys():
                self.end()
                return KeysWiped()
            case OpenBook(sealed=sealed, present=present):
                return BookOpened(Index.of(self._taken_out().book(sealed), present))
            case _:
                return answer(self._keys(), job)

    def take(self, record: Record) -> None:
        """Open one record of the journal."""
        self._taken_out().take(record)

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """One record under the new keys."""
        return self._keys().reseal(what, sealed)

    def stripped(self, sealed: bytes) -> bytes:
        """A row without letter and private reply."""
        return self._keys().journal().erased(sealed).sealed

    def digest(self, sealed: bytes) -> bytes:
        """What the chain must know of a row."""
        return self._keys().journal().digest(sealed)

    def settled(self, sealed: bytes, after: After) -> SealedRow | None:
        """A row after a close."""
        return self._keys().journal().settled(sealed, after)

    def end(self) -> None:
        """Let go of every key."""
        self._keyring = self._taken = None

    def _taken_out(self) -> Taken:
        if self._taken is None:
            self._taken = Taken(self._keys().journal())
        return self._taken

    def _keys(self) -> Keyring:
        if self._keyring is None:
            self._keyring = Keyring(self._enrolled(), self._cost)
        return self._keyring
