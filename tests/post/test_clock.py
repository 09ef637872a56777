"""The clock rule (law 7) and the board under a doubtful clock."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.board import Board, Notice
from kiosk.post.clock import ClockLevel, believed
from tests.office import DAY, notice

RTC, NETWORK, QUORUM, UNKNOWN = (
    ClockLevel.RTC,
    ClockLevel.NETWORK,
    ClockLevel.QUORUM,
    ClockLevel.UNKNOWN,
)
levels = st.sampled_from(ClockLevel)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize("days_on", [0, 1, 39, 40])
def test_a_clock_that_goes_on_is_believed(days_on: int) -> None:
    assert believed(RTC, DAY + timedelta(days_on), DAY) is RTC


@pytest.mark.parametrize("days_on", [-1, -400, 41, 400])
@pytest.mark.parametrize("level", [RTC, NETWORK])
def test_back_a_day_or_far_ahead_needs_the_quorum(level: ClockLevel, days_on: int) -> None:
    shown = DAY + timedelta(days_on)
    assert believed(level, shown, DAY) is UNKNOWN
    assert believed(QUORUM, shown, DAY) is QUORUM


def test_a_new_kiosk_has_nothing_to_compare_with() -> None:
    assert believed(RTC, DAY, None) is RTC
    assert believed(UNKNOWN, DAY, None) is UNKNOWN


@settings(deadline=None)
@given(levels, days, st.none() | days)
def test_belief_is_never_more_than_the_clock_claims(
    level: ClockLevel, today: date, mark: date | None
) -> None:
    assert believed(level, today, mark) in (level, UNKNOWN)


PAST = notice("past", DAY - timedelta(20), DAY - timedelta(1))
NOW = notice("now", DAY - timedelta(1), DAY + timedelta(1))
COMING = notice("coming", DAY + timedelta(1), DAY + timedelta(9))
ALL = (PAST, NOW, COMING)


def test_a_card_hangs_from_its_first_to_its_last_day() -> None:
    assert Board(ALL).hanging(DAY) == (NOW,)
    assert Board(ALL).hanging(DAY + timedelta(1)) == (NOW, COMING)
    assert Board(ALL).hanging(DAY + timedelta(10)) == ()


def test_on_a_doubtful_clock_the_mark_stands_for_today() -> None:
    assert Board(ALL, mark=DAY).hanging(None) == (NOW,)


def test_on_a_doubtful_clock_what_may_be_valid_hangs_rather_than_nothing() -> None:
    assert Board((PAST, COMING), mark=DAY).hanging(None) == (COMING,)


def test_without_any_mark_everything_may_be_valid() -> None:
    assert Board(ALL).hanging(None) == ALL


@settings(deadline=None)
@given(st.lists(st.sampled_from(ALL), max_size=4), st.none() | days)
def test_a_wrong_clock_never_blanks_a_board_that_may_have_a_card(
    cards: list[Notice], mark: date | None
) -> None:
    board = Board(tuple(cards), mark=mark)
    maybe = [card for card in cards if mark is None or card.last_day >= mark]
    assert bool(board.hanging(None)) == bool(maybe)
