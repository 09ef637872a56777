"""How to put in a paper letter, and the dated slip for it (R9)."""

from __future__ import annotations

from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, CodeSlipAsked, Event, PrinterTrouble, SlipAsked
from kiosk.post.handling import ADULTS_ONLY, offered
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.explaining import explained
from kiosk.screens.layout import rows
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.parts import actions, header, help_strip, note, note_height, paged, roomy
from kiosk.screens.widgets import Button, Style

__all__ = ["Paper", "PaperState"]


class Paper(Screen):
    """`today` None: no clock can be trusted, so no slip carries a date and none is offered.

    Set from outside: `halves`, whether the slip that comes out has a code; `no_code`, that none
    with a code can be had now.
    """

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
        self.halves = self.no_code = False

    def key(self, stroke: KeyStroke) -> Event | None:
        return BoardAsked() if stroke.control in ("return", "escape") else None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look, 3 if self._offered else 2)
        said = self._state(look)
        tall = max(theme.mm(12 if roomy(look) else 5), note_height(look, said[1], body.w))
        lines, state = rows(body, 1.0, tall, gap=theme.gap)
        told = (
            ("shield", texts("no_name_needed")),
            ("calendar", self._date_words(look)),
            ("inbox", texts("paper_put_in_adults" if self._adults else "paper_put_in")),
            *(
                (("key-round", texts("code_slip_use")),)
                if self._offered and not self.no_code
                else ()
            ),
        )
        return View(
            "paper",
            (
                *header(look, head, texts("drop_paper")),
                *explained(look, lines, told),
                *note(look, state, "state", *said),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    @property
    def _adults(self) -> bool:
        """Whether the pupils among the readers may be left out, so that a word outside helps."""
        return ADULTS_ONLY in offered(self._school.quorum)

    @property
    def _offered(self) -> bool:
        return self.paper is PaperState.OFFERED and self._today is not None

    def _date_words(self, look: Look) -> str:
        words = look.texts("paper_write_date")
        return f"{words}: {look.texts.date(self._today)}" if self._today else words

    def _state(self, look: Look) -> tuple[str, str, str]:
        """Return icon, words and tone of what happens to the slip, or when letters are read."""
        texts = look.texts
        if self.trouble:
            failed = "code_slip_failed" if self.halves else "slip_failed"
            words = trouble_words(look, failed, self.trouble)
            return "printer", words, "honey"
        if self.paper is PaperState.PRINTING:
            return "printer", texts("printing"), "honey"
        if self.paper is PaperState.PRINTED:
            words = texts("code_slip_take" if self.halves else "take_slip")
            return "printer", words, "calm"
        if self.no_code:
            return "info", texts("slips_none"), "honey"
        when = texts("opened_monthly")
        if self._next_reading:
            when = texts("letters_read_on", date=texts.day(self._next_reading))
        return "clock", when, "calm"

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        offered = self._offered
        back, *others = actions(look, area, *((0.28, 0.34, 0.38) if offered else (0.5, 0.5)))
        leave = Button("back", back, "paper", texts("to_board"), icon="arrow-left",
                       act=BoardAsked(), type="body*")  # fmt: skip
        if not offered:
            return (leave,)
        code, slip = others
        return (
            leave,
            Button("code_slip", code, "paper", texts("code_slip"), icon="key-round",
                   act=CodeSlipAsked(), type="body*", enabled=not self.no_code),
            Button("slip", slip, "paper", texts("date_slip"), icon="printer", act=SlipAsked(),
                   style=Style.PRIMARY),
        )  # fmt: skip
