"""The school year, from September to August: what the journal is counted by (R4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST_MONTH = 9


@dataclass(frozen=True, order=True)
class SchoolYear:
    """The school year that begins in September of the year `start`."""

    start: int

    @classmethod
    def of(cls, day: date) -> SchoolYear:
        """The one a day belongs to."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.start, FIRST_MONTH, 1)

    @property
    def last(self) -> date:
        """Its last day, which still belongs to it."""
        return date(self.start + 1, FIRST_MONTH - 1, 31)

    def __str__(self) -> str:
        """As it is written everywhere: 2026/27."""
        return f"{self.start}/{(self.start + 1) % 100:02}"


def month_of(day: date) -> date:
    """The first day of a day's month, which stands for the month."""
    return day.replace(day=1)


def following(month: date) -> date:
    """The month after this one."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
