"""A committee leaves while something is on its way: it never reaches the next meeting (law 2)."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk import events as ev
from kiosk.demo.school import CARDS
from kiosk.keyholder import Keyholder
from kiosk.post.roles import Role
from kiosk.store import Store
from tests.flow.test_desk import asks_for_the_desk, comes_to_the_desk, holds_a_review
from tests.guest import Guest


@contextmanager
def slow_keys(guest: Guest) -> Iterator[None]:
    """The keys' thread is deriving something, as it does for a second for every card."""
    done = threading.Event()

    def derives(_: Keyholder) -> None:
        done.wait()

    guest.world.app._crew.keys.do(derives, lambda _: ev.KeysFailed("derive"))
    try:
        yield
    finally:
        done.set()


class SlowToClose(Store):
    """What closes a meeting waits on its thread until it is let."""

    def __init__(self, path: Path, emit: Callable[[ev.Event], None]) -> None:
        super().__init__(path, emit)
        self.waits, self.may = threading.Event(), threading.Event()

    def close_review(self, *args: Any) -> None:
        self._wait()
        super().close_review(*args)

    def close_desk(self, *args: Any) -> None:
        self._wait()
        super().close_desk(*args)

    def _wait(self) -> None:
        def hold(_: object) -> ev.Event:
            self.waits.set()
            self.may.wait()
            return ev.PaperNotCounted()

        self._do(hold, lambda _: ev.PaperNotCounted())


@contextmanager
def closing_waits(guest: Guest, touch: str) -> Iterator[None]:
    """Who stands here ends the meeting by this touch, and the store has not done it yet."""
    desk = guest.world.app.desk
    desk.store.stop()
    desk.store = store = SlowToClose(guest.data / "post.sqlite", guest.world.app.inbox.put)
    guest.taps_without_looking(touch)
    guest.steps_until(store.waits.is_set, "the close")
    try:
        yield
    finally:
        store.may.set()
    guest.wait_until(lambda: not guest.world.app.busy, "the close to be done")


def leaves(guest: Guest) -> None:
    guest.taps_without_looking("leave")
    if guest.screen != "board":
        guest.taps_without_looking("leave_sure")
    guest.sees("board")


def another_meeting(guest: Guest) -> None:
    leaves(guest)
    guest.taps_without_looking("way_in")
    guest.sees("rollcall")


def test_a_permit_asked_for_by_who_left_does_not_open_the_box(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    with slow_keys(guest):
        guest.taps_without_looking("open_box")
        another_meeting(guest)
    guest.wait(0.1)
    guest.world.app.nap(0.05)
    guest.wait(0.1)
    assert not guest.world.levers.coil_on


def test_the_last_card_of_who_left_gathers_nobody(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    first, second, third = Role
    guest.shows_card(first)
    guest.shows_card(second)
    with slow_keys(guest):
        guest.steps(0.4)
        for digit in CARDS[third]:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=digit))
        guest.steps()
        another_meeting(guest)
    guest.wait(0.1)
    guest.sees("rollcall")
    guest.world.levers.force_door()
    guest.wait(0.5)
    guest.sees("rollcall")
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as store:
        assert store.execute("select what from incidents").fetchall() == [("forced",)]
        assert store.execute("select * from reviews").fetchall() == []


@pytest.mark.parametrize("days", [0, 1])
def test_a_review_closed_by_who_left_is_not_followed_by_a_new_one(guest: Guest, days: int) -> None:
    """Law 10: a new set is fixed only when the box is opened; whoever came to go on may leave."""
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=days))
    guest.wait(0.5)
    with closing_waits(guest, "close_review"):
        leaves(guest)
        guest.world.app.inbox.put(ev.RollCallAsked())
        guest.steps()
        guest.sees("rollcall")
    guest.sees("board")
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as store:
        kept = store.execute("select number, closed_on is null from reviews").fetchall()
    assert kept == [(1, 0)]


def test_a_desk_closed_by_who_left_does_not_end_the_next_meeting(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    comes_to_the_desk(guest)
    with closing_waits(guest, "desk_done"):
        leaves(guest)
        guest.world.app.inbox.put(ev.RollCallAsked())
        guest.steps()
        guest.sees("rollcall")
    guest.sees("rollcall")


BESIDES = (
    *get_args(ev.KeptEvent),
    *(ev.BoardRead, ev.NoticesChanged, ev.ClockSet, ev.OpeningKept),
    *(ev.ReviewClosed, ev.CommitteeKept),
)
"""Who stands here asked for none of these, or the board and the keys follow them at all times."""

LATE = sorted(set(get_args(ev.StoreEvent)) - set(BESIDES), key=lambda kind: kind.__name__)
SITUATIONS = ("rollcall", "desk")


@pytest.fixture(params=SITUATIONS)
def newer(request: pytest.FixtureRequest, guest: Guest) -> Guest:
    """A meeting that is not the first."""
    holds_a_review(guest, "Бир")
    if request.param == "desk":
        comes_to_the_desk(guest)
    else:
        asks_for_the_desk(guest)
        guest.shows_card(Role.DEPUTY_DIRECTOR)
    return guest


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(kinds=st.lists(st.sampled_from(LATE), min_size=1, max_size=4))
def test_whatever_the_store_still_answers_to_who_left_means_nothing_to_the_next(
    newer: Guest, kinds: list[type[ev.StoreEvent]]
) -> None:
    """In any order: the same words, nothing asked of keys or store, and still at the same place."""
    stood = newer.screen, newer.reads()
    for kind in kinds:
        nothing = {one.name: None for one in fields(kind) if one.name != "asked_by"}
        late: Any = kind(**nothing, asked_by=newer.world.app.desk.meeting - 1)  # type: ignore[arg-type]
        newer.world.app.inbox.put(late)
    newer.world.app.settle()
    assert (newer.screen, newer.reads()) == stood
