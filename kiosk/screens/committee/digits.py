"""Four digits for each member, and the lock that they open again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.config.school import School
from kiosk.events import DigitsChosen, DigitsPostponed, DigitsTyped, Event
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.desk import HINTS, ReviewScreen, hint_note
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.paint import Brush
from kiosk.screens.widgets import Button, Label

FOUR = 4


@dataclass(frozen=True)
class Places(Widget):
    """Four places; a digit that was typed is a dot, whichever it is."""

    typed: int
    line: str = field(default="line", kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        for number, cell in enumerate(columns(self.rect, *[1.0] * FOUR, gap=brush.theme.mm(2))):
            brush.panel(cell, "sheet", line="action" if number == self.typed else self.line)
            if number < self.typed:
                middle = inset(cell, cell.w // 2, cell.h // 2)
                brush.disc(middle.x, middle.y, min(brush.theme.mm(2), cell.h // 4), "ink")


class Typing:
    """Digits as they are typed, never drawn; the fourth hands them over."""

    def __init__(self) -> None:
        self._digits = ""

    @property
    def count(self) -> int:
        """How many were typed."""
        return len(self._digits)

    def wipe(self) -> None:
        """Forget them."""
        self._digits = ""

    def take(self, act: Act) -> str | None:
        """Take a touch; all four with the last of them."""
        match act:
            case Digit(text=figure):
                self._digits += figure
            case Rubbed():
                self._digits = self._digits[:-1]
        if len(self._digits) < FOUR:
            return None
        typed, self._digits = self._digits, ""
        return typed


class Digits(ReviewScreen):
    """`role` chooses; the others look away. Without digits the cards are needed after a lock."""

    name = "digits"
    members = False

    def __init__(self, step: Step, role: Role) -> None:
        super().__init__()
        self.step, self.role = step, role
        self._typing = Typing()

    def wipe(self) -> None:
        self._typing.wipe()

    def cover(self) -> None:
        self._typing.wipe()

    def keyed(self, stroke: KeyStroke) -> Event | None:
        events = [self.do(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def do(self, act: Act) -> Event | None:
        if self.working:
            return None
        self.hint = None
        digits = self._typing.take(act)
        return self.sent(DigitsChosen(digits)) if digits else None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        left, right = parts.abreast(look, area, (0.58, 0.42), (0.55, 0.45), theme.mm(5))
        who, places, said, foot = rows(
            left, 1.0, theme.mm(14), theme.mm(17), theme.target, gap=theme.mm(2)
        )
        role, pick = rows(who, 1.0, 1.0, gap=theme.gap)
        yield Label("who", role, "paper", texts(self.role), type="title", least="small*",
                    valign="bottom", align="centre")  # fmt: skip
        yield Label("pick", pick, "paper", texts("digits_pick"), type="lead", least="small",
                    valign="top", align="centre")  # fmt: skip
        yield Places("places", centred(places, theme.mm(62), places.h), "paper", self._typing.count)
        if self.hint in HINTS:
            yield from hint_note(look, said, self.hint)
        else:
            yield from parts.note(look, said, "why", "lock", texts("digits_why"), "calm")
        yield Button(
            "digits_later", foot, "paper", texts("digits_later"), type="body*",
            act=DigitsPostponed(), enabled=not self.working,
        )  # fmt: skip
        yield from number_pad(right)


class Locked(Screen):
    """Nothing of the review is on it; `back`: one of the two roles that open it is there.

    A pupil who passes by finds the helplines.
    """

    name = "locked"
    holds_letter = False

    def __init__(self, school: School) -> None:
        self._school = school
        self.back = self.working = False
        self.hint: str = ""
        self._typing = Typing()

    def wipe(self) -> None:
        self._typing.wipe()

    def cover(self) -> None:
        self._typing.wipe()

    def key(self, stroke: KeyStroke) -> Event | None:
        events = [self.act(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def act(self, act: Act) -> Event | None:
        if self.working:
            return None
        self.hint = ""
        digits = self._typing.take(act)
        if digits is None:
            return None
        self.working = True
        return DigitsTyped(digits)

    def view(self, look: Look) -> View:
        head, body, foot = parts.paged(look)
        area = Rect(body.x, body.y, body.w, body.h + look.theme.gap + foot.h)
        left, right = parts.abreast(look, area, (0.58, 0.42), (0.5, 0.5), look.theme.mm(5))
        return View(
            "paper",
            (
                *parts.header(look, head, look.texts("locked_title")),
                *self._said(look, left),
                *number_pad(right),
                *parts.help_strip(look, self._school),
            ),
        )

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        words, places, said = rows(area, 1.0, theme.mm(14), theme.mm(17), gap=theme.mm(2))
        ask = texts("locked_next" if self.back else "locked_ask")
        yield Label("ask", words, "paper", ask, type="title", least="small*", valign="middle")
        yield Places("places", centred(places, theme.mm(62), places.h), "paper", self._typing.count)
        icon, tone = ("triangle-alert", "alarm") if self.hint else ("clock", "calm")
        told = texts(self.hint or "locked_soon")
        yield from parts.note(look, said, "said", icon, told, tone)
