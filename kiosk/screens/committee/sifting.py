"""Choosing what the journal shows: by kind, forum, outcome and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.post.book import Book
from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind
from kiosk.post.schoolyear import month_of
from kiosk.post.search import EVERYTHING, Filters
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, lay
from kiosk.screens.committee.inline import height, in_line
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import columns, rows
from kiosk.screens.paging import drawn
from kiosk.screens.widgets import Button, Chip
from kiosk.texts import Texts

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
    """One more is wanted, or not after all: then these are the filters."""

    filters: Filters = field(repr=False)


@dataclass(frozen=True)
class Unsifted(Act):
    """Everything is wanted again."""


def sifting(
    look: Look, area: Rect, book: Book, filters: Filters, sieve: Sieve, leaf: int
) -> Iterable[Widget]:
    """The four ways to choose, and what there is to choose from by the one that is open."""
    theme = look.theme
    head, body, foot = rows(area, height(look, 1), 1.0, theme.target, gap=theme.gap)
    yield from _sieves(look, head, filters, sieve)
    choices = _choices(look.texts, book, filters, sieve)
    per_page = ACROSS * DOWN
    count = max(1, -(-len(choices) // per_page))
    leaf = min(leaf, count - 1)
    shown = choices[leaf * per_page : (leaf + 1) * per_page]
    yield from drawn(look, lay(look, body, ACROSS, DOWN, shown), Leafed, leaf, count)
    clear, pager = columns(foot, 0.5, 0.5, gap=theme.gap * 2)
    yield Button(
        "unsifted", clear, "paper", look.texts("j_show_all"), icon="x", type="body*",
        act=Unsifted(), enabled=filters != EVERYTHING,
    )  # fmt: skip
    yield from leaves(look, pager, "months", leaf, count, Leafed(-1), Leafed(1))


def _sieves(look: Look, area: Rect, filters: Filters, sieve: Sieve) -> Iterable[Widget]:
    """Each says how many of it are wanted."""
    many = {one: f" ({n})" if n else "" for one, n in _wanted(filters).items()}
    titles = [f"{look.texts(TITLES[one])}{many[one]}" for one in Sieve]
    cells = in_line(look, area, titles)
    for one, words, cell in zip(Sieve, titles, cells, strict=True):
        here, name = one is sieve, f"sieve_{one}"
        yield Chip(name, cell, "paper", words, chosen=here, ticked=False, act=Sifted(one))


def _wanted(filters: Filters) -> dict[Sieve, int]:
    """How many are wanted of each."""
    return {
        Sieve.KIND: len(filters.kinds),
        Sieve.FORUM: len(filters.forums),
        Sieve.OUTCOME: len(filters.outcomes),
        Sieve.MONTH: len(filters.months),
    }


def _choices(texts: Texts, book: Book, now: Filters, sieve: Sieve) -> list[Choice]:
    return [
        Choice(f"pick_{nth}", words, Picked(after), chosen)
        for nth, (words, after, chosen) in enumerate(_offered(texts, book, now, sieve))
    ]


def _offered(
    texts: Texts, book: Book, now: Filters, sieve: Sieve
) -> Iterator[tuple[str, Filters, bool]]:
    """Words, the filters after a touch, and whether it is wanted now."""
    match sieve:
        case Sieve.KIND:
            for kind in (*Kind, None):
                words = texts(f"kind_{kind}") if kind else texts("no_kind")
                yield words, replace(now, kinds=now.kinds ^ {kind}), kind in now.kinds
        case Sieve.FORUM:
            for forum in Forum:
                after = replace(now, forums=now.forums ^ {forum})
                yield texts(f"forum_{forum}"), after, forum in now.forums
        case Sieve.OUTCOME:
            for outcome in Decision:
                after = replace(now, outcomes=now.outcomes ^ {outcome})
                yield texts(f"decision_{outcome}"), after, outcome in now.outcomes
        case Sieve.MONTH:
            for month in sorted({month_of(row.opened_on) for row in book.rows}, reverse=True):
                words = f"{texts.month(month.month)} {month.year}"
                yield words, replace(now, months=now.months ^ {month}), month in now.months
