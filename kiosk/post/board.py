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
    """What the store knows for the board: notices (not withdrawn) and the day of the last close."""

    notices: tuple[Notice, ...] = ()
    letters_read_on: date | None = None
