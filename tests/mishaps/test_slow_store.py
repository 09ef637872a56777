"""The disk takes its time: who sent a letter learns what became of it, and nobody else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pygame

from kiosk import events as ev
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest
from tests.mishaps.test_disk_full import full_disk
from tests.readers import journal


@contextmanager
def slow_disk(guest: Guest) -> Iterator[None]:
    """Somebody else has the store's file; the kiosk's own jobs wait some seconds for it."""
    path = guest.data / "post.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_a_letter_on_its_way_is_not_erased_by_idling(guest: Guest) -> None:
    guest.writes()
    with slow_disk(guest):
        guest.taps_without_looking("send")
        for _ in range(200):
            guest.steps(1)
        guest.sees("check")
        assert guest.says("sending")
    guest.world.app.settle()
    guest.sees("thanks")
    assert waiting(guest.data) == 1


def test_one_refused_late_is_still_there_and_can_be_sent_again(guest: Guest) -> None:
    guest.writes()
    with full_disk():
        with slow_disk(guest):
            guest.taps_without_looking("send")
            for _ in range(125):
                guest.steps(1)
        guest.world.app.settle()
    guest.sees("check")
    assert guest.says("error_not_saved")
    guest.touch("cover")
    assert guest.shows(TEXT)
    guest.touch("send")
    guest.sees("thanks")
    guest.wait(21)
    guest.sees("board")


def test_after_a_refusal_idling_erases_again(guest: Guest) -> None:
    guest.writes()
    with full_disk():
        guest.touch("send")
    for _ in range(151):
        guest.wait(1)
    guest.sees("erased")


def test_a_reading_of_the_board_that_fails_is_no_answer_to_the_committee(guest: Guest) -> None:
    """Touches would count again while a row is on its way: one paper letter would get two."""
    guest.drops_paper()
    guest.touch("leave")
    guest.drops_paper()
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(2)
    guest.touch("no_date", "subject_building", "decision_no_action")
    with slow_disk(guest):
        guest.taps_without_looking("register")
        guest.steps_until(lambda: guest.world.app.desk.store.busy, "the row on its way")
        guest.world.app.inbox.put(ev.StoreFailed("read_board"))
        guest.steps()
        guest.taps_without_looking("register")
    guest.world.app.settle()
    assert len(journal(guest.data)) == 1


def test_a_letter_on_its_way_cannot_be_erased_by_a_keyboard(guest: Guest) -> None:
    guest.writes()
    with slow_disk(guest):
        guest.taps_without_looking("send")
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
        guest.steps()
        assert guest.says("sending")
        assert not guest.says("erase_confirm")
    guest.world.app.settle()
    guest.sees("thanks")
