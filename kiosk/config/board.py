"""How the information board rests, as the school's settings say it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from kiosk.config.complaints import refuse, wrong
from kiosk.config.model import Model
from kiosk.post.board import Hours
from kiosk.post.letters import Language
from kiosk.post.timetable import Weekday

SCHOOL_DAYS = tuple(day for day in Weekday if day is not Weekday.SUNDAY)

Where = Annotated[str, Field(min_length=1, max_length=60)]


class SecondBoard(Model):
    """Whether this machine is only a board, without a box."""

    only: bool = Field(
        default=False,
        description="Whether this machine is only a board in another corridor: no slot, no lock, "
        "no printer, no letters and no keys. It shows what `kiosk bulletin take` brought.",
    )


class BoardSettings(Model):
    """When somebody is expected before the board; else it is dim until it is touched."""

    dims: bool = Field(
        default=True, description="Whether it is dim while nobody is expected; a touch wakes it."
    )
    lit_on: tuple[Weekday, ...] = Field(
        SCHOOL_DAYS, description=f"Days on which it is lit, some of {', '.join(Weekday)}."
    )
    lit_from: time = Field(time(7), description="From then on it is lit on these days.")
    lit_until: time = Field(time(18), description="Until then, later on the same day.")

    stands_in: Mapping[Language, Where] = Field(
        {},
        description="Where the post itself stands, one line each language: said by a second board.",
        examples=[{Language.KY: "1-кабат, китепкананын жанында"}],
    )

    @field_validator("lit_from", "lit_until")
    @classmethod
    def _local(cls, at: time) -> time:
        if at.tzinfo is not None:
            refuse(wrong("this time carries a zone of its own", "Write local time: 18:00:00."))
        return at

    @field_validator("lit_until")
    @classmethod
    def _after(cls, until: time, info: ValidationInfo) -> time:
        begins = info.data.get("lit_from")
        if begins is not None and until <= begins:
            remedy = "Write a time later than `lit_from`, or `dims = false` if it is never dim."
            refuse(wrong(f"the board is lit from {begins}, so this is never reached", remedy))
        return until

    def told_where(self, language: Language) -> str:
        """Where the post stands, in another language where this one is missing; empty if unsaid."""
        return self.stands_in.get(language) or next(iter(self.stands_in.values()), "")

    @property
    def lit(self) -> Hours:
        """When it is lit; where no day is named, on all of them."""
        if not self.dims:
            return Hours()
        days = frozenset([*Weekday].index(day) for day in self.lit_on)
        return Hours(days, self.lit_from, self.lit_until)
