"""Which rules can be said in words, and how the others go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kiosk.post.timetable import LAST, Timetable, Weekday, coming, read
from kiosk.post.witness import WindowRule

MONDAY, THURSDAY, FRIDAY = Weekday.MONDAY, Weekday.THURSDAY, Weekday.FRIDAY
SAID = {
    "FREQ=MONTHLY;BYDAY=-1FR": Timetable(nth=((LAST, FRIDAY),)),
    "FREQ=MONTHLY;BYDAY=1MO,+3TH": Timetable(nth=((1, MONDAY), (3, THURSDAY))),
    "FREQ=MONTHLY;BYDAY=FR": Timetable(weekly=(FRIDAY,)),
    "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU": Timetable(weekly=(MONDAY, THURSDAY)),
    "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1,15": Timetable(days=(1, 15)),
    "FREQ=MONTHLY;BYMONTHDAY=-1": Timetable(days=(LAST,)),
    "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=9,10": Timetable(nth=((LAST, FRIDAY),), months=(9, 10)),
}
MORE = (
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=FR,1MO",
    "FREQ=MONTHLY;BYDAY=-2FR",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY",
    "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1",
    "BYDAY=FR",
)
RULE = WindowRule("FREQ=MONTHLY;BYDAY=-2FR", time(14), time(16))


@pytest.mark.parametrize("rule", SAID)
def test_a_rule_as_schools_have_it_is_a_timetable(rule: str) -> None:
    assert read(rule) == SAID[rule]


@pytest.mark.parametrize("rule", MORE)
def test_a_rule_that_says_more_is_none(rule: str) -> None:
    assert read(rule) is None


def test_the_next_days_are_three_and_after_the_day() -> None:
    after = date(2026, 11, 20)
    assert coming(RULE, after) == (date(2026, 12, 18), date(2027, 1, 22), date(2027, 2, 19))


def test_the_next_days_know_of_months_left_out_and_of_days_that_were_moved() -> None:
    moved = ((date(2027, 1, 22), date(2027, 1, 20)),)
    rule = replace(RULE, skipped=("2026-12",), moved=moved)
    days = coming(rule, date(2026, 11, 20))
    assert days == (date(2027, 1, 20), date(2027, 2, 19), date(2027, 3, 19))
