"""Parts of a row while it is filled in: the public answer, and who was informed today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from kiosk.post.answers import ANSWER_DAYS
from kiosk.post.journal import MAX_BODY, Answer, AnswerForm, Entry, Informed, Office
from kiosk.post.letters import Language
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor

LONGEST = timedelta(days=366)
"""How far ahead or back a day can be set."""


class AnswerDraft:
    """Headline and body in three languages, of which one is written now; none is no answer."""

    def __init__(self, answer: Answer | None) -> None:
        self.language = answer.languages[0] if answer else Language.KY
        self.form = answer.form if answer else AnswerForm.ANSWER
        self.first_day = answer.first_day if answer else None
        self.last_day = answer.last_day if answer else None
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
        """The languages in which anything is written."""
        return tuple(one for one in Language if any(self._said(one)))

    def made(self) -> Answer | None:
        """The answer as it stands."""
        said = {language: self._said(language) for language in self.languages}
        if not said:
            return None
        headline = {language: words for language, (words, _) in said.items()}
        body = {language: words for language, (_, words) in said.items()}
        return Answer(headline, body, self.form, self.first_day, self.last_day)

    def open_with(self, words: str) -> bool:
        """Begin the body with words that stand ready; False where they do not fit any more."""
        body = self.editor(Passage.BODY)
        text = f"{words} {body.text}".rstrip(" ") + " " * (not body.text)
        if len(text) > MAX_BODY:
            return False
        body.clear()
        body.insert(text)
        return True

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

    def _said(self, language: Language) -> tuple[str, str]:
        headline, body = Passage.HEADLINE, Passage.BODY
        return (
            self._editors[language, headline].text.strip(),
            self._editors[language, body].text.strip(),
        )


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
