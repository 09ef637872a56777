"""Who is here, in the middle of a review: who comes late, who goes, and the lock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import (
    AsideLeft,
    CardTyped,
    DeskAsked,
    DigitsAsked,
    Event,
    MemberLeft,
    ScreenLocked,
)
from kiosk.post.handling import in_order
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.cardentry import CardEntry
from kiosk.screens.committee.desk import HINTS, AskLeave, ReviewScreen
from kiosk.screens.committee.roles import role_here
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.numberpad import Digit, number_acts
from kiosk.screens.widgets import Button, Icon, Label, Panel, Style
from kiosk.texts import Texts


class Members(ReviewScreen):
    """A card may be shown here at any time. With `missing` roles there is no way back to the step.

    `locks`: enough of them have digits for the screen to be locked.
    """

    name = "members"
    members = False

    def __init__(self, step: Step, present: Sequence[Role], missing: Sequence[Role] = ()) -> None:
        super().__init__()
        self.step = step
        self.present, self.missing = tuple(present), tuple(missing)
        self.locks = False
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

    def backward(self) -> Act | Event | None:
        return AskLeave() if self.missing or self.working else AsideLeft()

    def do(self, act: Act) -> Event | None:
        if self.working:
            return None
        if isinstance(act, Digit):
            self.hint = None
        code = self._entry.took(act)
        return None if code is None else self.sent(CardTyped(code))

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = parts.abreast(look, area, (0.63, 0.37), (0.55, 0.45), look.theme.mm(4))
        yield from self._room(look, left)
        yield from self._entry.widgets(look, right)

    def _room(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        people, said, foot = rows(area, 1.0, theme.mm(14), theme.target, gap=theme.gap)
        roles = in_order((*self.present, *self.missing))
        high = min((people.h - 2 * theme.gap) // 3, theme.mm(18))
        cells = rows(people, *[high] * len(roles), gap=theme.gap)
        for role, cell in zip(roles, cells, strict=False):
            yield from self._member(look, cell, role)
        yield from parts.note(look, said, "said", *self._said(look.texts))
        yield from self._foot(look, foot)

    def _member(self, look: Look, area: Rect, role: Role) -> Iterable[Widget]:
        if role not in self.present:
            yield from role_here(look, area, role, here=False)
            return
        theme = look.theme
        place, gone = columns(area, 1.0, theme.mm(24), gap=theme.gap)
        sign, words = columns(
            inset(place, theme.mm(2), theme.mm(0.5)), theme.mm(6), 1.0, gap=theme.mm(1.6)
        )
        yield Panel(f"{role}_box", place, "paper", "calm", line="calm_line")
        yield Icon(f"{role}_icon", sign, "calm", "circle-check", colour="calm_ink")
        yield Label(f"{role}", words, "calm", look.texts(role), type="body*", least="small")
        yield Button(
            f"{role}_left", gone, "paper", look.texts("member_left"), type="small*",
            act=MemberLeft(role), enabled=not self.working,
        )  # fmt: skip

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: what can be done here, or what went wrong."""
        if self.working:
            return "clock", texts("roll_checking"), "calm"
        if self._entry.mistyped:
            return "triangle-alert", texts("roll_mistyped"), "alarm"
        if self.hint is Hint.CARD_REPEATED:
            return "triangle-alert", texts("member_here"), "alarm"
        if self.hint in HINTS:
            return "triangle-alert", texts(HINTS[self.hint]), "alarm"
        if self.missing:
            return "users", texts("members_missing"), "honey"
        return "key-round", texts("members_late"), "calm"

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, free = look.texts, not self.working
        shares = (1.0, 1.3, 1.15, *[0.95] * self.to_desk)
        back, digits, lock, *desk = columns(area, *shares, gap=look.theme.gap)
        yield Button(
            "back", back, "paper", texts("back"), icon="arrow-left", style=Style.PRIMARY,
            type="body*", act=AsideLeft(), enabled=free and not self.missing,
        )  # fmt: skip
        yield Button(
            "digits", digits, "paper", texts("digits_choose"), type="small*", act=DigitsAsked(),
            enabled=free,
        )  # fmt: skip
        yield Button(
            "lock", lock, "paper", texts("lock_screen"), type="small*", act=ScreenLocked(),
            enabled=free and self.locks,
        )  # fmt: skip
        for place in desk:
            yield Button(
                "to_desk", place, "paper", texts("desk_short"), type="small*", act=DeskAsked(),
                enabled=free,
            )  # fmt: skip
