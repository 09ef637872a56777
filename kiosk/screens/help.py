"""I need help now: whom to call, whom to go to, what to say; nobody hears that it was read."""

from __future__ import annotations

from kiosk.config.school import School
from kiosk.events import CoverLifted, Event
from kiosk.screens.base import KeyStroke, Look, Screen, View
from kiosk.screens.parts import header, paged
from kiosk.screens.widgets import Button, Style


class Help(Screen):
    """Lies over what goes on, which is not lost meanwhile."""

    name = "help"

    def __init__(self, school: School) -> None:
        self._school = school

    def key(self, stroke: KeyStroke) -> Event | None:
        return CoverLifted() if stroke.control in ("return", "escape") else None

    def view(self, look: Look) -> View:
        texts = look.texts
        head, _, foot = paged(look)
        return View(
            "paper",
            (
                *header(look, head, texts("help_now")),
                Button("back", foot, "paper", texts("back"), icon="arrow-left", act=CoverLifted(),
                       style=Style.PRIMARY),
            ),
        )  # fmt: skip
