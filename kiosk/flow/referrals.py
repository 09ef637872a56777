"""The referral of an urgent row on paper: printed with the row, and again whenever it is asked."""

from __future__ import annotations

from functools import partial

from kiosk.events import PrinterTrouble
from kiosk.flow.desk import Desk
from kiosk.flow.printing import Printing
from kiosk.paper.referral import typeset
from kiosk.post import jobs
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.deskmenu import DeskMenu
from kiosk.screens.committee.journal import Journal
from kiosk.screens.committee.register import Register
from kiosk.screens.papers import PaperState


class Referrals:
    """What did not come out is kept by its number, and told until it does or the meeting ends."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk, self._printing = desk, printing

    def print(self, job: jobs.PrintReferral) -> None:
        """Print it where there is a printer; the row is in the journal either way."""
        desk, entry = self._desk, job.entry
        if not desk.prints:
            return
        text = entry.text if job.with_text else ""
        dots = desk.hardware.printer.dots
        picture = partial(typeset, desk.school, job.number, entry.informed, dots, text)
        self._printing.hand_out(picture, partial(self._told, job.number))

    def _told(self, number: int, state: PaperState, trouble: PrinterTrouble | None) -> None:
        desk = self._desk
        stuck = set(desk.unprinted) - {number}
        if trouble is not None and state is not PaperState.PRINTED:
            stuck.add(number)
        desk.unprinted = tuple(sorted(stuck))
        if isinstance(desk.stage.screen, Register | Close | DeskMenu | Journal):
            desk.stage.screen.unprinted = desk.unprinted
            desk.stage.refresh()
