"""Registering: one letter read, decided, summed up, answered or not, and entered (R10)."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import EntryWritten, Event
from kiosk.post.journal import Decision
from kiosk.post.letters import DayMonth, Language
from kiosk.post.meeting import OpenedLetter
from kiosk.post.review import Step
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.answering import answering
from kiosk.screens.committee.deciding import deciding
from kiosk.screens.committee.desk import Desk, roomy
from kiosk.screens.committee.draft import Draft, Passage
from kiosk.screens.committee.pages import Page, tabs
from kiosk.screens.committee.reading import reading
from kiosk.screens.committee.writing import Pen
from kiosk.screens.datepick import DateStepped
from kiosk.screens.keyboard import Pressed, Typed
from kiosk.screens.layout import rows
from kiosk.screens.sheet import Scrolled
from kiosk.screens.widgets import Button, Style

NEW_YEAR = DayMonth(1, 1)
PASSAGES = {Page(passage): passage for passage in Passage}


class Register(Desk):
    """One letter; `opened` None is a paper letter, whose date is sought from `near` on.

    `entered` is the journal's number of the letter before, for writing it on the paper.
    A letter comes covered. Covered, nothing of it or of its row can be read on any page.
    """

    name = "register"
    step = Step.REGISTER
    lost = "leave_lost"

    def __init__(
        self,
        nth: int,
        total: int,
        opened: OpenedLetter | None,
        *,
        near: DayMonth = NEW_YEAR,
        entered: int | None = None,
    ) -> None:
        super().__init__()
        self._entered = entered
        self._nth, self._total, self._near = nth, total, near
        self._begin(opened)

    def _begin(self, opened: OpenedLetter | None) -> None:
        self._draft = Draft(opened)
        self._pen = Pen(self._draft)
        self._page = Page.READ
        self.covered = self._draft.letter is not None

    def cover(self) -> None:
        self.covered = True

    def wipe(self) -> None:
        self._begin(None)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        passage = self._passage
        if passage:
            yield from self._pen.widgets(look, area, passage, covered=self.covered)
            return
        head, rest = rows(area, look.theme.target, 1.0, gap=look.theme.gap)
        yield from tabs(look, head, f"{self._nth} / {self._total}", self._entered, self._page)
        yield from self._inside(look, rest)

    def _inside(self, look: Look, area: Rect) -> Iterable[Widget]:
        draft, covered = self._draft, self.covered
        if self._page is Page.READ:
            return reading(look, area, draft, self._pen.page, covered=covered)
        if self._page is Page.DECIDE:
            return deciding(look, area, draft, covered=covered)
        return answering(look, area, draft, covered=covered, working=self.working, hint=self.hint)

    def corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        if not self._passage:
            yield from super().corner(look, area)
            return
        words = look.texts("show_text" if self.covered else "hide_text") if roomy(look) else ""
        icon = "eye" if self.covered else "eye-off"
        yield Button(
            "cover", area, "paper", words, icon=icon, type="small*", least="small", act=do.Cover()
        )

    def far_corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        if not self._passage:
            return super().far_corner(look, area)
        words = look.texts("done")
        return (
            Button("done", area, "paper", words, icon="check", style=Style.PRIMARY, act=do.Done()),
        )

    @property
    def _passage(self) -> Passage | None:
        """What is being written, if this page is for writing."""
        return PASSAGES.get(self._page)

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a USB keyboard; tab, and return where there is one line, are done."""
        passage = self._passage
        if passage is None or self.working:
            return None
        one_line = passage is Passage.HEADLINE and stroke.control == "return"
        if one_line or stroke.control in ("tab", "escape"):
            self._turn_to(self._after())
        else:
            self._pen.key(passage, stroke)
        return None

    def point(self, widget: str, x: int, y: int) -> None:
        if self._passage and not self.covered:
            self._pen.point(self._passage, x, y)

    def do(self, act: Act) -> Event | None:
        """Take a touch; while a row is being stored, nothing changes but the cover."""
        if isinstance(act, do.Cover):
            self.covered = not self.covered
        elif self.working:
            return None
        elif isinstance(act, do.Enter):
            return self._enter(act.language)
        elif isinstance(act, Typed | Pressed | Scrolled):
            if self._passage:
                self._pen.take(self._passage, act)
        elif not self._move(act):
            self._choose(act)
        return None

    def _enter(self, language: Language) -> Event | None:
        entry = self._draft.entry(language)
        return None if entry.gaps() else self.sent(EntryWritten(self._draft.place, entry))

    def _move(self, act: Act) -> bool:
        """Whether the act only turned a page."""
        match act:
            case do.Go(page=page):
                self._turn_to(page)
            case do.Next() | do.Done():
                self._turn_to(self._after())
            case do.Turn(step=step):
                self._pen.page = max(0, self._pen.page + step)
            case _:
                return False
        return True

    def _turn_to(self, page: Page) -> None:
        """A page shows as much of the letter as it has room for: each begins at its beginning."""
        self._page, self._pen.page = page, 0

    def _choose(self, act: Act) -> None:
        draft = self._draft
        match act:
            case DateStepped(days=days, months=months):
                draft.turn_date(days=days, months=months, near=self._near)
            case do.Undated():
                draft.written = None
            case do.Sorted(kind=kind):
                draft.kind = kind
            case do.Judged(well_founded=founded):
                draft.well_founded = founded
            case do.Decided(decision=decision):
                draft.decision = decision
            case do.Sent(forum=forum):
                draft.forum = forum
            case do.Answering(wanted=wanted):
                self._answer(wanted=wanted)

    def _answer(self, *, wanted: bool) -> None:
        """Choosing an answer leads straight to writing it."""
        self._draft.answering = wanted
        if wanted and not self._draft.said(Passage.HEADLINE):
            self._turn_to(Page.HEADLINE)

    def _after(self) -> Page:
        """The page that follows this one; what is already written is not asked again."""
        said = self._draft.said
        match self._page:
            case Page.READ:
                return Page.DECIDE
            case Page.DECIDE if not said(Passage.SUMMARY):
                return Page.SUMMARY
            case Page.SUMMARY if self._reason_missing:
                return Page.REASON
            case Page.REASON if not said(Passage.SUMMARY):
                return Page.SUMMARY
            case Page.HEADLINE if not said(Passage.BODY):
                return Page.BODY
            case _:
                return Page.ANSWER

    @property
    def _reason_missing(self) -> bool:
        declined = self._draft.decision is Decision.DECLINED
        return declined and not self._draft.said(Passage.REASON)
