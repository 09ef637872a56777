"""The school's settings: its name, its helplines, its review rule, its committee."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import InitErrorDetails

from kiosk.config.complaints import again, refusal, refuse, wrong
from kiosk.config.model import Model
from kiosk.post.calendar import Opening, ReviewCalendar
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.witness import WindowRule

FIRST_DAY = date(2025, 1, 1)
"""From here a rule is tried out; any year that is not a leap year serves."""

TOGETHER = 2
"""Roles that must be there at the least (R13)."""

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

PhoneNumber = Annotated[str, Field(pattern=r"^\+?\d[\d -]{1,18}\d$")]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Duty = Annotated[str, Field(min_length=1, max_length=280)]
Title = Annotated[str, Field(min_length=1, max_length=60)]


def _never_alone(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    remedy = f"Write two or more different roles of: {', '.join(Role)}."
    if len(set(roles)) < len(roles):
        refuse(wrong("a role stands here twice", remedy))
    if len(roles) < TOGETHER:
        refuse(wrong("nobody may open the box alone", remedy))
    return roles


RoleSet = Annotated[tuple[Role, ...], AfterValidator(_never_alone)]


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


class School(Model):
    """What the school decides; kept as JSON in the store."""

    name: Mapping[Language, Title] = Field(
        description="The school's name as its board and its receipts show it; ky must be there, "
        "ru and en may follow, one line each.",
        examples=[{Language.KY: "№ 5 орто мектеп"}],
    )
    timezone: str = Field(
        "Asia/Bishkek", description="Where the school is, by its name in the time zone database."
    )
    helpline: PhoneNumber = Field(
        "111", description="Number of the children's helpline, always in sight (R5)."
    )
    emergency: PhoneNumber = Field(
        "112", description="Number for emergencies, always in sight (R5)."
    )
    receipt: Literal["ask", "always", "never"] = Field(
        "ask",
        description="Paper after a letter: offered (ask), printed without asking (always), or "
        "none (never).",
    )
    duty_to_report: Mapping[Language, Duty] = Field(
        {},
        description="What the law obliges the school to report, to whom and how soon, in its own "
        "words, one line each language; the committee reads it where a letter cannot wait.",
        examples=[
            {Language.KY: "Балага карата зомбулук: ошол эле күнү 102, балдарды коргоо бөлүмү."}
        ],
    )
    reply_days: int = Field(
        180,
        ge=30,
        le=730,
        description="How many days a private reply is kept for whoever holds its code, counted "
        "from the close of the review; then it is erased.",
    )
    notices_by: tuple[Role, ...] = Field(
        (Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE),
        description="Who may change the board's notices at the kiosk, each with their own key "
        f"card alone: some of {', '.join(Role)}.",
    )
    quorum: tuple[RoleSet, ...] = Field(
        (tuple(Role),),
        description="The sets of roles that may open the box, of which one must be there whole. "
        "It is fixed when the committee is enrolled and cannot be changed here afterwards.",
    )
    review: ReviewRule = Field(
        default_factory=ReviewRule, description="When the committee may open the box."
    )

    @field_validator("name", mode="wrap")
    @classmethod
    def _in_kyrgyz(
        cls, name: object, check: ValidatorFunctionWrapHandler
    ) -> Mapping[Language, Title]:
        """Complain of a missing ky and of all other names at once."""
        missing = isinstance(name, Mapping) and Language.KY not in name
        lacks = [wrong("the Kyrgyz name is missing", 'Write a line `ky = "…"`.', "ky")] * missing
        try:
            names: Mapping[Language, Title] = check(name)
        except ValidationError as error:
            refuse(*lacks, *map(again, error.errors(include_url=False)))
            raise
        refuse(*lacks)
        return names

    @field_validator("timezone")
    @classmethod
    def _on_earth(cls, zone: str) -> str:
        zones = available_timezones()
        if zone not in zones:
            near = get_close_matches(zone, zones, n=1) or ["Asia/Bishkek"]
            refuse(wrong("there is no such time zone", f'Write, for example, "{near[0]}".'))
        return zone

    @field_validator("quorum")
    @classmethod
    def _not_empty(cls, quorum: tuple[RoleSet, ...]) -> tuple[RoleSet, ...]:
        if not quorum:
            remedy = f"Write at least one set of: {', '.join(Role)}."
            refuse(wrong("no set of roles may open the box", remedy))
        return quorum

    def named(self, language: Language) -> str:
        """Return the school's name; in Kyrgyz where it has none in this language."""
        return self.name.get(language, self.name[Language.KY])

    def duty(self, language: Language) -> str:
        """Return what the law asks of the school; in another language where this one is missing."""
        return self.duty_to_report.get(language) or next(iter(self.duty_to_report.values()), "")

    def calendar(self, extra: Iterable[Opening] = ()) -> ReviewCalendar:
        """Return the windows in which the box may be opened, also those `extra`, out of turn."""
        rule, zone = self.review, ZoneInfo(self.timezone)
        days = rule.moved, rule.skipped
        return ReviewCalendar(rule.rule, rule.opens, rule.closes, *days, zone, extra)

    def window_rule(self) -> WindowRule:
        """Return the same as the protocol tells it."""
        rule = self.review
        moved = tuple(sorted(rule.moved.items()))
        return WindowRule(rule.rule, rule.opens, rule.closes, rule.skipped, moved)

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role that some permitted set needs, in the regulation's order."""
        return tuple(role for role in Role if any(role in roles for roles in self.quorum))
