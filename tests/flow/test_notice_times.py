"""When notices hang: weekdays, hours, urgent ones that go by themselves, and a clock in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kiosk import store
from kiosk.post.board import Hours, Notice
from kiosk.post.notices import PINNED_DAYS
from tests.flow.test_board import NEW, card
from tests.guest import Guest

FRIDAY = datetime(2026, 11, 20, 4, 5, tzinfo=UTC)
"""Five past ten at the school."""

CHESS = "Шахмат ийрими"


def hang(guest: Guest, notice: Notice) -> None:
    store.add_notice(guest.data / "post.sqlite", notice)
    guest.wait(61)


def goes_to(guest: Guest, moment: datetime) -> None:
    guest.world.move_clock(moment)
    guest.wait(61)


def round_of(guest: Guest) -> list[str]:
    """The headlines of all cards, in their order, from the one that shows."""
    dots = getattr(guest.widget("dots"), "count", 0)
    seen = []
    for _ in range(dots):
        seen.append(card(guest))
        guest.touch("card_after")
    return seen


@pytest.mark.parametrize(
    ("later", "hangs"),
    [
        (timedelta(), True),
        (timedelta(hours=1, minutes=50), True),
        (timedelta(hours=1, minutes=55), False),
        (timedelta(days=1), False),
        (timedelta(days=3), True),
        (timedelta(days=3, hours=-3), False),
    ],
    ids=["friday morning", "before twelve", "noon", "saturday", "monday", "monday at seven"],
)
def test_a_notice_keeps_its_weekdays_and_hours(
    guest: Guest, later: timedelta, *, hangs: bool
) -> None:
    hours = Hours(frozenset({0, 4}), time(8), time(12))
    hang(guest, replace(NEW, hours=hours))
    goes_to(guest, FRIDAY + later)
    assert (CHESS in round_of(guest)) is hangs


def test_what_is_urgent_leads_and_comes_again_after_every_card(guest: Guest) -> None:
    before = round_of(guest)
    hang(guest, replace(NEW, pinned=True, last_day=date(2026, 11, 21)))
    guest.wait(61)
    guest.touch("write", "back")
    assert card(guest) == CHESS, "first, whoever comes back to the board"
    shown = round_of(guest)
    assert set(shown[::2]) == {CHESS}
    assert sorted(shown[1::2]) == sorted(before)


def test_what_is_urgent_goes_by_itself(guest: Guest) -> None:
    last = FRIDAY + timedelta(days=PINNED_DAYS - 1)
    hang(guest, replace(NEW, pinned=True, last_day=last.date()))
    goes_to(guest, last + timedelta(hours=13))
    assert CHESS in round_of(guest), "its last evening"
    goes_to(guest, last + timedelta(hours=14))
    assert CHESS not in round_of(guest), "a minute past midnight or a little more"


def test_what_is_urgent_shows_on_the_card_that_hangs_now_within_a_minute(guest: Guest) -> None:
    """Nobody has to wait for its turn: the card before it is no older than twenty seconds."""
    hang(guest, replace(NEW, pinned=True, last_day=date(2026, 11, 21)))
    seconds = 0
    while card(guest) != CHESS:
        guest.wait(1)
        seconds += 1
    assert seconds <= 20


@pytest.mark.parametrize("days", [-400, -30, 41, 4000])
def test_a_clock_in_doubt_never_blanks_the_board(guest: Guest, days: int) -> None:
    hang(guest, replace(NEW, hours=Hours(frozenset({6}), time(1), time(2))))
    goes_to(guest, FRIDAY + timedelta(days=days))
    assert guest.says("clock_wrong")
    seen = set()
    for _ in range(24):
        assert card(guest)
        seen.add(card(guest))
        guest.touch("card_after")
    assert CHESS in seen, "no hour is kept by a clock that nobody believes"
    assert {"111", "Бизге жазыңыз"} <= seen
