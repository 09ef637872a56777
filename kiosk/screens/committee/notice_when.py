"""When a notice hangs, whether it is urgent, and its picture: one page of steppers and chips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.notice_draft import NoticeDraft
from kiosk.screens.datepick import stepper
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import roomy
from kiosk.screens.widgets import Button, Label
from kiosk.texts import Texts

WEEK = 7
FIRM = "\u00a0"
"""A blank at which no line is broken: between day and month."""
LONGEST_NAME = 20


@dataclass(frozen=True)
class Begin(Act):
    """The first day, so many days on."""

    days: int


@dataclass(frozen=True)
class End(Act):
    """The last day, so many days on."""

    days: int


@dataclass(frozen=True)
class OpenAt(Act):
    """The first hour, so many hours on."""

    step: int


@dataclass(frozen=True)
class CloseAt(Act):
    """The last hour, so many hours on."""

    step: int


@dataclass(frozen=True)
class Weekday(Act):
    """On this weekday or not; Monday is 0."""

    number: int


@dataclass(frozen=True)
class Pinned(Act):
    """Urgent or not."""


@dataclass(frozen=True)
class Pictured(Act):
    """Another picture."""


Timing = Begin | End | OpenAt | CloseAt | Weekday | Pinned | Pictured


def timed(draft: NoticeDraft, act: Timing, pictures: list[str]) -> None:
    """Do what a touch on this page means."""
    match act:
        case Begin(days=days):
            draft.begin(days)
        case End(days=days):
            draft.end(days)
        case OpenAt(step=step):
            draft.open_at(step)
        case CloseAt(step=step):
            draft.close_at(step)
        case Weekday(number=number):
            draft.turn_weekday(number)
        case Pinned():
            draft.pin()
        case Pictured():
            draft.next_picture(pictures)


def when(look: Look, area: Rect, draft: NoticeDraft, pictures: list[str]) -> Iterable[Widget]:
    """Days, hours, weekdays; then whether it is urgent, and its picture."""
    theme, texts, notice = look.theme, look.texts, draft.notice
    line = theme.least("small").line
    gap = theme.gap if roomy(look) else theme.gap // 2
    high = min(theme.mm(16), (area.h - line - 4 * gap) // 4)
    days, hours, weekdays, said, last, _ = rows(area, *[high] * 3, line, high, 1.0, gap=gap)
    first, until = columns(days, 1.0, 1.0, gap=theme.mm(4))
    begins, ends = (
        _day(texts, "show_from", notice.first_day),
        _day(texts, "show_until", notice.last_day),
    )
    yield from stepper(look, first, "first", begins, Begin(1), Begin(-1))
    yield from stepper(look, until, "last", ends, End(1), End(-1))
    opens, closes = columns(hours, 1.0, 1.0, gap=theme.mm(4))
    at = notice.hours
    from_words = _hour(texts, "notice_opens", "notice_from_morning", at.opens)
    until_words = _hour(texts, "notice_closes", "notice_till_night", at.closes)
    yield from stepper(look, opens, "opens", from_words, OpenAt(1), OpenAt(-1))
    yield from stepper(look, closes, "closes", until_words, CloseAt(1), CloseAt(-1))
    yield from _weekdays(look, weekdays, draft)
    words = texts("notice_some_days" if at.weekdays else "notice_every_day")
    yield Label("weekdays_said", said, "paper", words, type="small", least="small",
                colour="muted")  # fmt: skip
    yield from _last(look, last, draft, pictures)


def _weekdays(look: Look, area: Rect, draft: NoticeDraft) -> Iterable[Widget]:
    names = look.texts.weekdays()
    chosen = draft.notice.hours.weekdays
    cells = columns(area, *[1.0] * WEEK, gap=look.theme.gap)
    for number, (name, cell) in enumerate(zip(names, cells, strict=True)):
        yield chip(look, cell, Choice(f"weekday_{number}", name, Weekday(number), number in chosen))


def _last(look: Look, area: Rect, draft: NoticeDraft, pictures: list[str]) -> Iterable[Widget]:
    texts, notice = look.texts, draft.notice
    pin, picture = columns(area, 1.0, 1.0, gap=look.theme.mm(4))
    yield chip(look, pin, Choice("pinned", texts("notice_pinned"), Pinned(), notice.pinned))
    named = shortened(notice.picture) or texts("notice_no_picture")
    words = f"{texts('notice_picture')}: {named}" if pictures else texts("notice_no_pictures")
    yield Button(
        "picture", picture, "paper", words, icon="eye", type="body*", least="small",
        act=Pictured(), enabled=bool(pictures),
    )  # fmt: skip


def shortened(name: str) -> str:
    """A picture's name, as far as there is room for it."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _day(texts: Texts, key: str, day: date) -> str:
    return f"{texts(key)}: {texts.date(day).replace(' ', FIRM)}"


def _hour(texts: Texts, key: str, none: str, at: time | None) -> str:
    return texts(key, time=texts.time(at)) if at else texts(none)
