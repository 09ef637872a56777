"""Picking a day and a month where no clock can be trusted (law 7)."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.post.letters import DayMonth, NoSuchDate
from kiosk.screens.base import Act, Look, Rect, When, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import abreast, note, note_height, roomy, upright
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
        texts = look.texts
        ask, picked, wrong = self._places(look, area)
        day, month, done = abreast(
            look, picked, (0.32, 0.42, 0.26), (1.0, 1.0, 1.0), gap=look.theme.gap * 2
        )
        return (
            Label("pick_ask", ask, "paper", texts("pick_today"), type="title", least="small*"),
            *_named(look, day, "day", str(self._day), DateStepped(days=1), DateStepped(days=-1)),
            *_named(
                look, month, "month", texts.month(self._month),
                DateStepped(months=1), DateStepped(months=-1),
            ),
            Button("date_done", _below_name(look, done), "paper", texts("ok"), icon="check",
                   act=DatePicked()),
            *(note(look, wrong, "date_error", "triangle-alert", texts("error_date"), "alarm")
              if self.refused else ()),
        )  # fmt: skip

    def _places(self, look: Look, area: Rect) -> tuple[Rect, Rect, Rect]:
        """Return where the question, what is picked and a note stand: together in the middle."""
        theme = look.theme
        one = _name_height(look) + (theme.mm(16) if roomy(look) else theme.target)
        tall = 3 * one + 4 * theme.gap if upright(look) else one
        told = note_height(look, look.texts("error_date"), area.w)
        line = theme.type("title").line if roomy(look) else theme.least("lead*").line
        ask, picked, wrong, _ = rows(
            area, line * (2 if upright(look) else 1), tall, told, 1.0,
            gap=theme.gap * (2 if roomy(look) else 1),
        )  # fmt: skip
        return ask, picked, wrong


NAMES = {"day": "pick_day", "month": "pick_month"}


def _named(
    look: Look, area: Rect, name: str, value: str, more: Act, fewer: Act
) -> tuple[Widget, ...]:
    """Return a stepper under its name."""
    words = rows(area, _name_height(look), 1.0)[0]
    return (
        Label(f"pick_{name}", words, "paper", look.texts(NAMES[name]), type="body",
              least="small"),
        *stepper(look, _below_name(look, area), name, value, more, fewer),
    )  # fmt: skip


def _name_height(look: Look) -> int:
    return (look.theme.type("body") if roomy(look) else look.theme.least("small")).line


def _below_name(look: Look, area: Rect) -> Rect:
    """Return what a name over it leaves."""
    return rows(area, _name_height(look), 1.0)[1]


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
