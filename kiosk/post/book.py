"""The whole journal in plain: only in memory, and only while the quorum is there (law 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.post.journal import Entry
from kiosk.post.matters import Matter


@dataclass(frozen=True)
class Row:
    """One numbered row: the review it was written in, and what it says.

    `entry` is None for a row that no longer opens; `closed_on` while its review goes on. `former`
    is what the row said before it was corrected, the oldest first.
    """

    number: int
    review: int
    opened_on: date
    closed_on: date | None
    entry: Entry | None = field(repr=False)
    former: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def versions(self) -> tuple[Entry, ...]:
        """All that the row ever said and that can be read, the oldest first."""
        return self.former if self.entry is None else (*self.former, self.entry)


@dataclass(frozen=True)
class Book:
    """Every row by number, and all matters; nothing of it is ever written down in plain."""

    rows: tuple[Row, ...] = field(default=(), repr=False)
    matters: tuple[Matter, ...] = field(default=(), repr=False)

    def titles(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        """What the matters of these numbers are called."""
        called = {matter.number: matter.title for matter in self.matters}
        return tuple(called[number] for number in numbers if number in called)
