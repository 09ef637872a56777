"""One row in hand: its draft, and where it stands among its pages."""

from __future__ import annotations

from kiosk.post.letters import DayMonth, NoSuchDate, by_then
from kiosk.post.matters import MAX_TITLE
from kiosk.screens.base import Act
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.drafting import AnswerDraft
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import STEPS, Page
from kiosk.screens.committee.passages import ONE_LINE, Passage
from kiosk.screens.committee.writing import Pen
from kiosk.screens.datepick import DateStepped
from kiosk.screens.editor import Refusal
from kiosk.screens.numberpad import Digit, Rubbed

PASSAGES = {Page(passage.value): passage for passage in Passage}

DATE_FIGURES = 4
"""Two for the day, two for the month."""


class Task:
    """Every choice leads on to what is still to be said; what is said already is not asked again.

    `trail` are the pages to which `Done` goes back. `opened`: its letter was shown, or has no text
    to show here.
    """

    def __init__(self, draft: Draft, known: Known, page: Page | None = None) -> None:
        self.draft, self.pen = draft, Pen(draft, lambda: draft.answer)
        self.page = page or self.steps[0]
        self.trail: list[Page] = []
        self.opened = draft.number is not None or not draft.text
        self.sheet, self.leaf = 0, 0
        self.month = draft.written.month if draft.written else known.near.month
        self.figures, self.wrong = "", ""
        self.sought = ""

    @property
    def steps(self) -> tuple[Page, ...]:
        """The pages every letter goes through; a typed one bears its own date."""
        return STEPS if self.draft.paper and self.draft.number is None else STEPS[1:]

    @property
    def backward(self) -> Act | None:
        """From what is added to a row back to it, from a step to the one before it."""
        if self.page not in self.steps:
            return do.Done()
        here = self.steps.index(self.page)
        return do.Go(self.steps[here - 1]) if here else None

    @property
    def passage(self) -> Passage | None:
        """What is being written, if this page is for writing."""
        return PASSAGES.get(self.page)

    @property
    def one_line(self) -> bool:
        """Whether this page is for a passage of one line: return is the end of it."""
        return self.passage in ONE_LINE

    def seek(self, words: str) -> None:
        """Look for matters with these letters in their title."""
        self.sought, self.leaf = words[:MAX_TITLE], 0

    def go(self, page: Page) -> None:
        """Open a page; one that is no step is left again by `done`."""
        if page in self.steps:
            self.trail.clear()
        else:
            self.trail.append(self.page)
        if page is Page.URGENT:
            self.draft.urgent.wanted = True
        self.page, self.leaf, self.sheet, self.sought = page, 0, 0, ""
        self.pen.refused, self.wrong = None, ""

    def done(self) -> None:
        """Back; after a headline its body follows, if there is none.

        What had to be said of a decision is said: on to the last step. An answer that might tell
        who wrote is looked at once more before.
        """
        left = self.page
        follows = left is Page.HEADLINE and not self.draft.said(Passage.BODY)
        self.page = Page.BODY if follows else self.trail.pop() if self.trail else Page.ENTER
        self.leaf, self.pen.refused = 0, None
        if self.page is Page.REASONS and self.draft.explained:
            self.go(Page.ENTER)
            if left is Page.BODY and self.draft.answer.traces():
                self.go(Page.ANSWER)
        elif self.page is Page.DECIDE and left is Page.URGENT and self.draft.decision:
            self.go(Page.ENTER if self.draft.subjects or self.draft.matters else Page.ABOUT)

    def onward(self) -> None:
        """The next step, round to the first."""
        here = self.steps.index(self.page) if self.page in self.steps else -1
        self.go(self.steps[(here + 1) % len(self.steps)])

    def take(self, act: Act, known: Known) -> None:
        """Do what a touch on one of the pages means."""
        match act:
            case do.Go(page=page):
                self.go(page)
            case do.Done():
                self.done()
            case do.Turn(step=step):
                self.sheet = max(0, self.sheet + step)
            case do.Leafed(step=step):
                self.leaf = max(0, self.leaf + step)
            case do.Undated() | do.Dated() | DateStepped() | Digit() | Rubbed():
                self._date(act, known)
            case do.Spoken() | do.Formed() | do.Opened() | do.Unanswered():
                self._answer(act)
            case do.FirstDay(days=days):
                self.draft.answer.begin(days, known.today)
            case do.LastDay(days=days):
                self.draft.answer.end(days, known.today)
            case _:
                self._choose(act, known)

    def _choose(self, act: Act, known: Known) -> None:
        draft = self.draft
        match act:
            case do.Picked(subject=subject):
                draft.pick(subject)
                self._said(subject in draft.subjects)
            case do.Joined(matter=matter):
                draft.join(matter, known)
                self._said(matter in draft.matters)
            case do.Decided(decision=decision, forum=forum):
                draft.decide(decision, forum)
                self._decided()
            case do.Reasoned(words=words):
                draft.give_reason(words)
                self.go(Page.ENTER)
            case do.DueSet(on=on):
                draft.due = on
                self.done()
            case do.Sorted(kind=kind):
                draft.kind = None if kind is draft.kind else kind
            case do.Judged(well_founded=founded):
                draft.judge(well_founded=founded)
            case do.Told(office=office):
                draft.urgent.tell(office)
            case do.ToldOn(days=days):
                draft.urgent.move(days, known.today)
            case do.Urged(urgent=urgent):
                draft.urgent.wanted = urgent
                self.done()

    def _said(self, chosen: bool) -> None:  # noqa: FBT001
        """What it is about is said: on to the decision, unless somebody only looks it over."""
        asked = self.page is Page.ABOUT or self.trail[-1:] == [Page.ABOUT]
        if chosen and asked:
            self.go(Page.ENTER if self.draft.decision else Page.DECIDE)

    def _decided(self) -> None:
        self.go(Page.ENTER if self.draft.explained else Page.REASONS)

    def _answer(self, act: Act) -> None:
        draft = self.draft
        match act:
            case do.Spoken(language=language):
                draft.answer.speak(language)
            case do.Formed(form=form):
                draft.answer.form = form
            case do.Opened(opening=opening):
                fits = draft.answer.open_with(opening, draft.subjects)
                self.go(Page.BODY)
                self.pen.refused = None if fits else Refusal.FULL
            case do.Unanswered():
                draft.answer = AnswerDraft(None)
                self.done()

    def _date(self, act: Act, known: Known) -> None:
        draft = self.draft
        match act:
            case do.Dated(day=day):
                self._dated(day, self.month, known)
            case do.Undated():
                draft.written = None
                self.go(Page.ABOUT)
            case DateStepped(months=months):
                self.month = (self.month + months - 1) % 12 + 1
            case Digit(text=figure) if self.page is Page.HANDLE:
                draft.enclose(draft.handle + figure, known)
            case Rubbed() if self.page is Page.HANDLE:
                draft.enclose(draft.handle[:-1], known)
            case Digit(text=figure):
                self._figure(figure, known)
            case Rubbed():
                self.figures = self.figures[:-1]

    def _figure(self, figure: str, known: Known) -> None:
        """Day and month in four figures of a USB keyboard: 0512 is 5 December."""
        self.figures, self.wrong = self.figures + figure, ""
        if len(self.figures) == DATE_FIGURES:
            day, month = int(self.figures[:2]), int(self.figures[2:])
            self.figures = ""
            self._dated(day, month, known)

    def _dated(self, day: int, month: int, known: Known) -> None:
        try:
            born = DayMonth(day, month)
        except NoSuchDate:
            self.wrong = "error_date"
            return
        if not by_then(born, known.today):
            self.wrong = "error_date_late"
            return
        self.draft.written, self.month = born, month
        self.go(Page.ABOUT)
