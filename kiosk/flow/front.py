"""The board: what is shown when nobody is at the kiosk, and never blank (R5, R6, R12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.events import Alarm, PrinterTrouble
from kiosk.flow.desk import Desk
from kiosk.post.board import seconds_for
from kiosk.post.clock import ClockLevel
from kiosk.post.incidents import Incident
from kiosk.screens.board import Board, BoardState
from kiosk.screens.telling import words_told

PAUSE_S = 30.0
"""How long a card stays after a touch: somebody stands there and reads."""

MINUTE_S = 60.0
"""How often the day, the window and the clock's level are looked at anew."""


class Front:
    """Shows the resting board and keeps it true.

    While nobody is expected the board is dim, until it is touched: then cards turn with the
    minute, so that the kiosk wakes no oftener than it looks at the clock.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._card = self._minute = 0
        self._awake = True
        self._day: date | None = None

    def show(self) -> None:
        """Rest; whatever another screen held is forgotten."""
        desk = self._desk
        desk.alarms.cancel(Alarm.IDLE, Alarm.ERASE, Alarm.COUNTDOWN)
        self._card, self._awake = 0, True
        desk.stage.show(Board(self._state()))
        self._let_it_be_read()

    def refresh(self) -> None:
        """Show what changed, if the board is what is shown."""
        screen = self._desk.stage.screen
        if isinstance(screen, Board):  # the same screen: a finger on its way is not lost
            screen.state = self._state()
            self._desk.stage.refresh()

    def turn(self, step: int) -> None:
        """Another card, because somebody wants to see it."""
        self._card += step
        self.refresh()

    def card_was_read(self) -> None:
        """The next card: this one's time is over."""
        self._card += 1
        self.refresh()
        self._let_it_be_read()

    def touched(self) -> None:
        """Somebody is there: the board is lit, and its card stays."""
        if isinstance(self._desk.stage.screen, Board):
            self._desk.alarms.set(Alarm.CARD, PAUSE_S)
            self._wake(awake=True)

    def doze(self) -> None:
        """Nobody is there any more."""
        self._wake(awake=False)
        if self._dim:
            self._desk.alarms.cancel(Alarm.CARD)

    def look_at_the_clock(self) -> None:
        """Once a minute: a new day, a window that began or ended, a clock that was set."""
        self._desk.alarms.set(Alarm.WINDOW, MINUTE_S)
        self._minute += 1
        today = self._desk.today()
        self._let_the_network_speak()
        if today != self._day:
            self._day = today
            self._desk.report()
        if today is not None and today != self._desk.board.mark:
            self._desk.store.mark_day(today)
        else:  # a notice may have been hung up from the command line
            self._desk.store.read_board()
        self._turn_in_the_dark()

    def _turn_in_the_dark(self) -> None:
        """Dim, the card turns with the minute; lit again, by its words."""
        if self._dim:
            self._card += 1
        self.refresh()
        if self._dim or Alarm.CARD not in self._desk.alarms:
            self._let_it_be_read()

    def _let_it_be_read(self) -> None:
        if self._dim:
            self._desk.alarms.cancel(Alarm.CARD)
        elif isinstance(self._desk.stage.screen, Board):
            self._desk.alarms.set(Alarm.CARD, seconds_for(words_told(self._desk.stage.view)))

    def _wake(self, *, awake: bool) -> None:
        before, self._awake = self._dim, awake
        if self._dim is not before:
            self.refresh()

    @property
    def _dim(self) -> bool:
        """Whether nobody is there or expected; on a doubtful clock somebody is (law 7)."""
        desk = self._desk
        today, lit = desk.today(), desk.school.board.lit
        return not self._awake and today is not None and not lit.hold(today, desk.shown().time())

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
            card=self._card,
            way_in=self._way_in(),
            notices_of_box=frozenset(self._troubles()),
            at=desk.shown().time(),
            minute=self._minute,
            dim=self._dim,
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
