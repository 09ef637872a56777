"""Documents in A4, made by a process of their own that ends with each: in a thread they would hold
a frame back.

Whoever asks is a worker's thread, which waits for the bytes; see `Worker`.
"""

from __future__ import annotations

import threading

from kiosk.apart import Child
from kiosk.post.documents import Order

PATIENCE_S = 300.0
"""A journal of many years on a small computer takes a minute."""


class NotMade(RuntimeError):
    """A document did not come about; the message names the kind of error and nothing else."""


class Press:
    """One child for each document; `end` may come from another thread."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._child: Child | None = None
        self._turn = threading.Lock()

    def made(self, order: Order) -> bytes:
        """The document; raises `NotMade`."""
        with self._turn:
            self._child = child = Child("kiosk.paper.pdf")
            try:
                return self._made(child, order)
            finally:
                self._child = None
                child.bury()

    @property
    def busy(self) -> bool:
        """Whether a child is at work."""
        return self._child is not None

    def end(self) -> None:
        """Kill the child; whoever waits for its document learns that it is not made."""
        child = self._child
        if child is not None:
            child.process.kill()

    def _made(self, child: Child, order: Order) -> bytes:
        try:
            child.connection.send(order)
            child.wait(self._patience_s)
            answer = child.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise NotMade("the papers' process is gone") from error
        if answer[:1] != b"+":
            raise NotMade(answer[1:].decode("ascii", "replace"))
        return answer[1:]
