"""When a notice hangs, and what is wrong with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from kiosk.post.board import Board, Hours, Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.post.notices import PINNED_DAYS, Flaw, flaws
from tests.office import DAY, notice

FRIDAY, NINE, TEN, NOON = date(2026, 11, 27), time(9), time(10), time(12)
SHOWN = notice(first=FRIDAY - timedelta(7), last=FRIDAY + timedelta(7))


def hanging(day: date, at: time | None, **hours: object) -> bool:
    return replace(SHOWN, hours=Hours(**hours)).hangs_on(day, at)  # type: ignore[arg-type]


def test_without_hours_it_hangs_all_day_on_all_of_its_days() -> None:
    assert all(SHOWN.hangs_on(FRIDAY + timedelta(n), at) for n in range(8) for at in (time(), NOON))
    assert not SHOWN.hangs_on(FRIDAY + timedelta(8), NOON)
    assert not SHOWN.hangs_on(FRIDAY - timedelta(8), NOON)


def test_it_hangs_on_its_weekdays_only() -> None:
    days = [FRIDAY + timedelta(n) for n in range(7)]
    found = [day for day in days if hanging(day, NOON, weekdays=frozenset({0, 4}))]
    assert found == [FRIDAY, FRIDAY + timedelta(3)]


@pytest.mark.parametrize(
    ("at", "there"),
    [(time(8, 59), False), (NINE, True), (time(11, 59, 59), True), (NOON, False), (time(), False)],
)
def test_it_hangs_from_its_first_hour_until_its_last(at: time, there: bool) -> None:
    assert hanging(FRIDAY, at, opens=NINE, closes=NOON) is there


def test_one_end_of_the_hours_may_be_the_days() -> None:
    assert hanging(FRIDAY, time(), closes=NINE)
    assert not hanging(FRIDAY, NINE, closes=NINE)
    assert hanging(FRIDAY, time(23, 59), opens=TEN)
    assert not hanging(FRIDAY, NINE, opens=TEN)


def test_weekdays_and_hours_hold_together() -> None:
    tuesday_morning = {"weekdays": frozenset({1}), "opens": NINE, "closes": NOON}
    tuesday = FRIDAY + timedelta(4)
    assert hanging(tuesday, TEN, **tuesday_morning)
    assert not hanging(tuesday, NOON, **tuesday_morning)
    assert not hanging(FRIDAY, TEN, **tuesday_morning)


def test_a_wrong_clock_keeps_no_hours() -> None:
    timed = replace(SHOWN, hours=Hours(frozenset({0}), NINE, NOON))
    board = Board((timed,), mark=FRIDAY)
    assert board.hanging(FRIDAY, time(20)) == ()
    assert board.hanging(None, time(20)) == (timed,)


# --- what is wrong with it ----------------------------------------------------------------------


def words(**changed: object) -> Notice:
    return replace(notice(first=DAY, last=DAY), **changed)  # type: ignore[arg-type]


def test_a_notice_that_may_hang_has_no_flaw() -> None:
    for type_ in NoticeType:
        assert flaws(words(type=type_), DAY) == ()


KY, RU = Language.KY, Language.RU


@pytest.mark.parametrize(
    ("changed", "flaw"),
    [
        ({"headline": {}, "body": {}}, Flaw.WORDS),
        ({"headline": {KY: "а"}, "body": {}}, Flaw.WORDS),
        ({"headline": {KY: "а"}, "body": {KY: " \n"}}, Flaw.WORDS),
        ({"headline": {KY: "а", RU: "а"}, "body": {KY: "б"}}, Flaw.WORDS),
        ({"headline": {KY: "ң" * 20}, "body": {KY: "б"}}, Flaw.TOO_LONG),
        ({"headline": {KY: "ң"}, "body": {KY: "б" * 281}}, Flaw.TOO_LONG),
        ({"first_day": DAY + timedelta(1)}, Flaw.BACKWARDS),
        ({"first_day": DAY - timedelta(9), "last_day": DAY - timedelta(1)}, Flaw.OVER),
        ({"pinned": True, "last_day": DAY + timedelta(PINNED_DAYS)}, Flaw.PINNED_LONG),
        ({"hours": Hours(opens=TEN, closes=TEN)}, Flaw.HOURS),
    ],
)
def test_each_flaw_is_found_alone(changed: dict[str, object], flaw: Flaw) -> None:
    assert flaws(words(**changed), DAY) == (flaw,)


def test_the_longest_that_is_allowed_is_allowed() -> None:
    week = DAY + timedelta(PINNED_DAYS - 1)
    full = words(headline={KY: "ң" * 19}, body={KY: "ө" * 280}, pinned=True, last_day=week)
    assert flaws(full, DAY) == ()


def test_without_a_clock_no_day_is_past() -> None:
    past = words(first_day=DAY - timedelta(9), last_day=DAY - timedelta(1))
    assert flaws(past, None) == ()
    assert flaws(past, DAY) == (Flaw.OVER,)


def test_all_flaws_come_at_once_in_the_order_of_the_form() -> None:
    bad = words(
        headline={KY: "ң" * 20},
        body={},
        first_day=DAY,
        last_day=DAY - timedelta(2),
        hours=Hours(opens=NOON, closes=NINE),
    )
    order = [Flaw.WORDS, Flaw.TOO_LONG, Flaw.BACKWARDS, Flaw.OVER, Flaw.HOURS]
    assert list(flaws(bad, DAY)) == order
