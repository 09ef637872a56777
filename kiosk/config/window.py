"""When the committee may open the box, as the school's settings say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import InitErrorDetails

from kiosk.config.complaints import refusal, refuse, wrong
from kiosk.config.model import Model
from kiosk.post.calendar import ReviewCalendar

FIRST_DAY = date(2025, 1, 1)
"""From here a rule is tried out; any year that is not a leap year serves."""

RULE_PARTS = {
    "FREQ": r"WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d?",
    "BYDAY": r"[-+,\dA-Z]+",
    "BYMONTHDAY": r"[-+,\d]+",
    "BYMONTH": r"(1[0-2]|[1-9])(,(1[0-2]|[1-9]))*",
    "BYSETPOS": r"[-+,\d]+",
    "WKST": r"[A-Z]{2}",
}
RULE_REMEDY = (
    "Write an RFC 5545 rule without an end or an hour, such as "
    '"FREQ=MONTHLY;BYDAY=-1FR" for the last Friday of each month.'
)

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class ReviewRule(Model):
    """When the committee may open the box (R13)."""

    rule: str = Field(
        "FREQ=MONTHLY;BYDAY=-1FR",
        description="The days on which the box may be opened, as an RFC 5545 rule; this one is "
        "the last Friday of each month.",
    )
    opens: time = Field(time(14), description="When the window opens, local time.")
    closes: time = Field(time(16), description="When the window closes, later on the same day.")
    skipped: tuple[Month, ...] = Field(
        (),
        description='Months without a review, such as ["2027-07", "2027-08"].',
        examples=[("2027-07", "2027-08")],
    )
    moved: Mapping[date, date] = Field(
        {},
        description="Reviews on another day than the rule's, one line each: the rule's day = "
        "the new day, such as 2027-04-30 = 2027-04-23.",
        examples=[{date(2027, 4, 30): date(2027, 4, 23)}],
    )

    @field_validator("rule")
    @classmethod
    def _gives_days(cls, rule: str) -> str:
        parts = [part.partition("=")[::2] for part in rule.split(";")]
        strange = [p for p, v in parts if not re.fullmatch(RULE_PARTS.get(p, "(?!)"), v)]
        strange += [name for name, n in Counter(p for p, _ in parts).items() if n > 1]
        if strange or "FREQ" not in dict(parts):
            bad = ", ".join(strange) or "FREQ is missing"
            refuse(wrong(f"this rule cannot be used ({bad})", RULE_REMEDY))
        if not comes(cls._bare(rule), FIRST_DAY):
            refuse(wrong("this rule gives no day in 400 days", RULE_REMEDY))
        return rule

    @field_validator("opens", "closes")
    @classmethod
    def _local(cls, at: time) -> time:
        if at.tzinfo is not None:
            refuse(wrong("this time carries a zone of its own", "Write local time: 14:00:00."))
        return at

    @field_validator("closes")
    @classmethod
    def _after_opening(cls, closes: time, info: ValidationInfo) -> time:
        opens = info.data.get("opens")
        if opens is not None and closes <= opens:
            remedy = "Write a time later than `opens` on the same day."
            refuse(wrong(f"the window opens at {opens}, so it never comes", remedy))
        return closes

    @field_validator("skipped")
    @classmethod
    def _leaves_some(cls, skipped: tuple[Month, ...], info: ValidationInfo) -> tuple[Month, ...]:
        if "rule" in info.data:
            calendar = cls._bare(info.data["rule"], skipped)
            firsts = [date.fromisoformat(f"{month}-01") for month in skipped]
            if not all(comes(calendar, first) for first in firsts):
                refuse(
                    wrong(
                        "with these months left out, no window comes in 400 days",
                        "Leave fewer months out: a letter must be read within a year.",
                    )
                )
        return skipped

    @field_validator("moved")
    @classmethod
    def _moves_windows(
        cls, moved: Mapping[date, date], info: ValidationInfo
    ) -> Mapping[date, date]:
        if "rule" in info.data:
            calendar = cls._bare(info.data["rule"])
            refuse(*(_not_a_window(day) for day in moved if not _held_on(calendar, day)))
        return moved

    @staticmethod
    def _bare(rule: str, skipped: tuple[Month, ...] = ()) -> ReviewCalendar:
        try:
            return ReviewCalendar(rule, time(0), time(1), {}, skipped, ZoneInfo("UTC"))
        except ValueError as error:
            raise refusal(wrong(f"this rule cannot be used ({error})", RULE_REMEDY)) from None


def comes(calendar: ReviewCalendar, day: date) -> bool:
    """Whether a window comes in the 400 days from this one on."""
    return calendar.next_window(datetime.combine(day, time(0), UTC)) is not None


def _held_on(calendar: ReviewCalendar, day: date) -> bool:
    return calendar.window_at(datetime.combine(day, time(0), UTC)) is not None


def _not_a_window(day: date) -> InitErrorDetails:
    return wrong(
        f"{day} is no review day, so it cannot be moved",
        "Write the day that the rule gives on the left, and the new day on the right.",
        str(day),
    )
