"""The keys' process seen from the kiosk.

What goes to and fro are pickles between two ends of our own code over a socket pair that nobody
else has; the child's end closes with it. A child that died took its keys along.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from kiosk.events import KeysEvent, KeysWiped
from kiosk.keyholder import Enrolled
from kiosk.post.jobs import KeyJob, WipeKeys
from kiosk.post.rekeying import Sealed

PATIENCE_S = 60.0
"""Far more than the longest job takes; a child that says nothing for so long is taken for dead."""


class KeysLost(ConnectionError):
    """The keys' process is gone, and every key with it: the quorum must gather again."""


class HeldByChild:
    """A `Keyholder` whose keys are in a process of their own, from the first job to the wipe."""

    def __init__(self, enrolled: Enrolled) -> None:
        self._enrolled = enrolled
        self._child: _Child | None = None
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
                self._child = _Child()
                self._child.connection.send(self._enrolled())
            event: KeysEvent = self._asked(self._child, "do", job)
            return event

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """One record under the new keys."""
        with self._turn:
            if self._child is None:
                raise KeysLost("the keys are gone")
            resealed: bytes = self._asked(self._child, "reseal", what, sealed)
            return resealed

    def end(self) -> None:
        """Kill the child; whoever waits for its answer learns that the keys are lost."""
        child = self._child
        if child is not None:
            child.process.kill()
        with self._turn:
            self._forget()

    def _asked(self, child: _Child, *question: object) -> Any:
        try:
            answer = child.asked(question)
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


class _Child:
    """One process, and our end of its wire."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # A session of its own: Ctrl-C in a terminal reaches it through the kiosk, in order.
            # Nothing of it is shown: what a crash says could quote a letter.
            self.process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", "kiosk.keyholder", str(theirs.fileno()), str(os.getpid())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.connection = Connection(ours.detach())

    def asked(self, question: tuple[object, ...]) -> object:
        """Its answer; raises EOFError or OSError when it is gone or says nothing."""
        self.connection.send(question)
        if not self.connection.poll(PATIENCE_S):
            raise TimeoutError("the keys' process says nothing")
        return self.connection.recv()

    def bury(self) -> None:
        """End it, and let go of what it leaves behind."""
        self.process.kill()
        self.process.wait()
        self.connection.close()
