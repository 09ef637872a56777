"""Journal and analysis on every glass, in every language: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.demo.book import DOOR, LIGHT, MATTERS, MEALS, TEACHER
from kiosk.demo.desk import DESK
from kiosk.demo.glasses import Glass
from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.screens.base import Screen
from kiosk.screens.committee.analysis import Analysis, Side
from kiosk.screens.committee.journal import Journal
from tests.screens.committee.fitting import cut, unsound
from tests.screens.committee.hand import Hand
from tests.screens.committee.scenes import Scene, show, typed
from tests.screens.glasses import SOME_GLASSES

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


def scene(make: Callable[[], Screen], *touches: str, words: str = "") -> Scene:
    return typed(show(make, *touches), words)


SCENES: dict[str, Scene] = {
    "list": scene(journal()),
    "list, sought": scene(journal(), words="жарык"),
    "list, nothing": scene(lambda: Journal(Index.of(Book(), Role))),
    "search": scene(journal(), "j_search"),
    "search, full": scene(journal(), "j_search", words="W" * 60),
    "search, numbers": scene(journal(), "j_search", "key_numbers", words="9"),
    "filter": scene(journal(), "j_filter"),
    **{
        f"filter {one}": scene(journal(), "j_filter", f"sieve_{one}", "pick_0")
        for one in ("kind", "forum", "outcome", "month")
    },
    "away": scene(journal(), BARRED),
    "away, too few": scene(journal(Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE), BARRED),
    "back": scene(journal(), BARRED, "moved", "done"),
    "row": scene(journal(), LAST),
    "row, shown": scene(journal(), LAST, "cover"),
    "row, first said": scene(journal(), LAST, "cover", *["version_back"] * 3),
    **{f"analysis {side}": scene(analysis, f"side_{side}") for side in Side},
    "analysis, shown": scene(analysis, "side_recurring", "cover"),
    "analysis, first year": scene(analysis, "year_back", "year_back", "side_months"),
    "analysis, nothing": scene(lambda: Analysis(Book(), FIRST, ())),
    **{name: scene(make) for name, make in DESK.items()},
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


def test_the_check_sees_a_chart_that_is_cut() -> None:
    assert [*cut(Hand(analysis(), (420, 300, 4.5), paints=False))] != []
