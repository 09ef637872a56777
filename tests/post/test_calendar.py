"""When the box may be opened (R13, law 2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.calendar import (
    BadHours,
    BadMonth,
    BadRule,
    MovedFromNoWindow,
    Opening,
    ReviewCalendar,
    Window,
    at_once,
)

BISHKEK = ZoneInfo("Asia/Bishkek")
BERLIN = ZoneInfo("Europe/Berlin")
LAST_FRIDAY = "FREQ=MONTHLY;BYDAY=-1FR"
NOTHING_MOVED: Mapping[date, date] = {}
OPENS, CLOSES = time(14), time(16)


def calendar(
    rule: str = LAST_FRIDAY,
    moved: Mapping[date, date] = NOTHING_MOVED,
    skipped: Iterable[str] = (),
    zone: ZoneInfo = BISHKEK,
    opens: time = OPENS,
    closes: time = CLOSES,
) -> ReviewCalendar:
    return ReviewCalendar(rule, opens, closes, moved, skipped, zone)


def at(*parts: int, zone: ZoneInfo = BISHKEK) -> datetime:
    return datetime(*parts, tzinfo=zone)  # type: ignore[misc, arg-type]


NOVEMBER = Window(at(2026, 11, 27, 14), at(2026, 11, 27, 16))


def test_the_last_friday_of_the_month_from_two_to_four() -> None:
    assert calendar().window_at(at(2026, 11, 27, 15)) == NOVEMBER


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (at(2026, 11, 27, 13, 59, 59), False),
        (at(2026, 11, 27, 14), True),
        (at(2026, 11, 27, 15, 59, 59), True),
        (at(2026, 11, 27, 16), False),
        (at(2026, 11, 20, 15), False),
        (at(2026, 11, 26, 15), False),
        (at(2026, 11, 28, 15), False),
        (datetime(2026, 11, 27, 8, tzinfo=UTC), True),
        (datetime(2026, 11, 27, 14, tzinfo=UTC), False),
    ],
)
def test_only_inside_the_window(moment: datetime, open_: bool) -> None:
    assert (calendar().window_at(moment) is not None) is open_


def test_the_current_window_counts_as_the_next_while_it_holds() -> None:
    december = Window(at(2026, 12, 25, 14), at(2026, 12, 25, 16))
    assert calendar().next_window(at(2026, 11, 1, 9)) == NOVEMBER
    assert calendar().next_window(at(2026, 11, 27, 15, 59)) == NOVEMBER
    assert calendar().next_window(at(2026, 11, 27, 16)) == december
    assert calendar().next_window(at(2026, 11, 30, 9)) == december


def test_a_moved_date_takes_the_place_of_the_rules() -> None:
    moved = calendar(moved={date(2026, 12, 25): date(2026, 12, 23)})
    assert moved.window_at(at(2026, 12, 25, 15)) is None
    assert moved.window_at(at(2026, 12, 23, 15)) is not None
    assert moved.days(date(2026, 11, 1), date(2027, 1, 31)) == [
        date(2026, 11, 27),
        date(2026, 12, 23),
        date(2027, 1, 29),
    ]


def test_a_date_can_be_moved_into_another_month() -> None:
    moved = calendar(moved={date(2026, 12, 25): date(2027, 1, 4)})
    found = moved.next_window(at(2026, 12, 1, 9))
    assert found is not None
    assert found.start == at(2027, 1, 4, 14)


def test_a_skipped_month_has_no_window() -> None:
    skipping = calendar(skipped=["2027-06", "2027-07"])
    assert skipping.days(date(2027, 5, 1), date(2027, 8, 31)) == [
        date(2027, 5, 28),
        date(2027, 8, 27),
    ]


def test_a_date_moved_out_of_a_skipped_month_keeps_its_window() -> None:
    both = calendar(moved={date(2027, 6, 25): date(2027, 6, 1)}, skipped=["2027-06"])
    assert both.days(date(2027, 6, 1), date(2027, 6, 30)) == [date(2027, 6, 1)]


def test_a_rule_that_never_comes_has_no_next_window() -> None:
    assert calendar("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").next_window(at(2026, 11, 1)) is None
    assert calendar("FREQ=MONTHLY;UNTIL=20250101").next_window(at(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR", date(2026, 11, 27)),
        ("freq=monthly;bymonthday=5", date(2026, 11, 5)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2026, 11, 30)),
        ("FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", date(2026, 11, 4)),
        ("FREQ=MONTHLY", date(2026, 12, 1)),
    ],
)
def test_rules_of_rfc_5545(rule: str, day: date) -> None:
    found = calendar(rule).next_window(at(2026, 11, 2))
    assert found is not None
    assert found.start == datetime.combine(day, OPENS, BISHKEK)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every last friday",
        "FREQ=HOURLY",
        "FREQ=DAILY",
        "FREQ=SECONDLY",
        "FREQ=MONTHLY;BYDAY=9XX",
        "FREQ=MONTHLY;BYHOUR=3",
        "FREQ=MONTHLY;UNTIL=20260101T000000Z",
        "FREQ=MONTHLY;INTERVAL=x",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=MONTHLY;SURPRISE=1",
        "FREQ=MONTHLY\nRDATE:20260101",
        "DTSTART:20260101\nRRULE:FREQ=MONTHLY",
    ],
)
def test_what_is_no_rule_of_days_is_refused(rule: str) -> None:
    with pytest.raises(BadRule):
        calendar(rule)


def test_hours_months_and_moves_that_make_no_sense_are_refused() -> None:
    with pytest.raises(BadHours):
        calendar(opens=time(16), closes=time(16))
    with pytest.raises(BadMonth):
        calendar(skipped=["2026-13"])
    with pytest.raises(BadMonth):
        calendar(skipped=["July 2026"])
    with pytest.raises(MovedFromNoWindow, match="2026-12-24"):
        calendar(moved={date(2026, 12, 24): date(2026, 12, 23)})


def test_a_moment_without_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zone"):
        calendar().window_at(datetime(2026, 11, 27, 15))  # noqa: DTZ001


def test_a_window_lasts_as_long_as_it_says_when_the_clock_is_put_back() -> None:
    # On 25 October 2026 Berlin's wall shows 02:00 to 03:00 twice; the window means the first.
    night = calendar("FREQ=MONTHLY;BYDAY=-1SU", zone=BERLIN, opens=time(1), closes=time(2, 30))
    first = at(2026, 10, 25, 2, 15, zone=BERLIN)
    second = first.replace(fold=1)
    window = night.window_at(first)
    assert window is not None
    assert night.window_at(second) is None
    assert not window.holds(second)
    assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(minutes=90)


def test_the_schools_day_counts_not_the_one_in_greenwich() -> None:
    # At 20:00 UTC it is the next day in Bishkek already.
    early = calendar(opens=time(1), closes=time(3))
    assert early.window_at(datetime(2026, 11, 26, 20, tzinfo=UTC)) is not None
    assert early.window_at(datetime(2026, 11, 27, 20, tzinfo=UTC)) is None


moments = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=BISHKEK)
)


@settings(deadline=None, max_examples=60)
@given(moments, st.sampled_from([LAST_FRIDAY, "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY"]))
def test_now_and_next_agree(moment: datetime, rule: str) -> None:
    when = calendar(rule)
    now, following = when.window_at(moment), when.next_window(moment)
    assert following is not None
    assert moment < following.end
    assert (now == following) if now else (moment < following.start)
    assert when.window_at(following.start) == following
    assert when.window_at(following.end) is None


# --- out of turn, and not held ----------------------------------------------------------------

EXTRA = Opening(date(2026, 11, 30), time(9), time(11), agreed_on=date(2026, 11, 28))


def extended(*extra: Opening) -> ReviewCalendar:
    return ReviewCalendar(LAST_FRIDAY, OPENS, CLOSES, {}, (), BISHKEK, extra)


def test_a_review_out_of_turn_has_its_own_hours_beside_the_rules_own_days() -> None:
    both = extended(EXTRA)
    assert both.window_at(at(2026, 11, 30, 10)) == Window(at(2026, 11, 30, 9), at(2026, 11, 30, 11))
    assert both.window_at(at(2026, 11, 30, 11)) is None
    assert both.window_at(at(2026, 11, 30, 15)) is None, "the rule's hours are not its hours"
    assert both.next_window(at(2026, 11, 28)) == both.window_at(at(2026, 11, 30, 9))
    assert both.window_at(at(2026, 11, 27, 15)) == NOVEMBER
    assert both.days(date(2026, 11, 1), date(2026, 11, 30)) == [date(2026, 11, 27)]


def test_on_a_day_of_the_rule_both_windows_hold() -> None:
    early = replace(EXTRA, day=date(2026, 11, 27))
    both = extended(early)
    assert both.next_window(at(2026, 11, 27)) == Window(at(2026, 11, 27, 9), at(2026, 11, 27, 11))
    assert both.next_window(at(2026, 11, 27, 12)) == NOVEMBER


@pytest.mark.parametrize(
    ("now", "closes"),
    [
        (at(2026, 11, 20, 10, 5), time(13)),
        (at(2026, 11, 20, 10), time(13)),
        (at(2026, 11, 20, 20, 59), time(23)),
        (at(2026, 11, 20, 21), time(23, 59, 59)),
        (at(2026, 11, 20, 23, 59), time(23, 59, 59)),
    ],
)
def test_what_cannot_wait_is_opened_at_once_for_two_hours_and_never_over_midnight(
    now: datetime, closes: time
) -> None:
    opening = at_once(now.replace(tzinfo=None))
    assert (opening.day, opening.urgent, opening.closes) == (now.date(), True, closes)
    assert extended(opening).window_at(now) is not None
    assert opening.opens.minute == 0, "nothing finer than an hour is kept"


NOON = at(2026, 11, 28, 12)


@pytest.mark.parametrize(
    ("held_on", "since", "missed"),
    [
        (date(2026, 10, 30), date(2026, 9, 1), date(2026, 11, 27)),
        (None, date(2026, 9, 1), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 9, 1), None),
        (date(2026, 11, 28), date(2026, 9, 1), None),
        (None, date(2026, 11, 27), None),
        (None, None, None),
    ],
    ids=["one missed", "none ever held", "held", "held out of turn", "new committee", "unknown"],
)
def test_a_review_was_missed_if_its_window_is_over_and_the_box_stayed_shut(
    held_on: date | None, since: date | None, missed: date | None
) -> None:
    assert calendar().missed(NOON, held_on, since) == missed


def test_while_its_window_lasts_no_review_is_missed() -> None:
    held = date(2026, 10, 30)
    assert calendar().missed(at(2026, 11, 27, 15, 59), held, None) is None
    assert calendar().missed(at(2026, 11, 27, 16), held, None) == date(2026, 11, 27)
