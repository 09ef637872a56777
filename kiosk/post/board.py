"""The information board: what may hang on it, and on which day (R1, R5, R6, R12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from kiosk.post.calendar import Opening
from kiosk.post.letters import Language
from kiosk.post.totals import PublicTotals

READ_S, A_WORD_S = 4.0, 0.5
"""To notice a new card, and for each of its words: pupils read two in a second."""

LEAST_S, MOST_S = 12.0, 20.0
"""How long a card stays at least, and at most: who passes by does not wait for the next."""


def seconds_for(words: int) -> float:
    """How long a card of so many words stays."""
    return min(max(LEAST_S, READ_S + A_WORD_S * words), MOST_S)


class NoticeType(StrEnum):
    """What a card on the board is."""

    ANNOUNCEMENT = "announcement"
    ANSWER = "answer"
    QUESTION = "question"
    WE_DID = "we_did"


@dataclass(frozen=True)
class Hours:
    """When on its days a notice hangs: on these weekdays (Monday is 0; none are all of them).

    From `opens` until `closes`, which is excluded; None is the day's beginning or end.
    """

    weekdays: frozenset[int] = frozenset()
    opens: time | None = None
    closes: time | None = None

    def hold(self, day: date, at: time) -> bool:
        """Whether this moment is among them."""
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        return (self.opens is None or self.opens <= at) and (
            self.closes is None or at < self.closes
        )


ALWAYS = Hours()


@dataclass(frozen=True)
class Notice:
    """One card of the board; a language that is missing shows the written one.

    `number` is 0 until the store has given one. `last_day` is included. A `pinned` one is urgent
    and comes before every other card. `picture` is the name of one of the board's pictures.
    """

    type: NoticeType
    headline: Mapping[Language, str]
    body: Mapping[Language, str]
    first_day: date
    last_day: date
    number: int = 0
    hours: Hours = ALWAYS
    pinned: bool = False
    picture: str = ""

    def hangs_on(self, day: date, at: time | None = None) -> bool:
        """Whether this card is shown then; without a time, whether it is on that day at all."""
        if not self.first_day <= day <= self.last_day:
            return False
        return at is None or self.hours.hold(day, at)


@dataclass(frozen=True)
class Board:
    """What the store knows for the board: notices (not withdrawn) and the days of the last review.

    The notices are in the order in which they are told; `pictures` are files by their names. The
    box was opened on `box_opened_on`; all of its letters had been read on `letters_read_on`.
    `mark` is the last day on which the clock was believed: it can be no earlier today.
    `openings` are reviews out of turn; `missed_on` is the rule's last day, if the box stayed shut.
    """

    notices: tuple[Notice, ...] = ()
    letters_read_on: date | None = None
    mark: date | None = None
    box_opened_on: date | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    totals: PublicTotals | None = None
    openings: tuple[Opening, ...] = ()
    missed_on: date | None = None

    def hanging(self, today: date | None, at: time | None = None) -> tuple[Notice, ...]:
        """The cards shown now; today is None when the clock is not trusted (law 7).

        Then the mark stands for today, and no hour is kept. Where that would leave the board empty,
        every notice hangs that may be valid: a wrong clock must not blank the board.
        """
        day = today or self.mark
        if day is None:
            return self.notices
        now = at if today else None
        hanging = tuple(notice for notice in self.notices if notice.hangs_on(day, now))
        if hanging or today:
            return hanging
        return tuple(notice for notice in self.notices if notice.last_day >= day)
