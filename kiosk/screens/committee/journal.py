"""The journal on the screen: leafed through, sifted, searched; one row at a time, covered (R10).

A row that leaves out somebody who is here is only a number until they have stepped away; it is not
found by its words either.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import DeskTurned, Event, RowTaken
from kiosk.post.book import Book, Row
from kiosk.post.desk import DeskPage
from kiosk.post.handling import in_order, suffice
from kiosk.post.roles import Role
from kiosk.post.search import EVERYTHING, Index
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee import rowlist
from kiosk.screens.committee import sifting as sift
from kiosk.screens.committee.analysis import header
from kiosk.screens.committee.choices import meaning
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.keying import LEAVES
from kiosk.screens.committee.leafing import (
    Aged,
    Found,
    Leaf,
    Moved,
    Opened,
    To,
    numbered,
    one_row,
    row_list,
    stepping,
)
from kiosk.screens.committee.pages import Cover, Done, Leafed, Turn
from kiosk.screens.committee.reading import cover_button
from kiosk.screens.committee.seeking import Seeker
from kiosk.screens.keyboard import Pressed, Special, Typed
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Label, Style

LEAVE = frozenset({"escape", "return"})


class Journal(Screen):
    """The index says which roles are here. Emits `RowTaken`, `DeskTurned`.

    `unprinted` are rows whose referral did not come out.
    """

    name = "journal"

    def __init__(self, index: Index) -> None:
        self._index, self._shared = index, index.book.before(index.present)
        self._leaf, self._page, self._months, self._sheet = Leaf.LIST, 0, 0, 0
        self._filters, self._sieve = EVERYTHING, sift.Sieve.KIND
        self._seeker = Seeker()
        self._row: Row | None = None
        self._version = 0
        self.unprinted: tuple[int, ...] = ()
        self._shown: tuple[Widget, ...] = ()
        self.covered = True
        self._find()

    # --- told from outside ---

    def follow(self, index: Index) -> None:
        """Take the journal as it is now; who stepped away for a corrected row comes back."""
        if index is self._index:
            return
        self._index, self._shared = index, index.book.before(index.present)
        page = self._page
        self._find()
        self._page = page
        if self._leaf is Leaf.ROW:
            self._done()

    def cover(self) -> None:
        self.covered = True
        if self._leaf is Leaf.SEEK:
            self._to(Leaf.LIST)

    def wipe(self) -> None:
        self._index, self._shared = Index.of(Book()), Book()
        self._shown, self._filters = (), EVERYTHING
        self._seeker.clear()
        self._to(Leaf.LIST)
        self._find()

    # --- what is known ---

    def _find(self) -> None:
        """Only rows that everybody here may read are found by what they say."""
        sought, sifted = bool(self._seeker.words.strip()), bool(self._filters)
        found = self._index.search(self._seeker.words, self._filters)
        kept_back = frozenset(row.number for row in found if self._left_out(row))
        if sought or sifted:
            found = tuple(row for row in found if row.number not in kept_back)
        self._found, self._page = Found(found, kept_back, sought, sifted), 0

    def _left_out(self, row: Row) -> tuple[Role, ...]:
        """Who of those here must not read it."""
        return in_order(row.barred(self._index.present))

    # --- what is shown ---

    def view(self, look: Look) -> View:
        head, area = rows(parts.column(look), parts.header_height(look), 1.0, gap=look.theme.gap)
        self._shown = tuple(self._body(look, area))
        return View("paper", (*self._head(look, head), *self._shown))

    def _head(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Above a page: the cover where there is something to cover, what it is, and done."""
        theme, texts = look.theme, look.texts
        if self._leaf is Leaf.LIST:
            yield from header(look, area, texts("journal"))
            return
        side = (theme.mm(30) if parts.roomy(look) else theme.target) * (self._leaf is Leaf.ROW)
        edits = self._leaf is Leaf.ROW and _settled(self._row)
        mends = (theme.mm(34) if parts.roomy(look) else theme.target) * edits
        above, below = rows(area, theme.target, 1.0)
        left, words, mend, right = columns(above, side, 1.0, mends, theme.mm(34), gap=theme.gap * 2)
        if self._leaf is Leaf.ROW:
            yield cover_button(look, left, covered=self.covered)
        if edits and self._row:
            said = texts("edit") if parts.roomy(look) else ""
            yield Button("amend", mend, "paper", said, icon="pencil", type="small*", least="small",
                         act=RowTaken(self._row.number))  # fmt: skip
        title = numbered(texts, self._row) if self._row else texts("journal")
        words = below if below.h else words
        yield Label("title", words, "paper", title, type="title", least="small*")
        if self._leaf is not Leaf.BACK:
            yield Button("done", right, "paper", texts("done"), icon="check", style=Style.PRIMARY,
                         act=Done())  # fmt: skip

    def _body(self, look: Look, area: Rect) -> Iterable[Widget]:
        book, row = self._index.book, self._row
        if self._leaf is Leaf.SEEK:
            return self._seeker.widgets(look, area, self._found.rows)
        if self._leaf is Leaf.SIFT:
            return sift.sifting(look, area, book, self._filters, self._sieve, self._months)
        if row is None:
            return self._list(look, area)
        left_out = self._left_out(row)
        if self._leaf is Leaf.ROW:
            at = self._version, self._sheet
            whole = book if left_out else self._shared
            return one_row(look, area, whole, row, at, covered=self.covered)
        if not suffice(self._index.present - frozenset(left_out)):
            return statement(look, area, "room", "users", look.texts("room_too_few"))
        return stepping(look, area, left_out, away=self._leaf is Leaf.AWAY)

    def _list(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Above it, whose referral did not come out."""
        if self.unprinted:
            words = look.texts("referral_stuck", number=rowlist.numbered(self.unprinted))
            high = parts.note_height(look, words, area.w)
            note, area = rows(area, high, 1.0, gap=look.theme.gap)
            yield from parts.note(look, note, "stuck", "triangle-alert", words, "alarm")
        yield from row_list(look, area, self._found, self._page)

    # --- what is done ---

    def act(self, act: Act) -> Event | None:
        match act:
            case Opened(number=number):
                self._open(next(row for row in self._found.rows if row.number == number))
            case Moved():
                self._to(Leaf.ROW if self._leaf is Leaf.AWAY else Leaf.LIST)
            case To(leaf=leaf):
                self._to(leaf)
            case Done() | Pressed(key=Special.RETURN):
                self._done()
            case Cover():
                self.covered = not self.covered
            case Typed() | Pressed():
                self._seeker.take(act)
                self._find()
            case sift.Sifted() | sift.Picked() | sift.Unsifted():
                self._sift(act)
            case _:
                self._look(act)
        return None

    def _sift(self, act: Act) -> None:
        match act:
            case sift.Sifted(sieve=sieve):
                self._sieve, self._months = sieve, 0
            case sift.Picked(filters=filters):
                self._filters = filters
            case sift.Unsifted():
                self._filters = EVERYTHING
        self._find()

    def _look(self, act: Act) -> None:
        """Other leaves, sheets and versions."""
        match act:
            case Leafed(step=step) if self._leaf is Leaf.SIFT:
                self._months = max(0, self._months + step)
            case Leafed(step=step):
                self._page = max(0, self._page + step)
            case Turn(step=step):
                self._sheet = max(0, self._sheet + step)
            case Aged(step=step) if self._row is not None:
                self._version = max(0, min(self._version + step, len(self._row.versions) - 1))
                self._sheet = 0

    def _open(self, row: Row) -> None:
        self._row, self._version, self._sheet = row, max(0, len(row.versions) - 1), 0
        self._leaf = Leaf.AWAY if self._left_out(row) else Leaf.ROW

    def _done(self) -> None:
        """Back to the list; from a row for which somebody stepped away, by calling them back."""
        read = self._leaf is Leaf.ROW and self._row is not None and self._left_out(self._row)
        self._to(Leaf.BACK if read else Leaf.LIST)

    def _to(self, leaf: Leaf) -> None:
        self._leaf, self.covered = leaf, True
        if leaf not in {Leaf.ROW, Leaf.BACK}:
            self._row = None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self._leaf is not Leaf.LIST and stroke.control in LEAVE:
            self._done()
        elif stroke.control == "escape":
            return DeskTurned(DeskPage.MENU)
        elif self._leaf is Leaf.SEEK or (self._leaf is Leaf.LIST and _begins(stroke)):
            self._to(Leaf.SEEK)
            self._seeker.key(stroke)
            self._find()
        else:
            self._stroked(stroke)
        return None

    def _stroked(self, stroke: KeyStroke) -> None:
        """Blank covers, arrows turn, figures choose."""
        step = LEAVES.get(stroke.control)
        if step is not None:
            self._look(Turn(step) if self._leaf is Leaf.ROW else Leafed(step))
        elif stroke.text == " " and self._leaf is Leaf.ROW:
            self.covered = not self.covered
        elif self._leaf is Leaf.SIFT and isinstance(act := meaning(self._shown, stroke.text), Act):
            self.act(act)


def _begins(stroke: KeyStroke) -> bool:
    """Whether a word is typed: behind `[` of a US keyboard stands a Cyrillic letter."""
    return (stroke.printed or stroke.text).isalnum()


def _settled(row: Row | None) -> bool:
    """Whether it can be corrected here: what is still open is corrected in its review."""
    return row is not None and row.entry is not None and row.closed_on is not None
