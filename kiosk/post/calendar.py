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


@dataclass(frozen=True)
class Opening:
    """A review out of turn, on which a quorum agreed: local times of the school's own day.

    An `urgent` one was agreed on its own day; every other one was announced a day before.
    """

    day: date
    opens: time
    closes: time
    agreed_on: date
    urgent: bool = False


URGENT = timedelta(hours=2)
"""How long the box may be opened at the least, when the quorum needs it at once."""


def at_once(now: datetime) -> Opening:
    """A review that cannot wait: from this hour of the wall clock on, to the end of an hour.

    Whole hours, because nothing finer need be known of it; it ends before midnight.
    """
    start = now.replace(minute=0, second=0, microsecond=0)
    end = start + URGENT + timedelta(hours=1)
    closes = end.time() if end.date() == start.date() else time(23, 59, 59)
    return Opening(start.date(), start.time(), closes, start.date(), urgent=True)


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
    loses the rule's days, but not one that was moved from it. `extra` come beside all of these.
    Raises `CalendarError`.
    """

    def __init__(
        self,
        rule: str,
        opens: time,
        closes: time,
        moved: Mapping[date, date],
        skipped: Iterable[str],
        zone: ZoneInfo,
        extra: Iterable[Opening] = (),
    ) -> None:
        if closes <= opens:
            raise BadHours("the box has to close later than it opens, on the same day")
        self._rule = _parsed(rule)
        self._opens, self._closes, self._zone = opens, closes, zone
        self._moved, self._skipped = dict(moved), frozenset(map(_month, skipped))
        self._extra = tuple(extra)
        for day in self._moved:
            if not self._scheduled(day, day):
                raise MovedFromNoWindow(f"the rule has no window on {day}")

    def window_at(self, moment: datetime) -> Window | None:
        """The window that holds at this aware moment."""
        today = self._day(moment)
        windows = self._windows(today, today)
        return next((window for window in windows if window.holds(moment)), None)

    def next_window(self, moment: datetime) -> Window | None:
        """The first window not yet over at this aware moment; None if none comes in 400 days."""
        today = self._day(moment)
        windows = self._windows(today, today + HORIZON)
        return next((window for window in windows if not _over(window, moment)), None)

    def missed(self, moment: datetime, held_on: date | None, since: date | None) -> date | None:
        """The rule's last day on which the box stayed shut, None if that review was held.

        The box was opened last on `held_on`; `since` there is a committee. Without either nobody
        can tell.
        """
        today, known = self._day(moment), [day for day in (held_on, since) if day is not None]
        ended = [
            day for day in self.days(today - HORIZON, today) if _over(self._window(day), moment)
        ]
        if not known or not ended or ended[-1] <= max(known):
            return None
        return ended[-1]

    def days(self, first: date, last: date) -> list[date]:
        """The rule's days with a window, from `first` to `last`, both included, in order."""
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

    def _windows(self, first: date, last: date) -> list[Window]:
        extra = [one for one in self._extra if first <= one.day <= last]
        beside = [self._between(one.day, one.opens, one.closes) for one in extra]
        return sorted((*map(self._window, self.days(first, last)), *beside), key=_start)

    def _window(self, day: date) -> Window:
        return self._between(day, self._opens, self._closes)

    def _between(self, day: date, opens: time, closes: time) -> Window:
        start = datetime.combine(day, opens, self._zone)
        return Window(start, datetime.combine(day, closes, self._zone))


def _over(window: Window, moment: datetime) -> bool:
    return moment.astimezone(UTC) >= window.end


def _start(window: Window) -> datetime:
    return window.start


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
