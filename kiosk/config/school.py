"""The school's settings: its name, its helplines, its committee; `window` has its review rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
)

from kiosk.config.board import BoardSettings
from kiosk.config.complaints import again, refuse, wrong
from kiosk.config.model import Model
from kiosk.config.window import ReviewRule
from kiosk.post.calendar import Opening, ReviewCalendar
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.witness import WindowRule

TOGETHER = 2
"""Roles that must be there at the least (R13)."""

PhoneNumber = Annotated[str, Field(pattern=r"^\+?\d[\d -]{1,18}\d$")]
Duty = Annotated[str, Field(min_length=1, max_length=280)]
Title = Annotated[str, Field(min_length=1, max_length=60)]
Who = Annotated[str, Field(min_length=1, max_length=40)]
Place = Annotated[str, Field(min_length=1, max_length=40)]
AT_HAND = 3
"""So many helpers fit on the smallest screen, each name large enough to be read at a glance."""


def _never_alone(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    remedy = f"Write two or more different roles of: {', '.join(Role)}."
    if len(set(roles)) < len(roles):
        refuse(wrong("a role stands here twice", remedy))
    if len(roles) < TOGETHER:
        refuse(wrong("nobody may open the box alone", remedy))
    return roles


RoleSet = Annotated[tuple[Role, ...], AfterValidator(_never_alone)]


class Helper(Model):
    """A person at school to whom a pupil may go for help."""

    who: Mapping[Language, Who] = Field(
        min_length=1, description="Name or office, or both, one line each language."
    )
    where: Mapping[Language, Place] = Field(
        {}, description="Room, days and hours, one line each language."
    )

    def told(self, language: Language) -> tuple[str, str]:
        """Return who and where; in another language where this one is missing."""
        return _in(language, self.who), _in(language, self.where)


def _in(language: Language, words: Mapping[Language, str]) -> str:
    return words.get(language) or next(iter(words.values()), "")


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
    in_school: tuple[Helper, ...] = Field(
        (),
        max_length=AT_HAND,
        description="Who helps a pupil at school, where and when, at most three: shown where "
        "somebody asks for help, and on a small paper. Ask them first.",
        examples=[
            (
                Helper(
                    who={Language.KY: "Айгүл Асанова, соцпедагог"},
                    where={Language.KY: "12-кабинет, дүйшөнбү–жума, 8:00–14:00"},
                ),
            )
        ],
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
    keep_texts_months: int = Field(
        12,
        ge=1,
        le=60,
        description="How many months the words of a letter are kept once it is answered; then "
        "the committee is offered to erase them. The row in the journal stays.",
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
    board: BoardSettings = Field(
        default_factory=BoardSettings, description="How the information board rests."
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
        return _in(language, self.duty_to_report)

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
