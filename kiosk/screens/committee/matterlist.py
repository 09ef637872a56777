"""The list of matters: what is overdue first, with a sign and a word; titles behind the cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.post.book import Book
from kiosk.post.followup import letters, open_matters
from kiosk.post.matters import Matter
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.about import per_page
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.matter import NAMED, day, facts, lettered, pressing, sign
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.committee.reading import cover_button, leaves
from kiosk.screens.committee.rowlist import numbered
from kiosk.screens.layout import columns, rows
from kiosk.screens.paging import drawn
from kiosk.screens.widgets import Label
from kiosk.texts import Texts


@dataclass(frozen=True)
class Opened(Act):
    """One line of the list."""

    number: int


@dataclass(frozen=True)
class Wanted(Act):
    """All matters, or only those that are open."""

    all: bool


@dataclass(frozen=True)
class Listed:
    """`kept_back` are numbers of those that somebody here must not read of; they come last."""

    open: Sequence[Matter]
    ended: Sequence[Matter]
    kept_back: Collection[int]

    @classmethod
    def of(cls, book: Book, shared: Book) -> Listed:
        """All of a journal; `shared` is what everybody here may read."""
        known = {matter.number for matter in shared.matters}
        kept_back = tuple(one for one in book.matters if one.number not in known)
        ended = tuple(one for one in shared.matters if not one.open)
        still = (*open_matters(shared.matters), *(one for one in kept_back if one.open))
        closed = (*ended, *(one for one in kept_back if not one.open))
        return cls(still, closed, frozenset(one.number for one in kept_back))

    def lines(self, *, all_of_them: bool) -> Sequence[Matter]:
        """In the order of the list."""
        return (*self.open, *self.ended) if all_of_them else self.open


@dataclass(frozen=True)
class Glance:
    """How the list is looked at."""

    today: date
    page: int
    all: bool
    covered: bool


def matter_list(
    look: Look, area: Rect, book: Book, listed: Listed, glance: Glance
) -> Iterable[Widget]:
    """The cover, two filters, and one line each."""
    theme = look.theme
    high = theme.target + (theme.target + theme.gap) * parts.upright(look)
    tools, body = rows(area, high, 1.0, gap=theme.gap)
    found, many = listed.lines(all_of_them=glance.all), per_page(look, body)
    count = max(1, -(-len(found) // many))
    page = min(glance.page, count - 1)
    yield from _tools(look, tools, listed, glance, page, count)
    if not found:
        none = look.texts("matters_done")
        yield Label("none", body, "paper", none, type="lead", least="small", align="centre")
    places = rows(body, *[theme.target] * many, gap=theme.gap)
    for matter, place in zip(found[page * many : (page + 1) * many], places, strict=False):
        kept = matter.number in listed.kept_back
        line = _line(look, place, book, matter, glance, kept=kept)
        yield from drawn(look, line, Leafed, page, count)


def _tools(
    look: Look, area: Rect, listed: Listed, glance: Glance, page: int, count: int
) -> Iterable[Widget]:
    texts, theme = look.texts, look.theme
    side = theme.mm(30) if parts.roomy(look) else theme.target
    across = (side, 1.0, theme.mm(44))
    line, below = rows(area, theme.target, 1.0, gap=theme.gap)
    cover, chips, pager = columns(line, *across, gap=theme.gap)
    still, whole = columns(below if below.h else chips, 1.0, 1.0, gap=theme.gap)
    yield cover_button(look, cover, covered=glance.covered)
    words = texts("matters_open", n=len(listed.open))
    yield chip(look, still, Choice("open", words, Wanted(all=False), not glance.all))
    words = texts("matters_all", n=len(listed.open) + len(listed.ended))
    yield chip(look, whole, Choice("all", words, Wanted(all=True), glance.all))
    yield from leaves(look, pager, "leaf", page, count, Leafed(-1), Leafed(1))


def _line(
    look: Look, area: Rect, book: Book, matter: Matter, glance: Glance, *, kept: bool
) -> Iterable[Widget]:
    """A sign before what is urgent or overdue; of what is kept back no word, only numbers."""
    mark, line = columns(area, look.theme.mm(7), 1.0, gap=look.theme.gap)
    if kept:
        words = _kept_back(look.texts, book, matter, glance.today)
    elif glance.covered:
        words = facts(look.texts, matter, glance.today)
        words = f"{words} · {lettered(look.texts, book, matter)}"
    else:
        words = _named(look.texts, book, matter, glance.today)
    yield from sign(look, mark, f"late_{matter.number}", matter, glance.today)
    yield chip(look, line, Choice(f"matter_{matter.number}", words, Opened(matter.number)))


def _kept_back(texts: Texts, book: Book, matter: Matter, today: date) -> str:
    """Its letters' numbers, which are plain in the journal, and whether it presses."""
    found = [row.number for row in letters(book, matter)]
    numbers = numbered(found[:NAMED]) + " …" * (len(found) > NAMED)
    return " · ".join([*pressing(texts, matter, today), numbers, texts("row_kept_back")])


def _named(texts: Texts, book: Book, matter: Matter, today: date) -> str:
    """What it is called, and only what must be seen of the rest."""
    said = pressing(texts, matter, today)
    many = texts("sum_letters", n=len(letters(book, matter)))
    return " · ".join([*said, matter.title, *day(texts, matter), many])
