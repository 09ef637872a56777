"""What the players of a year remember, and what follows from it by counting on fingers.

Nothing here asks the kiosk: its figures are held against these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from kiosk.post.journal import Decision
from kiosk.post.matters import OPEN, State
from tests.year.plan import Wrote


@dataclass(frozen=True)
class Registered:
    """A letter that got its row in the review with this number, whose box was opened on a day."""

    wrote: Wrote
    review: int
    opened_on: date
    closed_on: date

    @property
    def answered_on(self) -> date | None:
        """When the answer of its own row came; a matter's answer is counted apart."""
        answered = self.wrote.decision is Decision.ANSWERED or self.wrote.coded
        return self.closed_on if answered else None


@dataclass
class Ledger:
    """The whole year; `rows` in the order of their numbers, from 1 on.

    `states` say what became of a letter's matter at the desk, `answers` when it was answered there.
    """

    rows: list[Registered] = field(default_factory=list)
    states: dict[int, State] = field(default_factory=dict)
    answers: dict[int, date] = field(default_factory=dict)

    def became(self, states: Mapping[int, State], on: date) -> None:
        """Outcomes written on a day, by the numbers of the letters."""
        self.states |= states
        for number, state in states.items():
            if state is State.ANSWERED:
                self.answers.setdefault(number, on)

    def rows_of(self) -> dict[int, Wrote]:
        """What was written, by the number of its row."""
        return {number: row.wrote for number, row in enumerate(self.rows, 1)}

    def open(self) -> set[int]:
        """Numbers of letters that wait for a forum."""
        decisions = {number: letter.decision for number, letter in self.rows_of().items()}
        referred = {number for number, said in decisions.items() if said is Decision.REFERRED}
        ended = {number for number, state in self.states.items() if state not in OPEN}
        return referred - ended

    def count(self, of: str) -> Counter[Hashable]:
        """Letters by a property of what was written: kind, paper, forum, decision."""
        return Counter(getattr(row.wrote, of) for row in self.rows)

    def months(self) -> Counter[tuple[int, int]]:
        """Letters by the month in which their box was opened."""
        return Counter((row.opened_on.year, row.opened_on.month) for row in self.rows)

    @property
    def waited(self) -> list[int]:
        """Days from the opening of the box to the answer, of each letter that has one."""
        days = [self._answered(number) for number in range(1, len(self.rows) + 1)]
        both = zip(self.rows, days, strict=True)
        return [(day - row.opened_on).days for row, day in both if day is not None]

    @property
    def days(self) -> float | None:
        """Their median."""
        return float(median(self.waited)) if self.waited else None

    def _answered(self, number: int) -> date | None:
        own = self.rows[number - 1].answered_on
        return own or self.answers.get(number)
