"""The row of one letter while it is filled in; only in memory, and silent about its words."""

from __future__ import annotations

from calendar import monthrange
from enum import StrEnum

from kiosk.post.journal import (
    MAX_BODY,
    MAX_HEADLINE,
    MAX_SUMMARY,
    Answer,
    Decision,
    Entry,
    Forum,
)
from kiosk.post.letters import LEAP_YEAR, DayMonth, Kind, Language, Letter, Origin
from kiosk.post.meeting import OpenedLetter
from kiosk.screens import lettering
from kiosk.screens.editor import Editor


class Passage(StrEnum):
    """What is written by hand in a row."""

    SUMMARY = "summary"
    REASON = "reason"
    HEADLINE = "headline"
    BODY = "body"


LIMITS = {
    Passage.SUMMARY: MAX_SUMMARY,
    Passage.REASON: MAX_SUMMARY,
    Passage.HEADLINE: MAX_HEADLINE,
    Passage.BODY: MAX_BODY,
}


class Draft:
    """What the committee chose and wrote so far; a paper letter has no `opened`."""

    def __init__(self, opened: OpenedLetter | None) -> None:
        self.opened = opened
        self.letter: Letter | None = opened.letter if opened else None
        self.written: DayMonth | None = self.letter.written if self.letter else None
        self.kind: Kind | None = self.letter.kind if self.letter else None
        self.well_founded: bool | None = None
        self.decision: Decision | None = None
        self.forum: Forum | None = None
        self.answering = False
        self.editors = {
            passage: Editor(drawable=lettering.drawable().__contains__, limit=limit)
            for passage, limit in LIMITS.items()
        }

    @property
    def paper(self) -> bool:
        """Whether it came on paper; a typed letter's date and kind are its own."""
        return self.opened is None

    @property
    def place(self) -> int | None:
        """Its envelope; None for paper."""
        return self.opened.place if self.opened else None

    def said(self, passage: Passage) -> str:
        """A passage without blanks around it."""
        return self.editors[passage].text.strip()

    def entry(self, language: Language) -> Entry:
        """The row as it stands; `language` is what a public answer is written in."""
        referred = self.decision is Decision.REFERRED
        declined = self.decision is Decision.DECLINED
        return Entry(
            origin=Origin.PAPER if self.paper else Origin.TYPED,
            written=self.written,
            kind=self.kind,
            summary=self.said(Passage.SUMMARY),
            well_founded=self.well_founded,
            forum=self.forum if referred else None,
            decision=self.decision,
            reason=self.said(Passage.REASON) if declined else "",
            answer=self._answer(language) if self.answering else None,
            text=self.letter.text if self.letter else "",
            excluded=self.letter.excluded if self.letter else frozenset(),
            label=self.opened.label or None if self.opened else None,
            reply_to=self.letter.reply_to if self.letter else None,
        )

    def _answer(self, language: Language) -> Answer:
        headline, body = self.said(Passage.HEADLINE), self.said(Passage.BODY)
        return Answer({language: headline}, {language: body})

    def turn_date(self, *, days: int = 0, months: int = 0, near: DayMonth) -> None:
        """Step the date of a paper letter, round the year; from no date, `near` comes first."""
        if self.written is None:
            self.written = near
            return
        month = (self.written.month + months - 1) % 12 + 1
        longest = monthrange(LEAP_YEAR, month)[1]
        day = (min(self.written.day, longest) + days - 1) % longest + 1
        self.written = DayMonth(day, month)
