"""One member's card before the board's notices: no quorum is needed, for no letter is near.

But the card's digits are typed in the corridor, and with them the board is anybody's: so it asks
first whether anybody watches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import Event, NoticesCardTyped, NoticesLeft
from kiosk.post.roles import Role
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.cardentry import CardEntry
from kiosk.screens.committee.leaving import statement
from kiosk.screens.committee.rollcall import Clear
from kiosk.screens.layout import columns, rows
from kiosk.screens.numberpad import number_acts
from kiosk.screens.widgets import Button, Label, Style


class NoticesCard(Screen):
    """`roles` may change notices. `refused` is the key of the sentence about the last card."""

    name = "notices_card"

    def __init__(self, roles: Sequence[Role]) -> None:
        self.roles = tuple(roles)
        self.working, self.refused = False, ""
        self._clear = False
        self._entry = CardEntry()

    def wipe(self) -> None:
        self._entry.wipe()

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return NoticesLeft()
        events = [self.act(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def act(self, act: Act) -> Event | None:
        if isinstance(act, Clear):
            self._clear = True
        if self.working or not self._clear:
            return None
        self.refused = ""
        code = self._entry.took(act)
        if code is None:
            return None
        self.working = True
        return NoticesCardTyped(code)

    def view(self, look: Look) -> View:
        head, area = rows(parts.page(look), look.theme.target, 1.0, gap=look.theme.gap)
        header = parts.header(look, head, look.texts("notices_title"))
        inside = self._card(look, area) if self._clear else self._ask(look, area)
        return View("paper", (*header, *inside))

    def _ask(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Asked as at the roll call, with what is at stake here."""
        theme, texts = look.theme, look.texts
        asked, foot = rows(area, 1.0, theme.primary, gap=theme.gap)
        ask, why = texts("roll_corridor"), texts("notices_corridor_why")
        yield from statement(look, asked, "corridor", "eye", ask, lead=why)
        back, clear = columns(foot, 0.35, 0.65, gap=theme.mm(4))
        yield Button("leave", back, "paper", texts("to_board"), icon="arrow-left", type="body*",
                     act=NoticesLeft())  # fmt: skip
        yield Button("corridor_clear", clear, "paper", texts("roll_corridor_clear"), icon="check",
                     style=Style.PRIMARY, act=Clear())  # fmt: skip

    def _card(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = columns(area, 0.63, 0.37, gap=look.theme.mm(4))
        yield from self._told(look, left)
        yield from self._entry.widgets(look, right)

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
