"""What a window's rule says, as far as people can be told in words (R13).

A rule that says more than this is told by its next days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.post.calendar import HORIZON, ReviewCalendar
from kiosk.post.witness import WindowRule

LAST = -1
"""The last one of a month."""

COMING = 3
"""So many days show how a rule goes on."""

BY_WEEKDAY = r"(-1|\+?[1-5])?(MO|TU|WE|TH|FR|SA|SU)"
BY_DAY = r"-1|\+?([1-9]|[12]\d|3[01])"
SAYABLE = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"}


class Weekday(StrEnum):
    """As a rule writes them, Monday first."""

    MONDAY = "mo"
    TUESDAY = "tu"
    WEDNESDAY = "we"
    THURSDAY = "th"
    FRIDAY = "fr"
    SATURDAY = "sa"
    SUNDAY = "su"


@dataclass(frozen=True)
class Timetable:
    """One of three is told: `weekly` on these weekdays; each month's `nth` weekdays, `LAST` too;
    or these `days` of each month, `LAST` too. Only in these `months`, or in all.
    """

    weekly: tuple[Weekday, ...] = ()
    nth: tuple[tuple[int, Weekday], ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


def read(rule: str) -> Timetable | None:
    """What an RFC 5545 rule says; None where it says more than a timetable can."""
    parts = {name: value for name, _, value in (part.partition("=") for part in rule.split(";"))}
    if parts.keys() - SAYABLE or parts.get("INTERVAL", "1") != "1":
        return None
    months = tuple(map(int, parts["BYMONTH"].split(","))) if "BYMONTH" in parts else ()
    match parts.get("FREQ"), parts.get("BYDAY"), parts.get("BYMONTHDAY"):
        case "WEEKLY" | "MONTHLY" as frequency, str(weekdays), None:
            return _on_weekdays(frequency, weekdays, months)
        case "MONTHLY", None, str(days):
            return _on_days(days, months)
    return None


def _on_weekdays(frequency: str, weekdays: str, months: tuple[int, ...]) -> Timetable | None:
    found = [re.fullmatch(BY_WEEKDAY, one) for one in weekdays.split(",")]
    told = [(one[1], Weekday(one[2].lower())) for one in found if one]
    if len(told) < len(found):
        return None
    if all(nth is None for nth, _ in told):
        return Timetable(weekly=tuple(weekday for _, weekday in told), months=months)
    if frequency == "WEEKLY" or any(nth is None for nth, _ in told):
        return None
    return Timetable(nth=tuple((int(nth), weekday) for nth, weekday in told if nth), months=months)


def _on_days(days: str, months: tuple[int, ...]) -> Timetable | None:
    told = days.split(",")
    if not all(re.fullmatch(BY_DAY, one) for one in told):
        return None
    return Timetable(days=tuple(map(int, told)), months=months)


def coming(rule: WindowRule, after: date) -> tuple[date, ...]:
    """The next days of a rule after this one."""
    calendar = ReviewCalendar(
        rule.rule, rule.opens, rule.closes, dict(rule.moved), rule.skipped, ZoneInfo("UTC")
    )
    return tuple(calendar.days(after + timedelta(days=1), after + HORIZON)[:COMING])
