"""What became of a matter while it is being written down; only in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.post.followup import allowed, lacks, written
from kiosk.post.journal import GENERAL, Forum, Gap
from kiosk.post.matters import OPEN, Matter, Outcome, State
from kiosk.screens.committee.drafting import AnswerDraft
from kiosk.screens.committee.passages import Passage, editor
from kiosk.screens.editor import Editor


class OutcomeDraft:
    """`text` stands beside the words while they are written. A waiting answer can be mended."""

    def __init__(self, matter: Matter, text: str = "") -> None:
        self.matter, self.text = matter, text
        self.states = allowed(matter)
        self.state: State | None = None
        self.forum: Forum | None = matter.forum
        self.due: date | None = None
        self.answer = AnswerDraft(None if matter.published else matter.answer)
        self._words = editor(Passage.OUTCOME)
        self._chosen = self.suggested = False

    def choose(self, state: State) -> None:
        """What somebody said is not changed by an answer that is there already."""
        self.state, self.suggested = state, False
        self._chosen = self.answer.made() is not None

    def suggest(self) -> None:
        """A public answer was written: so the matter is answered, until somebody says otherwise."""
        open_yet = self.state in {None, State.CONSIDERED} and not self._chosen
        if open_yet and State.ANSWERED in self.states and self.answer.made() is not None:
            self.state, self.due, self.suggested = State.ANSWERED, None, True

    @property
    def general(self) -> bool:
        """Whether a council or an assembly gives the answer."""
        return self.forum in GENERAL

    @property
    def goes_on(self) -> bool:
        """Whether a forum is to sit after this."""
        return self.state in OPEN

    def editor(self, passage: Passage) -> Editor:
        """Where the passage is written: an answer in the language that was chosen."""
        return self._words if passage is Passage.OUTCOME else self.answer.editor(passage)

    def said(self, passage: Passage) -> str:
        """A passage without blanks around it."""
        return self.editor(passage).text.strip()

    def say(self, words: str) -> None:
        """In words that stand ready."""
        self._words = editor(Passage.OUTCOME, words)

    def gaps(self, today: date) -> tuple[Gap, ...]:
        """What is still missing, in the order of the form."""
        outcome = self._outcome(today)
        return (Gap.DECISION,) if outcome is None else lacks(outcome, self.answer.made())

    def made(self, today: date) -> Matter:
        """The matter with this outcome; raises `NotAllowed` while something is missing."""
        outcome = self._outcome(today)
        if outcome is None:
            return self.matter
        answer = self.answer.made()
        moved = written(self.matter, outcome, due=self.due, answer=answer)
        dropped = answer is None and not moved.published
        return replace(moved, answer=None) if dropped else moved

    def _outcome(self, today: date) -> Outcome | None:
        if self.state is None:
            return None
        return Outcome(today, self.state, self.forum, self.said(Passage.OUTCOME))
