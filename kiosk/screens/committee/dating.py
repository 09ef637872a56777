"""Day and month of a paper letter, and the number of the slip enclosed in it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.post.journal import HANDLE_DIGITS
from kiosk.post.letters import LEAP_YEAR, DayMonth, by_then
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, When, Widget
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.desk import recount
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.pages import Dated, Undated
from kiosk.screens.committee.reading import spaced
from kiosk.screens.datepick import DateStepped
from kiosk.screens.layout import centred, columns, grid, inset, rows
from kiosk.screens.numberpad import number_pad
from kiosk.screens.widgets import Button, Label, Panel
from kiosk.texts import Texts

ACROSS, WEEK, LONGEST = 11, 7, 31
"""Days in a line, fewer on upright glass; days of the longest month."""


def days_of(month: int) -> int:
    """How many days a letter of this month may bear; no year is known, so February has 29."""
    return monthrange(LEAP_YEAR, month)[1]


@dataclass(frozen=True)
class Dating:
    """The month that shows, the figures `typed` so far, and the key of what is wrong with them."""

    month: int
    typed: str
    wrong: str
    today: date


def dating(look: Look, area: Rect, draft: Draft, dated: Dating, paper: str) -> Iterable[Widget]:
    """A month and its days: one that is not there, or not yet, cannot be touched.

    `paper` says which letter it is.
    """
    theme, texts, month = look.theme, look.texts, dated.month
    line, high = theme.type("small*").line, max(theme.target, min(theme.mm(18), area.h // 6))
    asked = line + (2 * line + theme.gap) * parts.upright(look)
    ask, head, days = rows(area, asked, high, 1.0, gap=theme.gap // 2 + 1)
    nth, question = parts.abreast(look, ask, (theme.mm(44), 1.0), (line, 1.0), theme.gap)
    yield Label("paper_nth", nth, "paper", paper, type="body*", least="small*")
    words = texts(dated.wrong or "paper_when")
    if dated.typed:
        words = f"{texts('pick_day')}, {texts('pick_month')}: {dated.typed}"
    yield Label("when_ask", question, "paper", words, type="small*", least="small",
                colour="danger" if dated.wrong else "ink")  # fmt: skip
    yield from _head(look, head, draft, month)
    gap = theme.mm(1.1)
    across = ACROSS if days.w >= ACROSS * (theme.target + gap) - gap else WEEK
    down = -(-LONGEST // across)
    cells = grid(days._replace(h=down * high + (down - 1) * gap), across, down, gap=gap)
    for day, cell in zip(range(1, days_of(month) + 1), cells, strict=False):
        born = DayMonth(day, month)
        choice = Choice(
            f"day_{day}", str(day), Dated(day), draft.written == born, by_then(born, dated.today)
        )
        yield chip(look, cell, choice)


def _head(look: Look, area: Rect, draft: Draft, month: int) -> Iterable[Widget]:
    theme, texts = look.theme, look.texts
    minus, shown, plus, none, again = columns(
        area, theme.target, 1.0, theme.target, 0.9, 1.1, gap=theme.gap
    )
    words = inset(shown, theme.mm(0.8), theme.mm(0.8))
    less, more = DateStepped(months=-1), DateStepped(months=1)
    yield Button("month_fewer", minus, "paper", "", icon="minus", act=less, when=When.REPEAT)
    yield Panel("month_box", shown, "paper", "sheet", line="hair")
    yield Label("month", words, "sheet", texts.month(month), type="lead*", least="small",
                align="centre")  # fmt: skip
    yield Button("month_more", plus, "paper", "", icon="plus", act=more, when=When.REPEAT)
    undated = draft.written is None
    yield chip(look, none, Choice("no_date", texts("no_date"), Undated(), undated))
    yield recount(look, again)


def enclosing(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    """Eight figures of the slip that lay in the letter."""
    theme, texts = look.theme, look.texts
    left, right = parts.abreast(look, area, (1.0, 1.0), (0.45, 0.55), theme.mm(5))
    ask, number, said = rows(left, theme.mm(18), theme.mm(16), 1.0, gap=theme.gap)
    yield Label("slip_ask", ask, "paper", texts("slip_ask"), type="lead*", least="small")
    yield Panel("slip_box", number, "paper", "sheet", line="line")
    digits = spaced(draft.handle.ljust(HANDLE_DIGITS, "·"))
    inner = centred(number, number.w - theme.mm(4), number.h - theme.mm(1))
    yield Label("slip", inner, "sheet", digits, type="title", least="body*", align="centre")
    note = Rect(*said[:3], min(said.h, theme.mm(26)))
    wrong = _refused(texts, draft)
    if wrong:
        yield from parts.note(look, note, "slip_said", "triangle-alert", wrong, "alarm")
    elif draft.replies:
        yield from parts.note(look, note, "slip_said", "circle-check", texts("slip_found"), "calm")
    yield from number_pad(Rect(*right[:3], min(right.h, theme.mm(80))))


def _refused(texts: Texts, draft: Draft) -> str:
    """Why these figures are not taken; empty where nothing is wrong with them."""
    if draft.taken_by is not None:
        return texts("slip_taken", n=draft.taken_by)
    return texts("slip_none") if draft.unmatched else ""
