"""A machine that is only a board: cards from a bulletin, and nothing else.

No store, no committee, no pins, no printer: what is not there can be neither opened nor stolen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pygame

from kiosk import events as ev
from kiosk.events import Alarm
from kiosk.export.bulletin import Bulletin
from kiosk.flow.alarms import Alarms
from kiosk.flow.turning import Turning
from kiosk.hardware.ports import Clock
from kiosk.loop import Inbox
from kiosk.post.appearance import Appearance
from kiosk.screens.appearances import Appearances
from kiosk.screens.board import Board, BoardState
from kiosk.screens.display import Display
from kiosk.screens.help import Help
from kiosk.screens.papers import PaperState
from kiosk.screens.stage import Stage
from kiosk.watchdog import watchdog

MINUTE_S = 60.0
IDLE_S = 60.0

Look = Callable[[], Bulletin | None]
"""Says what hangs now; None where there is nothing new to say."""


class BoardOnly:
    """`look` is asked once a minute; what hangs stays where it has nothing to say."""

    def __init__(
        self,
        bulletin: Bulletin,
        look: Look,
        stage: Stage,
        inbox: Inbox,
        clock: Clock,
        display: Display,
    ) -> None:
        self._bulletin, self._look, self.stage, self.inbox = bulletin, look, stage, inbox
        self.clock, self._display = clock, display
        self.alarms = Alarms(clock.monotonic)
        self._language = stage.language
        self._turning = Turning(stage, self.alarms, self._expected, self._refresh)
        self._stopped = False

    def run(self) -> None:
        """Work and sleep until asked to stop."""
        self.start()
        manager = watchdog(self.clock.monotonic)
        with self.inbox.on_signals(ev.StopAsked()):
            while not self._stopped:
                more = self.step()
                manager.turned(alive=True)
                if not more:
                    self._sleep(manager.deadline())
        self.inbox.close()

    def start(self) -> None:
        """Show the first card."""
        self.stage.show(Board(self._state()))
        self._turning.let_it_be_read()
        self.alarms.set(Alarm.IDLE, IDLE_S)
        self.alarms.set(Alarm.WINDOW, MINUTE_S)

    def step(self) -> bool:
        """One turn without sleeping; true when there may be more to do before a sleep."""
        heard = pygame.event.get()
        for event in heard:
            if event.type == pygame.QUIT:
                self.inbox.put(ev.StopAsked())
            self.stage.feed(self._display.heard(event))
        self.stage.tick()
        for alarm in self.alarms.due():
            self._rang(alarm)
        while (happened := self.inbox.take()) is not None:
            self._on(happened)
        changed = self.stage.draw()
        if changed:
            self._display.show(changed)
        return bool(heard or changed)

    def deadline(self) -> float | None:
        """When the next turn is due, in monotonic seconds."""
        due = [at for at in (self.alarms.deadline(), self.stage.deadline()) if at is not None]
        return min(due, default=None)

    def _sleep(self, at_most_until: float | None) -> None:
        due = [at for at in (self.deadline(), at_most_until) if at is not None]
        self.inbox.sleep((), max(0.0, min(due) - self.clock.monotonic()) if due else None)

    def _rang(self, alarm: Alarm) -> None:
        if alarm is Alarm.CARD:
            self._turning.card_was_read()
        elif alarm is Alarm.IDLE:
            self._rest()
        elif alarm is Alarm.WINDOW:
            self.alarms.set(Alarm.WINDOW, MINUTE_S)
            self._bulletin = self._look() or self._bulletin
            self._turning.minute_passed()

    def _rest(self) -> None:
        """The next one is not told who was here before."""
        self.stage.lift()
        self.stage.language, self.stage.appearance = self._language, Appearance()
        self._turning.doze()

    def _on(self, event: ev.Event) -> None:
        match event:
            case ev.Touched():
                self.alarms.set(Alarm.IDLE, IDLE_S)
                self._turning.touched()
            case ev.StopAsked():
                self._stopped = True
            case ev.CardTurned(step=step):
                self._turning.turn(step)
            case ev.LanguageChosen(language=language):
                self.stage.language = language
            case ev.AppearanceChosen(appearance=appearance):
                self.stage.appearance = appearance
            case ev.AppearanceAsked():
                self.stage.lay(Appearances(self._bulletin.school))
            case ev.HelpAsked():
                self.stage.lay(Help(self._bulletin.school, PaperState.NONE))
            case ev.CoverLifted():
                self.stage.lift()

    def _refresh(self) -> None:
        screen = self.stage.screen
        if isinstance(screen, Board):
            screen.state = self._state()
            self.stage.refresh()

    def _state(self) -> BoardState:
        school, board, today = self._bulletin.school, self._bulletin.board, self._today()
        return BoardState(
            school=school,
            board=board,
            today=today,
            next_reading=self._next_reading(),
            card=self._turning.card,
            notices_of_box=frozenset() if today else frozenset({"clock_unknown"}),
            at=self._shown().time(),
            minute=self._turning.minute,
            dim=self._turning.dim,
            alone=True,
        )

    def _shown(self) -> datetime:
        return self.clock.now().astimezone(ZoneInfo(self._bulletin.school.timezone))

    def _today(self) -> date | None:
        """The date; None where the clock is not believed, or shows a day before the bulletin's."""
        today, mark = self._shown().date(), self._bulletin.board.mark
        believed = self.clock.level.trusted and (mark is None or today >= mark)
        return today if believed else None

    def _next_reading(self) -> date | None:
        if self._today() is None:
            return None
        calendar = self._bulletin.school.calendar(self._bulletin.board.openings)
        window = calendar.next_window(self.clock.now())
        return window.start.astimezone(self._shown().tzinfo).date() if window else None

    def _expected(self) -> bool:
        today = self._today()
        return today is None or self._bulletin.school.board.lit.hold(today, self._shown().time())
