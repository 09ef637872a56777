"""A public answer as a card of the board, and what becomes of such a card (R12)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.post.board import Notice, NoticeType
from kiosk.post.journal import Answer, Entry

ANSWER_DAYS = 60
"""How long an answer hangs on the board when nobody says otherwise."""


@dataclass(frozen=True)
class Telling:
    """What the board is told: a card is hung up, and the `stale` one, by its number, taken down.

    `notice` is None where nothing comes in its place. `row` is the number of the row that keeps
    which notice is its own; 0 for the answer to a matter.
    """

    notice: Notice | None = field(repr=False)
    row: int = 0
    stale: int = 0

    @classmethod
    def of(cls, number: int, entry: Entry, today: date) -> Telling:
        """What a row has to tell."""
        hung = notice(entry.answer, today) if entry.answer else None
        return cls(hung, number, entry.notice)


def notice(answer: Answer, today: date) -> Notice:
    """The card of an answer: it hangs from its first day, at the earliest from the close on."""
    first = max(answer.first_day or today, today)
    last = answer.last_day or first + timedelta(days=ANSWER_DAYS)
    form = NoticeType(answer.form)
    return Notice(form, answer.headline, answer.body, first, max(first, last))
