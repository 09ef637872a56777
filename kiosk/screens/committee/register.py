"""Registering in four touches: a letter is read, said what it is about, decided, entered (R10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.events import EntryCorrected, EntryWritten, Event, RowAsked, RowGivenBack
from kiosk.post.letters import Language
from kiosk.post.meeting import OpenedLetter
from kiosk.post.steps import Hint, Step
from kiosk.screens.base import Act, KeyStroke, Look, Rect, View, Widget
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.choices import figured
from kiosk.screens.committee.desk import AskLeave, ReviewScreen, roomy
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.entering import Standing
from kiosk.screens.committee.keying import stroked
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.laying import letter, page, split, tabs, tabs_high
from kiosk.screens.committee.pages import BESIDE, Page
from kiosk.screens.committee.place import Place
from kiosk.screens.committee.preview import preview
from kiosk.screens.committee.stepping import beside
from kiosk.screens.committee.task import Task
from kiosk.screens.keyboard import Pressed, Typed
from kiosk.screens.layout import rows
from kiosk.screens.sheet import Scrolled
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts


class Register(ReviewScreen):
    """One letter; `opened` None is a paper letter.

    `papers` says which of how many paper letters this is; `entered` is the journal's number of the
    one before, to be written on it. A letter comes covered. Covered, nothing of it or of its row
    can be read on any page. It is not entered before it was shown here or came out `on_slip`. With
    `look_back` it begins with the rows, of which some can no longer be read.
    """

    name = "register"
    step = Step.REGISTER
    lost = "leave_lost"

    def __init__(
        self,
        nth: int,
        total: int,
        opened: OpenedLetter | None,
        known: Known,
        *,
        papers: tuple[int, int] = (0, 0),
        entered: int | None = None,
        look_back: bool = False,
    ) -> None:
        super().__init__()
        self._place = Place(nth - 1, total, papers, entered)
        self.known = known
        self.unprinted: tuple[int, ...] = ()
        self.on_slip = False
        self._texts = Texts(Language.KY)
        self._figures = False
        self._page: tuple[Widget, ...] = ()
        self._begin(opened)
        if look_back:
            self._task.go(Page.ROWS)

    def _begin(self, opened: OpenedLetter | None) -> None:
        self._task = Task(Draft.new(opened), self.known)
        self._waiting: Task | None = None
        self._correcting = False
        self.covered = bool(self._task.draft.text)

    # --- told from outside ---

    def follow(self, known: Known, *, working: bool, hint: Hint | None) -> None:
        """Take what the review knows now; a correction that was stored leads back to the rows.

        A row for which somebody stepped away is taken up at once.
        """
        self.known, self.working, self.hint = known, working, hint
        if self._correcting and not working:
            self._correcting = False
            if hint is None:
                self._back()
        if known.row is not None and known.row != self._task.draft.number:
            self._take_up(known.row)

    def cover(self) -> None:
        self.covered = True
        if self._task.page is Page.PREVIEW:
            self._task.done()

    def wipe(self) -> None:
        self.known = replace(self.known, matters=(), handles={}, rows=(), damaged=())
        self._page = ()
        self._begin(None)

    # --- what is shown ---

    def view(self, look: Look) -> View:
        """Return the picture; the preview of an answer is the whole board."""
        self._texts = look.texts
        answer = self._task.draft.answer.made()
        if self._task.page is Page.PREVIEW and answer and not self._leaving:
            return View("night", preview(look, answer, self.known, self._task.leaf))
        return super().view(look)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        task, passage = self._task, self._task.passage
        self._page = ()
        if passage:
            return task.pen.widgets(look, area, passage, task.sheet, covered=self.covered)
        if task.page not in {Page.WHEN, *BESIDE}:
            return self._laid(look, area)
        head, rest = rows(area, tabs_high(look), 1.0, gap=look.theme.gap)
        shown, aside = tabs(look, head, task, self._place, alarmed=bool(self.unprinted))
        beside, room = split(look, rest, task)
        task.opened |= bool(beside.w) and not self.covered
        read = letter(look, beside, task, self._place, covered=self.covered)
        return (*shown, *self.aside(look, aside), *read, *self._laid(look, room))

    def _laid(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """The page itself, whose chips the figures of a keyboard choose."""
        unopened = not (self._task.opened or self.on_slip)
        now = Standing(self.covered, self.working, self.hint, self.unprinted, unopened)
        self._page = tuple(page(look, area, self._task, self.known, now, self._place))
        plain = not self._figures or self._task.page is Page.WHEN
        return self._page if plain else figured(self._page)

    def aside(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Right of the steps: somebody steps out, or it comes later; a correction is given up."""
        if self._task.draft.number is None:
            return beside(look, area, enabled=not self.working)
        words = look.texts("row_leave")
        return (Button("give_up", area, "paper", words, icon="x", type="small*", act=do.GivenUp()),)

    @property
    def corner_mm(self) -> int:
        """Covering what is written says so in words."""
        return 24 if self._task.page in {*self._task.steps, Page.REASONS} else 30

    def corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self._task.page in self._task.steps or self._task.page is Page.REASONS:
            yield from super().corner(look, area)
            return
        words = look.texts("show_text" if self.covered else "hide_text") if roomy(look) else ""
        icon = "eye" if self.covered else "eye-off"
        yield Button(
            "cover", area, "paper", words, icon=icon, type="small*", least="small", act=do.Cover()
        )

    def far_corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self._task.page in self._task.steps or self._task.page is Page.REASONS:
            return super().far_corner(look, area)
        words = look.texts("done")
        return (
            Button("done", area, "paper", words, icon="check", style=Style.PRIMARY, act=do.Done()),
        )

    # --- what is done ---

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a USB keyboard: figures choose, return goes on, blank covers."""
        task = self._task
        if self.working:
            return self.do(do.Cover()) if stroke.text == " " else None
        ends = task.one_line and stroke.control == "return"
        if task.passage and not ends:
            task.pen.key(task.passage, stroke)
            return None
        act = stroked(task, self._page, stroke, self._texts.language)
        self._figures = self._figures or task.page not in {Page.WHEN, Page.HANDLE}
        return self.do(act) if isinstance(act, Act) else act

    def backward(self) -> Act | Event | None:
        return self._task.backward or AskLeave()

    def point(self, widget: str, x: int, y: int) -> None:
        if self._task.passage and not self.covered:
            self._task.pen.point(self._task.passage, x, y)

    def do(self, act: Act) -> Event | None:
        """Take a touch; while a row is being stored, nothing changes but the cover."""
        task = self._task
        if isinstance(act, do.Cover):
            self.covered = not self.covered
        elif self.working:
            return None
        elif isinstance(act, do.Enter):
            return self._enter(act.language)
        elif isinstance(act, do.Taken):
            return self._taken(act.row)
        elif isinstance(act, do.GivenUp):
            return self._given_up()
        elif isinstance(act, Typed | Pressed | Scrolled):
            if task.passage:
                task.pen.take(task.passage, act)
        else:
            self._lead(act)
        return None

    def _lead(self, act: Act) -> None:
        """An answer begins in the language of the screen."""
        answer = self._task.draft.answer
        begins = isinstance(act, do.Opened) and self._task.page is not Page.ANSWER
        if (begins or act == do.Go(Page.ANSWER)) and not answer.languages:
            answer.language = self._texts.language
        self._task.take(act, self.known)

    def _enter(self, language: Language) -> Event | None:
        draft = self._task.draft
        entry = draft.entry(Texts(language), self.known)
        if entry.gaps():
            return None
        if draft.number is None:
            return self.sent(EntryWritten(draft.place, entry, draft.due))
        self._correcting = True
        return self.sent(EntryCorrected(draft.number, entry, draft.due))

    def _taken(self, number: int) -> Event | None:
        """A row that somebody here must not read waits until they are away."""
        if number in self.known.kept_back:
            return RowAsked(number)
        self._take_up(number)
        return None

    def _given_up(self) -> Event | None:
        """Who stepped away for the row is called back before anything else is shown."""
        asked = self.known.row is not None
        self._back()
        return RowGivenBack() if asked else None

    def _take_up(self, number: int) -> None:
        """Correct a row; the letter in hand waits as it is."""
        entry = dict(self.known.rows)[number]
        self._waiting = self._task
        self._task = Task(Draft.of(number, entry), self.known, Page.ENTER)
        self.covered = True

    def _back(self) -> None:
        """From a correction to the rows, behind which the letter in hand waits."""
        if self._waiting is not None:
            self._task, self._waiting = self._waiting, None
            self.covered = bool(self._task.draft.text)
