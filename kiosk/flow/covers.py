"""What is laid over a screen for a while; what goes on beneath is kept.

That somebody asked for help is told to nobody: no job of the store, no event kept, no line.
"""

from __future__ import annotations

from typing import assert_never

from kiosk import events as ev
from kiosk.config.school import School
from kiosk.events import PrinterTrouble
from kiosk.flow.desk import Desk
from kiosk.flow.printing import Printing
from kiosk.screens.appearances import Appearances
from kiosk.screens.help import Help
from kiosk.screens.papers import PaperState

CoverEvent = (
    ev.AppearanceAsked | ev.AppearanceChosen | ev.HelpAsked | ev.HelpSlipAsked | ev.CoverLifted
)


class Covers:
    """Help, and how everything looks."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk, self._printing = desk, printing

    def on(self, event: CoverEvent) -> None:
        """Lay something over the screen, do what is asked there, or take it away."""
        stage = self._desk.stage
        match event:
            case ev.AppearanceAsked():
                stage.lay(Appearances(self._school))
            case ev.AppearanceChosen(appearance=appearance):
                stage.appearance = appearance
            case ev.HelpAsked():
                stage.lay(self._help())
            case ev.HelpSlipAsked():
                self._printing.print_numbers(self._told)
            case ev.CoverLifted():
                stage.lift()
            case _:
                assert_never(event)

    @property
    def _school(self) -> School:
        return self._desk.school

    def _help(self) -> Help:
        """Offer paper where a printer is well, and nobody waits for another one from it."""
        desk = self._desk
        if not desk.prints:
            return Help(self._school, PaperState.NONE)
        state = PaperState.NONE if self._printing.awaited else PaperState.OFFERED
        return Help(self._school, state, desk.printer_trouble)

    def _told(self, state: PaperState, trouble: PrinterTrouble | None) -> None:
        screen = self._desk.stage.top
        if isinstance(screen, Help):
            screen.paper, screen.trouble = state, trouble
            self._desk.stage.refresh()
