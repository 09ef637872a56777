"""A public answer as a card of the board (R12)."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.post.board import Notice, NoticeType
from kiosk.post.journal import Answer

ANSWER_DAYS = 60
"""How long an answer hangs on the board when nobody says otherwise."""


def notice(answer: Answer, today: date) -> Notice:
    """The card of an answer: it hangs from its first day, at the earliest from the close on."""
    first = max(answer.first_day or today, today)
    last = answer.last_day or first + timedelta(days=ANSWER_DAYS)
    form = NoticeType(answer.form)
    return Notice(form, answer.headline, answer.body, first, max(first, last))
