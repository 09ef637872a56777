"""Which card a resting board shows, how long, and in how much light; whoever shows a board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.events import Alarm
from kiosk.flow.alarms import Alarms
from kiosk.post.board import seconds_for
from kiosk.screens.board import Board
from kiosk.screens.stage import Stage
from kiosk.screens.telling import words_told

PAUSE_S = 30.0
"""How long a card stays after a touch: somebody stands there and reads."""


@dataclass
class Turning:
    """`expected` says whether somebody may come; `refresh` shows what is told here.

    While nobody is expected the board is dim, until it is touched: then cards turn with the
    minute, so that the kiosk wakes no oftener than it looks at the clock.
    """

    stage: Stage
    alarms: Alarms
    expected: Callable[[], bool]
    refresh: Callable[[], None]
    card: int = field(default=0, init=False)
    minute: int = field(default=0, init=False)
    _awake: bool = field(default=True, init=False)

    def begin(self) -> None:
        """From the first card on; somebody may stand there."""
        self.card, self._awake = 0, True

    def turn(self, step: int) -> None:
        """Another card, because somebody wants to see it."""
        self.card += step
        self.refresh()

    def card_was_read(self) -> None:
        """The next card: this one's time is over."""
        self.turn(1)
        self.let_it_be_read()

    def let_it_be_read(self) -> None:
        """Wait as long as the card's words take."""
        if self.dim:
            self.alarms.cancel(Alarm.CARD)
        elif isinstance(self.stage.screen, Board):
            self.alarms.set(Alarm.CARD, seconds_for(words_told(self.stage.view)))

    def touched(self) -> None:
        """Somebody is there: the board is lit, and its card stays."""
        if isinstance(self.stage.screen, Board):
            self.alarms.set(Alarm.CARD, PAUSE_S)
            self._wake(awake=True)

    def doze(self) -> None:
        """Nobody is there any more."""
        self._wake(awake=False)
        if self.dim:
            self.alarms.cancel(Alarm.CARD)

    def minute_passed(self) -> None:
        """The picture wanders on; in the dark the card turns, and lit again it is read."""
        self.minute += 1
        if self.dim:
            self.card += 1
        self.refresh()
        if self.dim or Alarm.CARD not in self.alarms:
            self.let_it_be_read()

    @property
    def dim(self) -> bool:
        """Whether nobody is there or expected."""
        return not self._awake and not self.expected()

    def _wake(self, *, awake: bool) -> None:
        before, self._awake = self.dim, awake
        if self.dim is not before:
            self.refresh()
