"""A slip in two halves: its record is durable before it is printed, so no code leads nowhere."""

from __future__ import annotations

from kiosk.events import CodeFor
from kiosk.flow.codes import Codes
from kiosk.flow.desk import Desk
from kiosk.flow.printing import Printing
from kiosk.post import handles
from kiosk.post.codes import ReplyCode
from kiosk.post.handles import Handle
from kiosk.post.letters import DayMonth
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState


class Slips:
    """Holds code and handle from the making to the printing, and not longer."""

    def __init__(self, desk: Desk, printing: Printing, codes: Codes) -> None:
        self._desk, self._printing, self._codes = desk, printing, codes
        self._slip: tuple[ReplyCode, Handle] | None = None

    def ask(self) -> None:
        """Somebody at the paper screen wants one."""
        self.forget()
        self._say(PaperState.PRINTING)
        self._codes.make(CodeFor.SLIP)

    def end(self) -> None:
        """Somebody at the paper screen wants the date alone."""
        self.forget()
        self._say(PaperState.OFFERED)

    def made(self, code: ReplyCode) -> None:
        """There is a code: keep the record that leads from handle to key."""
        committee, today = self._desk.committee, self._desk.today()
        if committee is None or today is None:
            self.refused()
            return
        handle = Handle.new(code.reply_to, today)
        self._slip = code, handle
        key = committee.public_key
        self._desk.store.keep_handle(handles.seal(handle, key), key)

    def kept(self) -> None:
        """The record is durable: print, if who asked still stands here."""
        slip, today = self._slip, self._desk.today()
        self.forget()
        if slip is not None and today is not None and isinstance(self._desk.stage.screen, Paper):
            code, handle = slip
            self._printing.print_halves(DayMonth.of(today), handle.digits, code.digits)

    def refused(self) -> None:
        """No record, so no code: a slip with the date alone is still to be had."""
        self.forget()
        screen = self._desk.stage.screen
        if isinstance(screen, Paper):
            screen.no_code = True
            self._say(PaperState.OFFERED)

    def forget(self) -> None:
        """Let go of the code."""
        self._slip = None

    def _say(self, state: PaperState) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Paper):
            screen.paper, screen.halves = state, state is PaperState.PRINTING
            self._desk.stage.refresh()
