"""The journal: one entry for one letter, always (R10, law 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.post.letters import DayMonth, Kind, Language, Origin, ReplyTo
from kiosk.post.roles import Role
from kiosk.post.subjects import Subject

MAX_SUMMARY = 280
MAX_HEADLINE = 19
MAX_BODY = 280
MAX_REPLY = 1000
MAX_NAME = 60
MAX_MATTERS = 12
HANDLE_DIGITS = 8


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


GENERAL = frozenset({Forum.BOYS_GIRLS, Forum.ASSEMBLY})
"""Forums that give a general answer: on the board it waits for their day (R12)."""

PRESUMED = {
    Decision.REFERRED: True,
    Decision.ANSWERED: True,
    Decision.DECLINED: False,
    Decision.NO_ACTION: False,
}
"""Whether a letter so decided is well-founded as long as nobody says otherwise (R11)."""


class Office(StrEnum):
    """Whom the committee tells of what cannot wait: first who protects the child by law.

    Then the school, and the family last: the danger may come from home.
    """

    CHILD_PROTECTION = "child_protection"
    POLICE = "police"
    AMBULANCE = "ambulance"
    DIRECTOR = "director"
    SOCIAL_PEDAGOGUE = "social_pedagogue"
    OTHER = "other"
    PARENTS = "parents"


class AnswerForm(StrEnum):
    """What kind of card an answer is on the board."""

    ANSWER = "answer"
    WE_DID = "we_did"


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
    FIRST_DAY = "first_day"
    INFORMED = "informed"
    HOW = "how"


@dataclass(frozen=True)
class Answer:
    """A public answer for the board: headline of 19, body of 280 characters at most (R12).

    In one to three languages, the same for both; the board shows a missing one as it was written.
    `first_day` None is the day of the close; `last_day` None leaves it to the close too.
    """

    headline: Mapping[Language, str] = field(repr=False)
    body: Mapping[Language, str] = field(repr=False)
    form: AnswerForm = AnswerForm.ANSWER
    first_day: date | None = None
    last_day: date | None = None

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which anything of it is written."""
        return tuple(one for one in Language if one in self.headline or one in self.body)

    @property
    def complete(self) -> bool:
        """Whether something is written, and each language has headline and body."""
        words = (said.get(one, "").strip() for one in self.languages for said in self._said)
        return bool(self.languages) and all(words)

    @property
    def _said(self) -> tuple[Mapping[Language, str], Mapping[Language, str]]:
        return self.headline, self.body


@dataclass(frozen=True)
class Informed:
    """Who was told of an urgent letter, by office; `name` may stay empty."""

    office: Office
    name: str = field(repr=False)
    on: date


@dataclass(frozen=True)
class Entry:
    """The private columns of one journal row; sealed on disk under the journal key.

    `written` is None for a paper letter without a date; `text` is empty for paper. `reason` says
    why a letter was declined, or where it was answered by word of mouth. `well_founded` and
    `decision` are None until the committee chose.
    `matters` are numbers of matters; `label` is a typed letter's number in its review. `handle` is
    "" or the 8 digits of the slip enclosed in a paper letter. `informed` belongs to what is
    `urgent`. `reply` goes to the writer alone, to `reply_to`: after the close nobody else has its
    words, and the row only says that the writer was `replied` to. `erased` is "" in bytes as long
    as `text` and `reply` are kept; afterwards it is what the chain knows of them.
    `notice` is the number of the notice on which its answer was hung last, 0 for none; `untold`:
    the answer of a closed review's row was changed since, and the board does not know yet.
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
    subjects: tuple[Subject, ...] = field(default=(), repr=False)
    matters: tuple[int, ...] = field(default=(), repr=False)
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    label: int | None = None
    handle: str = field(default="", repr=False)
    urgent: bool = False
    informed: tuple[Informed, ...] = field(default=(), repr=False)
    reply: str = field(default="", repr=False)
    reply_to: ReplyTo | None = field(default=None, repr=False)
    erased: bytes = field(default=b"", repr=False)
    replied: bool = False
    notice: int = 0
    untold: bool = False

    @property
    def handed_on(self) -> bool:
        """Whether it was urgent and somebody was told: they have it now, no forum needs to."""
        return self.urgent and bool(self.informed)

    @property
    def answered(self) -> bool:
        """Whether there is an answer: on the board, to the writer alone, or by word of mouth."""
        return self.answer is not None or self.alone or bool(self.reason.strip())

    @property
    def alone(self) -> bool:
        """Whether the writer alone gets a reply, or got one."""
        return self.replied or bool(self.reply.strip())

    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing, in the order of the form; empty when it can be registered."""
        lacks = {
            Gap.SUMMARY: not self.summary.strip(),
            Gap.WELL_FOUNDED: self.well_founded is None,
            Gap.DECISION: self.decision is None,
            Gap.FORUM: self.decision is Decision.REFERRED
            and self.forum is None
            and not self.handed_on,
            Gap.REASON: self.decision is Decision.DECLINED and not self.reason.strip(),
            Gap.ANSWER: self.answer is not None and not self.answer.complete,
            Gap.FIRST_DAY: self.answer is not None
            and self.forum in GENERAL
            and self.answer.first_day is None,
            Gap.INFORMED: self.urgent and not self.informed,
            Gap.HOW: self.decision is Decision.ANSWERED and not self.answered,
        }
        return tuple(gap for gap, lacking in lacks.items() if lacking)
