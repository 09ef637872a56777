"""A notice while it is written: words in three languages, days and hours, picture (R6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.post.notices import DAYS, PINNED_DAYS
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor

LONGEST = timedelta(days=366)
"""How far ahead a day can be set."""

WEEKDAYS, HOURS = 7, 24
MORNING, EVENING = 8, 17
"""Hours that the first touch proposes."""

PASSAGES = (Passage.HEADLINE, Passage.BODY)


class NoticeDraft:
    """`notice` holds all but the words, which are in editors; `language` is written now."""

    text = ""
    """Nothing stands beside what is written here."""

    def __init__(self, notice: Notice, today: date) -> None:
        self.notice, self._begun, self._today = notice, notice, today
        self.language = next(iter(notice.headline), Language.KY)
        self._editors = {
            (language, passage): editor(passage, _said(notice, passage).get(language, ""))
            for language in Language
            for passage in PASSAGES
        }

    @classmethod
    def new(cls, today: date) -> NoticeDraft:
        """An announcement from today on, for as long as one usually hangs."""
        last = today + timedelta(days=DAYS - 1)
        return cls(Notice(NoticeType.ANNOUNCEMENT, {}, {}, today, last), today)

    def editor(self, passage: Passage) -> Editor:
        """Headline or body in the language written now."""
        return self._editors[self.language, passage]

    def said(self, passage: Passage) -> str:
        """What is written there, without blanks around it."""
        return self.editor(passage).text.strip()

    @property
    def changed(self) -> bool:
        """Whether anything would be lost."""
        return self.made() != self._begun

    @property
    def languages(self) -> frozenset[Language]:
        """The languages in which anything is written."""
        return frozenset(key[0] for key, one in self._editors.items() if one.text.strip())

    def made(self) -> Notice:
        """The notice as it stands."""
        headline, body = (self._words(passage) for passage in PASSAGES)
        return replace(self.notice, headline=headline, body=body)

    def _words(self, passage: Passage) -> dict[Language, str]:
        said = {one: self._editors[one, passage].text.strip() for one in Language}
        return {language: text for language, text in said.items() if text}

    # --- when ---

    def begin(self, days: int) -> None:
        """Move the first day, and the last where it would lie before; no new one begins earlier."""
        old = self.notice
        floor = min(old.first_day, self._today)
        first = min(max(old.first_day + timedelta(days), floor), self._today + LONGEST)
        self.notice = replace(old, first_day=first)
        self.end(0)

    def end(self, days: int) -> None:
        """Move the last day: never before the first or today, nor beyond what a pin may last."""
        old = self.notice
        soonest = max(old.first_day, self._today)
        furthest = old.first_day + (timedelta(PINNED_DAYS - 1) if old.pinned else LONGEST)
        last = old.last_day + timedelta(days)
        self.notice = replace(old, last_day=max(soonest, min(last, furthest)))

    def turn_weekday(self, weekday: int) -> None:
        """Hang on this weekday or not; on none is on all."""
        hours = self.notice.hours
        chosen = hours.weekdays ^ {weekday}
        if len(chosen) == WEEKDAYS:
            chosen = frozenset()
        self.notice = replace(self.notice, hours=replace(hours, weekdays=chosen))

    def open_at(self, step: int) -> None:
        """From an hour later or earlier on; before the first hour: from the day's beginning."""
        hours = self.notice.hours
        opens = _stepped(hours.opens, step, MORNING)
        self.notice = replace(self.notice, hours=replace(hours, opens=opens))

    def close_at(self, step: int) -> None:
        """Until an hour later or earlier; after the last hour of the day: until its end."""
        hours = self.notice.hours
        closes = _stepped(hours.closes, step, EVENING)
        self.notice = replace(self.notice, hours=replace(hours, closes=closes))

    # --- what ---

    def pin(self) -> None:
        """Urgent or not; what is urgent is over within a week."""
        self.notice = replace(self.notice, pinned=not self.notice.pinned)
        self.end(0)

    def next_type(self) -> None:
        """Another kind of card."""
        kinds = [*NoticeType]
        nth = kinds.index(self.notice.type) + 1
        self.notice = replace(self.notice, type=kinds[nth % len(kinds)])

    def next_picture(self, names: list[str]) -> None:
        """Another of the board's pictures; after the last, none."""
        round_ = ["", *names]
        here = round_.index(self.notice.picture) if self.notice.picture in round_ else 0
        self.notice = replace(self.notice, picture=round_[(here + 1) % len(round_)])


def _said(notice: Notice, passage: Passage) -> dict[Language, str]:
    return dict(notice.headline if passage is Passage.HEADLINE else notice.body)


def _stepped(at: time | None, step: int, first: int) -> time | None:
    """An hour on; beyond either end of the day it is None, the day's own end."""
    if at is None:
        return time(first)
    hour = at.hour + step
    return time(hour) if 0 <= hour < HOURS else None
