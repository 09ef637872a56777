"""The roll call: each role shows that it is here with a card of 20 digits (R13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.events import CardTyped, Event
from kiosk.post.cards import DIGITS, GROUP, CardMistyped, parse
from kiosk.post.review import Hint, Step
from kiosk.post.roles import Role
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.desk import HINTS, Desk
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.paint import Brush
from kiosk.screens.widgets import Icon, Label, Panel
from kiosk.texts import Texts

GROUPS = DIGITS // GROUP


@dataclass(frozen=True)
class Group(Widget):
    """Four digits of a card: shown while they are typed, then dots; `current` has the frame."""

    digits: str = field(repr=False)
    current: bool

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        line = "action" if self.current else "hair"
        brush.panel(self.rect, "white" if self.current else "mist", line=line)
        for number, cell in enumerate(
            columns(inset(self.rect, brush.theme.mm(1.2), 0), *[1.0] * GROUP)
        ):
            if number >= len(self.digits):
                continue
            if self.current:
                letters = brush.theme.type("title")
                brush.text(
                    self.digits[number], cell, letters, "ink", align="centre", valign="middle"
                )
            else:
                middle = (cell.x + cell.w // 2, cell.y + cell.h // 2)
                brush.disc(*middle, max(1, min(brush.theme.mm(0.9), cell.w // 4)), "muted")


class RollCall(Desk):
    """Digits are kept here only until the last one is typed; then the card goes out at once."""

    name = "rollcall"
    step = Step.ROLL_CALL

    def __init__(self, missing: Sequence[Role], present: Sequence[Role] = ()) -> None:
        super().__init__()
        self.missing, self.present = tuple(missing), tuple(present)
        self._digits = ""
        self._mistyped = False

    def wipe(self) -> None:
        self._digits = ""

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a keyboard's or a scanner's digits; a scanner sends them all at once."""
        events = [self.do(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def do(self, act: Act) -> Event | None:
        if self.working:
            return None
        match act:
            case Digit(text=figure):
                return self._digit(figure)
            case Rubbed():
                self._digits = self._digits[:-1]
        return None

    def _digit(self, figure: str) -> Event | None:
        self._mistyped, self.hint = False, None
        self._digits += figure
        if len(self._digits) < DIGITS:
            return None
        typed, self._digits = self._digits, ""
        try:
            return self.sent(CardTyped(parse(typed)))
        except CardMistyped:
            self._mistyped = True
            return None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = columns(area, 0.63, 0.37, gap=look.theme.mm(4))
        yield from self._room(look, left)
        yield from self._card(look, right)

    def _room(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Who may overhear, who is here, and what the last card led to."""
        theme, texts = look.theme, look.texts
        corridor, roles, said = rows(area, theme.mm(12.5), 1.0, theme.mm(16), gap=theme.gap)
        yield from parts.note(look, corridor, "corridor", "eye", texts("roll_corridor"), "honey")
        members = [role for role in Role if role in (*self.present, *self.missing)]
        high = min(roles.h // max(1, len(members)) - theme.gap, theme.mm(20))
        cells = rows(roles, *[high] * len(members), gap=theme.gap)
        for role, cell in zip(members, cells, strict=True):
            yield from self._role(look, cell, role)
        icon, words, tone = self._said(texts)
        yield from parts.note(look, said, "said", icon, words, tone)

    def _role(self, look: Look, area: Rect, role: Role) -> Iterable[Widget]:
        theme, here = look.theme, role in self.present
        fill, ink = ("calm", "calm_ink") if here else ("white", "muted")
        inner = inset(area, theme.mm(2), theme.mm(0.8))
        side = min(theme.mm(9), inner.h)
        sign, words, state = columns(inner, side, 1.0, theme.mm(21), gap=theme.mm(1.6))
        yield Panel(f"{role}_box", area, "paper", fill, line="calm_line" if here else "hair")
        icon = "circle-check" if here else "user"
        yield Icon(f"{role}_icon", centred(sign, side, side), fill, icon, colour=ink)
        yield Label(f"{role}", words, fill, look.texts(role), type="body*", least="small")
        told = look.texts("roll_here" if here else "roll_awaited")
        yield Label(f"{role}_state", state, fill, told, type="small*", colour=ink, align="right")

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone of the note: what to do now, or what went wrong."""
        if self.working:
            return "clock", texts("roll_checking"), "calm"
        if self._mistyped:
            return "triangle-alert", texts("roll_mistyped"), "alarm"
        if self.hint is Hint.CARD_REPEATED:
            roles = ", ".join(texts(role) for role in self.missing)
            return "triangle-alert", texts("roll_same_role", role=roles), "alarm"
        if self.hint in HINTS:
            return "triangle-alert", texts(HINTS[self.hint]), "alarm"
        return "key-round", texts("roll_scan"), "calm"

    def _card(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Five groups, one of them readable, above the pad."""
        theme = look.theme
        least = 4 * theme.target
        groups, keys = rows(area, min(theme.mm(13), area.h - least - theme.gap), 1.0, gap=theme.gap)
        current = min(len(self._digits) // GROUP, GROUPS - 1)
        shares = [2.4 if number == current else 1.0 for number in range(GROUPS)]
        for number, cell in enumerate(columns(groups, *shares, gap=theme.mm(1))):
            part = self._digits[number * GROUP : (number + 1) * GROUP]
            yield Group(f"group_{number}", cell, "paper", part, number == current)
        yield from number_pad(keys)
