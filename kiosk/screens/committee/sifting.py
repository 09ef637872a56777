"""Choosing what the journal shows: by kind, forum, outcome and month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.post.book import Book
from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind
from kiosk.post.schoolyear import month_of
from kiosk.post.search import EVERYTHING, Filters
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.analysis import widths
from kiosk.screens.committee.choices import Choice, lay
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Chip
from kiosk.texts import Texts

Wanted = Kind | Forum | Decision | date | None
ACROSS, DOWN = 3, 3


class Sieve(StrEnum):
    """By what rows are chosen."""

    KIND = "kind"
    FORUM = "forum"
    OUTCOME = "outcome"
    MONTH = "month"


TITLES = {
    Sieve.KIND: "j_kind",
    Sieve.FORUM: "j_forum",
    Sieve.OUTCOME: "j_decision",
    Sieve.MONTH: "by_month",
}


@dataclass(frozen=True)
class Sifted(Act):
    """Choose by something else."""

    sieve: Sieve


@dataclass(frozen=True)
class Picked(Act):
    """One more is wanted, or not after all."""

    sieve: Sieve
    wanted: Wanted = field(repr=False)


@dataclass(frozen=True)
class Unsifted(Act):
    """Everything is wanted again."""


def picked(filters: Filters, act: Picked) -> Filters:
    """The filters after this touch."""
    match act.sieve:
        case Sieve.KIND:
            return replace(filters, kinds=filters.kinds ^ {act.wanted})
        case Sieve.FORUM:
            return replace(filters, forums=filters.forums ^ {act.wanted})
        case Sieve.OUTCOME:
            return replace(filters, outcomes=filters.outcomes ^ {act.wanted})
        case Sieve.MONTH:
            return replace(filters, months=filters.months ^ {act.wanted})


def chosen(filters: Filters) -> dict[Sieve, frozenset[Wanted]]:
    """What is wanted of each."""
    return {
        Sieve.KIND: frozenset(filters.kinds),
        Sieve.FORUM: frozenset(filters.forums),
        Sieve.OUTCOME: frozenset(filters.outcomes),
        Sieve.MONTH: frozenset(filters.months),
    }


def sifting(
    look: Look, area: Rect, book: Book, filters: Filters, sieve: Sieve, leaf: int
) -> Iterable[Widget]:
    """The four ways to choose, and what there is to choose from by the one that is open."""
    theme = look.theme
    head, body, foot = rows(area, theme.target, 1.0, theme.target, gap=theme.gap)
    yield from _sieves(look, head, filters, sieve)
    choices = _choices(look.texts, book, filters, sieve)
    per_page = ACROSS * DOWN
    count = max(1, -(-len(choices) // per_page))
    leaf = min(leaf, count - 1)
    shown = choices[leaf * per_page : (leaf + 1) * per_page]
    yield from lay(look, body, ACROSS, DOWN, shown)
    clear, pager = columns(foot, 0.5, 0.5, gap=theme.gap * 2)
    yield Button(
        "unsifted", clear, "paper", look.texts("j_show_all"), icon="x", type="body*",
        act=Unsifted(), enabled=filters != EVERYTHING,
    )  # fmt: skip
    yield from leaves(look, pager, "months", leaf, count, Leafed(-1), Leafed(1))


def _sieves(look: Look, area: Rect, filters: Filters, sieve: Sieve) -> Iterable[Widget]:
    """Each says how many of it are wanted."""
    many = {one: f" ({len(wanted)})" if wanted else "" for one, wanted in chosen(filters).items()}
    titles = [f"{look.texts(TITLES[one])}{many[one]}" for one in Sieve]
    cells = columns(area, *widths(look, titles), gap=look.theme.gap)
    for one, words, cell in zip(Sieve, titles, cells, strict=True):
        here, name = one is sieve, f"sieve_{one}"
        yield Chip(name, cell, "paper", words, chosen=here, ticked=False, act=Sifted(one))


def _choices(texts: Texts, book: Book, filters: Filters, sieve: Sieve) -> list[Choice]:
    wanted = chosen(filters)[sieve]
    return [
        Choice(f"pick_{nth}", words, Picked(sieve, what), what in wanted)
        for nth, (what, words) in enumerate(_offered(texts, book, sieve))
    ]


def _offered(texts: Texts, book: Book, sieve: Sieve) -> Sequence[tuple[Wanted, str]]:
    match sieve:
        case Sieve.KIND:
            kinds = [(kind, texts(f"kind_{kind}")) for kind in Kind]
            return [*kinds, (None, texts("no_kind"))]
        case Sieve.FORUM:
            return [(forum, texts(f"forum_{forum}")) for forum in Forum]
        case Sieve.OUTCOME:
            return [(one, texts(f"decision_{one}")) for one in Decision]
        case Sieve.MONTH:
            months = sorted({month_of(row.opened_on) for row in book.rows}, reverse=True)
            return [(month, f"{texts.month(month.month)} {month.year}") for month in months]
