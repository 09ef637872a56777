"""A pupil's way: board → before you write → write → check → thanks. Store first, thank second."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.desk import Desk
from kiosk.flow.front import Front
from kiosk.flow.printing import Printing
from kiosk.post import sealing
from kiosk.post.letters import DayMonth, Kind, Letter, Origin
from kiosk.screens.before import Before
from kiosk.screens.board import Board
from kiosk.screens.check import Check
from kiosk.screens.how import How
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState
from kiosk.screens.thanks import Thanks
from kiosk.screens.write import Write


@dataclass
class Draft:
    """The letter between writing and sending; only in memory (law 3)."""

    text: str = field(default="", repr=False)
    kind: Kind | None = field(default=None, repr=False)
    written: DayMonth | None = None


class Pupil:
    """Follows what pupils and passers-by ask for."""

    def __init__(
        self, desk: Desk, front: Front, printing: Printing, committee: CommitteeFlow
    ) -> None:
        self._desk, self._front, self._printing = desk, front, printing
        self._committee = committee
        self._draft = Draft()
        self._sending = False

    @property
    def sending(self) -> bool:
        """Whether a letter is on its way, so that nobody knows yet what became of it."""
        return self._sending

    def on(self, event: ev.PupilEvent) -> None:
        """Do what was asked."""
        match event:
            case ev.LanguageChosen(language=language):
                self._desk.stage.language = language
            case ev.WriteAsked() | ev.Understood() | ev.PaperAsked() | ev.HowAsked():
                self._go(event)
            case ev.LetterWritten() | ev.EditAsked() | ev.LetterSent() | ev.LetterErased():
                self._write(event)
            case ev.SlipAsked() | ev.ReceiptAsked():
                self._print()
            case ev.BoardAsked() if self._committee.meeting:
                self._committee.leave()
            case ev.BoardAsked():
                self.leave()
            case ev.CardTurned(step=step):
                self._front.turn(step)
            case _:
                assert_never(event)

    def leave(self) -> None:
        """Back to the board; the draft and a paper not yet begun are forgotten."""
        self._draft = Draft()
        self._printing.drop()
        self._front.show()

    def stored(self) -> None:
        """The letter is durable: now, and only now, it is thanked for (law 1)."""
        self._sending = False
        self._draft = Draft(written=self._draft.written)
        self._thank(Origin.TYPED, self._draft.written)

    def refused(self, why: ev.StoreTrouble) -> None:
        """The letter is not in the box: it stays on the screen, and the screen says so."""
        self._sending = False
        screen = self._desk.stage.screen
        if isinstance(screen, Check):
            screen.sending, screen.trouble = False, why
            self._desk.stage.refresh()

    def paper_counted(self) -> None:
        """Thank for a paper letter, unless somebody is in the middle of something."""
        if isinstance(self._desk.stage.screen, Board | Paper | How | Thanks):
            self._draft = Draft(written=self._desk.day_month())
            self._thank(Origin.PAPER, self._draft.written)

    def _go(self, event: ev.PupilEvent) -> None:
        desk = self._desk
        match event:
            case ev.WriteAsked() if desk.committee is not None:
                desk.stage.show(Before(desk.school, desk.next_reading()))
            case ev.Understood():
                self._draft = Draft()
                desk.stage.show(Write(desk.school))
            case ev.PaperAsked():
                paper = self._on_offer(desk.day_month())
                desk.stage.show(Paper(desk.school, desk.today(), desk.next_reading(), paper))
            case ev.HowAsked():
                desk.stage.show(How(desk.school))
            case _:  # without a committee nobody could ever read it: the board says so
                self._front.refresh()

    def _write(self, event: ev.PupilEvent) -> None:
        desk = self._desk
        match event:
            case ev.LetterWritten(text=text):
                self._draft.text = text
                desk.stage.show(Check(desk.school, text, desk.day_month(), self._draft.kind))
            case ev.EditAsked(kind=kind):
                self._draft.kind = kind
                desk.stage.show(Write(desk.school, self._draft.text))
            case ev.LetterSent():
                self._send(event)
            case _:
                self.leave()

    def _send(self, event: ev.LetterSent) -> None:
        committee = self._desk.committee
        if committee is None:
            self.refused(ev.StoreTrouble.NO_COMMITTEE)
            return
        letter = Letter(self._draft.text, event.written, event.kind)
        self._draft.written, self._sending = event.written, True
        key = committee.public_key
        self._desk.store.accept(sealing.seal(letter, key), key)

    def _thank(self, origin: Origin, written: DayMonth | None) -> None:
        desk = self._desk
        self._printing.drop()  # a paper that still comes out is not this one's
        never = desk.school.receipt == "never"
        paper = PaperState.NONE if never else self._on_offer(written)
        desk.stage.show(Thanks(desk.school, origin, desk.next_reading(), paper))
        if paper is PaperState.OFFERED and desk.school.receipt == "always":
            self._print()

    def _on_offer(self, written: DayMonth | None) -> PaperState:
        """Without a printer that is well, or a date that can be believed, no paper is offered."""
        prints = self._desk.prints and self._desk.printer_trouble is None
        return PaperState.OFFERED if written and prints else PaperState.NONE

    def _print(self) -> None:
        written = self._draft.written or self._desk.day_month()
        if written is not None:
            self._printing.print(written)
