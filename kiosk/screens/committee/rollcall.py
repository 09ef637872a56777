"""The roll call: each role shows that it is here with a card of 20 digits (R13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.events import CardTyped, Event
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.cardentry import CardEntry
from kiosk.screens.committee.desk import HINTS, ReviewScreen, hint_note, statement
from kiosk.screens.committee.roles import roles_here
from kiosk.screens.layout import rows
from kiosk.screens.numberpad import Digit, number_acts
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class Clear(Act):
    """Nobody else is in the corridor."""


class RollCall(ReviewScreen):
    """A card goes out with its last digit.

    First it asks whether the corridor is clear.
    """

    name = "rollcall"
    step = Step.ROLL_CALL
    members = False

    def __init__(self, missing: Sequence[Role], present: Sequence[Role] = ()) -> None:
        super().__init__()
        self.missing, self.present = tuple(missing), tuple(present)
        self._clear = bool(self.present)
        self._entry = CardEntry()

    def wipe(self) -> None:
        self._entry.wipe()

    def cover(self) -> None:
        self._entry.wipe()

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a keyboard's or a scanner's digits; a scanner sends them all at once.

        Its return ends a card, so that half of one does not spoil the next.
        """
        if stroke.control == "return":
            self._entry.end()
        events = [self.do(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def do(self, act: Act) -> Event | None:
        if isinstance(act, Clear):
            self._clear = True
            return None
        if self.working or not self._clear:
            return None
        if isinstance(act, Digit):
            self.hint = None
        code = self._entry.took(act)
        return None if code is None else self.sent(CardTyped(code))

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        return self._cards(look, area) if self._clear else self._ask(look, area)

    def _ask(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        asked, note, foot = rows(area, 1.0, theme.mm(14), theme.primary, gap=theme.gap)
        yield from statement(
            look, asked, "corridor", "eye", texts("roll_corridor"), lead=texts("roll_corridor_why")
        )
        if self.hint in HINTS:
            yield from hint_note(look, note, self.hint)
        words = texts("roll_corridor_clear")
        yield Button(
            "corridor_clear", foot, "paper", words, icon="check", style=Style.PRIMARY, act=Clear()
        )

    def _cards(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = parts.abreast(look, area, (0.63, 0.37), (0.55, 0.45), look.theme.mm(4))
        yield from self._room(look, left)
        yield from self._entry.widgets(look, right)

    def _room(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Who is here, and what the last card led to."""
        theme, texts = look.theme, look.texts
        roles, said = rows(area, 1.0, theme.mm(16), gap=theme.gap)
        yield from roles_here(look, roles, self.present, self.missing)
        icon, words, tone = self._said(texts)
        yield from parts.note(look, said, "said", icon, words, tone)

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone of the note: what to do now, or what went wrong."""
        if self.working:
            return "clock", texts("roll_checking"), "calm"
        if self._entry.mistyped:
            return "triangle-alert", texts("roll_mistyped"), "alarm"
        if self.hint is Hint.CARD_REPEATED:
            roles = ", ".join(texts(role) for role in self.missing)
            return "triangle-alert", texts("roll_same_role", role=roles), "alarm"
        if self.hint in HINTS:
            return "triangle-alert", texts(HINTS[self.hint]), "alarm"
        return "key-round", texts("roll_scan"), "calm"
