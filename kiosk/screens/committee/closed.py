"""After the close: when letters are read next, the protocol to sign, and take the cards along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.events import BoardAsked, Event, PrinterTrouble, ProtocolAsked
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee import protocol
from kiosk.screens.committee.desk import statement
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.papers import PaperState
from kiosk.screens.widgets import Button, Label, Panel, Style


@dataclass(frozen=True)
class Done(Act):
    """All is done: back to the board."""


class Closed(Screen):
    """With `door_open` the box is not called locked. `paper` says how the protocol stands.

    `drill_due` reminds that nobody tried the recovery envelope for a year. Whether the protocol
    comes out or not, the review is closed and nobody has to wait; but who leaves it owed is asked
    once, because later it needs every card.
    """

    name = "closed"

    def __init__(self, next_reading: date | None = None, *, door_open: bool = False) -> None:
        self.next_reading, self.door_open = next_reading, door_open
        self.drill_due = False
        self.paper = PaperState.NONE
        self.trouble: PrinterTrouble | None = None
        self._asking = self._asked = False

    def key(self, stroke: KeyStroke) -> Event | None:
        match stroke.control:
            case "return" if not self._asking:
                return self.act(Done())
            case "escape":
                self._asking = False
        return None

    def act(self, act: Act) -> Event | None:
        match act:
            case protocol.AskProtocol():
                self._asking = False
                self.paper, self.trouble = PaperState.PRINTING, None
                return ProtocolAsked()
            case Done() if self.paper is PaperState.OFFERED and not self._asked:
                self._asking = self._asked = True
            case Done():
                return BoardAsked()
        return None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, middle, foot = rows(
            parts.column(look), parts.header_height(look), 1.0, theme.primary, gap=theme.gap
        )
        header = parts.header(look, head, texts("app_name"))
        if self._asking:
            return View("paper", (*header, *self._ask(look, middle), *self._answers(look, foot)))
        return View("paper", (*header, *self._body(look, middle), *self._foot(look, foot)))

    def _ask(self, look: Look, area: Rect) -> Iterable[Widget]:
        """What is owed, and what it costs later."""
        words, cost = look.texts("protocol_owed_ask"), look.texts("protocol_owed_cost")
        yield from statement(look, area, "ask", "printer", words, lead=cost)

    def _answers(self, look: Look, area: Rect) -> Iterable[Widget]:
        printed, later = columns(area, 0.5, 0.5, gap=look.theme.mm(4))
        yield protocol.button(
            look, printed, self.paper, first="protocol_print", style=Style.PRIMARY
        )
        yield Button(
            "protocol_later", later, "paper", look.texts("protocol_later"), icon="check",
            type="body*", act=Done(),
        )  # fmt: skip

    def _body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        words, _ = protocol.told(look, self.paper, self.trouble)
        said = parts.note_height(look, words, area.w) if words else 0
        day = theme.mm(22 if parts.roomy(look) else 12) if self.next_reading else 0
        due = parts.note_height(look, look.texts("drill_due"), area.w) if self.drill_due else 0
        done, reading, drill, paper = rows(area, 1.0, day, due, said, gap=theme.gap)
        yield from self._done(look, done)
        if self.next_reading:
            yield from self._reading(look, reading, self.next_reading)
        if self.drill_due:
            yield from parts.note(look, drill, "drill", "mail", look.texts("drill_due"), "honey")
        yield from protocol.note(look, paper, self.paper, self.trouble)

    def _done(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self.door_open:
            words = look.texts("close_done_open")
            return statement(look, area, "closed", "door-open", words, colour="danger")
        words = look.texts("close_done")
        return statement(look, area, "closed", "circle-check", words, colour="calm_line")

    def _reading(self, look: Look, area: Rect, day: date) -> Iterable[Widget]:
        """As large as it can be read from where the others stand."""
        words = look.texts("letters_read_on", date=look.texts.date(day))
        yield Panel("reading_box", area, "paper", "calm", line="calm_line")
        inner = inset(area, look.theme.mm(3), look.theme.mm(0.6))  # the frame stays whole
        yield Label(
            "reading", inner, "calm", words, type="display", least="lead*", align="centre",
            colour="calm_ink",
        )  # fmt: skip

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        """The protocol calls first; once it came out, leaving does."""
        wanted = self.paper is PaperState.OFFERED
        done = area
        if self.paper is not PaperState.NONE:
            printed, done = columns(area, 0.5, 0.5, gap=look.theme.mm(4))
            style = Style.PRIMARY if wanted else Style.SECONDARY
            yield protocol.button(look, printed, self.paper, first="protocol_print", style=style)
        yield Button(
            "done", done, "paper", look.texts("done"), icon="check", act=Done(),
            style=Style.SECONDARY if wanted else Style.PRIMARY,
        )  # fmt: skip
