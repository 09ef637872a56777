"""A review out of turn: the quorum agrees on a day, which the board announces, or on now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from kiosk.events import CommitteeLeft, Event, OpeningAgreed, UrgentAgreed
from kiosk.post.calendar import Window
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.desk import AskLeave, ReviewScreen, hint_note, statement
from kiosk.screens.committee.wayin import when
from kiosk.screens.datepick import stepper
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts

FURTHEST = timedelta(days=60)
"""A review further away than this can be agreed on later."""

LAST_HOUR = 23
NAMES = {"day": "pick_day", "from": "arrange_from", "until": "arrange_until"}


@dataclass(frozen=True)
class Turned(Act):
    """The day, or an hour, so many on."""

    what: str
    by: int


@dataclass(frozen=True)
class Ask(Act):
    """To the question whether it is right; `urgent` is now."""

    urgent: bool


@dataclass(frozen=True)
class Fix(Act):
    """Back to choosing."""


@dataclass(frozen=True)
class Agree(Act):
    """It is right."""


class Arrange(ReviewScreen):
    """Begins at `first`, the earliest day; `opens` and `closes` are kept to whole hours.

    With `done` it is agreed: it says when the box can be opened.
    """

    name = "arrange"
    step = Step.UNLOCK

    def __init__(self, first: date, opens: time, closes: time) -> None:
        super().__init__()
        self.first = self._day = first
        self._hours = {"from": opens.hour, "until": max(closes.hour, opens.hour + 1)}
        self._asking: bool | None = None
        self.done = False
        self.next_window: Window | None = None

    def backward(self) -> Act | Event | None:
        return AskLeave() if self._asking is None else Fix()

    def do(self, act: Act) -> Event | None:
        match act:
            case Turned(what="day", by=by):
                day = self._day + timedelta(days=by)
                self._day = min(max(day, self.first), self.first + FURTHEST)
            case Turned(what=what, by=by):
                self._turn(what, by)
            case Ask(urgent=urgent):
                self._asking = urgent
            case Fix():
                self._asking = None
            case Agree() if not self.working and self._asking is not None:
                return self.sent(UrgentAgreed() if self._asking else self._agreed())
        return None

    def _turn(self, what: str, by: int) -> None:
        """An hour more or less; it never closes before it opens."""
        hours = self._hours
        hours[what] = min(max(hours[what] + by, 0), LAST_HOUR)
        if hours["until"] <= hours["from"]:
            other = "until" if what == "from" else "from"
            hours[other] = hours[what] + (1 if what == "from" else -1)
        if not 0 <= hours["from"] < hours["until"] <= LAST_HOUR:
            hours["from"], hours["until"] = (22, 23) if what == "from" else (0, 1)

    def _agreed(self) -> OpeningAgreed:
        return OpeningAgreed(self._day, time(self._hours["from"]), time(self._hours["until"]))

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self.done:
            return self._set(look, area)
        if self._asking is not None:
            return self._confirm(look, area, urgent=self._asking)
        return self._pick(look, area)

    def _pick(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, middle, foot = rows(area, theme.mm(17), 1.0, theme.primary, gap=theme.gap)
        yield from parts.note(look, said, "choose", "calendar", texts("arrange_choose"), "calm")
        high = theme.type("small").line + theme.mm(0.6) + theme.target
        wide, three = (1.6, 1.0, 1.0), (1.0, 1.0, 1.0)
        gap = theme.gap * 2
        tall = 3 * high + 2 * gap if parts.upright(look) else high
        cells = parts.abreast(look, centred(middle, middle.w, tall), wide, three, gap)
        values = {
            "day": texts.day(self._day),
            "from": f"{self._hours['from']:02}:00",
            "until": f"{self._hours['until']:02}:00",
        }
        for (what, value), cell in zip(values.items(), cells, strict=True):
            yield from self._stepper(look, cell, what, value)
        now, agree = columns(foot, 0.4, 0.6, gap=theme.mm(4))
        yield Button(
            "now", now, "paper", texts("arrange_now"), icon="triangle-alert", act=Ask(urgent=True)
        )
        yield Button(
            "next", agree, "paper", texts("next"), icon="chevron-right", style=Style.PRIMARY,
            act=Ask(urgent=False),
        )  # fmt: skip

    def _stepper(self, look: Look, area: Rect, what: str, value: str) -> Iterable[Widget]:
        name, place = rows(area, look.theme.type("small").line, 1.0, gap=look.theme.mm(0.6))
        words = look.texts(NAMES[what])
        yield Label(f"{what}_name", name, "paper", words, type="small")
        yield from stepper(look, place, what, value, Turned(what, 1), Turned(what, -1))

    def _confirm(self, look: Look, area: Rect, *, urgent: bool) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        note_high = theme.mm(14) if self.hint else 0
        said, note, foot = rows(area, 1.0, note_high, theme.primary, gap=theme.gap)
        icon = "triangle-alert" if urgent else "calendar"
        lead = texts("arrange_urgent_lead" if urgent else "arrange_lead")
        yield from statement(
            look, said, "chosen", icon, self._words(texts, urgent=urgent), lead=lead
        )
        yield from hint_note(look, note, self.hint)
        fix, agree = columns(foot, 0.35, 0.65, gap=theme.mm(4))
        yield Button(
            "fix", fix, "paper", texts("edit"), icon="pencil", act=Fix(), enabled=not self.working
        )
        yield Button(
            "agree", agree, "paper", texts("saving" if self.working else "confirm"), icon="check",
            style=Style.PRIMARY, act=Agree(), enabled=not self.working,
        )  # fmt: skip

    def _words(self, texts: Texts, *, urgent: bool) -> str:
        if urgent:
            return texts("arrange_urgent")
        agreed = self._agreed()
        hours = {"from": texts.time(agreed.opens), "to": texts.time(agreed.closes)}
        return texts("unlock_when", date=texts.day(self._day), **hours)

    def _set(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        said, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        lead = when(texts, self.next_window) if self.next_window else ""
        yield from statement(
            look, said, "arranged", "circle-check", texts("arrange_done"), lead=lead,
            colour="calm_line",
        )  # fmt: skip
        yield Button(
            "done", foot, "paper", texts("done"), icon="check", style=Style.PRIMARY,
            act=CommitteeLeft(),
        )  # fmt: skip
