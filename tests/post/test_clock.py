"""The clock rule (law 7) and the board under a doubtful clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.board import Board, Notice
from kiosk.post.clock import ClockLevel, Correction, Doubt, Reading, believed, doubt
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
    assert doubt(level, shown, DAY) is (Doubt.BEFORE_MARK if days_on < 0 else Doubt.LONG_AFTER)


def test_what_the_quorum_set_is_believed_from_its_own_mark_like_any_clock() -> None:
    assert believed(QUORUM, DAY, DAY) is QUORUM
    assert believed(QUORUM, DAY + timedelta(41), DAY) is UNKNOWN
    assert doubt(UNKNOWN, DAY, DAY) is Doubt.UNKNOWN


def test_a_new_kiosk_has_nothing_to_compare_with() -> None:
    assert believed(RTC, DAY, None) is RTC
    assert believed(UNKNOWN, DAY, None) is UNKNOWN


@settings(deadline=None)
@given(levels, days, st.none() | days)
def test_belief_is_never_more_than_the_clock_claims(
    level: ClockLevel, today: date, mark: date | None
) -> None:
    assert believed(level, today, mark) in (level, UNKNOWN)


# --- what the quorum adds ---------------------------------------------------------------------

NINE = datetime(2026, 11, 27, 9, tzinfo=UTC)
SHOWN = Reading(NINE - timedelta(days=3), UNKNOWN, "this run", 500.0)


def later(reading: Reading, seconds: float, jump_s: float = 0.0) -> Reading:
    """The same clock after a while, perhaps set by somebody in between."""
    wall = reading.wall + timedelta(seconds=seconds + jump_s)
    return replace(reading, wall=wall, running_s=reading.running_s + seconds)


def agreed(reading: Reading = SHOWN, truth: datetime = NINE) -> Correction:
    correction = Correction.agreed(truth, reading)
    assert correction is not None
    return correction


def test_the_quorums_time_goes_on_with_the_clock() -> None:
    day = timedelta(days=1)
    assert agreed().told(SHOWN) == (NINE, QUORUM)
    assert agreed().told(later(SHOWN, day.total_seconds())) == (NINE + day, QUORUM)


@pytest.mark.parametrize("jump_s", [-86400, -3600, -121, 121, 3600, 86400])
def test_a_clock_that_jumps_again_is_not_believed(jump_s: float) -> None:
    assert agreed().told(later(SHOWN, 60, jump_s))[1] is UNKNOWN


@given(st.floats(-59, 59), st.floats(0, 1e7), st.floats(0, 1e6))
def test_a_clock_that_drifts_by_less_than_a_minute_is(
    drift_s: float, seconds: float, began: float
) -> None:
    shown = replace(SHOWN, running_s=began)
    assert agreed(shown).holds(later(shown, seconds, drift_s))


@given(st.floats(121, 1e8), st.booleans(), st.floats(0, 1e6))
def test_no_jump_of_two_minutes_goes_unseen(
    jump_s: float,
    back: bool,
    began: float,
) -> None:
    shown = replace(SHOWN, running_s=began)
    assert not agreed(shown).holds(later(shown, 1, -jump_s if back else jump_s))


def test_after_a_restart_even_a_battery_clock_is_not_believed_that_the_quorum_found_wrong() -> None:
    shown = replace(SHOWN, level=RTC)
    again = replace(shown, boot="another run")
    assert agreed(shown).told(again) == (again.wall, UNKNOWN)


def test_network_time_ends_it_at_once_and_after_a_restart() -> None:
    for boot in (SHOWN.boot, "another run"):
        network = replace(SHOWN, level=NETWORK, boot=boot)
        assert agreed().told(network) == (network.wall, NETWORK)


def test_network_time_that_the_quorum_found_wrong_speaks_again_only_after_a_restart() -> None:
    network = replace(SHOWN, level=NETWORK)
    assert agreed(network).told(network) == (NINE, QUORUM)
    assert agreed(network).told(replace(network, boot="another run"))[1] is NETWORK


def test_a_clock_that_was_right_needs_nothing_but_its_day() -> None:
    for level in (RTC, NETWORK):
        right = replace(SHOWN, wall=NINE + timedelta(seconds=50), level=level)
        assert Correction.agreed(NINE, right) is None


def test_one_that_nothing_confirmed_is_believed_because_the_quorum_says_so() -> None:
    right = replace(SHOWN, wall=NINE + timedelta(seconds=50))
    assert agreed(right).told(right) == (right.wall, QUORUM)


def test_what_is_kept_tells_no_moment() -> None:
    kept = repr(agreed())
    assert all(str(number) not in kept for number in (int(SHOWN.began), round(SHOWN.began / 60)))


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
