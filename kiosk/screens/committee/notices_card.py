"""One member's card before the board's notices: no quorum is needed, for no letter is near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import Event, NoticesCardTyped, NoticesLeft
from kiosk.post.roles import Role
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.cardentry import CardEntry
from kiosk.screens.layout import columns, rows
from kiosk.screens.numberpad import number_acts
from kiosk.screens.widgets import Button, Label


class NoticesCard(Screen):
    """`roles` may change notices. `refused` is the key of the sentence about the last card."""

    name = "notices_card"

    def __init__(self, roles: Sequence[Role]) -> None:
        self.roles = tuple(roles)
        self.working, self.refused = False, ""
        self._entry = CardEntry()

    def wipe(self) -> None:
        self._entry.wipe()

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return NoticesLeft()
        events = [self.act(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def act(self, act: Act) -> Event | None:
        if self.working:
            return None
        self.refused = ""
        code = self._entry.took(act)
        if code is None:
            return None
        self.working = True
        return NoticesCardTyped(code)

    def view(self, look: Look) -> View:
        head, area = rows(parts.page(look), look.theme.target, 1.0, gap=look.theme.gap)
        left, right = columns(area, 0.63, 0.37, gap=look.theme.mm(4))
        return View(
            "paper",
            (
                *parts.header(look, head, look.texts("notices_title")),
                *self._told(look, left),
                *self._entry.widgets(look, right),
            ),
        )

    def _told(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        words = self._words()
        high = parts.note_height(look, texts(words), area.w)
        ask, who, said, foot = rows(area, 1.0, 1.0, high, theme.target, gap=theme.gap)
        yield Label("ask", ask, "paper", texts("notices_ask"), type="title", least="body*",
                    valign="bottom")  # fmt: skip
        roles = "\n".join(map(texts, self.roles))
        yield Label("who", who, "paper", roles, type="lead", least="small", valign="top")
        tone = "calm" if words in {"roll_scan", "roll_checking"} else "alarm"
        icon = "key-round" if tone == "calm" else "triangle-alert"
        yield from parts.note(look, said, "said", icon, texts(words), tone)
        yield Button("leave", foot, "paper", texts("to_board"), icon="arrow-left", type="body*",
                     act=NoticesLeft())  # fmt: skip

    def _words(self) -> str:
        if self.working:
            return "roll_checking"
        if self._entry.mistyped:
            return "roll_mistyped"
        return self.refused or "roll_scan"
