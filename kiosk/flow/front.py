"""The board: what is shown when nobody is at the kiosk, and never blank (R5, R6, R12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.events import Alarm, PrinterTrouble
from kiosk.flow.desk import Desk
from kiosk.flow.turning import Turning
from kiosk.post.clock import ClockLevel
from kiosk.post.incidents import Incident
from kiosk.screens.board import Board, BoardState

MINUTE_S = 60.0
"""How often the day, the window and the clock's level are looked at anew."""


class Front:
    """Shows the resting board and keeps it true."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turning = Turning(desk.stage, desk.alarms, self._expected, self.refresh)
        self._day: date | None = None
        self.touched, self.doze = self._turning.touched, self._turning.doze
        self.turn, self.card_was_read = self._turning.turn, self._turning.card_was_read

    def show(self) -> None:
        """Rest; whatever another screen held is forgotten."""
        desk = self._desk
        desk.alarms.cancel(Alarm.COVER, Alarm.IDLE, Alarm.ERASE, Alarm.COUNTDOWN)
        self._turning.begin()
        desk.stage.show(Board(self._state()))
        self._turning.let_it_be_read()

    def refresh(self) -> None:
        """Show what changed, if the board is what is shown."""
        screen = self._desk.stage.screen
        if isinstance(screen, Board):  # the same screen: a finger on its way is not lost
            screen.state = self._state()
            self._desk.stage.refresh()

    def look_at_the_clock(self) -> None:
        """Once a minute: a new day, a window that began or ended, a clock that was set."""
        self._desk.alarms.set(Alarm.WINDOW, MINUTE_S)
        today = self._desk.today()
        self._let_the_network_speak()
        if today != self._day:
            self._day = today
            self._desk.report()
        if today is not None and today != self._desk.board.mark:
            self._desk.store.mark_day(today)
        else:  # a notice may have been hung up from the command line
            self._desk.store.read_board()
        self._turning.minute_passed()

    def _expected(self) -> bool:
        """Whether somebody may come now; on a doubtful clock always (law 7)."""
        today, lit = self._desk.today(), self._desk.school.board.lit
        return today is None or lit.hold(today, self._desk.shown().time())

    def _let_the_network_speak(self) -> None:
        """Network time, once believed, ends what the quorum had to add."""
        clock = self._desk.hardware.clock
        network = clock.level is ClockLevel.NETWORK and self._desk.doubt() is None
        if network and clock.correction is not None:
            clock.correct(None)
            self._desk.store.forget_correction()

    def _state(self) -> BoardState:
        desk = self._desk
        return BoardState(
            school=desk.school,
            board=replace(desk.board, missed_on=desk.missed()),
            today=desk.today(),
            next_reading=desk.next_reading(),
            card=self._turning.card,
            way_in=self._way_in(),
            notices_of_box=frozenset(self._troubles()),
            at=desk.shown().time(),
            minute=self._turning.minute,
            dim=self._turning.dim,
        )

    def _way_in(self) -> bool:
        """Openly inside the window, until the box was read; later only by the gesture."""
        return self._desk.committee is not None and self._desk.window() is not None

    def _troubles(self) -> list[str]:
        desk = self._desk
        troubles = {
            "pins_lost": desk.pins_lost,
            "slot_blocked": desk.slot_blocked,
            "door_open": desk.door_open,
            "no_committee": desk.committee is None,
            "clock_unknown": desk.today() is None,
            "paper_out": desk.printer_trouble is PrinterTrouble.PAPER_OUT,
            "printer_off": desk.printer_trouble not in {None, PrinterTrouble.PAPER_OUT},
            "unwell": desk.unwell(),
            "recovery_used": any(what is Incident.RECOVERY_USED for _, what in desk.unheard()),
        }
        return [name for name, there in troubles.items() if there]
