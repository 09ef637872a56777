"""Before writing: who reads, when, no name; and that this is not for emergencies."""

from __future__ import annotations

from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, Understood
from kiosk.post.handling import offered
from kiosk.screens.base import KeyStroke, Look, Screen, View
from kiosk.screens.explaining import explained
from kiosk.screens.layout import rows
from kiosk.screens.parts import actions, header, help_strip, note, note_height, paged, roomy
from kiosk.screens.widgets import Button, Style


class Before(Screen):
    """Lines with icons; `next_reading` None: only that it is once a month.

    On low glass three, in letters that a child reads; no name is needed, the next screen says.
    """

    name = "before"

    def __init__(self, school: School, next_reading: date | None) -> None:
        self._school, self._next_reading = school, next_reading

    def key(self, stroke: KeyStroke) -> Event | None:
        match stroke.control:
            case "return":
                return Understood()
            case "escape":
                return BoardAsked()
        return None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        warning = f"{texts('not_emergency')}. {texts('danger_now', number=self._school.emergency)}"
        high = note_height(look, warning, body.w)
        lines, mind = rows(body, 1.0, high, gap=theme.gap)
        back, go = actions(look, foot, 0.3, 0.7)
        read = texts("opened_monthly")
        if self._next_reading:
            read = texts("read_monthly_on", date=texts.day(self._next_reading))
        choice = len(offered(self._school.quorum)) > 1
        told = (
            ("users", texts("who_reads_text")),
            ("list-checks", texts("before_choice" if choice else "before_reply")),
            ("calendar", read),
            *((("shield", texts("no_name_needed")),) if roomy(look) else ()),
        )
        return View(
            "paper",
            (
                *header(look, head, texts("before_title")),
                *explained(look, lines, told),
                *note(look, mind, "mind", "triangle-alert", warning, "honey"),
                Button("back", back, "paper", texts("back"), icon="arrow-left", act=BoardAsked()),
                Button("understood", go, "paper", texts("understood_write"), icon="pencil",
                       act=Understood(), style=Style.PRIMARY),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip
