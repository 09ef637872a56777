"""The row of one letter while it is filled in; only in memory, and silent about its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

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
from kiosk.post.letters import Kind, Origin
from kiosk.post.meeting import OpenedLetter
from kiosk.post.subjects import Subject
from kiosk.screens.committee.drafting import AnswerDraft, UrgentDraft
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor
from kiosk.texts import Texts

T = TypeVar("T")

EXPLAINED = {Decision.DECLINED, Decision.ANSWERED}
HARM = frozenset({Subject.BULLYING, Subject.SAFETY, Subject.HOME})
"""Words go with such decisions; letters about these are reports, whatever their writers say."""


class Draft:
    """What the committee chose and wrote so far; `number` is None until the letter has its row."""

    def __init__(self, entry: Entry, number: int | None = None, place: int | None = None) -> None:
        self.number, self.place, self._row = number, place, entry
        self.label = entry.label
        self.written, self.kind = entry.written, entry.kind
        self.handle, self.unmatched = entry.handle, False
        self.taken_by: int | None = None
        self.subjects: tuple[Subject, ...] = entry.subjects
        self.matters: tuple[int, ...] = entry.matters
        self._chosen: Decision | None = entry.decision
        self.forum: Forum | None = entry.forum
        self.due: date | None = None
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
    def gone(self) -> str:
        """Why nothing can be read of a typed letter: "damaged" or "erased"; no letter is empty."""
        why = "erased" if self._row.erased else "damaged"
        return "" if self.paper or self._row.text else why

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
    def decision(self) -> Decision | None:
        """As it was chosen; who was told of what is urgent has it now, until somebody chooses."""
        told = self.urgent.wanted and bool(self.urgent.names)
        return self._chosen or (Decision.REFERRED if told else None)

    @property
    def reports(self) -> bool:
        """Whether it tells of harm rather than proposing something."""
        return self.kind is Kind.REPORT or self.urgent.wanted or not HARM.isdisjoint(self.subjects)

    @property
    def well_founded(self) -> bool | None:
        """As it was judged, or else as the decision lets presume."""
        if self._judged is None and self.decision:
            return PRESUMED[self.decision]
        return self._judged

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
        return replace(
            self._row,
            written=self.written,
            kind=self.kind,
            summary=self.summary(texts, known),
            well_founded=self.well_founded,
            forum=self.forum,
            decision=self.decision,
            reason=self._reason(texts, known),
            answer=self.answer.made(),
            subjects=self.subjects,
            matters=self.matters,
            handle=self.handle if self.replies else "",
            urgent=self.urgent.wanted,
            informed=self.urgent.informed(known.today),
            reply=self.said(Passage.REPLY) if self.replies else "",
        )

    def _reason(self, texts: Texts, known: Known) -> str:
        """Why it was declined, or where it was answered: perhaps with another letter."""
        if self.decision not in EXPLAINED:
            return ""
        said = self.said(Passage.REASON)
        if said or self.decision is Decision.DECLINED or self._answers:
            return said
        other = known.answered(self.matters, but=self.number)
        return texts("told_with", n=other) if other is not None else ""

    @property
    def explained(self) -> bool:
        """Whether nothing has to be said of the decision any more: why, or how."""
        said = self.decision not in EXPLAINED or bool(self.said(Passage.REASON))
        return said or (self.decision is Decision.ANSWERED and self._answers)

    @property
    def _answers(self) -> bool:
        """Whether an answer is written: for the board, or for the writer alone."""
        alone = self._row.replied or (self.replies and bool(self.said(Passage.REPLY)))
        return alone or self.answer.made() is not None

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
        if like and self._chosen is None and matter in self.matters:
            self.decide(like.decision, like.forum)
            if like.reason and not self.said(Passage.REASON):
                self._editors[Passage.REASON].insert(like.reason)

    def decide(self, decision: Decision | None, forum: Forum | None) -> None:
        """What becomes of it; whether it is well-founded follows, until somebody says.

        What was said of another decision goes.
        """
        if decision is not self._chosen:
            self._editors[Passage.REASON].clear()
        self._chosen, self.forum = decision, forum

    def judge(self, *, well_founded: bool) -> None:
        """Say whether it is well-founded."""
        self._judged = well_founded

    def give_reason(self, words: str) -> None:
        """Why it was declined, or where it was answered."""
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
        found = known.slip(self.handle) if typed and self.taken_by is None else None
        self.unmatched = typed and found is None and self.taken_by is None
        self._row = replace(self._row, reply_to=found)

    def _rename(self) -> None:
        """A summary that was only taken over from the row gives way to what is chosen now."""
        if self.number is not None and self.said(Passage.SUMMARY) == self._row.summary:
            self._editors[Passage.SUMMARY].clear()


def _toggled(chosen: tuple[T, ...], one: T) -> tuple[T, ...]:
    return tuple(c for c in chosen if c != one) if one in chosen else (*chosen, one)
