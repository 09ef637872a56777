"""One outcome in hand: its draft, and where it stands among its pages."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.matters import State
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.answering import answering, days
from kiosk.screens.committee.deciding import reasons
from kiosk.screens.committee.drafting import AnswerDraft
from kiosk.screens.committee.dueday import dueday
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.outcome import Seated, Standing, Stated, form
from kiosk.screens.committee.outcome_draft import OutcomeDraft
from kiosk.screens.committee.pages import Page
from kiosk.screens.committee.passages import ONE_LINE, Passage
from kiosk.screens.committee.writing import Pen
from kiosk.screens.editor import Refusal
from kiosk.screens.keyboard import Pressed, Typed
from kiosk.screens.sheet import Scrolled

PASSAGES = {
    Page.OUTCOME: Passage.OUTCOME,
    Page.HEADLINE: Passage.HEADLINE,
    Page.BODY: Passage.BODY,
}


class OutcomeTask:
    """It begins and ends on its form; `trail` are the pages to which `done` goes back."""

    def __init__(self, draft: OutcomeDraft, known: Known) -> None:
        self.draft, self.known, self.pen = draft, known, Pen(draft, lambda: draft.answer)
        self.page, self._trail = Page.ENTER, list[Page]()
        self.leaf, self._sheet = 0, 0

    @property
    def passage(self) -> Passage | None:
        """What is being written, if this page is for writing."""
        return PASSAGES.get(self.page)

    @property
    def one_line(self) -> bool:
        """Whether return is the end of it."""
        return self.passage in ONE_LINE

    def go(self, page: Page) -> None:
        """Open a page."""
        self._trail.append(self.page)
        self.page, self.leaf, self._sheet, self.pen.refused = page, 0, 0, None

    def done(self) -> bool:
        """Back, after a headline to its body; False where there is nothing to go back to."""
        if self.page is Page.ENTER:
            return False
        if self.page is Page.ANSWER:
            self.draft.suggest()
        follows = self.page is Page.HEADLINE and not self.draft.said(Passage.BODY)
        self.page = Page.BODY if follows else self._trail.pop()
        if self.page is Page.REASONS:
            self.page = self._trail.pop()
        self.leaf, self.pen.refused = 0, None
        return True

    def take(self, act: Act) -> None:
        """Do what a touch on one of the pages means."""
        draft = self.draft
        match act:
            case do.Go(page=page):
                self.go(page)
            case Stated(state=state):
                self._state(state)
            case Seated(forum=forum):
                draft.forum = None if forum is draft.forum else forum
            case do.DueSet(on=on):
                draft.due = on
                self.done()
            case do.Reasoned(words=words):
                draft.say(words)
                self.done()
            case Typed() | Pressed() | Scrolled() if self.passage:
                self.pen.take(self.passage, act)
            case do.Leafed(step=step):
                self.leaf = max(0, self.leaf + step)
            case do.Turn(step=step):
                self._sheet = max(0, self._sheet + step)
            case _:
                self._answer(act)

    def _state(self, state: State) -> None:
        """A declined matter needs its reason; one that goes on is due at the next review."""
        self.draft.choose(state)
        self.draft.due = self.known.review_on if self.draft.goes_on else None
        if state is State.DECLINED and not self.draft.said(Passage.OUTCOME):
            self.go(Page.REASONS)

    def _answer(self, act: Act) -> None:
        answer, today = self.draft.answer, self.known.today
        match act:
            case do.Spoken(language=language):
                answer.speak(language)
            case do.Formed(form=kind):
                answer.form = kind
            case do.Opened(opening=opening):
                self._open(opening)
            case do.Unanswered():
                self.draft.answer = AnswerDraft(None)
                self.done()
            case do.FirstDay(days=step):
                answer.begin(step, today)
            case do.LastDay(days=step):
                answer.end(step, today)

    def _open(self, opening: str) -> None:
        fits = self.draft.answer.open_with(opening, self.draft.matter.subjects)
        self.go(Page.BODY)
        self.pen.refused = None if fits else Refusal.FULL

    def widgets(self, look: Look, area: Rect, now: Standing) -> Iterable[Widget]:
        """All below the header; the preview is the whole board, and not here."""
        draft = self.draft
        if self.passage:
            return self.pen.widgets(look, area, self.passage, self._sheet, covered=now.covered)
        match self.page:
            case Page.DUE:
                usual = self.known.review_on
                return dueday(look, area, now.today, draft.due, usual, self.leaf)
            case Page.REASONS:
                return reasons(look, area, draft, Passage.OUTCOME)
            case Page.ANSWER:
                return answering(look, area, draft, covered=now.covered)
            case Page.DAYS:
                return days(look, area, draft, self.known)
        return form(look, area, draft, now)
