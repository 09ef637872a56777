"""A committee leaves while something is on its way: it never reaches the next meeting (law 2)."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import pygame

from kiosk import events as ev
from kiosk.demo.school import CARDS
from kiosk.keyholder import Keyholder
from kiosk.post.roles import Role
from tests.guest import Guest
from tests.mishaps.test_slow_store import slow_disk


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


def another_meeting(guest: Guest) -> None:
    guest.taps_without_looking("leave")
    if guest.screen != "board":
        guest.taps_without_looking("leave_sure")
    guest.sees("board")
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


def test_a_review_closed_by_who_left_is_not_followed_by_a_new_one_outside_the_window(
    guest: Guest,
) -> None:
    """Law 10: resuming may go on any day, but a new set is fixed only inside the window."""
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    with slow_disk(guest):
        guest.taps_without_looking("close_review")
        guest.taps_without_looking("leave")
        if guest.screen != "board":
            guest.taps_without_looking("leave_sure")
        guest.sees("board")
        guest.world.app.inbox.put(ev.RollCallAsked())
        guest.steps()
        guest.sees("rollcall")
    guest.wait(0.1)
    if guest.screen == "rollcall":
        guest.gathers()
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as store:
        assert store.execute("select count(*) from reviews").fetchall() == [(1,)]
