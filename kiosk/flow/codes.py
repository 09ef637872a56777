"""The worker that makes reply codes and derives their keys: the main thread never waits for it."""

from __future__ import annotations

from kiosk import events as ev
from kiosk.events import CodeFor
from kiosk.post.cards import Cost
from kiosk.post.codes import ReplyCode, derive
from kiosk.workers import Worker


class Codes:
    """Each wish ends in one event, unless `forget` came between."""

    def __init__(self, worker: Worker[Cost]) -> None:
        self._worker = worker

    def make(self, wanted: CodeFor) -> None:
        """Draw a code: `CodeMade`, or `CodeFailed`."""
        self._worker.do(
            lambda cost: ev.CodeMade(ReplyCode.new(cost), wanted), lambda _: ev.CodeFailed(wanted)
        )

    def derive(self, digits: str) -> None:
        """Name and key of a code: `CodeDerived`, or `CodeFailed`."""
        self._worker.do(
            lambda cost: ev.CodeDerived(derive(digits, cost)),
            lambda _: ev.CodeFailed(CodeFor.REPLY),
        )

    def forget(self) -> None:
        """Who asked has left: what was made for them reaches nobody."""
        self._worker.forget()
