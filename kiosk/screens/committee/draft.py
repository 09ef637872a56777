"""The row of one letter while it is filled in; only in memory, and silent about its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kiosk.post.handles import HandleMistyped, parse
from kiosk.post.journal import (
    GENERAL,
    HANDLE_DIGITS,
    MAX_MATTERS,
    MAX_SUMMARY,
    PRESUMED,
    Decision,
    Entry,
    Forum,
)
from kiosk.post.letters import DayMonth, Kind, Origin, ReplyTo
from kiosk.post.meeting import OpenedLetter
from kiosk.post.subjects import Subject
from kiosk.screens.committee.drafting import AnswerDraft, UrgentDraft
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor
from kiosk.texts import Texts

T = TypeVar("T")


class Draft:
    """What the committee chose and wrote so far; `number` is None until the letter has its row."""

    def __init__(self, entry: Entry, number: int | None = None, place: int | None = None) -> None:
        self.number, self.place, self._row = number, place, entry
        self.written: DayMonth | None = entry.written
        self.kind: Kind | None = entry.kind
        self.handle, self.unmatched = entry.handle, False
        self.taken_by: int | None = None
        self.subjects: tuple[Subject, ...] = entry.subjects
        self.matters: tuple[int, ...] = entry.matters
        self.decision: Decision | None = entry.decision
        self.forum: Forum | None = entry.forum
        presumed = PRESUMED.get(entry.decision) if entry.decision else None
        self._judged = entry.well_founded if entry.well_founded is not presumed else None
        self.answer, self.urgent = AnswerDraft(entry.answer), UrgentDraft(entry)
        self._editors = {
            Passage.SUMMARY: editor(Passage.SUMMARY, entry.summary),
            Passage.REASON: editor(Passage.REASON, entry.reason),
            Passage.REPLY: editor(Passage.REPLY, entry.reply),
        }

    @classmethod
    def new(cls, opened: OpenedLetter | None) -> Draft:
        """A letter without a row; None is a paper letter."""
        if opened is None:
            return cls(Entry(Origin.PAPER, None))
        letter, label = opened.letter, opened.label or None
        if letter is None:
            return cls(Entry(Origin.TYPED, None, label=label), place=opened.place)
        row = Entry(
            Origin.TYPED,
            letter.written,
            letter.kind,
            text=letter.text,
            excluded=letter.excluded,
            label=label,
            reply_to=letter.reply_to,
        )
        return cls(row, place=opened.place)

    @classmethod
    def of(cls, number: int, entry: Entry) -> Draft:
        """A row of this review, to be corrected."""
        return cls(entry, number)

    @property
    def damaged(self) -> bool:
        """Whether a typed letter could not be opened: no letter is empty."""
        return not self.paper and not self._row.text

    @property
    def paper(self) -> bool:
        """Whether it came on paper; a typed letter's date and kind are its own."""
        return self._row.origin is Origin.PAPER

    @property
    def text(self) -> str:
        """The letter itself; empty for paper."""
        return self._row.text

    @property
    def general(self) -> bool:
        """Whether a council or an assembly gives the answer."""
        return self.forum in GENERAL

    @property
    def replies(self) -> bool:
        """Whether the writer can be answered alone."""
        return self._row.reply_to is not None

    @property
    def well_founded(self) -> bool | None:
        """As it was judged, or else as the decision lets presume."""
        if self._judged is None and self.decision:
            return PRESUMED[self.decision]
        return self._judged

    @property
    def label(self) -> int | None:
        """A typed letter's number in this review."""
        return self._row.label

    def editor(self, passage: Passage) -> Editor:
        """Where the passage is written: an answer in the language that was chosen."""
        if passage is Passage.NAME:
            return self.urgent.editor
        if passage in (Passage.HEADLINE, Passage.BODY):
            return self.answer.editor(passage)
        return self._editors[passage]

    def said(self, passage: Passage) -> str:
        """A passage without blanks around it."""
        return self.editor(passage).text.strip()

    def summary(self, texts: Texts, known: Known) -> str:
        """What was typed; or else what the matters are called; or else the subjects' names.

        A matter that is this row's alone takes its name from the row, not the other way round.
        """
        if self.said(Passage.SUMMARY):
            return self.said(Passage.SUMMARY)
        others = tuple(one for one in self.matters if not self._owns(one, known))
        subjects = [texts(f"subject_{subject}") for subject in self.subjects]
        words = known.titles(others) or subjects or known.titles(self.matters)
        return ", ".join(words)[:MAX_SUMMARY]

    def _owns(self, matter: int, known: Known) -> bool:
        return matter in self._row.matters and known.about(matter, but=self.number) is None

    def entry(self, texts: Texts, known: Known) -> Entry:
        """The row as it stands."""
        declined = self.decision is Decision.DECLINED
        return replace(
            self._row,
            written=self.written,
            kind=self.kind,
            summary=self.summary(texts, known),
            well_founded=self.well_founded,
            forum=self.forum,
            decision=self.decision,
            reason=self.said(Passage.REASON) if declined else "",
            answer=self.answer.made(),
            subjects=self.subjects,
            matters=self.matters,
            handle=self.handle if self.replies else "",
            urgent=self.urgent.wanted,
            informed=self.urgent.informed(known.today),
            reply=self.said(Passage.REPLY) if self.replies else "",
        )

    # --- what is chosen ---

    def pick(self, subject: Subject) -> None:
        """Choose a subject, or let it go."""
        self._rename()
        self.subjects = _toggled(self.subjects, subject)

    def join(self, matter: int, known: Known) -> None:
        """Link a matter, or let it go; what is undecided is decided as it was for the matter."""
        self._rename()
        self.matters = _toggled(self.matters, matter)[:MAX_MATTERS]
        like = known.about(matter)
        if like and self.decision is None and matter in self.matters:
            self.decide(like.decision, like.forum)
            if like.reason and not self.said(Passage.REASON):
                self._editors[Passage.REASON].insert(like.reason)

    def decide(self, decision: Decision | None, forum: Forum | None) -> None:
        """What becomes of it; whether it is well-founded follows, until somebody says."""
        self.decision, self.forum = decision, forum

    def judge(self, *, well_founded: bool) -> None:
        """Say whether it is well-founded."""
        self._judged = well_founded

    def give_reason(self, words: str) -> None:
        """Why it was declined."""
        self._editors[Passage.REASON] = editor(Passage.REASON, words)

    def enclose(self, digits: str, known: Known) -> None:
        """Take the digits of the slip in a paper letter.

        `unmatched` if no slip has them; `taken_by` the row that another letter got with this slip.
        Then they stay to be mended, and the row has no slip.
        """
        self.handle = digits[:HANDLE_DIGITS]
        typed = len(self.handle) == HANDLE_DIGITS
        used = known.slips.get(self.handle)
        self.taken_by = used if used != self.number else None
        found = _slip(self.handle, known) if typed and self.taken_by is None else None
        self.unmatched = typed and found is None and self.taken_by is None
        self._row = replace(self._row, reply_to=found)

    def _rename(self) -> None:
        """A summary that was only taken over from the row gives way to what is chosen now."""
        if self.number is not None and self.said(Passage.SUMMARY) == self._row.summary:
            self._editors[Passage.SUMMARY].clear()


def _slip(digits: str, known: Known) -> ReplyTo | None:
    try:
        return known.handles.get(parse(digits))
    except HandleMistyped:
        return None


def _toggled(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(c for c in chosen if c != one) if one in chosen else (*chosen, one)
