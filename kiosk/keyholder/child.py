"""The keys' process seen from the kiosk. A child that died took its keys along."""

from __future__ import annotations

import threading
from typing import Any

from kiosk.apart import Child
from kiosk.events import KeysEvent, KeysWiped
from kiosk.keyholder import Enrolled
from kiosk.post.book import Record
from kiosk.post.jobs import KeyJob, WipeKeys
from kiosk.post.journal_key import After, SealedRow
from kiosk.post.rekeying import Sealed


class KeysLost(ConnectionError):
    """The keys' process is gone, and every key with it: the quorum must gather again."""


class HeldByChild:
    """A `Keyholder` whose keys are in a process of their own, from the first job to the wipe."""

    def __init__(self, enrolled: Enrolled) -> None:
        self._enrolled = enrolled
        self._child: Child | None = None
        self._turn = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The child's process while there is one."""
        return self._child.process.pid if self._child else None

    def do(self, job: KeyJob) -> KeysEvent:
        """Do a job of the keys."""
        if isinstance(job, WipeKeys):
            self.end()
            return KeysWiped()
        with self._turn:
            if self._child is None:
                self._child = Child("kiosk.keyholder")
                self._child.connection.send(self._enrolled())
            event: KeysEvent = self._asked(self._child, "do", job)
            return event

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """One record under the new keys."""
        resealed: bytes = self._record("reseal", what, sealed)
        return resealed

    def take(self, record: Record) -> None:
        """Open one record of the journal."""
        self._record("take", record)

    def stripped(self, sealed: bytes) -> bytes:
        """A row without letter and private reply."""
        stripped: bytes = self._record("stripped", sealed)
        return stripped

    def digest(self, sealed: bytes) -> bytes:
        """What the chain must know of a row."""
        digest: bytes = self._record("digest", sealed)
        return digest

    def settled(self, sealed: bytes, after: After) -> SealedRow | None:
        """A row after a close."""
        row: SealedRow | None = self._record("settled", sealed, after)
        return row

    def end(self) -> None:
        """Kill the child; whoever waits for its answer learns that the keys are lost."""
        child = self._child
        if child is not None:
            child.process.kill()
        with self._turn:
            self._forget()

    def _record(self, *question: object) -> Any:
        """Only of a child that has the keys: none is started for it."""
        with self._turn:
            if self._child is None:
                raise KeysLost("the keys are gone")
            return self._asked(self._child, *question)

    def _asked(self, child: Child, *question: object) -> Any:
        try:
            child.connection.send(question)
            child.wait()
            answer = child.connection.recv()
        except (EOFError, OSError) as error:
            self._forget()
            raise KeysLost("the keys' process is gone") from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _forget(self) -> None:
        if self._child is not None:
            self._child.bury()
            self._child = None
