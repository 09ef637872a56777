"""The printer fails: the letter is safe, the screen says so, nothing is printed later (law 1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.hardware.simulated import Levers
from tests.flow.test_letter import waiting
from tests.guest import Guest

MISHAPS: dict[str, Callable[[Levers], None]] = {
    "paper out": Levers.take_paper,
    "unplugged": Levers.unplug_printer,
    "cover open": Levers.open_cover,
    "broken in the middle": lambda levers: levers.fail_printer_after(2000),
    "paper ends in the middle": lambda levers: levers.end_paper_after(2000),
}
MENDED: dict[str, Callable[[Levers], None]] = {
    "paper out": Levers.load_paper,
    "unplugged": Levers.plug_printer,
    "cover open": Levers.close_cover,
    "broken in the middle": Levers.plug_printer,
    "paper ends in the middle": Levers.load_paper,
}


def ask_in_vain(guest: Guest) -> None:
    guest.touch("receipt")
    guest.wait_until(lambda: guest.says("receipt_failed"), "the sentence about the receipt")


@pytest.mark.parametrize("mishap", MISHAPS)
def test_the_letter_is_in_the_box_and_the_screen_says_both(guest: Guest, mishap: str) -> None:
    guest.writes()
    guest.touch("send")
    MISHAPS[mishap](guest.world.levers)
    ask_in_vain(guest)
    assert guest.says("letter_received")
    assert guest.world.levers.papers == []
    assert waiting(guest.data) == 1


@pytest.mark.parametrize("mishap", MISHAPS)
def test_nothing_of_it_is_printed_later_for_somebody_else(guest: Guest, mishap: str) -> None:
    guest.writes()
    guest.touch("send")
    MISHAPS[mishap](guest.world.levers)
    ask_in_vain(guest)
    guest.touch("leave")
    MENDED[mishap](guest.world.levers)
    guest.wait(60)
    assert guest.world.levers.papers == []
    guest.touch("paper", "slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the next one's slip")
    assert len(guest.world.levers.papers) == 1


def test_without_paper_the_screen_names_the_reason(guest: Guest) -> None:
    guest.world.levers.take_paper()
    guest.drops_paper()
    ask_in_vain(guest)
    assert guest.says("printer_no_paper")


def test_the_next_one_is_not_told_to_take_a_receipt_that_is_not_theirs(guest: Guest) -> None:
    levers = guest.world.levers
    guest.writes()
    guest.touch("send")
    levers.keep_printer_waiting()
    try:
        guest.taps_without_looking("receipt")
        guest.steps_until(lambda: levers.printer_has_begun, "the printer")
        guest.taps_without_looking("leave")
        guest.sees("board")
        levers.drop_letter()
        guest.steps_until(lambda: guest.screen == "thanks", "the thanks for a paper letter")
    finally:
        levers.keep_printer_waiting(asleep=False)
    guest.world.app.settle()
    assert len(levers.papers) == 1
    assert not guest.says("take_receipt")
    assert guest.offers("receipt")


def test_a_slip_that_has_not_begun_is_not_printed_for_who_comes_next(guest: Guest) -> None:
    levers = guest.world.levers
    guest.touch("paper")
    levers.keep_printer_waiting()
    try:
        guest.taps_without_looking("slip")
        guest.steps_until(lambda: levers.printer_has_begun, "the printer")
        guest.taps_without_looking("back")
        guest.taps_without_looking("paper")
        guest.taps_without_looking("slip")
        guest.taps_without_looking("back")
        guest.sees("board")
    finally:
        levers.keep_printer_waiting(asleep=False)
    guest.world.app.settle()
    assert len(levers.papers) == 1
