"""Is somebody still there? Covers whatever stood on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, LetterErased, MembersLeft, NoticesLeft, StayAsked
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View
from kiosk.screens.explaining import stacked
from kiosk.screens.layout import rows
from kiosk.screens.parts import actions, help_strip, paged, roomy
from kiosk.screens.widgets import Button, Icon, Label, Style


class Held(StrEnum):
    """What goes when nobody answers."""

    LETTER = "letter"
    MEETING = "meeting"
    SITTING = "sitting"
    CARDS = "cards"
    NOTICE = "notice"


@dataclass(frozen=True)
class Words:
    """What the screen says of it: the warning, and the words on both buttons."""

    warning: str
    stay: str
    out: str
    event: Event


WORDS = {
    Held.LETTER: Words("timeout_warn", "keep_writing", "erase_and_leave", LetterErased()),
    Held.MEETING: Words("idle_back", "still_here", "to_board", BoardAsked()),
    Held.NOTICE: Words("notice_idle", "still_here", "to_board", NoticesLeft()),
    Held.CARDS: Words("idle_void", "still_here", "to_board", MembersLeft()),
    Held.SITTING: Words("idle_members", "still_here", "to_board", MembersLeft()),
}


class Idle(Screen):
    """`seconds` are left; set it from outside as they pass."""

    name = "idle"

    def __init__(self, school: School, seconds: int, held: Held) -> None:
        self._school, self.seconds, self._held = school, seconds, held

    def key(self, stroke: KeyStroke) -> Event | None:
        return StayAsked()

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        above = Rect(body.x, head.y, body.w, head.h + body.h)
        size = theme.mm(20 if roomy(look) else 11)
        _, sign, said, _ = rows(above, 0.2, size, 1.0, 0.2, gap=theme.gap)
        leave, stay = actions(look, foot, 0.36, 0.64)
        words = WORDS[self._held]
        return View(
            "night",
            (
                Icon("clock", sign, "night", "clock", colour="sun"),
                *stacked(
                    look, said,
                    Label("ask", said, "night", texts("still_there"), type="display",
                          least="lead", colour="sun", align="centre"),
                    Label("warning", said, "night", texts(words.warning, n=self.seconds),
                          type="board", least="small", colour="snow", align="centre"),
                ),
                Button("leave", leave, "night", texts(words.out), style=Style.NIGHT,
                       act=words.event, type="body*"),
                Button("stay", stay, "night", texts(words.stay), style=Style.INVITING,
                       act=StayAsked(), icon="pencil" if self._held is Held.LETTER else "check"),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip
