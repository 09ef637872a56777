"""The matters on the screen: what is overdue first; one at a time, covered, and its outcome (R11).

A matter that somebody here must not read of is only a line until they have stepped away.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kiosk.events import DeskTurned, Event, OutcomeWritten
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.followup import dated
from kiosk.post.handling import in_order, suffice
from kiosk.post.letters import Language
from kiosk.post.matters import Matter
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Hint
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.analysis import header
from kiosk.screens.committee.choices import meaning
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.dueday import dueday
from kiosk.screens.committee.keying import LEAVES
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.leafing import Moved, stepping
from kiosk.screens.committee.matter import DayAsked, OutcomeAsked, headed, one_matter, told
from kiosk.screens.committee.matterlist import Glance, Listed, Opened, Wanted, matter_list
from kiosk.screens.committee.outcome import Kept, Standing
from kiosk.screens.committee.outcome_draft import OutcomeDraft
from kiosk.screens.committee.outcome_task import OutcomeTask
from kiosk.screens.committee.pages import Cover, Done, DueSet, Go, Leafed, Page, Turn
from kiosk.screens.committee.preview import preview
from kiosk.screens.layout import rows
from kiosk.texts import Texts


class Leaf(StrEnum):
    """What of the matters shows."""

    LIST = "list"
    AWAY = "away"
    MATTER = "matter"
    DAY = "day"
    OUTCOME = "outcome"
    BACK = "back"


class Matters(Screen):
    """The index says which roles are here; of `known` the school and the days are needed."""

    name = "matters"

    def __init__(self, index: Index, known: Known) -> None:
        self._known, self.working = known, False
        self.hint: Hint | None = None
        self._leaf, self._page, self._sheet, self._number = Leaf.LIST, 0, 0, 0
        self._all, self.covered = False, True
        self._task: OutcomeTask | None = None
        self._shown: tuple[Widget, ...] = ()
        self._texts = Texts(Language.KY)
        self._take(index)

    def _take(self, index: Index) -> None:
        self._index = index
        self._listed = Listed.of(index.book, index.book.before(index.present))

    # --- told from outside ---

    def follow(self, index: Index, *, working: bool, hint: Hint | None) -> None:
        """Take the journal as it is now; what was stored leads back to its matter."""
        stored = self.working and not working and hint is None
        self.working, self.hint = working, hint
        if index is not self._index:
            self._take(index)
        if stored:
            self._to(Leaf.MATTER)

    def cover(self) -> None:
        self.covered = True
        if self._task is not None and self._task.page is Page.PREVIEW:
            self._task.done()

    def wipe(self) -> None:
        self._take(Index.of(Book()))
        self._shown, self._task = (), None
        self._to(Leaf.LIST)

    # --- what is known ---

    @property
    def _matter(self) -> Matter:
        return next(one for one in self._index.book.matters if one.number == self._number)

    @property
    def _left_out(self) -> tuple[Role, ...]:
        """Who of those here must not read of this matter."""
        return in_order(self._index.book.barred(self._matter, self._index.present))

    # --- what is shown ---

    def view(self, look: Look) -> View:
        answer = self._task.draft.answer.made() if self._task else None
        if self._task and self._task.page is Page.PREVIEW and answer:
            return View("night", preview(look, answer, self._known, self._task.leaf))
        head, area = rows(parts.column(look), parts.header_height(look), 1.0, gap=look.theme.gap)
        self._texts = look.texts
        self._shown = tuple(self._body(look, area))
        return View("paper", (*self._head(look, head), *self._shown))

    def _head(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self._leaf is Leaf.LIST:
            return header(look, area, look.texts("j_matters"))
        form = self._task is not None and self._task.page is Page.ENTER
        covers = self._leaf in {Leaf.MATTER, Leaf.OUTCOME}
        title = look.texts("outcome_write" if self._task else "j_matters")
        cover = self.covered if covers else None
        ends = self._leaf is not Leaf.BACK
        return headed(look, area, title, covered=cover, ends=ends, drops=form)

    def _body(self, look: Look, area: Rect) -> Iterable[Widget]:
        book, now = self._index.book, self._standing
        match self._leaf:
            case Leaf.LIST:
                glance = Glance(now.today, self._page, self._all, self.covered)
                return matter_list(look, area, book, self._listed, glance)
            case Leaf.MATTER:
                return one_matter(look, area, book, self._matter, self._sheet, now)
            case Leaf.DAY:
                due, usual = self._matter.due, self._known.review_on
                return dueday(look, area, now.today, due, usual, self._page)
            case Leaf.OUTCOME if self._task:
                return self._task.widgets(look, area, now)
        return self._stepping(look, area)

    def _stepping(self, look: Look, area: Rect) -> Iterable[Widget]:
        left_out = self._left_out
        if not suffice(self._index.present - frozenset(left_out)):
            return statement(look, area, "room", "users", look.texts("room_too_few"))
        return stepping(look, area, left_out, away=self._leaf is Leaf.AWAY)

    @property
    def _standing(self) -> Standing:
        return Standing(self._known.today, self.covered, self.working, self.hint)

    # --- what is done ---

    def act(self, act: Act) -> Event | None:
        """Take a touch; while an outcome is being stored, nothing changes but the cover."""
        if isinstance(act, Cover):
            self.covered = not self.covered
        elif not self.working:
            return self._do(act)
        return None

    def _do(self, act: Act) -> Event | None:
        match act:
            case Done():
                self._done()
            case Kept() if self._task and not self._task.draft.gaps(self._known.today):
                return self._keep(self._task.draft.made(self._known.today))
            case DueSet(on=on) if self._leaf is Leaf.DAY:
                return self._keep(dated(self._matter, on))
            case _ if self._task is not None:
                self._write(self._task, act)
            case _:
                self._look(act)
        return None

    def _keep(self, matter: Matter) -> Event | None:
        """Until the answer comes, nothing else is taken."""
        if matter == self._matter:
            self._to(Leaf.MATTER)
            return None
        self.working, self.hint = True, None
        return OutcomeWritten(matter)

    def _write(self, task: OutcomeTask, act: Act) -> None:
        """An answer begins in the language of the screen."""
        answer = task.draft.answer
        if act == Go(Page.ANSWER) and not answer.languages:
            answer.language = self._texts.language
        task.take(act)

    def _look(self, act: Act) -> None:
        match act:
            case Opened(number=number):
                self._number = number
                self._to(Leaf.AWAY if self._left_out else Leaf.MATTER)
            case Moved():
                self._to(Leaf.MATTER if self._leaf is Leaf.AWAY else Leaf.LIST)
            case Wanted(all=wanted):
                self._all, self._page = wanted, 0
            case Leafed(step=step):
                self._page = max(0, self._page + step)
            case Turn(step=step):
                self._sheet = max(0, self._sheet + step)
            case DayAsked():
                self._to(Leaf.DAY)
            case OutcomeAsked():
                text = told(self._texts, self._index.book, self._matter)
                self._to(Leaf.OUTCOME)
                self._task = OutcomeTask(OutcomeDraft(self._matter, text), self._known)

    def _done(self) -> None:
        """One step back; from a matter for which somebody stepped away, by calling them back."""
        if self._task is not None and self._task.done():
            return
        if self._leaf in {Leaf.DAY, Leaf.OUTCOME}:
            self._to(Leaf.MATTER)
        else:
            read = self._leaf is Leaf.MATTER and self._left_out
            self._to(Leaf.BACK if read else Leaf.LIST)

    def _to(self, leaf: Leaf) -> None:
        """What was uncovered for one matter stays so only there."""
        near = {self._leaf, leaf} <= {Leaf.MATTER, Leaf.DAY, Leaf.OUTCOME}
        self.covered = self.covered or not near
        self._leaf, self._task, self._sheet, self._page = leaf, None, 0, 0

    def key(self, stroke: KeyStroke) -> Event | None:
        """Take a USB keyboard: figures choose, blank covers, escape goes back."""
        task = self._task
        if self.working:
            return None
        if task and task.passage and stroke.control != "escape":
            if stroke.control == "return" and task.one_line:
                return self.act(Done())
            task.pen.key(task.passage, stroke)
            return None
        if stroke.control == "escape":
            return DeskTurned(DeskPage.MENU) if self._leaf is Leaf.LIST else self.act(Done())
        step = LEAVES.get(stroke.control)
        if step is not None:
            return self.act(Turn(step) if self._leaf is Leaf.MATTER else Leafed(step))
        if stroke.text == " ":
            return self.act(Cover())
        chosen = meaning(self._shown, stroke.text)
        return self.act(chosen) if isinstance(chosen, Act) else None

    def point(self, widget: str, x: int, y: int) -> None:
        if self._task and self._task.passage and not self.covered:
            self._task.pen.point(self._task.passage, x, y)
