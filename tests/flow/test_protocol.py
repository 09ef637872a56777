"""The protocol after a close: printed, printed again, printed at the next meeting, or never."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from kiosk.demo.strip import read_paper
from kiosk.hardware.simulated import Levers
from kiosk.post.witness import Witness, fingerprint
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_printer import MENDED, MISHAPS


def review(guest: Guest, *letters: str) -> None:
    """A whole review in this window; the screen then says that it is closed."""
    for text in letters:
        guest.sends(text)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    if guest.screen == "unlock":
        guest.opens_the_box()
    guest.counts(0)
    for text in letters:
        guest.registers(text)
    guest.touch("close_review")
    guest.sees("closed")


def prints(guest: Guest) -> bytes:
    """Ask for the protocol and wait until it came out."""
    papers = guest.world.levers.papers
    before = len(papers)
    guest.touch("protocol")
    guest.wait_until(lambda: len(guest.world.levers.papers) > before, "the protocol")
    guest.wait_until(lambda: guest.says("protocol_printed"), "the sentence that it came out")
    return guest.world.levers.papers[-1]


def owed(guest: Guest) -> int | None:
    return guest.world.app.desk.owed


def test_the_protocol_comes_out_and_the_screen_asks_to_sign_it(guest: Guest) -> None:
    review(guest, "Бир", "Эки")
    strip = read_paper(prints(guest), 384)
    assert strip.height > 2000, "this is no slip"
    guest.wait_until(lambda: owed(guest) is None, "the store to know")
    guest.touch("done")
    guest.sees("board")


def test_it_can_be_printed_once_more_and_is_the_same(guest: Guest) -> None:
    review(guest)
    assert prints(guest) == prints(guest)


def test_the_next_reading_day_stands_large_on_the_last_screen(guest: Guest) -> None:
    review(guest)
    assert guest.says("letters_read_on", date="25-декабрь")


@pytest.mark.parametrize("mishap", MISHAPS)
def test_when_the_printer_fails_nothing_is_lost_and_it_comes_whole_later(
    guest: Guest, mishap: str
) -> None:
    review(guest)
    MISHAPS[mishap](guest.world.levers)
    guest.touch("protocol")
    guest.wait_until(lambda: guest.says("protocol_failed"), "the sentence about the protocol")
    assert owed(guest) is not None
    MENDED[mishap](guest.world.levers)
    whole = read_paper(prints(guest), 384)
    assert whole.height > 2000


def test_without_paper_the_screen_says_why(guest: Guest) -> None:
    review(guest)
    guest.world.levers.take_paper()
    guest.touch("protocol")
    guest.wait_until(lambda: guest.says("printer_no_paper"), "the reason")
    guest.ends()
    assert guest.cards_of_the_board_say(guest.word("board_letters_read", date="27-ноябрь"))


DEAD: dict[str, Callable[[Levers], None]] = {
    "never asked": lambda _: None,
    "no paper": Levers.take_paper,
    "unplugged": Levers.unplug_printer,
    "stalled": Levers.stall_printer,
}


@pytest.mark.parametrize("how", DEAD)
def test_the_review_ends_without_it_and_the_next_meeting_prints_it(guest: Guest, how: str) -> None:
    review(guest, "Жашыруун")
    DEAD[how](guest.world.levers)
    if how != "never asked":
        guest.touch("protocol")
        guest.wait_until(lambda: guest.says("protocol_failed"), "the sentence")
    guest.ends()
    for mend in (Levers.load_paper, Levers.plug_printer):
        mend(guest.world.levers)
    guest.world.levers.stall_printer(stalled=False)
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.sees("unlock")
    assert guest.says("protocol_owed")
    first = prints(guest)
    guest.wait_until(lambda: owed(guest) is None, "the store to know")
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("close_review")
    assert prints(guest) != first, "each review has its own"


def test_the_same_protocol_comes_out_at_the_next_meeting(guest: Guest) -> None:
    review(guest, "Бир", "Эки")
    printed = prints(guest)
    forget_that_it_came_out(guest.data)
    guest.touch("done")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    assert prints(guest) == printed


def forget_that_it_came_out(data: Path) -> None:
    with closing(sqlite3.connect(data / "post.sqlite")) as file, file:
        file.execute("UPDATE reviews SET printed = 0")


def test_a_protocol_survives_a_power_cut(guest: Guest, opens: Opens) -> None:
    review(guest, "Бир")
    moment = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=moment)
    again.goes_to_the_next_window()
    again.touch("way_in")
    again.gathers()
    assert read_paper(prints(again), 384).height > 2000


def test_who_leaves_it_owed_is_asked_once_and_told_what_it_costs(guest: Guest) -> None:
    review(guest)
    guest.touch("done")
    guest.sees("closed")
    assert guest.says("protocol_owed_ask")
    assert guest.says("protocol_owed_cost")
    guest.touch("protocol_later")
    guest.sees("board")
    assert owed(guest) is not None


def test_who_is_asked_can_still_print_it(guest: Guest) -> None:
    review(guest)
    guest.touch("done")
    assert read_paper(prints(guest), 384).height > 2000
    guest.touch("done")
    guest.sees("board")
    assert owed(guest) is None


def resumed(guest: Guest) -> None:
    """A review that owes its protocol, and the next one, cut off and taken up at its close."""
    review(guest, "Бир")
    guest.ends()
    guest.sends("Эки")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers("Эки")
    guest.sees("close")
    guest.touch("leave", "leave_sure")
    guest.touch("way_in")
    guest.gathers()
    guest.sees("close")


def test_a_resumed_review_that_skips_the_unlocking_offers_the_former_protocol_at_its_close(
    guest: Guest,
) -> None:
    resumed(guest)
    guest.touch("close_review")
    assert guest.says("protocol_owed_close")
    former = prints(guest)
    guest.wait_until(lambda: owed(guest) is None, "the store to know")
    guest.touch("close_review")
    guest.sees("closed")
    assert prints(guest) != former, "each review has its own"
    guest.wait_until(lambda: owed(guest) is None, "the store to know")


def test_the_review_is_not_closed_while_the_former_protocol_comes_out(guest: Guest) -> None:
    resumed(guest)
    guest.touch("close_review")
    guest.world.levers.keep_printer_waiting()
    guest.taps_without_looking("protocol")
    guest.steps_until(lambda: guest.says("protocol_printing"), "the printer")
    assert not guest.widget("close_review").enabled
    guest.world.levers.keep_printer_waiting(asleep=False)
    guest.wait_until(lambda: guest.says("protocol_printed"), "the protocol")
    guest.touch("close_review")
    guest.sees("closed")


def test_a_former_protocol_that_fails_holds_up_no_close(guest: Guest) -> None:
    resumed(guest)
    guest.world.levers.take_paper()
    guest.touch("close_review", "protocol")
    guest.wait_until(lambda: guest.says("printer_no_paper"), "the reason")
    guest.touch("close_review")
    guest.sees("closed")


def test_once_it_came_out_no_former_protocol_is_offered(guest: Guest) -> None:
    review(guest)
    prints(guest)
    guest.touch("done")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.sees("unlock")
    assert not guest.offers("protocol")


def test_the_first_meeting_owes_nothing(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    assert not guest.offers("protocol")


def test_who_leaves_before_it_is_printed_hears_nothing_more_of_it(guest: Guest) -> None:
    review(guest)
    guest.world.levers.keep_printer_waiting()
    guest.taps_without_looking("protocol")
    assert guest.says("protocol_printing")
    assert not guest.widget("protocol").enabled
    guest.taps_without_looking("done")
    guest.sees("board")
    guest.world.levers.keep_printer_waiting(asleep=False)
    guest.wait(1)
    guest.sees("board")


def test_what_the_kiosk_says_of_itself_is_true(guest: Guest) -> None:
    review(guest)
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as file:
        ((words,),) = file.execute("SELECT witness FROM reviews").fetchall()
    said, desk = Witness.unpack(words), guest.world.app.desk
    assert desk.committee is not None
    assert said.key == fingerprint(desk.committee.public_key, desk.committee.generation)
    assert said.next_reading == date(2026, 12, 25), "this window's box was opened already"
    assert said.rule == desk.school.window_rule()
    assert (said.version, said.corrected) == (version("kiosk"), False)


def test_nobody_reads_a_letter_on_the_protocol_nor_in_the_store(guest: Guest) -> None:
    review(guest, "Жашыруун сөз")
    prints(guest)
    assert "Жашыруун".encode() not in (guest.data / "post.sqlite").read_bytes()
