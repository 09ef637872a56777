"""The pages of registering one letter, and what a touch on them means."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.post.journal import AnswerForm, Decision, Forum, Office
from kiosk.post.letters import Kind, Language
from kiosk.post.subjects import Subject
from kiosk.screens.base import Act
from kiosk.screens.paging import Turning


class Page(StrEnum):
    """The four steps of a row, then what may be added to it, then the rows already written."""

    WHEN = "when"
    ABOUT = "about"
    DECIDE = "decide"
    ENTER = "enter"
    REASONS = "reasons"
    MATTERS = "matters"
    HANDLE = "handle"
    URGENT = "urgent"
    ANSWER = "answer"
    DAYS = "days"
    PREVIEW = "preview"
    ROWS = "rows"
    SUMMARY = "summary"
    REASON = "reason"
    REPLY = "reply"
    HEADLINE = "headline"
    BODY = "body"
    NAME = "name"
    OUTCOME = "outcome"
    DUE = "due"


STEPS = (Page.WHEN, Page.ABOUT, Page.DECIDE, Page.ENTER)
"""In this order; only a paper letter has the first."""

BESIDE = {Page.ABOUT, Page.DECIDE, Page.REASONS, Page.ENTER}
"""Pages that leave room for the letter itself."""


@dataclass(frozen=True)
class Go(Act):
    """To another page."""

    page: Page


@dataclass(frozen=True)
class Done(Act):
    """Back to where this page was opened."""


@dataclass(frozen=True)
class Cover(Act):
    """One touch covers every word of the letter and the row, or shows them again."""


@dataclass(frozen=True)
class Turn(Turning):
    """Other lines of a long letter."""


@dataclass(frozen=True)
class Leafed(Turning):
    """Other lines of a list."""


@dataclass(frozen=True)
class Undated(Act):
    """A paper letter without a date."""


@dataclass(frozen=True)
class Dated(Act):
    """The day that stands on a paper letter, in the month that is shown."""

    day: int


@dataclass(frozen=True)
class Sorted(Act):
    """What kind of letter a paper letter is, or none after all."""

    kind: Kind


@dataclass(frozen=True)
class Picked(Act):
    """What it speaks of, or not after all."""

    subject: Subject


@dataclass(frozen=True)
class Joined(Act):
    """A matter that it is about, or not after all."""

    matter: int


@dataclass(frozen=True)
class Decided(Act):
    """What becomes of it, and where it is considered."""

    decision: Decision
    forum: Forum | None = None


@dataclass(frozen=True)
class DueSet(Act):
    """The day on which the forum sits; None is not known yet."""

    on: date | None


@dataclass(frozen=True)
class Reasoned(Act):
    """Why it was declined, in words that stand ready."""

    words: str = field(repr=False)


@dataclass(frozen=True)
class Judged(Act):
    """Well-founded or not."""

    well_founded: bool


@dataclass(frozen=True)
class Urged(Act):
    """Something must be done today, or not after all."""

    urgent: bool


@dataclass(frozen=True)
class Told(Act):
    """Who was informed, or not after all."""

    office: Office


@dataclass(frozen=True)
class ToldOn(Act):
    """So many days earlier or later."""

    days: int


@dataclass(frozen=True)
class Spoken(Act):
    """The language an answer is written in now."""

    language: Language


@dataclass(frozen=True)
class Formed(Act):
    """What kind of card the answer is."""

    form: AnswerForm


@dataclass(frozen=True)
class Opened(Act):
    """An answer begins with words that stand ready, by their key."""

    opening: str


@dataclass(frozen=True)
class Unanswered(Act):
    """No public answer after all."""


@dataclass(frozen=True)
class FirstDay(Act):
    """So many days earlier or later; None: from the close on."""

    days: int | None


@dataclass(frozen=True)
class LastDay(Act):
    """So many days earlier or later; None: sixty days after the first."""

    days: int | None


@dataclass(frozen=True)
class Taken(Act):
    """A row of this review, to be corrected."""

    row: int


@dataclass(frozen=True)
class GivenUp(Act):
    """The row stays as it was."""


@dataclass(frozen=True)
class Enter(Act):
    """Enter the row; what nobody typed is said in the language of the screen."""

    language: Language
