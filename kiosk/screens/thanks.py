"""The letter is in the box: the screen says so first, and offers paper second (law 1)."""

from __future__ import annotations

from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, CodeAsked, Event, PrinterTrouble, ReceiptAsked
from kiosk.post.letters import Origin
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.drawings import Drawing
from kiosk.screens.erasing import CODE, EraseAsked, EraseDenied, erase_view
from kiosk.screens.explaining import stacked
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.parts import abreast, actions, header, help_strip, note, paged, roomy
from kiosk.screens.widgets import Button, Label, Style


class Thanks(Screen):
    """`paper`, `trouble` and `seconds` are set from outside while it shows.

    With `code` it leads to the reply code, which is shown nowhere else, or asks whether to leave
    without it. `seconds` above 0: so soon the code is erased, if nobody touches the glass.
    """

    name = "thanks"

    def __init__(
        self,
        school: School,
        origin: Origin,
        next_reading: date | None,
        paper: PaperState,
        trouble: PrinterTrouble | None = None,
        *,
        code: bool = False,
    ) -> None:
        self._school, self._next_reading, self._code = school, next_reading, code
        self.origin = origin
        self.paper, self.trouble = paper, trouble
        self.seconds = 0
        self._asking = False

    def act(self, act: Act) -> Event | None:
        if isinstance(act, EraseAsked | EraseDenied):
            self._asking = isinstance(act, EraseAsked)
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        match stroke.control:
            case "return" | "escape" if not self._code:
                return BoardAsked()
            case "return" if not self._asking:
                return CodeAsked()
            case "escape":
                self._asking = not self._asking
        return None

    def view(self, look: Look) -> View:
        if self._asking:
            return erase_view(look, self._school, CODE)
        head, body, foot = paged(look)
        high = look.theme.mm(13 if roomy(look) else 11)
        said, paper = rows(body, 1.0, high, gap=look.theme.gap)
        return View(
            "paper",
            (
                *header(look, head, look.texts("app_name")),
                *self._said(look, said),
                *self._paper(look, paper),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _said(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        side = min(theme.mm(96), area.h)
        sign, words = abreast(
            look, area, (side, 1.0), (0.55, 0.45), gap=theme.margin * (2 if roomy(look) else 1)
        )
        when = texts("opened_monthly")
        if self._next_reading:
            when = texts("letters_read_on", date=texts.date(self._next_reading))
        said = [
            Label("thank_you", words, "paper", texts("thank_you"), type="display", least="title"),
            Label("received", words, "paper", texts("letter_received"), type="title",
                  least="body*"),
            Label("read_on", words, "paper", when, type="lead", least="body", colour="muted"),
        ]  # fmt: skip
        if self.origin is Origin.PAPER:
            said.append(Label("slip_code", words, "paper", texts("slip_code_use"), type="body",
                              least="small", colour="muted"))  # fmt: skip
        return Drawing("thanks", sign, "paper", "thanks"), *stacked(look, words, *said)

    def _paper(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        if self.seconds:
            words = texts("code_warn", n=self.seconds)
            return note(look, area, "goes", "clock", words, "alarm")
        if self.trouble:
            words = trouble_words(look, "receipt_failed", self.trouble)
            return note(look, area, "paper", "printer", words, "honey")
        match self.paper:
            case PaperState.OFFERED | PaperState.NONE if self._code:
                return note(look, area, "code", "key-round", texts("code_ready"), "honey")
            case PaperState.OFFERED:
                words = f"{texts('receipt_no_name')}. {texts('printer_heard')}"
                tone = "calm"
            case PaperState.PRINTING:
                words, tone = texts("printing"), "honey"
            case PaperState.PRINTED:
                words = texts("take_receipt_no_code" if self._code else "take_receipt")
                tone = "calm"
            case PaperState.NONE:
                return ()
        return note(look, area, "paper", "printer", words, tone)

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        left, right = actions(look, area, 0.45, 0.55)
        offered = self.paper is PaperState.OFFERED and not self.trouble
        if self._code:
            return self._foot_with_code(look, area)
        if offered:
            return (
                Button("leave", left, "paper", texts("no_receipt"), act=BoardAsked(), type="body*"),
                Button("receipt", right, "paper", texts("print_receipt"), icon="printer",
                       act=ReceiptAsked(), style=Style.PRIMARY),
            )  # fmt: skip
        return (
            Button("leave", left, "paper", texts("to_board"), icon="arrow-left", act=BoardAsked(),
                   type="body*"),
        )  # fmt: skip

    def _foot_with_code(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return the code and the way past it; a receipt beside it would be taken for the code."""
        texts = look.texts
        leave, _, code = columns(area, 0.34, 0.22, 0.44)
        return (
            Button("leave", leave, "paper", texts("code_without"), act=EraseAsked(), type="body*"),
            Button("code_show", code, "paper", texts("code_show"), icon="key-round",
                   act=CodeAsked(), style=Style.PRIMARY),
        )  # fmt: skip
