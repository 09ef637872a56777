"""Picking a day and a month where no clock can be trusted (law 7)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.post.letters import DayMonth, NoSuchDate
from kiosk.screens.base import Act, Look, Rect, When, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Label, Panel


@dataclass(frozen=True)
class DateStepped(Act):
    """So many days or months on."""

    days: int = 0
    months: int = 0


@dataclass(frozen=True)
class DatePicked(Act):
    """The day and the month stand."""


class DatePick:
    """Two numbers that go round, 1 to 31 and 1 to 12, and what is wrong with them."""

    def __init__(self) -> None:
        self._day, self._month = 1, 1
        self.refused = False

    @property
    def day(self) -> DayMonth:
        """What is picked; NoSuchDate for the like of 31 February."""
        return DayMonth(self._day, self._month)

    def take(self, act: DateStepped | DatePicked) -> bool:
        """Step, or settle: True when a date that exists was picked."""
        if isinstance(act, DateStepped):
            self._day = (self._day + act.days - 1) % 31 + 1
            self._month = (self._month + act.months - 1) % 12 + 1
            self.refused = False
            return False
        try:
            _ = self.day
        except NoSuchDate:
            self.refused = True
        return not self.refused

    def widgets(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return question, two steppers, and the button that settles it."""
        theme, texts = look.theme, look.texts
        line = theme.type("body").line
        ask, names, steppers, wrong, _ = rows(
            area, 2 * line, theme.type("small").line, theme.mm(13), 2 * line, 1.0,
            gap=theme.mm(0.6),
        )  # fmt: skip
        split = (0.32, 0.42, 0.26)
        day_name, month_name, _ = columns(names, *split, gap=theme.gap * 2)
        day, month, done = columns(steppers, *split, gap=theme.gap * 2)
        error = texts("error_date") if self.refused else ""
        return (
            Label("pick_ask", ask, "paper", texts("pick_today"), type="lead*", least="small*"),
            Label("pick_day", day_name, "paper", texts("pick_day"), type="small"),
            Label("pick_month", month_name, "paper", texts("pick_month"), type="small"),
            *stepper(look, day, "day", str(self._day), DateStepped(days=1), DateStepped(days=-1)),
            *stepper(
                look, month, "month", texts.month(self._month),
                DateStepped(months=1), DateStepped(months=-1),
            ),
            Button("date_done", done, "paper", texts("ok"), icon="check", act=DatePicked()),
            Label("date_error", wrong, "paper", error, type="body*", colour="danger"),
        )  # fmt: skip


def stepper(
    look: Look, area: Rect, name: str, value: str, more: Act, fewer: Act
) -> tuple[Widget, ...]:
    """Return a value between a minus and a plus that repeat while they are held."""
    side = look.theme.target
    minus, middle, plus = columns(area, side, 1.0, side, gap=look.theme.mm(0.8))
    return (
        Button(f"{name}_fewer", minus, "paper", "", icon="minus", act=fewer, when=When.REPEAT),
        Panel(f"{name}_box", middle, "paper", "sheet", line="hair"),
        Label(f"{name}_value", _within(middle), "sheet", value, type="title", least="small*",
              align="centre"),
        Button(f"{name}_more", plus, "paper", "", icon="plus", act=more, when=When.REPEAT),
    )  # fmt: skip


def _within(box: Rect) -> Rect:
    return Rect(box.x + 4, box.y + 4, box.w - 8, box.h - 8)
