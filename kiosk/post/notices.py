"""What a notice for the board must keep to, whoever hangs it up (R6)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from kiosk.post.board import Hours, Notice
from kiosk.post.journal import MAX_BODY, MAX_HEADLINE

DAYS = 14
"""A notice hangs so long when nobody says otherwise."""

PINNED_DAYS = 7
"""What is pinned is urgent, so it is over within a week."""


class Flaw(StrEnum):
    """Why a notice cannot hang as it is, in the order of the form."""

    WORDS = "words"
    """No language has both a headline and a body, or one has only half of it."""

    TOO_LONG = "too_long"
    """More than can be read from the corridor."""

    BACKWARDS = "backwards"
    """Its last day comes before its first."""

    OVER = "over"
    """Its last day is past."""

    PINNED_LONG = "pinned_long"
    """Pinned for more than a week."""

    HOURS = "hours"
    """It would end before it begins."""


def flaws(notice: Notice, today: date | None) -> tuple[Flaw, ...]:
    """Everything that is wrong with a notice; without a clock no day is past."""
    last_pinned = notice.first_day + timedelta(days=PINNED_DAYS - 1)
    wrong = {
        Flaw.WORDS: not _worded(notice),
        Flaw.TOO_LONG: _too_long(notice),
        Flaw.BACKWARDS: notice.last_day < notice.first_day,
        Flaw.OVER: today is not None and notice.last_day < today,
        Flaw.PINNED_LONG: notice.pinned and notice.last_day > last_pinned,
        Flaw.HOURS: _end_first(notice.hours),
    }
    return tuple(flaw for flaw, found in wrong.items() if found)


def _worded(notice: Notice) -> bool:
    words = [notice.headline, notice.body]
    languages = {language for said in words for language, text in said.items() if text.strip()}
    return bool(languages) and all(
        said.get(language, "").strip() for said in words for language in languages
    )


def _too_long(notice: Notice) -> bool:
    headlines, bodies = notice.headline.values(), notice.body.values()
    return any(len(text) > MAX_HEADLINE for text in headlines) or any(
        len(text) > MAX_BODY for text in bodies
    )


def _end_first(hours: Hours) -> bool:
    opens, closes = hours.opens, hours.closes
    return opens is not None and closes is not None and opens >= closes
