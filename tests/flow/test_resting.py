"""The board after school: dim until somebody touches it, wandering, and seldom awake."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import fmean

import pytest

from kiosk import store
from kiosk.config.board import BoardSettings
from kiosk.demo.school import SCHOOL
from kiosk.screens.palettes import LIGHT, rgb
from tests.conftest import Opens
from tests.flow.test_board import card
from tests.guest import Guest

EVENING = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
"""Friday, half past six at the school."""

HOUR = 3600.0


def light(guest: Guest) -> float:
    """How much light the glass gives, of the most that it could."""
    guest.world.app.settle()
    surface = guest.world.surface
    points = [(x, y) for x in range(5, 1280, 37) for y in range(5, 800, 29)]
    channels = [channel for point in points for channel in surface.get_at(point)[:3]]
    return fmean((channel / 255) ** 2.2 for channel in channels)


def goes_to(guest: Guest, moment: datetime) -> None:
    guest.world.move_clock(moment)
    guest.wait(61)


def is_dim(guest: Guest) -> bool:
    return guest.world.app.desk.stage.view.dim


def test_in_the_evening_it_gets_dim_and_in_the_morning_light(guest: Guest) -> None:
    guest.wait(61)
    bright = light(guest)
    goes_to(guest, EVENING)
    assert light(guest) < bright / 2.5
    goes_to(guest, EVENING + timedelta(hours=13))
    assert light(guest) > bright / 1.5


@pytest.mark.parametrize(
    ("at", "dim"),
    [
        (datetime(2026, 11, 20, 11, 58, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 12, 1, tzinfo=UTC), True),
        (datetime(2026, 11, 21, 0, 55, tzinfo=UTC), True),
        (datetime(2026, 11, 21, 1, 1, tzinfo=UTC), False),
        (datetime(2026, 11, 22, 6, 0, tzinfo=UTC), True),
    ],
    ids=["before six", "after six", "before seven", "after seven", "sunday noon"],
)
def test_it_is_dim_when_nobody_is_expected(guest: Guest, at: datetime, *, dim: bool) -> None:
    guest.wait(61)
    guest.world.move_clock(at)
    guest.world.app.settle()
    assert is_dim(guest) is dim


def test_a_touch_wakes_it_and_means_what_it_always_means(guest: Guest) -> None:
    goes_to(guest, EVENING)
    assert is_dim(guest)
    shown = card(guest)
    guest.touch("card_after")
    assert not is_dim(guest)
    assert card(guest) != shown
    guest.wait(59)
    assert not is_dim(guest)
    guest.wait(2)
    assert is_dim(guest)


def test_who_writes_in_the_evening_sees_light_screens(guest: Guest) -> None:
    goes_to(guest, EVENING)
    guest.touch("write")
    guest.sees("before")
    assert guest.world.surface.get_at((2, 400))[:3] == rgb(LIGHT["paper"])
    guest.touch("back")
    assert not is_dim(guest), "who has just left is perhaps still there"
    guest.wait(61)
    assert is_dim(guest)


def test_a_clock_that_nobody_believes_keeps_it_light(guest: Guest) -> None:
    goes_to(guest, EVENING)
    guest.world.move_clock(EVENING - timedelta(days=30))
    guest.wait(61)
    assert guest.says("clock_wrong")
    assert not is_dim(guest)


def test_a_school_may_say_that_it_is_never_dim(opens: Opens) -> None:
    guest = opens()
    always = SCHOOL.model_copy(update={"board": BoardSettings(dims=False)})
    store.save_school(guest.data / "post.sqlite", always.model_dump_json())
    guest = opens()
    goes_to(guest, EVENING)
    assert not is_dim(guest)


def wake_ups(guest: Guest, seconds: float) -> int:
    """How often the loop wakes in this time when nobody comes."""
    return sum(1 for _ in _sleeps(guest, seconds))


def _sleeps(guest: Guest, seconds: float) -> Iterator[float]:
    app, clock = guest.world.app, guest.world.clock
    end = clock.monotonic() + seconds
    while True:
        app.settle()
        asked = (app.desk.alarms, app.desk.hardware, app.desk.stage)
        due = min(one.deadline() or end for one in asked)
        if due >= end:
            return
        clock.advance(max(0.001, due - clock.monotonic()))
        yield due


def test_by_day_it_wakes_for_cards_and_minutes_at_night_for_minutes_alone(guest: Guest) -> None:
    guest.wait(61)
    by_day = wake_ups(guest, HOUR)
    assert 60 + HOUR / 20 <= by_day <= 60 + HOUR / 12
    goes_to(guest, EVENING)
    shown = card(guest)
    assert wake_ups(guest, HOUR) <= 60
    assert card(guest) != shown, "at night cards turn with the minute"


def test_the_picture_wanders_a_pixel_a_minute_and_touches_still_meet(guest: Guest) -> None:
    places = set()
    for _ in range(12):
        guest.wait(60)
        places.add(guest.widget("write").rect[:2])
    assert len(places) == 12
    assert max(abs(x - y) for x in [p[0] for p in places] for y in [p[0] for p in places]) < 12
    guest.touch("write")
    guest.sees("before")
