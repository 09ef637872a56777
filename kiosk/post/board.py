"""The information board: what may hang on it, and on which day (R1, R5, R6, R12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.post.letters import Language


class NoticeType(StrEnum):
    """What a card on the board is."""

    ANNOUNCEMENT = "announcement"
    ANSWER = "answer"
    WE_DID = "we_did"


@dataclass(frozen=True)
class Notice:
    """One card of the board; a language that is missing shows the written one.

    `number` is 0 until the store has given one. `last_day` is included.
    """

    type: NoticeType
    headline: Mapping[Language, str]
    body: Mapping[Language, str]
    first_day: date
    last_day: date
    number: int = 0

    def hangs_on(self, day: date) -> bool:
        """Whether this card is shown on that day."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Board:
    """What the store knows for the board: notices (not withdrawn) and the days of the last review.

    The box was opened on `box_opened_on`; all of its letters had been read on `letters_read_on`.
    `mark` is the last day on which the clock was believed: it can be no earlier today.
    """

    notices: tuple[Notice, ...] = ()
    letters_read_on: date | None = None
    mark: date | None = None
    box_opened_on: date | None = None

    def hanging(self, today: date | None) -> tuple[Notice, ...]:
        """The cards shown today; None when the clock is not trusted (law 7).

        Then the mark stands for today. Where that would leave the board empty, every notice hangs
        that may be valid: a wrong clock must not blank the board.
        """
        day = today or self.mark
        if day is None:
            return self.notices
        hanging = tuple(notice for notice in self.notices if notice.hangs_on(day))
        if hanging or today:
            return hanging
        return tuple(notice for notice in self.notices if notice.last_day >= day)
