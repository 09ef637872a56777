"""Figures on the board: what may be told, in words and bars, on every glass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.demo.book import TOTALS
from kiosk.demo.samples import BOARD
from kiosk.post.journal import Decision
from kiosk.post.letters import Kind, Language
from kiosk.post.totals import PublicTotals
from kiosk.screens.billboard import Card, cards, counted
from kiosk.screens.board import Board
from kiosk.screens.charts import Bars
from kiosk.texts import Texts
from tests.screens.committee.fitting import cut
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size

NONE = replace(
    TOTALS, letters=7, kinds=dict.fromkeys(Kind, 0), outcomes=dict.fromkeys(TOTALS.outcomes, 0)
)
STATES = replace(BOARD, board=replace(BOARD.board, totals=TOTALS, notices=()))


def told(totals: PublicTotals, language: Language = Language.EN) -> list[Card]:
    return [*counted(Texts(language), totals)]


def board(card: int, size: Size, language: Language, trouble: str = "") -> Hand:
    wrong = frozenset({trouble} if trouble else ())
    return Hand(Board(replace(STATES, card=card, notices_of_box=wrong)), size, language)


def test_kinds_and_outcomes_have_a_card_each() -> None:
    kinds, outcomes = told(TOTALS)
    assert kinds.headline == "What kinds of letters came"
    assert kinds.above == outcomes.above == "School year 2026/27. Letters: 35"
    assert [(one.name, one.words) for one in kinds.figures] == [
        ("Report", "fewer than five"),
        ("Wish", "10+"),
        ("Request", "10+"),
        ("Suggestion", "fewer than five"),
        ("Question", "5+"),
    ]
    assert [one.words for one in outcomes.figures] == ["10+", "13+", "5+"]
    assert "at least five" in kinds.body


def test_no_figure_is_told_that_the_totals_do_not_hold() -> None:
    for totals in (TOTALS, NONE):
        for card in told(totals):
            assert all(one.words in {f"{one.length}+", "fewer than five"} for one in card.figures)


def test_where_only_the_sum_may_be_told_there_is_only_the_sum() -> None:
    (only,) = told(NONE)
    assert only.headline == "School year 2026/27. Letters: 7"
    assert only.figures == ()
    one_side = replace(NONE, outcomes={Decision.ANSWERED: 6})
    assert [card.headline for card in told(one_side)] == ["What was decided about letters"]


def test_without_totals_the_board_has_no_figures() -> None:
    bare = replace(BOARD.board, totals=None)
    shown = cards(Texts(Language.KY), bare, "111", BOARD.today)
    assert not any(card.figures for card in shown)
    assert len(cards(Texts(Language.KY), STATES.board, "111", BOARD.today)) == len(
        cards(Texts(Language.KY), replace(STATES.board, totals=None), "111", BOARD.today)
    ) + len(told(TOTALS))


@pytest.mark.parametrize("trouble", ["", "paper_out"])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_figure_and_why_it_is_vague_can_be_read(
    size: Size, language: Language, trouble: str
) -> None:
    texts, seen, figures = Texts(language), "", []
    for card in range(16):
        hand = board(card, size, language, trouble)
        assert [*cut(hand)] == []
        seen += hand.seen
        if hand.has("card_figures"):
            bars = hand.widget("card_figures")
            assert isinstance(bars, Bars)
            figures += [*zip(bars.labels, bars.told, strict=True)]
    wanted = [(one.name, one.words) for card in told(TOTALS, language) for one in card.figures]
    assert set(wanted) <= set(figures)
    assert texts("totals_year", year="2026/27", n=35) in seen
    assert texts("few_letters") in seen
    assert "".join(texts("totals_note").split()) in "".join(seen.split())


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_bars_are_seen_on_the_night(size: Size) -> None:
    hand = next(
        hand
        for hand in (board(card, size, Language.KY) for card in range(16))
        if hand.has("card_figures")
    )
    pixels = hand.pixels(hand.widget("card_figures").rect)
    sun = bytes(hand.theme.colour("sun"))
    assert sum(pixels[at : at + 3] == sun for at in range(0, len(pixels), 3)) > 300
