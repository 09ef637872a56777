"""Journal and analysis in every language and size: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.demo.book import DOOR, LIGHT, MATTERS, MEALS, TEACHER
from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.screens.base import Screen
from kiosk.screens.committee.analysis import Analysis, Side
from kiosk.screens.committee.journal import Journal
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size
from tests.screens.committee.test_fit import collisions, cut, small

FIRST = date(2024, 9, 27)
URGENT = replace(
    MEALS, urgent=True, kind=None, forum=Forum.BOYS_GIRLS, decision=Decision.REFERRED,
    text="Урматтуу мугалимдер! Коридордо жарык өчүп калды. " * 60,
)  # fmt: skip
CYCLE: tuple[Entry | None, ...] = (URGENT, TEACHER, None, LIGHT, DOOR, MEALS)


def book() -> Book:
    """Three school years with thousands of rows behind them."""
    rows = [
        Row(n + 9000, n // 20, FIRST + timedelta(days=30 * (n // 20)), None, CYCLE[n % len(CYCLE)])
        for n in range(600)
    ]
    closed = [
        replace(row, closed_on=row.opened_on + timedelta(days=row.number % 40)) for row in rows
    ]
    closed[-1] = replace(closed[-1], entry=DOOR, former=(URGENT, LIGHT, DOOR))
    closed[-2] = replace(
        closed[-2], entry=replace(TEACHER, excluded=frozenset({Role.DEPUTY_DIRECTOR}))
    )
    matters = tuple(replace(one, title=f"{one.title} {'ж' * 60}"[:60]) for one in MATTERS)
    return Book(tuple(closed), matters)


BOOK = book()
LAST, BARRED = f"row_{BOOK.rows[-1].number}", f"row_{BOOK.rows[-2].number}"


def journal(*present: Role) -> Callable[[], Screen]:
    return lambda: Journal(Index.of(BOOK, present or tuple(Role)))


def analysis() -> Screen:
    return Analysis(BOOK, BOOK.rows[-1].opened_on, ())


SCENES: dict[str, tuple[Callable[[], Screen], tuple[str, ...], str]] = {
    "list": (journal(), (), ""),
    "list, sought": (journal(), (), "жарык"),
    "list, nothing": (lambda: Journal(Index.of(Book(), Role)), (), ""),
    "search": (journal(), ("j_search",), ""),
    "search, full": (journal(), ("j_search",), "W" * 60),
    "search, numbers": (journal(), ("j_search", "key_numbers"), "9"),
    "filter": (journal(), ("j_filter",), ""),
    **{f"filter {one}": (journal(), ("j_filter", f"sieve_{one}", "pick_0"), "")
       for one in ("kind", "forum", "outcome", "month")},
    "away": (journal(), (BARRED,), ""),
    "away, too few": (journal(Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE), (BARRED,), ""),
    "back": (journal(), (BARRED, "moved", "done"), ""),
    "row": (journal(), (LAST,), ""),
    "row, shown": (journal(), (LAST, "cover"), ""),
    "row, first said": (journal(), (LAST, "cover", *["version_back"] * 3), ""),
    **{f"analysis {side}": (analysis, (f"side_{side}",), "") for side in Side},
    "analysis, shown": (analysis, ("side_recurring", "cover"), ""),
    "analysis, first year": (analysis, ("year_back", "year_back", "side_months"), ""),
    "analysis, nothing": (lambda: Analysis(Book(), FIRST, ()), (), ""),
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, size: Size, language: Language) -> None:
    make, touches, words = SCENES[scene]
    hand = Hand(make(), size, language, paints=False)
    hand.touch(*touches)
    hand.paste(words)
    assert [*cut(hand)] == []
    assert [*small(hand)] == []
    assert [*collisions(hand)] == []
    names = [widget.name for widget in hand.stage.view.widgets]
    assert len(set(names)) == len(names)


def test_the_check_sees_a_chart_that_is_cut() -> None:
    assert [*cut(Hand(analysis(), (420, 300, 4.5), paints=False))] != []
