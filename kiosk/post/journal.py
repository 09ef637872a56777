"""The journal: one entry for one letter, always (R10, law 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.post.letters import DayMonth, Kind, Language, Origin

MAX_SUMMARY = 280
MAX_HEADLINE = 19
MAX_BODY = 280


class Forum(StrEnum):
    """Where a matter is considered or answered (R11, R12)."""

    DIRECTOR = "director"
    PEDCOUNCIL = "pedcouncil"
    BOYS_GIRLS = "boys_girls"
    ASSEMBLY = "assembly"


class Decision(StrEnum):
    """What the committee decided about a letter."""

    REFERRED = "referred"
    ANSWERED = "answered"
    DECLINED = "declined"
    NO_ACTION = "no_action"


class Difference(StrEnum):
    """Why paper counted by hand and by the slot may differ (law 5)."""

    POWER = "power"
    TOGETHER = "together"
    NOT_LETTER = "not_letter"
    SENSOR = "sensor"
    UNKNOWN = "unknown"


class Gap(StrEnum):
    """What an entry still lacks before it can be registered."""

    SUMMARY = "summary"
    WELL_FOUNDED = "well_founded"
    DECISION = "decision"
    FORUM = "forum"
    REASON = "reason"
    ANSWER = "answer"


@dataclass(frozen=True)
class Answer:
    """A public answer for the board: headline of 19, body of 280 characters at most (R12)."""

    headline: str
    body: str
    language: Language


@dataclass(frozen=True)
class Entry:
    """The private columns of one journal row; sealed on disk under the journal key.

    `written` is None for a paper letter without a date; `text` is empty for paper. `reason` says
    why a letter was declined. `well_founded` and `decision` are None until the committee chose.
    """

    origin: Origin
    written: DayMonth | None
    kind: Kind | None = None
    summary: str = field(default="", repr=False)
    well_founded: bool | None = None
    forum: Forum | None = None
    decision: Decision | None = None
    reason: str = field(default="", repr=False)
    answer: Answer | None = field(default=None, repr=False)
    text: str = field(default="", repr=False)

    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing, in the order of the form; empty when it can be registered."""
        answer = self.answer
        lacks = {
            Gap.SUMMARY: not self.summary.strip(),
            Gap.WELL_FOUNDED: self.well_founded is None,
            Gap.DECISION: self.decision is None,
            Gap.FORUM: self.decision is Decision.REFERRED and self.forum is None,
            Gap.REASON: self.decision is Decision.DECLINED and not self.reason.strip(),
            Gap.ANSWER: answer is not None
            and not (answer.headline.strip() and answer.body.strip()),
        }
        return tuple(gap for gap, lacking in lacks.items() if lacking)
