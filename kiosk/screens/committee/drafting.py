"""Parts of a row while it is filled in: the public answer, and who was informed today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from kiosk.post.answers import ANSWER_DAYS
from kiosk.post.identifying import Trace, traces
from kiosk.post.journal import (
    MAX_BODY,
    MAX_HEADLINE,
    Answer,
    AnswerForm,
    Entry,
    Informed,
    Office,
)
from kiosk.post.letters import Language
from kiosk.post.subjects import Subject
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor
from kiosk.texts import Texts

OPENINGS = {
    "opening_done": "opening_done_head",
    "opening_soon": "opening_soon_head",
    "opening_not": "opening_not_head",
}
"""How answers begin, and what their headline says where no subject does."""

HALF = "opening_not"
"""An opening that is no sentence yet."""

UNTOLD = frozenset({Subject.OTHER, Subject.THANKS, Subject.SAFETY, Subject.HOME, Subject.BULLYING})
"""Subjects that make no headline: they say nothing, or too much of who wrote."""

LONGEST = timedelta(days=366)
"""How far ahead or back a day can be set."""


class AnswerDraft:
    """Headline and body in three languages, of which one is written now; none is no answer."""

    def __init__(self, answer: Answer | None) -> None:
        self.language = answer.languages[0] if answer else Language.KY
        self.form = answer.form if answer else AnswerForm.ANSWER
        self.first_day = answer.first_day if answer else None
        self.last_day = answer.last_day if answer else None
        self._opening: tuple[str, tuple[Subject, ...]] | None = None
        self._lent: dict[Language, tuple[str, str]] = {}
        self._editors = {
            (language, passage): editor(passage, _written(answer, language, passage))
            for language in Language
            for passage in (Passage.HEADLINE, Passage.BODY)
        }

    def editor(self, passage: Passage) -> Editor:
        """Headline or body in the language written now."""
        return self._editors[self.language, passage]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which anything is written; words that were only lent are not."""
        said = {language: self._said(language) for language in Language}
        return tuple(
            one for one, words in said.items() if any(words) and words != self._lent.get(one)
        )

    def made(self) -> Answer | None:
        """The answer as it stands."""
        said = {language: self._said(language) for language in self.languages}
        if not said:
            return None
        headline = {language: words for language, (words, _) in said.items()}
        body = {language: words for language, (_, words) in said.items()}
        return Answer(headline, body, self.form, self.first_day, self.last_day)

    def open_with(self, opening: str, subjects: tuple[Subject, ...] = ()) -> bool:
        """Begin with words that stand ready: the body, and a headline where there is none.

        False where they do not fit any more. `subjects` are what the letter is about.
        """
        texts, body = Texts(self.language), self.editor(Passage.BODY)
        text = f"{texts(opening)} {body.text}".rstrip(" ") + " " * (not body.text)
        if len(text) > MAX_BODY:
            return False
        body.clear()
        body.insert(text)
        headline = self.editor(Passage.HEADLINE)
        if not headline.text.strip():
            headline.insert(_headline(texts, opening, subjects))
        self._opening = opening, subjects
        self._lent.pop(self.language, None)
        return True

    def speak(self, language: Language) -> None:
        """Write in another language; an empty one is lent what the answer began with."""
        self.language = language
        if self._opening and not any(self._said(language)):
            self.open_with(*self._opening)
            self._lent[language] = self._said(language)

    def begin(self, days: int | None, today: date) -> None:
        """Move the first day, never before today; None: the day of the close."""
        if days is None:
            self.first_day = None
            return
        moved = (self.first_day or today) + timedelta(days=days)
        self.first_day = min(max(moved, today), today + LONGEST)
        if self.last_day:
            self.last_day = max(self.last_day, self.first_day)

    def end(self, days: int | None, today: date) -> None:
        """Move the last day, never before the first; None: sixty days after it."""
        if days is None:
            self.last_day = None
            return
        first = self.first_day or today
        moved = self.ends(today) + timedelta(days=days)
        self.last_day = min(max(moved, first), first + LONGEST)

    def ends(self, today: date) -> date:
        """The last day, as far as it is known before the close."""
        return self.last_day or (self.first_day or today) + timedelta(days=ANSWER_DAYS)

    def traces(self) -> tuple[Trace, ...]:
        """What in it might tell who wrote."""
        said = [words for language in self.languages for words in self._said(language)]
        return traces("\n".join(said))

    def _said(self, language: Language) -> tuple[str, str]:
        """Headline and body; the half of a sentence that nobody went on with is no body."""
        headline, body = (
            self._editors[language, passage].text.strip()
            for passage in (Passage.HEADLINE, Passage.BODY)
        )
        return headline, "" if body == Texts(language)(HALF) else body


def _headline(texts: Texts, opening: str, subjects: tuple[Subject, ...]) -> str:
    """What the letter is about, where that fits; on the board it says more than its outcome."""
    named = [texts(f"subject_{one}") for one in subjects if one not in UNTOLD]
    fitting = [words for words in named if len(words) <= MAX_HEADLINE]
    return (fitting or [texts(OPENINGS[opening])])[0]


def _written(answer: Answer | None, language: Language, passage: Passage) -> str:
    if answer is None:
        return ""
    said = answer.headline if passage is Passage.HEADLINE else answer.body
    return said.get(language, "")


class Answering(Protocol):
    """What may get a public answer: a row, or a matter."""

    @property
    def answer(self) -> AnswerDraft: ...

    @property
    def general(self) -> bool:
        """Whether a council or an assembly gives the answer."""
        ...

    def said(self, passage: Passage) -> str:
        """A passage without blanks around it."""
        ...


class UrgentDraft:
    """Whether something must be done today, and who was informed of it, all on one day."""

    def __init__(self, entry: Entry) -> None:
        self.wanted = entry.urgent
        self.on = entry.informed[0].on if entry.informed else None
        self.names = {told.office: editor(Passage.NAME, told.name) for told in entry.informed}
        self.office: Office | None = next(reversed(self.names), None)

    @property
    def editor(self) -> Editor:
        """The name of who was informed in the office chosen last."""
        if self.office is None:
            raise LookupError("no office is chosen")
        return self.names[self.office]

    def tell(self, office: Office) -> None:
        """Choose an office, or let it go."""
        if office in self.names:
            del self.names[office]
            self.office = next(reversed(self.names), None)
        else:
            self.names[office], self.office = editor(Passage.NAME), office

    def move(self, days: int, today: date) -> None:
        """Another day, never after today."""
        moved = (self.on or today) + timedelta(days=days)
        self.on = max(min(moved, today), today - LONGEST)

    def informed(self, today: date) -> tuple[Informed, ...]:
        """Who was informed, in the order of the offices; nobody where nothing is urgent."""
        day = self.on or today
        return tuple(
            Informed(office, self.names[office].text.strip(), day)
            for office in Office
            if self.wanted and office in self.names
        )
