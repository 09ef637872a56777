"""What is known around the letter in hand: the school, the day, rows, matters and slips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.config.school import School
from kiosk.post.handles import HandleMistyped, parse
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, ReplyTo
from kiosk.post.matters import Matter

NEW_YEAR = DayMonth(1, 1)


@dataclass(frozen=True)
class Known:
    """`rows` are this review's, by number; `kept_back` are those that somebody here must not read;
    `damaged` can no longer be read. `row` is to be corrected now: who must not read it is away.

    A paper letter's date is sought from the month of `near` on: the day the box was opened.
    `handles` are the slips that count; `slips` says which row got a letter's slip, by its digits,
    also a row that is kept back. `prints`: there is a printer. `review_on`: the next review.
    `hangs` is the answer on the board of the row of a closed review that is being corrected.
    """

    school: School
    today: date
    near: DayMonth = NEW_YEAR
    matters: tuple[Matter, ...] = ()
    handles: Mapping[str, ReplyTo] = field(default_factory=dict, repr=False)
    rows: tuple[tuple[int, Entry], ...] = field(default=(), repr=False)
    damaged: tuple[int, ...] = ()
    prints: bool = True
    slips: Mapping[str, int] = field(default_factory=dict, repr=False)
    kept_back: tuple[int, ...] = ()
    row: int | None = None
    review_on: date | None = None
    hangs: Answer | None = field(default=None, repr=False)

    def slip(self, digits: str) -> ReplyTo | None:
        """Where a letter with this slip is replied to; None where no slip has these digits."""
        try:
            return self.handles.get(parse(digits))
        except HandleMistyped:
            return None

    def titles(self, numbers: tuple[int, ...]) -> list[str]:
        """What these matters are called."""
        called = {matter.number: matter.title for matter in self.matters}
        return [called[number] for number in numbers if number in called]

    def due(self, numbers: tuple[int, ...], forum: Forum | None) -> date | None:
        """The day on which this forum considers any of these matters already."""
        found = (one for one in self.matters if one.number in numbers and one.forum is forum)
        return next((one.due for one in found if one.due is not None), None)

    def about(self, matter: int, *, but: int | None = None) -> Entry | None:
        """The latest row of this review, `but` this one, that is about this matter."""
        rows = (entry for number, entry in reversed(self.rows) if number != but)
        return next((entry for entry in rows if matter in entry.matters), None)

    def answered(self, matters: tuple[int, ...], *, but: int | None = None) -> int | None:
        """The latest row of this review, `but` this one, in which one of these was answered."""
        return next(
            (
                number
                for number, entry in reversed(self.rows)
                if number != but
                and entry.decision is Decision.ANSWERED
                and not set(matters).isdisjoint(entry.matters)
            ),
            None,
        )
