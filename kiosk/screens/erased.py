"""The letter is erased: said in one sentence, for as long as that takes to read; then the board."""

from __future__ import annotations

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event
from kiosk.screens.base import KeyStroke, Look, Screen, View
from kiosk.screens.drawings import Drawing
from kiosk.screens.layout import columns
from kiosk.screens.parts import abreast, header, help_strip, paged
from kiosk.screens.widgets import Button, Label


class Erased(Screen):
    """`left_alone`: nobody wished it, nobody was there."""

    name = "erased"

    def __init__(self, school: School, *, left_alone: bool) -> None:
        self._school, self._left_alone = school, left_alone

    def key(self, stroke: KeyStroke) -> Event | None:
        return BoardAsked()

    def view(self, look: Look) -> View:
        texts, theme = look.texts, look.theme
        head, body, foot = paged(look)
        wide, high = min(body.h, body.w * 2 // 5), min(body.w, body.h // 2)
        picture, words = abreast(look, body, (wide, 1.0), (high, 1.0), theme.mm(5))
        board, _ = columns(foot, 0.45, 0.55, gap=theme.gap * 2)
        said = texts("erased_idle" if self._left_alone else "erased_wished")
        return View(
            "paper",
            (
                *header(look, head, texts("app_name")),
                Drawing("picture", picture, "paper", "erased"),
                Label("said", words, "paper", said, type="display", least="body*"),
                Button("leave", board, "paper", texts("to_board"), icon="arrow-left",
                       act=BoardAsked(), type="body*"),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip
