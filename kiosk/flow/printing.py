"""Receipts and slips: offered, never forced; nobody gets another's paper (R9, law 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PIL import Image

from kiosk.events import Printed, PrinterEvent, PrinterSeen, PrinterTrouble, PrintFailed
from kiosk.flow.desk import Desk
from kiosk.flow.front import Front
from kiosk.paper import numbers, slip
from kiosk.post.letters import DayMonth
from kiosk.screens.code import Code
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState
from kiosk.screens.thanks import Thanks
from kiosk.texts import Texts

Told = Callable[[PaperState, PrinterTrouble | None], None]

SELDOM_MIN = 15
"""Minutes between two looks at a printer that was well."""

PAPERS = (Thanks, Paper, Code)
"""Screens at which somebody may wait for paper."""


class Printing:
    """One paper at a time; a ticket is a number in memory that means nothing."""

    def __init__(self, desk: Desk, front: Front) -> None:
        self._desk, self._front = desk, front
        self._ticket = 0
        self._under_way = False
        self._minutes = 0
        self._seen = False
        self._told: Told = self._say

    @property
    def awaited(self) -> bool:
        """Whether somebody waits for a paper, be it only for the code that will stand on it."""
        screen = self._desk.stage.screen
        prints = isinstance(screen, PAPERS) and screen.paper is PaperState.PRINTING
        return self._under_way or prints

    def look(self) -> None:
        """Ask the printer how it is, so that nobody is offered paper that cannot come."""
        self._minutes = 0
        if self._desk.prints:
            self._desk.hardware.printer.look()

    def look_again(self) -> None:
        """Once a minute: a printer in trouble is asked each time, one that is well seldom.

        It is asked by the clock alone: asked when somebody comes, the kernel's log would tell it.
        """
        self._minutes += 1
        if self._desk.printer_trouble is not None or self._minutes >= SELDOM_MIN:
            self.look()

    def print(self, written: DayMonth) -> None:
        """Print the dated paper for the one who stands here, and say so on their screen."""
        desk = self._desk
        texts, dots = Texts(desk.stage.language), desk.hardware.printer.dots
        picture = slip.typeset(desk.school, texts, written, desk.next_reading(), dots)
        self.hand_out(lambda: picture, self._say)

    def print_code(self, digits: str) -> None:
        """Print a reply code, and nothing that says what it is."""
        dots = self._desk.hardware.printer.dots
        self.hand_out(lambda: slip.typeset_code(digits, dots), self._say)

    def print_halves(self, written: DayMonth, handle: str, digits: str) -> None:
        """Print a dated paper with a handle for the letter, and under it the code to keep."""
        desk = self._desk
        texts, dots = Texts(desk.stage.language), desk.hardware.printer.dots
        common = desk.school, texts, written, desk.next_reading(), dots
        self.hand_out(lambda: slip.typeset_halves(*common, (handle, digits)), self._say)

    def print_numbers(self, told: Told) -> None:
        """Print whom to call and whom to go to, and nothing that says what for."""
        desk = self._desk
        texts, dots = Texts(desk.stage.language), desk.hardware.printer.dots
        self.hand_out(lambda: numbers.typeset(desk.school, texts, dots), told)

    def hand_out(self, picture: Callable[[], Image.Image], told: Told) -> None:
        """Print any paper, drawn by the printer's thread; `told` hears how it stands.

        Another paper, or `drop`, and nothing more is heard of this one.
        """
        self.drop()
        self._told, self._under_way = told, True
        self._desk.hardware.printer.draw(self._ticket, picture)
        told(PaperState.PRINTING, None)

    def drop(self) -> None:
        """Who asked has left: what has not begun is not printed; the next one is told nothing."""
        self._desk.hardware.printer.drop(self._ticket)
        self._ticket += 1
        self._under_way = False

    def on(self, event: PrinterEvent) -> None:
        """Tell the one who waits, if it is still their paper."""
        match event:
            case PrinterSeen(trouble=trouble):
                self._saw(trouble)
            case Printed(ticket=ticket):
                self._is(None)
                self._came(ticket, PaperState.PRINTED, None)
            case PrintFailed(ticket=ticket, trouble=trouble):
                self._is(trouble)
                self._came(ticket, PaperState.OFFERED, trouble)
            case _:
                assert_never(event)

    def _saw(self, trouble: PrinterTrouble | None) -> None:
        """At the start it is logged at once; later with the day, for somebody may stand here."""
        self._is(trouble)
        if not self._seen:
            self._seen = True
            self._desk.report()
        screen = self._desk.stage.screen
        if isinstance(screen, PAPERS) and trouble and screen.paper is PaperState.OFFERED:
            self._say(PaperState.NONE)

    def _is(self, trouble: PrinterTrouble | None) -> None:
        if trouble is not self._desk.printer_trouble:
            self._desk.printer_trouble = trouble
            if trouble is not None:
                self._desk.faults.add(f"printer: {trouble}")
            self._front.refresh()

    def _came(self, ticket: int, state: PaperState, trouble: PrinterTrouble | None) -> None:
        if ticket == self._ticket:
            self._under_way = False
            self._told(state, trouble)

    def _say(self, state: PaperState, trouble: PrinterTrouble | None = None) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, PAPERS):
            screen.paper, screen.trouble = state, trouble
            self._desk.stage.refresh()
