"""Is somebody still there? Covers whatever stood on the screen."""

from __future__ import annotations

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, LetterErased, StayAsked
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import help_strip, paged
from kiosk.screens.widgets import Button, Icon, Label, Style


class Idle(Screen):
    """`seconds` are left; set it from outside as they pass."""

    name = "idle"

    def __init__(self, school: School, seconds: int, *, holds_letter: bool) -> None:
        self._school, self.seconds, self._letter = school, seconds, holds_letter

    def key(self, stroke: KeyStroke) -> Event | None:
        return StayAsked()

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        above = Rect(body.x, head.y, body.w, head.h + body.h)
        _, sign, ask, warn, _ = rows(above, 0.3, theme.mm(11), 1.0, 1.2, 0.2, gap=theme.gap)
        leave, stay = columns(foot, 0.36, 0.64, gap=theme.gap * 2)
        event: Event
        if self._letter:
            stay_words, warning = texts("keep_writing"), texts("timeout_warn", n=self.seconds)
            out, event = texts("erase_and_leave"), LetterErased()
        else:
            stay_words, warning = texts("still_here"), texts("idle_back", n=self.seconds)
            out, event = texts("to_board"), BoardAsked()
        return View(
            "night",
            (
                Icon("clock", sign, "night", "clock", colour="sun"),
                Label("ask", ask, "night", texts("still_there"), type="display", least="lead",
                      colour="sun", align="centre"),
                Label("warning", warn, "night", warning, type="board", least="small",
                      colour="white", align="centre"),
                Button("leave", leave, "night", out, style=Style.NIGHT, act=event, type="body*"),
                Button("stay", stay, "night", stay_words, style=Style.INVITING, act=StayAsked(),
                       icon="pencil" if self._letter else "check"),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip
