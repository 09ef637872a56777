"""Setting a clock that cannot be believed: the quorum chooses day and time, and confirms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.events import ClockAgreed, CommitteeLeft, Event
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

LAST_YEAR = 2099
NAMES = {
    "day": "pick_day",
    "month": "pick_month",
    "year": "pick_year",
    "hour": "pick_hour",
    "minute": "pick_minute",
}
THIRDS = (1.0, 1.25, 1.1)
BROAD = (("day", "month", "year"), ("hour", "minute"))
NARROW = (("day", "month"), ("year",), ("hour", "minute"))
"""What stands in a line, on broad and on upright glass."""

RANGES = {"day": (1, 31), "month": (1, 12), "hour": (0, 23), "minute": (0, 59)}
"""Numbers that go round; the year stops at its ends."""


@dataclass(frozen=True)
class Stepped(Act):
    """One number, so many on."""

    what: str
    by: int


@dataclass(frozen=True)
class Chosen(Act):
    """To the question whether it is right."""


@dataclass(frozen=True)
class Fix(Act):
    """Back to choosing."""


@dataclass(frozen=True)
class Agreed(Act):
    """It is right."""


class SetClock(ReviewScreen):
    """Begins at `shown`; no day before `earliest` is taken. `mark` is the last day known.

    With `done` the clock is set and there is no window now: it says when the box can be opened.
    """

    name = "set_clock"
    step = Step.UNLOCK

    def __init__(self, shown: datetime, *, mark: date | None, earliest: date) -> None:
        super().__init__()
        self.mark, self.earliest = mark, earliest
        self.done = False
        self.next_window: Window | None = None
        self._numbers = {
            "day": shown.day, "month": shown.month, "year": shown.year,
            "hour": shown.hour, "minute": shown.minute,
        }  # fmt: skip
        self._wrong = ""
        self._asking: datetime | None = None

    def backward(self) -> Act | Event | None:
        return AskLeave() if self._asking is None else Fix()

    def do(self, act: Act) -> Event | None:
        match act:
            case Stepped(what=what, by=by):
                self._step(what, by)
            case Chosen():
                self._choose()
            case Fix():
                self._asking = None
            case Agreed() if self._asking is not None and not self.working:
                return self.sent(ClockAgreed(self._asking))
        return None

    def _step(self, what: str, by: int) -> None:
        self._wrong, number = "", self._numbers[what] + by
        if what == "year":
            self._numbers[what] = min(max(number, self.earliest.year), LAST_YEAR)
        else:
            first, last = RANGES[what]
            self._numbers[what] = (number - first) % (last - first + 1) + first

    def _choose(self) -> None:
        numbers = self._numbers
        try:
            chosen = datetime(  # noqa: DTZ001 - what a wall clock shows; the flow knows the zone
                numbers["year"],
                numbers["month"],
                numbers["day"],
                numbers["hour"],
                numbers["minute"],
            )
        except ValueError:
            self._wrong = "error_date"
            return
        if chosen.date() < self.earliest:
            self._wrong = "clock_early"
        else:
            self._asking = chosen

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self.done:
            return self._set(look, area)
        if self._asking is not None:
            return self._confirm(look, area, self._asking)
        return self._pick(look, area)

    def _pick(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts, gap = look.theme, look.texts, look.theme.gap * 2
        note, middle, foot = rows(area, theme.mm(12.5), 1.0, theme.primary, gap=theme.gap)
        yield from self._said(look, note)
        high, shown = self._high(look), NARROW if parts.upright(look) else BROAD
        across = max(map(len, shown))
        block = centred(middle, middle.w, len(shown) * (high + theme.gap) - theme.gap)
        lines = rows(block, *[high] * len(shown), gap=theme.gap)
        for named, line in zip(shown, lines, strict=True):
            for what, cell in zip(named, columns(line, *THIRDS[:across], gap=gap), strict=False):
                yield from self._stepper(look, cell, what)
        yield Button(
            "next", foot, "paper", texts("next"), icon="chevron-right", style=Style.PRIMARY,
            act=Chosen(),
        )  # fmt: skip

    def _high(self, look: Look) -> int:
        return look.theme.type("small").line + look.theme.mm(0.6) + look.theme.target

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self._wrong:
            words = look.texts(self._wrong)
            return parts.note(look, area, "wrong", "triangle-alert", words, "alarm")
        return parts.note(look, area, "choose", "clock", look.texts("clock_choose"), "calm")

    def _stepper(self, look: Look, area: Rect, what: str) -> Iterable[Widget]:
        theme, number = look.theme, self._numbers[what]
        name, place = rows(area, theme.type("small").line, 1.0, gap=theme.mm(0.6))
        yield Label(f"{what}_name", name, "paper", look.texts(NAMES[what]), type="small")
        value = look.texts.month(number) if what == "month" else str(number)
        if what in {"hour", "minute"}:
            value = f"{number:02}"
        yield from stepper(look, place, what, value, Stepped(what, 1), Stepped(what, -1))

    def _confirm(self, look: Look, area: Rect, chosen: datetime) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        lowered = self.mark is not None and chosen.date() < self.mark
        note_high = theme.mm(14) if lowered or self.hint else 0
        said, note, foot = rows(area, 1.0, note_high, theme.primary, gap=theme.gap)
        yield from statement(
            look, said, "chosen", "calendar", _words(texts, chosen), lead=texts("clock_confirm")
        )
        if lowered and self.mark and not self.hint:
            words = texts("clock_goes_back", mark=texts.full(self.mark))
            yield from parts.note(look, note, "goes_back", "rotate-ccw", words, "honey")
        yield from hint_note(look, note, self.hint)
        fix, agree = columns(foot, 0.35, 0.65, gap=theme.mm(4))
        yield Button(
            "fix", fix, "paper", texts("edit"), icon="pencil", act=Fix(), enabled=not self.working
        )
        yield Button(
            "agree", agree, "paper", texts("saving" if self.working else "confirm"), icon="check",
            style=Style.PRIMARY, act=Agreed(), enabled=not self.working,
        )  # fmt: skip

    def _set(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        said, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        lead = when(texts, self.next_window) if self.next_window else texts("way_no_window")
        yield from statement(
            look, said, "clock_done", "circle-check", texts("clock_done"), lead=lead,
            colour="calm_line",
        )  # fmt: skip
        yield Button(
            "done", foot, "paper", texts("done"), icon="check", style=Style.PRIMARY,
            act=CommitteeLeft(),
        )  # fmt: skip


def _words(texts: Texts, chosen: datetime) -> str:
    day = chosen.date()
    return f"{texts.weekday(day)}, {texts.full(day)}, {texts.time(chosen)}"
