"""What is said at the close, and the protocol on paper: offered, and nothing is lost without it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from importlib.metadata import version

from kiosk.events import PrinterTrouble
from kiosk.flow.desk import Desk
from kiosk.flow.printing import Printing
from kiosk.paper.protocol import typeset
from kiosk.post.committee import Committee
from kiosk.post.protocol import Protocol
from kiosk.post.witness import Witness, fingerprint
from kiosk.screens.base import Screen
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.papers import PaperState


def witness(desk: Desk, committee: Committee, opened_on: date) -> Witness:
    """What the kiosk says of itself as a review is closed that was opened on this day."""
    clock = desk.hardware.clock
    return Witness(
        version=version("kiosk"),
        key=fingerprint(committee.public_key, committee.generation),
        generation=committee.generation,
        clock=clock.level,
        corrected=clock.correction is not None,
        rule=desk.school.window_rule(),
        next_reading=_next_reading(desk, opened_on),
    )


def _next_reading(desk: Desk, opened_on: date) -> date | None:
    """The next window's day: a box that was opened today is not opened again in this one."""
    moment, today = desk.hardware.clock.now(), desk.today()
    if opened_on == today:
        moment = datetime.combine(today + timedelta(days=1), time(), desk.zone)
    window = desk.calendar.next_window(moment)
    return window.start.astimezone(desk.zone).date() if window else None


class Protocols:
    """Prints one: on the screen after the close, or while the keys of another review are here."""

    def __init__(self, desk: Desk, printing: Printing) -> None:
        self._desk, self._printing = desk, printing
        self._screen: Close | Closed | Unlock | None = None

    def offered(self, screen: Screen) -> Screen:
        """Offer on this screen what can be printed: this review's, or what another one owes."""
        wanted = isinstance(screen, Closed) or self._desk.owed is not None
        if isinstance(screen, Close | Closed | Unlock) and self._desk.prints and wanted:
            self._screen, screen.paper = screen, PaperState.OFFERED
        return screen

    def not_read(self) -> None:
        """The store could not give it: it can be asked for again."""
        if self._screen is not None and self._screen.paper is PaperState.PRINTING:
            self._screen.paper = PaperState.OFFERED

    def print(self, protocol: Protocol) -> None:
        """Print it; the screen says how it goes, and the store keeps that it came out."""
        desk = self._desk
        picture = partial(typeset, desk.school, protocol, desk.hardware.printer.dots)
        review = protocol.account.facts.review
        self._printing.hand_out(picture, partial(self._say, review))

    def _say(self, review: int, state: PaperState, trouble: PrinterTrouble | None) -> None:
        if state is PaperState.PRINTED:
            self._desk.store.note_printed(review)
        if self._screen is not None:
            self._screen.paper, self._screen.trouble = state, trouble
            self._desk.stage.refresh()
