"""The analysis on the screen: six sides of a school year, and the years beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.demo.book import MATTERS, OPENED, SIZES, TEACHER, journal
from kiosk.events import DeskTurned
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.screens.charts import Bars, Chart, Line
from kiosk.screens.committee.analysis import Analysis, Side
from tests.screens.committee.hand import LARGE, Hand, Size

TODAY = OPENED[-1]


def shown(book: Book | None = None, today: date = TODAY, size: Size = LARGE) -> Hand:
    whole = journal() if book is None else book
    return Hand(Analysis(whole, today, tuple(Role)), size, Language.EN)


def chart(hand: Hand) -> dict[str, int]:
    widget = hand.widget("chart")
    assert isinstance(widget, Chart)
    assert widget.told == tuple(map(str, widget.values))
    return dict(zip(widget.labels, widget.values, strict=True))


def test_it_begins_with_the_kinds_of_this_school_year() -> None:
    hand = shown()
    assert hand.text("title") == "Analysis 2026/27"
    assert chart(hand)["Wish"] == 17
    assert chart(hand)["No kind given"] == 8
    assert sum(chart(hand).values()) == sum(SIZES[1:]) - 1, "one row no longer opens"


@pytest.mark.parametrize(
    ("side", "name", "count"),
    [
        (Side.ORIGINS, "Paper letter", 17),
        (Side.FORUMS, "Boys' and girls' council", 9),
        (Side.OUTCOMES, "Answered", 17),
    ],
)
def test_a_touch_shows_another_side(side: Side, name: str, count: int) -> None:
    hand = shown()
    hand.touch(f"side_{side}")
    assert hand.chosen(f"side_{side}")
    assert not hand.chosen("side_kinds")
    assert chart(hand)[name] == count
    assert isinstance(hand.widget("chart"), Bars)


def test_months_are_a_line() -> None:
    hand = shown()
    hand.touch("side_months")
    assert chart(hand) == {"Sep": 14, "Oct": 21, "Nov": 26}
    assert isinstance(hand.widget("chart"), Line)


def test_sums_stand_below_every_side() -> None:
    hand = shown()
    for side in Side:
        hand.touch(f"side_{side}")
        assert "Letters: 61" in hand.text("sums")
        assert "Answered: 17 (28 %)" in hand.text("sums")
        assert "Days to the answer, usually: 1" in hand.text("sums")
        assert "Unreadable: 1" in hand.text("sums")


def test_other_school_years_are_one_touch_away() -> None:
    hand = shown()
    assert not hand.enabled("year_on")
    hand.touch("year_back")
    assert hand.text("title") == "Analysis 2025/26"
    assert "Letters: 9" in hand.text("sums")
    assert not hand.enabled("year_back")
    hand.touch("year_on")
    assert "Letters: 61" in hand.text("sums")


def test_titles_of_recurring_matters_come_covered_and_one_touch_shows_them() -> None:
    hand = shown()
    hand.touch("side_recurring")
    assert MATTERS[0].title not in hand.seen
    hand.touch("cover")
    assert MATTERS[0].title in hand.seen
    hand.touch("letter")
    assert MATTERS[0].title not in hand.seen
    hand.touch("cover", "side_kinds", "side_recurring")
    assert MATTERS[0].title not in hand.seen, "covered anew each time"


def test_a_matter_that_somebody_here_must_not_read_of_is_not_named() -> None:
    book = journal()
    secret = replace(book.rows[-2], entry=replace(TEACHER, matters=(1,)))
    hand = shown(replace(book, rows=(*book.rows[:-2], secret, book.rows[-1])))
    hand.touch("side_recurring", "cover")
    assert MATTERS[0].title not in hand.seen
    assert MATTERS[1].title in hand.seen


def test_a_school_without_letters_is_told_so() -> None:
    hand = shown(Book())
    for side in Side:
        hand.touch(f"side_{side}")
        assert "Letters: 0" in hand.text("sums")
    assert hand.text("none") == "No matter came up twice"
    hand.touch("side_kinds")
    assert vars(hand.widget("chart"))["empty"] == "No letters yet"
    assert not hand.has("year_back")


def test_a_new_school_year_is_there_before_its_first_letter() -> None:
    hand = shown(today=date(2027, 9, 3))
    assert hand.text("title") == "Analysis 2027/28"
    hand.touch("year_back")
    assert "Letters: 61" in hand.text("sums")


def test_a_usb_keyboard_goes_everywhere() -> None:
    hand = shown()
    hand.press("right")
    assert hand.chosen("side_origins")
    hand.press("left")
    hand.press("left")
    assert hand.chosen("side_recurring")
    hand.type(" ")
    assert MATTERS[0].title in hand.seen
    hand.press("escape")
    assert hand.events == [DeskTurned(DeskPage.MENU)]


def test_the_way_back() -> None:
    hand = shown()
    hand.touch("leave")
    assert hand.events == [DeskTurned(DeskPage.MENU)]


def test_nothing_stays_when_it_is_wiped_and_idling_covers() -> None:
    hand = shown()
    hand.touch("side_recurring", "cover")
    hand.stage.screen.cover()
    hand.stage.refresh()
    assert MATTERS[0].title not in hand.seen
    hand.touch("cover")
    hand.stage.screen.wipe()
    hand.stage.refresh()
    assert MATTERS[0].title not in hand.seen
    assert "Letters: 0" in hand.text("sums")
    assert MATTERS[0].title not in hand.reprs
