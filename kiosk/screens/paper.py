"""How to put in a paper letter, and the dated slip for it (R9)."""

from __future__ import annotations

from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, PrinterTrouble, SlipAsked
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.parts import explained, header, help_strip, note, paged
from kiosk.screens.widgets import Button, Style

__all__ = ["Paper", "PaperState"]


class Paper(Screen):
    """`today` None: no clock can be trusted, so no slip carries a date and none is offered."""

    name = "paper"

    def __init__(
        self,
        school: School,
        today: date | None,
        next_reading: date | None,
        paper: PaperState,
        trouble: PrinterTrouble | None = None,
    ) -> None:
        self._school, self._today, self._next_reading = school, today, next_reading
        self.paper, self.trouble = paper, trouble

    def key(self, stroke: KeyStroke) -> Event | None:
        return BoardAsked() if stroke.control in ("return", "escape") else None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        lines, state = rows(body, 1.0, theme.mm(12), gap=theme.gap)
        told = (
            ("shield", texts("no_name_needed")),
            ("calendar", self._date_words(look)),
            ("inbox", texts("paper_put_in")),
        )
        return View(
            "paper",
            (
                *header(look, head, texts("drop_paper")),
                *explained(look, lines, told),
                *self._state(look, state),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _date_words(self, look: Look) -> str:
        words = look.texts("paper_write_date")
        return f"{words}: {look.texts.date(self._today)}" if self._today else words

    def _state(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        if self.trouble:
            words = trouble_words(look, "slip_failed", self.trouble)
            return note(look, area, "state", "printer", words, "honey")
        if self.paper is PaperState.PRINTING:
            return note(look, area, "state", "printer", texts("printing"), "honey")
        if self.paper is PaperState.PRINTED:
            return note(look, area, "state", "printer", texts("take_slip"), "calm")
        when = texts("opened_monthly")
        if self._next_reading:
            when = texts("letters_read_on", date=texts.day(self._next_reading))
        return note(look, area, "state", "clock", when, "calm")

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        back, slip = columns(area, 0.4, 0.6, gap=look.theme.gap * 2)
        leave = Button("back", back, "paper", texts("to_board"), icon="arrow-left",
                       act=BoardAsked(), type="body*")  # fmt: skip
        offered = self.paper is PaperState.OFFERED and not self.trouble and self._today
        if not offered:
            return (leave,)
        return (
            leave,
            Button("slip", slip, "paper", texts("date_slip"), icon="printer", act=SlipAsked(),
                   style=Style.PRIMARY),
        )  # fmt: skip
