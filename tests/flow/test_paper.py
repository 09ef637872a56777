"""Paper: the slot counts, the screen thanks calmly, and any hand may have a dated slip."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.guest import TEXT, Guest


def counted(data: Path) -> int:
    """Paper letters since the last review, as the store has them."""
    with closing(sqlite3.connect(data / "post.sqlite")) as store:
        return int(store.execute("select letters from slot").fetchone()[0])


def test_one_letter_counts_once_and_is_thanked_for(guest: Guest) -> None:
    guest.drops_paper()
    guest.sees("thanks")
    assert guest.says("letter_received")
    assert counted(guest.data) == 1
    guest.touch("receipt")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the receipt")


def test_two_in_quick_succession_count_twice(guest: Guest) -> None:
    guest.drops_paper()
    guest.drops_paper()
    guest.sees("thanks")
    assert counted(guest.data) == 2


@pytest.mark.parametrize("screen", ["before", "write", "check", "rollcall"])
def test_a_drop_changes_nothing_for_who_is_in_the_middle_of_something(
    guest: Guest, screen: str
) -> None:
    match screen:
        case "before":
            guest.touch("write")
        case "write":
            guest.touch("write", "understood")
            guest.type(TEXT)
        case "check":
            guest.writes()
        case _:
            guest.goes_to_the_window()
            guest.touch("way_in")
    before = guest.reads()
    guest.drops_paper()
    guest.sees(screen)
    assert guest.reads() == before
    assert counted(guest.data) == 1


def test_a_slip_before_or_without_a_letter(guest: Guest) -> None:
    guest.touch("paper")
    assert guest.says("paper_put_in_adults")
    guest.touch("slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the slip")
    assert counted(guest.data) == 0


def test_slip_and_receipt_of_one_day_cannot_be_told_apart(guest: Guest) -> None:
    guest.touch("paper", "slip")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 1, "the slip")
    guest.touch("back")
    guest.writes()
    guest.touch("send", "receipt")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 2, "the receipt")
    slip, receipt = guest.world.levers.papers
    assert slip == receipt


def test_the_store_keeps_no_time_of_a_paper_letter(guest: Guest) -> None:
    guest.drops_paper()
    guest.leave_for_good()
    day = (guest.data / "post.sqlite").stat().st_mtime
    assert day % 86400 == 0, "the file's time is finer than a day"


def test_something_stuck_in_the_slot_is_said_and_forgotten(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(30)
    assert guest.says("slot_blocked")
    guest.world.levers.clear_slot()
    guest.wait(5)
    if guest.screen != "board":
        guest.touch("leave")
    assert not guest.says("slot_blocked")


def test_a_paper_letter_after_a_typed_one_has_an_offer_of_its_own(guest: Guest) -> None:
    guest.writes()
    guest.touch("send", "receipt")
    guest.wait_until(lambda: guest.says("take_receipt"), "the receipt")
    guest.drops_paper()
    assert guest.offers("receipt")
    assert not guest.says("take_receipt")
