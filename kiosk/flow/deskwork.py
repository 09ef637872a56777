"""What shows of the committee's desk: its menu and its pages, over the open journal.

What a page holds of the journal goes with the page; the journal's own page waits, covered, while a
row of it is being corrected.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.flow.desk import Desk
from kiosk.flow.paperwork import Paperwork
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage, OpenDesk
from kiosk.post.followup import open_matters, overdue, unpublished
from kiosk.post.offers import Archive
from kiosk.post.retention import Staying, due, staying
from kiosk.post.review import Review
from kiosk.post.search import Index
from kiosk.post.steps import Step
from kiosk.screens.base import Screen
from kiosk.screens.committee.amending import Amending
from kiosk.screens.committee.analysis import Analysis
from kiosk.screens.committee.checking_book import CheckingBook
from kiosk.screens.committee.deskmenu import DeskMenu, Waiting
from kiosk.screens.committee.erasing_texts import ErasingTexts
from kiosk.screens.committee.journal import Journal
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.matters import Matters


class DeskWork:
    """One screen for each page; `screen` is asked whenever something happened."""

    def __init__(self, desk: Desk, paperwork: Paperwork) -> None:
        self._desk, self._paperwork = desk, paperwork
        self._page: DeskPage | None = None
        self._screens: dict[DeskPage, Screen] = {}

    @property
    def shows(self) -> bool:
        """Whether a page of the desk is on the stage: what covers it must not wipe it."""
        shown = self._desk.stage.screen
        return shown is self._paperwork.screen or shown in self._screens.values()

    def screen(self, review: Review, lying: OpenDesk) -> Screen:
        """The page that lies on top, brought up to date."""
        page = lying.page if lying.index is not None else DeskPage.MENU
        if page is not self._page:
            self._turn(page)
        if page not in self._screens:
            self._screens[page] = self._make(page, review, lying)
        self._update(self._screens[page], review, lying.index)
        return self._paperwork.screen or self._screens[page]

    def cover(self) -> None:
        """Something lies over the desk."""
        for screen in self._screens.values():
            screen.cover()
        if self._paperwork.screen is not None:
            self._paperwork.screen.cover()

    def leave(self) -> None:
        """The journal is shut: nothing of it stays in any page."""
        for screen in self._screens.values():
            screen.wipe()
        self._screens.clear()
        self._page = None
        self._paperwork.leave()

    def _turn(self, page: DeskPage) -> None:
        """Whatever another page held is gone; only the journal waits for its row."""
        kept = self._screens.get(DeskPage.JOURNAL)
        between = {self._page, page} == {DeskPage.JOURNAL, DeskPage.ROW}
        if between and kept is not None:
            del self._screens[DeskPage.JOURNAL]
        self.leave()
        if between and kept is not None:
            kept.cover()
            self._screens[DeskPage.JOURNAL] = kept
        self._page = page

    def _make(self, page: DeskPage, review: Review, lying: OpenDesk) -> Screen:
        match page, lying.index:
            case DeskPage.JOURNAL, Index() as index:
                return Journal(index)
            case DeskPage.MATTERS, Index() as index:
                return Matters(index, self._known(index.book.before(index.present)))
            case DeskPage.ROW, Index() as index if lying.row is not None:
                return self._amending(review, index, lying.row)
            case DeskPage.ANALYSIS, Index(book=book, present=present):
                return Analysis(book, self._desk.day(), present)
            case DeskPage.PAPERS, Index(book=book):
                archive = Archive(book, lying.accounts, self._desk.day())
                return self._paperwork.laid_out(archive.offers, archive.supply)
            case DeskPage.ERASING, Index(book=book):
                months = self._desk.school.keep_texts_months
                return ErasingTexts(self._due(book), months, self._staying(book))
            case DeskPage.CHECK, Index():
                return CheckingBook()
        return DeskMenu(review.step, over=review.step is not Step.DESK)

    def _amending(self, review: Review, index: Index, number: int) -> Screen:
        """The row, before those who may read it."""
        row = next(row for row in index.book.rows if row.number == number)
        here = index.present - row.barred(index.present)
        known = self._known(index.book.before(here))
        rows = ((number, row.entry),) if row.entry else ()
        return Amending(review.step, number, replace(known, rows=rows, hangs=row.told))

    def _known(self, shared: Book) -> Known:
        """What is around the row or the matter at hand, as far as all in the room may know it."""
        desk = self._desk
        return Known(
            desk.school,
            desk.day(),
            review_on=desk.review_after_today(),
            matters=shared.matters,
            prints=desk.prints,
        )

    def _update(self, screen: Screen, review: Review, index: Index | None) -> None:
        if isinstance(screen, DeskMenu):
            screen.waiting = self._waiting(index)
        if isinstance(screen, DeskMenu | Journal | Amending):
            screen.unprinted = self._desk.unprinted
        if isinstance(screen, Journal) and index is not None:
            screen.follow(index)
        if isinstance(screen, Matters) and index is not None:
            screen.follow(index, working=review.working, hint=review.hint)
        if isinstance(screen, ErasingTexts) and index is not None:
            now = self._due(index.book), self._staying(index.book)
            screen.follow(*now, working=review.working, hint=review.hint)
        if isinstance(screen, CheckingBook) and review.desk is not None:
            screen.follow(review.desk.verdict, working=review.working, hint=review.hint)
        if isinstance(screen, Amending):
            screen.follow(screen.known, working=review.working, hint=review.hint)

    def _due(self, book: Book) -> tuple[int, ...]:
        return due(book, self._desk.school.keep_texts_months, self._desk.day())

    def _staying(self, book: Book) -> Staying:
        return staying(book, self._desk.school.keep_texts_months, self._desk.day())

    def _waiting(self, index: Index | None) -> Waiting | None:
        if index is None:
            return None
        matters, today = index.book.matters, self._desk.day()
        answers = len(unpublished(matters)) + len(index.book.untold)
        return Waiting(len(open_matters(matters)), len(overdue(matters, today)), answers)
