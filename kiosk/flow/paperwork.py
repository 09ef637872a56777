"""Papers and files: drawn up from the open journal, printed here or sealed onto a stick.

A document is made by a process of its own and saved by a thread of its own; the screen waits for
neither. What they hold ends with them.
"""

from __future__ import annotations

from functools import partial
from typing import assert_never

from PIL import Image

from kiosk import events as ev
from kiosk.documents import Press
from kiosk.events import PrinterTrouble
from kiosk.export.errors import StickError
from kiosk.export.stick import Stick
from kiosk.export.table import Numbered, numbers
from kiosk.flow.desk import Desk
from kiosk.flow.printing import Printing
from kiosk.paper import agenda, gluestrip, protocol
from kiosk.paper.twofold import names
from kiosk.post.documents import (
    OPENLY,
    Agenda,
    Content,
    Document,
    ForumDay,
    Offers,
    Order,
    Reviewed,
    Way,
)
from kiosk.post.notebook import Notebook
from kiosk.post.offers import Supply
from kiosk.post.protocol import Protocol
from kiosk.post.schoolyear import SchoolYear
from kiosk.screens.committee.papers import Doing, Outcome, Papers
from kiosk.screens.committee.passphrase import Passphrase
from kiosk.screens.papers import PaperState
from kiosk.workers import Worker

PRINTED = {
    PaperState.PRINTING: Doing.PRINTING,
    PaperState.PRINTED: Doing.PRINTED,
    PaperState.OFFERED: Doing.FAILED,
}


class Paperwork:
    """Nothing is drawn up before it is asked for, and nothing is kept afterwards."""

    def __init__(
        self, desk: Desk, printing: Printing, press: Worker[Press], stick: Worker[Stick]
    ) -> None:
        self._desk, self._printing, self._press, self._stick = desk, printing, press, stick
        self._screen: Papers | None = None
        self._phrase: Passphrase | None = None
        self._supply: Supply | None = None
        self._chosen: ev.PaperChosen | None = None
        self._agreed = ""

    @property
    def screen(self) -> Papers | Passphrase | None:
        """What is to be shown, while there is something to choose from."""
        return self._phrase or self._screen

    def laid_out(self, offers: Offers, supply: Supply) -> Papers:
        """Let the quorum choose; `supply` is asked as long as they are here."""
        label = self._desk.machine.stick.label
        self._screen, self._supply = Papers(offers, label, prints=self._desk.prints), supply
        self._agreed = ""
        return self._screen

    def leave(self) -> None:
        """The journal is shut: nothing more is drawn up, printed or saved, and no news is told."""
        if self._supply is not None:
            self._printing.drop()
            self._press.forget()
        self._screen = self._phrase = self._supply = self._chosen = None
        self._agreed = ""

    def on(self, event: ev.PapersEvent) -> None:
        """Do what was asked, and tell what came of it."""
        match event:
            case ev.PaperChosen():
                self._choose(event)
            case ev.StickFound():
                self._ask()
            case ev.PhraseAgreed(phrase=phrase):
                self._agreed = phrase
                self._back()
                self._make(phrase)
            case ev.PhraseLeft():
                self._back()
            case ev.DocumentMade(name=name, data=data) if self._supply is not None:
                self._save(name, data)
            case ev.DocumentMade():  # whose journal it is from was shut meanwhile
                pass
            case ev.DocumentFailed():
                self._tell(Outcome(Doing.FAILED))
            case ev.FileSaved(name=name):
                self._agreed = ""
                self._tell(Outcome(Doing.SAVED, name))
            case ev.FileRefused(trouble=trouble):
                self._tell(Outcome(Doing.FAILED, trouble=trouble))
            case _:
                assert_never(event)

    def _choose(self, chosen: ev.PaperChosen) -> None:
        """A phrase that was agreed on for this document serves until it is saved."""
        if self._supply is None:
            return
        if chosen != self._chosen:
            self._agreed = ""
        self._chosen = chosen
        if chosen.way is Way.PRINTER:
            content = self._supply(chosen.document, chosen.choice)
            self._printing.hand_out(partial(self._drawn, content), self._say)
        elif chosen.document in OPENLY:
            self._make("")
        elif self._agreed:
            self._make(self._agreed)
        else:
            self._stick.do(_looked, _refused)

    def _ask(self) -> None:
        """The stick is there: under which phrase? Unless they went somewhere else meanwhile."""
        if self._screen is not None and self._desk.stage.screen is self._screen:
            self._phrase = Passphrase()
            self._desk.stage.show(self._phrase)

    def _back(self) -> None:
        self._phrase = None
        if self._screen is not None:
            self._desk.stage.show(self._screen)

    def _make(self, phrase: str) -> None:
        """Draw it up here, where the journal is open, and have it made elsewhere."""
        chosen, day = self._chosen, self._desk.today() or self._desk.board.mark
        if chosen is None or self._supply is None or day is None:
            return
        content, name = self._supply(chosen.document, chosen.choice), filename(chosen)
        if chosen.document is Document.NUMBERS and isinstance(content, Notebook):
            self._save(name, numbers(_plain(content)))
            return
        self._tell(Outcome(Doing.MAKING))
        order = Order(content, names(self._desk.school), day, phrase)
        self._press.do(
            lambda press: ev.DocumentMade(name, press.made(order)), lambda _: ev.DocumentFailed()
        )

    def _save(self, name: str, data: bytes) -> None:
        day = self._desk.today() or self._desk.board.mark
        if day is not None:
            self._tell(Outcome(Doing.SAVING))
            self._stick.do(lambda stick: ev.FileSaved(stick.save(name, data, day)), _refused)

    def _drawn(self, content: Content) -> Image.Image:
        school, dots = self._desk.school, self._desk.hardware.printer.dots
        match content:
            case Protocol():
                return protocol.typeset(school, content, dots)
            case Agenda():
                return agenda.typeset(school, content, dots)
            case Notebook(lines=lines):
                return gluestrip.typeset_all(lines, dots)
            case _:
                raise TypeError("this document has no strip")

    def _say(self, state: PaperState, trouble: PrinterTrouble | None) -> None:
        self._tell(Outcome(PRINTED.get(state, Doing.FAILED), trouble=trouble))

    def _tell(self, outcome: Outcome) -> None:
        if self._screen is not None:
            self._screen.outcome = outcome
            self._desk.stage.refresh()


def filename(chosen: ev.PaperChosen) -> str:
    """What the file is called: its kind and its time or day, in letters any computer has."""
    match chosen.choice:
        case SchoolYear() as year:
            when = str(year).replace("/", "-")
        case Reviewed(number=number):
            when = str(number)
        case ForumDay(forum=forum, on=on):
            when = f"{forum.replace('_', '-')}-{on}"
    suffix = "csv" if chosen.document is Document.NUMBERS else "pdf"
    return f"ishenim-{chosen.document}-{when}.{suffix}"


def _plain(notebook: Notebook) -> list[Numbered]:
    return [(line.number, line.review, line.opened_on) for line in notebook.lines]


def _looked(stick: Stick) -> ev.PapersEvent:
    stick.look()
    return ev.StickFound()


def _refused(error: Exception) -> ev.PapersEvent:
    if isinstance(error, StickError):
        return ev.FileRefused(error.trouble)
    return ev.DocumentFailed()
