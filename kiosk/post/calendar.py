"""When the box may be opened: a monthly window from an RFC 5545 rule (R13, law 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulebase, rrulestr

HORIZON = timedelta(days=400)
"""How far ahead a window is looked for."""

ANCHOR = datetime(2024, 1, 1)  # noqa: DTZ001 - a rule counts local days; the zone comes with the times
"""Where a rule starts to count; matters only for an INTERVAL, or a rule that names no day."""

FREQUENCIES = ("WEEKLY", "MONTHLY", "YEARLY")
NOT_DAYS = ("DTSTART", "BYHOUR", "BYMINUTE", "BYSECOND", "\n")


@dataclass(frozen=True)
class Window:
    """The set time in which the box may be opened; both ends aware, `end` excluded."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether the box may be opened at this (aware) moment."""
        # Datetimes of one zone compare by the wall, which runs twice through an autumn's hour.
        return self.start <= moment.astimezone(UTC) < self.end


class CalendarError(ValueError):
    """The review rule cannot be kept."""


class BadRule(CalendarError):
    """Not a rule of RFC 5545 that names days."""


class BadHours(CalendarError):
    """The box would close before it opens."""


class BadMonth(CalendarError):
    """A skipped month is not written as YYYY-MM."""


class MovedFromNoWindow(CalendarError):
    """A date was moved on which the rule has no window."""


class ReviewCalendar:
    """The windows of a school: the rule's days, without skipped months, with moved dates.

    `moved` maps a day of the rule to the day that takes its place. A skipped month ("YYYY-MM")
    loses the rule's days, but not one that was moved from it. Raises `CalendarError`.
    """

    def __init__(
        self,
        rule: str,
        opens: time,
        closes: time,
        moved: Mapping[date, date],
        skipped: Iterable[str],
        zone: ZoneInfo,
    ) -> None:
        if closes <= opens:
            raise BadHours("the box has to close later than it opens, on the same day")
        self._rule = _parsed(rule)
        self._opens, self._closes, self._zone = opens, closes, zone
        self._moved, self._skipped = dict(moved), frozenset(map(_month, skipped))
        for day in self._moved:
            if not self._scheduled(day, day):
                raise MovedFromNoWindow(f"the rule has no window on {day}")

    def window_at(self, moment: datetime) -> Window | None:
        """The window that holds at this aware moment."""
        today = self._day(moment)
        windows = (self._window(day) for day in self.days(today, today))
        return next((window for window in windows if window.holds(moment)), None)

    def next_window(self, moment: datetime) -> Window | None:
        """The first window not yet over at this aware moment; None if none comes in 400 days."""
        today = self._day(moment)
        windows = (self._window(day) for day in self.days(today, today + HORIZON))
        return next((window for window in windows if moment.astimezone(UTC) < window.end), None)

    def days(self, first: date, last: date) -> list[date]:
        """The days with a window, from `first` to `last`, both included, in order."""
        scheduled = self._scheduled(first, last) - self._moved.keys()
        kept = {day for day in scheduled if f"{day:%Y-%m}" not in self._skipped}
        arrived = {day for day in self._moved.values() if first <= day <= last}
        return sorted(kept | arrived)

    def _scheduled(self, first: date, last: date) -> set[date]:
        found = self._rule.between(_midnight(first), _midnight(last), inc=True)
        return {moment.date() for moment in found}

    def _day(self, moment: datetime) -> date:
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return moment.astimezone(self._zone).date()

    def _window(self, day: date) -> Window:
        start = datetime.combine(day, self._opens, self._zone)
        return Window(start, datetime.combine(day, self._closes, self._zone))


def _parsed(rule: str) -> rrulebase:
    words = rule.upper()
    if any(word in words for word in NOT_DAYS) or not _names_days(words):
        raise BadRule("the rule must name days, like FREQ=MONTHLY;BYDAY=-1FR")
    try:
        return rrulestr(rule, dtstart=ANCHOR, cache=True)
    except (ValueError, TypeError, AttributeError, KeyError):
        raise BadRule("the rule is not written as RFC 5545 says") from None


def _names_days(words: str) -> bool:
    parts = words.removeprefix("RRULE:").split(";")
    return any(f"FREQ={frequency}" in parts for frequency in FREQUENCIES)


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise BadMonth("a skipped month is written like 2027-07")
    return text


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
