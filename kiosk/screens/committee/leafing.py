"""The pages of the journal: its rows, one row, and who has to step away before it is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.post.book import Book, Row
from kiosk.post.roles import Role
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.about import per_page
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.committee.reading import leaves, letter_beside
from kiosk.screens.committee.room import person, person_high
from kiosk.screens.committee.rowtext import line, told
from kiosk.screens.layout import columns, rows
from kiosk.screens.paging import Turning, drawn
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts


class Leaf(StrEnum):
    """What of the journal shows."""

    LIST = "list"
    SEEK = "seek"
    SIFT = "sift"
    AWAY = "away"
    ROW = "row"
    BACK = "back"


@dataclass(frozen=True)
class Opened(Act):
    """One row of the list."""

    number: int


@dataclass(frozen=True)
class To(Act):
    """To the search, or to the filters."""

    leaf: Leaf


@dataclass(frozen=True)
class Moved(Act):
    """Those whom the writer left out stepped away, or came back."""


@dataclass(frozen=True)
class Aged(Turning):
    """What the row said earlier (-1) or later (1)."""


@dataclass(frozen=True)
class Found:
    """The rows that are shown, the latest first, and how they were found.

    Those among `kept_back` leave out somebody who is here. `whole` says that nothing was asked for.
    """

    rows: Sequence[Row]
    kept_back: frozenset[int]
    sought: bool
    sifted: bool

    @property
    def whole(self) -> bool:
        """Whether this is all there is."""
        return not (self.sought or self.sifted)


def row_list(look: Look, area: Rect, found: Found, page: int) -> Iterable[Widget]:
    """How to find rows, and one line for each; who must not read one learns only its number."""
    theme, texts = look.theme, look.texts
    tools, body = rows(area, theme.target, 1.0, gap=theme.gap)
    many = per_page(look, body)
    count = max(1, -(-len(found.rows) // many))
    page = min(page, count - 1)
    finding, pager = columns(tools, 0.68, 0.32, gap=theme.gap)
    yield from _tools(look, finding, found)
    yield from leaves(look, pager, "leaf", page, count, Leafed(-1), Leafed(1))
    shown = found.rows[page * many : (page + 1) * many]
    if not shown:
        words = texts("no_letters_yet" if found.whole else "j_none")
        yield Label("none", body, "paper", words, type="lead", least="small", align="centre")
    yield from drawn(look, lines(look, body, shown, found.kept_back), Leafed, page, count)


def lines(
    look: Look, area: Rect, shown: Sequence[Row], kept_back: Collection[int] = ()
) -> Iterable[Widget]:
    """As many rows as fit, one chip each."""
    texts, theme = look.texts, look.theme
    places = rows(area, *[theme.target] * per_page(look, area), gap=theme.gap)
    for row, place in zip(shown, places, strict=False):
        kept = row.number in kept_back
        words = f"{numbered(texts, row)} · {texts('row_kept_back')}" if kept else line(texts, row)
        yield chip(look, place, Choice(f"row_{row.number}", words, Opened(row.number)))


def _tools(look: Look, area: Rect, found: Found) -> Iterable[Widget]:
    texts, gap = look.texts, look.theme.gap
    seek, choose, number = columns(area, 0.36, 0.36, 0.28, gap=gap)
    for name, place, icon, act, on in (
        ("j_search", seek, "search", To(Leaf.SEEK), found.sought),
        ("j_filter", choose, "list-filter", To(Leaf.SIFT), found.sifted),
    ):
        sign = "check" if on else icon
        yield Button(name, place, "paper", texts(name), icon=sign, type="body*", act=act)
    words = texts("sum_letters" if found.whole else "j_found", n=len(found.rows))
    yield Label("found", number, "paper", words, type="body*", least="small")


def stepping(look: Look, area: Rect, roles: Sequence[Role], *, away: bool) -> Iterable[Widget]:
    """Who has to go before a row is shown, or may come back after it; as in a review."""
    theme, texts = look.theme, look.texts
    high = len(roles) * person_high(look) + (len(roles) - 1) * theme.gap
    words, people, foot = rows(area, 1.0, high, theme.primary, gap=theme.gap)
    ask, lead = (texts("room_leave"), texts("room_covered")) if away else (texts("room_return"), "")
    yield from statement(look, words, "room", "eye-off" if away else "users", ask, lead=lead)
    told = texts("room_leaves" if away else "room_returns")
    cells = rows(people, *[person_high(look)] * len(roles), gap=theme.gap)
    for role, cell in zip(roles, cells, strict=True):
        yield from person(look, cell, role, told, leaves=away)
    done = texts("room_they_left" if away else "room_they_returned")
    yield Button("moved", foot, "paper", done, icon="check", style=Style.PRIMARY, act=Moved())


def one_row(
    look: Look, area: Rect, book: Book, row: Row, at: tuple[int, int], *, covered: bool
) -> Iterable[Widget]:
    """A row behind its cover, and under it the way to what it said before.

    `at` is the version, the last one being what it says now, and the sheet of a long text.
    """
    version, sheet = at
    many = len(row.versions)
    foot = look.theme.target if many > 1 else 0
    body, below = rows(area, 1.0, foot, gap=look.theme.gap * bool(foot))
    text = told(look.texts, book, row, version)
    yield from letter_beside(look, body, text, sheet, covered=covered)
    if many > 1:
        words, pager = columns(below, 0.5, 0.5, gap=look.theme.gap)
        said = look.texts("row_versions")
        yield Label("versions", words, "paper", said, type="body", least="small")
        yield from leaves(look, pager, "version", version, many, Aged(-1), Aged(1))


def numbered(texts: Texts, row: Row) -> str:
    """Which row this is; no more than the plain columns tell."""
    return f"№ {row.number} · {texts.full(row.opened_on)}"
