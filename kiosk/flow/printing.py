"""Receipts and slips: offered, never forced; nobody gets another's paper (R9, law 1)."""

from __future__ import annotations

from typing import assert_never

from kiosk.events import Printed, PrinterEvent, PrinterTrouble, PrintFailed
from kiosk.flow.desk import Desk
from kiosk.hardware.ports import PrintJob
from kiosk.paper.slip import typeset
from kiosk.post.letters import DayMonth
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState
from kiosk.screens.thanks import Thanks
from kiosk.texts import Texts


class Printing:
    """One paper at a time; a ticket is a number in memory that means nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ticket = 0

    def print(self, written: DayMonth) -> None:
        """Print the dated paper for the one who stands here, and say so on their screen."""
        self.drop()
        desk = self._desk
        dots = desk.hardware.printer.dots
        texts = Texts(desk.stage.language)
        picture = typeset(desk.school, texts, written, desk.next_reading(), dots)
        desk.hardware.printer.print(PrintJob(self._ticket, picture))
        self._say(PaperState.PRINTING)

    def drop(self) -> None:
        """Who asked has left: what has not begun is not printed; the next one is told nothing."""
        self._desk.hardware.printer.drop(self._ticket)
        self._ticket += 1

    def on(self, event: PrinterEvent) -> None:
        """Tell the one who waits, if it is still their paper."""
        match event:
            case Printed(ticket=ticket):
                self._came(ticket, PaperState.PRINTED, None)
            case PrintFailed(ticket=ticket, trouble=trouble):
                self._came(ticket, PaperState.OFFERED, trouble)
            case _:
                assert_never(event)

    def _came(self, ticket: int, state: PaperState, trouble: PrinterTrouble | None) -> None:
        if ticket == self._ticket:
            self._say(state, trouble)

    def _say(self, state: PaperState, trouble: PrinterTrouble | None = None) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Thanks | Paper):
            screen.paper, screen.trouble = state, trouble
            self._desk.stage.refresh()
