"""Is somebody still there? Covers whatever stood on the screen."""

from __future__ import annotations

from kiosk.events import BoardAsked, Event, LetterErased, StayAsked
from kiosk.screens.base import KeyStroke, Look, Screen, View
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import page
from kiosk.screens.widgets import Button, Icon, Label, Style


class Idle(Screen):
    """`seconds` are left; set it from outside as they pass."""

    name = "idle"

    def __init__(self, seconds: int, *, holds_letter: bool) -> None:
        self.seconds, self._letter = seconds, holds_letter

    def key(self, stroke: KeyStroke) -> Event | None:
        return StayAsked()

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        _, sign, ask, warn, _, foot = rows(
            page(look), 0.4, theme.mm(13), 1.0, 0.9, 0.5, theme.primary, gap=theme.gap
        )
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
                Label("warning", warn, "night", warning, type="board", least="body",
                      colour="white", align="centre"),
                Button("leave", leave, "night", out, style=Style.NIGHT, act=event, type="body*"),
                Button("stay", stay, "night", stay_words, style=Style.INVITING, act=StayAsked(),
                       icon="pencil" if self._letter else "check"),
            ),
        )  # fmt: skip
