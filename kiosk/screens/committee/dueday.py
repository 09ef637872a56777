"""The day on which a forum sits: one touch among the days of the next eight weeks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import TALLEST_MM, Choice, chip
from kiosk.screens.committee.pages import DueSet, Leafed
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import columns, grid, rows
from kiosk.screens.paging import drawn
from kiosk.screens.widgets import Label
from kiosk.texts import Texts

WEEKS = 8
SCHOOL_DAYS = 6
"""Monday to Saturday."""


def dueday(
    look: Look, area: Rect, today: date, chosen: date | None, usual: date | None, leaf: int
) -> Iterable[Widget]:
    """The days from today on, a week in a row; `usual` is the day of the next review."""
    theme, texts = look.theme, look.texts
    line, gap = theme.least("body*").line, theme.gap // (1 if parts.roomy(look) else 2)
    ask, days, foot = rows(area, line, 1.0, theme.target, gap=gap)
    yield Label("due_ask", ask, "paper", texts("due_ask"), type="body*", least="small")
    shown = WEEKS if parts.roomy(look) and _fit(look, days, WEEKS) else WEEKS // 2
    leaf = min(leaf, WEEKS // shown - 1)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=leaf * shown)
    tall = shown * theme.mm(TALLEST_MM) + (shown - 1) * theme.gap // 2
    cells = grid(days._replace(h=min(days.h, tall)), SCHOOL_DAYS, shown, gap=theme.gap // 2)
    for nth, cell in enumerate(cells):
        week, weekday = divmod(nth, SCHOOL_DAYS)
        day = monday + timedelta(weeks=week, days=weekday)
        if day >= today:
            act, here = DueSet(day), day == chosen
            one = chip(look, cell, Choice(f"due_{day:%m_%d}", named(texts, day), act, here))
            yield from drawn(look, [one], Leafed, leaf, WEEKS // shown)
    yield from _others(look, foot, chosen, usual, leaf, WEEKS // shown)


def day_words(texts: Texts, due: date | None) -> str:
    """On which day its forum sits."""
    return texts("matter_day", date=texts.date(due)) if due else texts("matter_no_day")


def named(texts: Texts, day: date) -> str:
    """Weekday and date, in figures: short enough for a narrow chip."""
    return f"{texts.weekdays()[day.weekday()]} {day:%d.%m}"


def _fit(look: Look, area: Rect, down: int) -> bool:
    return area.h >= down * look.theme.target + (down - 1) * look.theme.gap // 2


def _others(
    look: Look, area: Rect, chosen: date | None, usual: date | None, leaf: int, count: int
) -> Iterable[Widget]:
    """The day of the next review, no day yet, and the weeks that follow."""
    texts = look.texts
    review, none, pager = columns(area, 0.42, 0.28, 0.3, gap=look.theme.gap)
    if usual is not None:
        words = texts("due_review", date=texts.date(usual))
        yield chip(look, review, Choice("due_usual", words, DueSet(usual), usual == chosen))
    words = texts("matter_no_day")
    yield chip(look, none, Choice("due_none", words, DueSet(None), chosen is None))
    yield from leaves(look, pager, "weeks", leaf, count, Leafed(-1), Leafed(1))
