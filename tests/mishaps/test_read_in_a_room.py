"""Typed letters on numbered slips, to be read in a room; the printer, and what is never printed."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.paper.letters import typeset
from kiosk.paper.twofold import Strip
from kiosk.post.letters import DayMonth, Language, Letter
from kiosk.post.roles import Role
from kiosk.texts import Texts
from tests.conftest import Opens
from tests.guest import Guest
from tests.readers import journal

SECRET = "Купуя кат"


@pytest.fixture
def reading(guest: Guest) -> Guest:
    """Three letters for all, and one that leaves out the deputy director."""
    for number in range(3):
        guest.sends(f"Кат {number}")
    guest.writes(SECRET)
    guest.touch("readers", "readers_3", "send", "leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    return guest


def printed(guest: Guest) -> int:
    return len(guest.world.levers.papers)


def labels(guest: Guest) -> list[int]:
    """The numbers that can be picked."""
    names = [widget.name for widget in guest.world.app.desk.stage.view.widgets]
    return sorted(int(name.removeprefix("letter_")) for name in names if name.startswith("letter_"))


def test_all_letters_that_leave_out_nobody_are_printed_and_counted(reading: Guest) -> None:
    reading.touch("letters", "slips")
    assert reading.says("slips_offer", n=3)
    reading.touch("print")
    reading.wait_until(lambda: reading.says("slips_done", label=last_of(reading)), "three slips")
    assert printed(reading) == 3
    reading.touch("leave", "leave_sure")
    reading.wait(0.5)
    facts = reading.world.app.desk.unfinished
    assert facts is not None
    assert facts.slips == 3


def test_what_was_read_on_its_slip_is_entered_without_being_shown_again(reading: Guest) -> None:
    reading.touch("subject_building", "decision_no_action")
    assert reading.says("letter_unopened")
    reading.touch("letters", "slips", "print")
    reading.wait_until(lambda: reading.says("slips_done", label=last_of(reading)), "three slips")
    reading.touch("back")
    if reading.screen == "letters":
        reading.touch("back")
    reading.sees("register")
    assert not reading.says("letter_unopened")
    reading.touch("register")
    assert len(journal(reading.data)) == 1
    while reading.offers("subject_building"):
        reading.touch("subject_building", "decision_no_action", "register")
    assert len(journal(reading.data)) == 3
    reading.touch("room_changed", "subject_building", "decision_no_action")
    assert reading.says("letter_unopened"), "it had no slip"


def last_of(guest: Guest) -> int:
    """The highest number that the page names."""
    return max(int(number) for number in re.findall(r"№ (\d+)", guest.reads()))


def test_a_letter_is_taken_up_by_the_number_on_its_slip(reading: Guest) -> None:
    reading.touch("letters")
    numbers = labels(reading)
    assert len(numbers) == 4
    reading.touch(f"letter_{numbers[2]}")
    if reading.screen == "room":
        reading.touch("room_changed")
    reading.sees("register")
    reading.registers("Үчүнчү")
    (row,) = journal(reading.data).values()
    assert row.label == numbers[2]


def test_where_the_paper_ends_it_says_which_one_and_goes_on_from_there(reading: Guest) -> None:
    reading.touch("letters", "slips")
    reading.world.levers.take_paper()
    reading.touch("print")
    reading.wait_until(lambda: reading.says("printer_no_paper"), "the trouble")
    assert printed(reading) == 0
    reading.world.levers.load_paper()
    reading.touch("from_more", "print")
    reading.wait_until(lambda: not reading.offers("stop"), "the rest")
    assert printed(reading) == 2, "from the second on"
    reading.touch("back")
    reading.sees("register")


def test_printing_can_be_stopped(reading: Guest) -> None:
    reading.touch("letters", "slips", "print")
    if reading.offers("stop"):
        reading.touch("stop")
    reading.wait_until(lambda: not reading.offers("stop"), "the one that was coming out")
    assert printed(reading) <= 3


def test_who_stepped_out_of_a_letter_does_not_find_it_on_paper(reading: Guest) -> None:
    reading.touch("step_out", f"out_{Role.DEPUTY_DIRECTOR}", "onward")
    if reading.screen == "room":
        reading.touch("room_changed")
    reading.touch("letters", "slips")
    assert reading.says("slips_offer", n=2)


def test_a_slip_is_in_the_store_before_it_is_on_paper(reading: Guest, opens: Opens) -> None:
    reading.touch("letters", "slips")
    reading.world.levers.take_paper()
    reading.touch("print")
    reading.wait_until(lambda: reading.says("printer_no_paper"), "the trouble")
    clock = reading.world.clock
    reading.leave_for_good()
    again = opens(clock=clock)
    facts = again.world.app.desk.unfinished
    assert facts is not None
    assert facts.slips == 1


# --- the close, after slips were really printed ---


DOTS = 384
TEXTS = tuple(f"Кат {number}" for number in range(3))


def slip(label: int, text: str) -> Image.Image:
    """What a letter of the demo's first day looks like on its slip."""
    return typeset(Texts(Language.KY), label, Letter(text, DayMonth(20, 11)), DOTS)


def on_slips(guest: Guest) -> dict[int, str]:
    """Which letter the bytes that came out show, by the number on it."""
    strips = [read_paper(paper, DOTS) for paper in guest.world.levers.papers]
    known = {slip(label, text).tobytes(): (label, text) for label in range(1, 5) for text in TEXTS}
    tops = [strip.tobytes() for strip in strips]
    return dict(said for top in tops for drawn, said in known.items() if top[: len(drawn)] == drawn)


def reads_in_a_room(guest: Guest) -> dict[int, str]:
    """Print all three, and give every letter its row; the slips are read elsewhere."""
    guest.touch("letters", "slips", "print")
    guest.wait_until(lambda: not guest.offers("stop"), "three slips")
    printed = on_slips(guest)
    guest.touch("back")
    for _ in range(4):
        if guest.screen == "room":
            guest.touch("room_changed")
        guest.registers("Окулду")
    if guest.screen == "room":
        guest.touch("room_changed")
    guest.sees("close")
    return printed


def counted(destroyed: bool) -> bytes:
    """Their part of the protocol, as it is drawn."""
    strip = Strip(DOTS)
    answer = "yes" if destroyed else "no"
    strip.named("protocol_slips", "3")
    strip.said(lambda texts: f"{texts('protocol_slips_destroyed')}: {texts(answer)}")
    return strip.sheet.picture().tobytes()


@pytest.mark.parametrize(("answer", "destroyed"), [("slips_yes", True), ("slips_no", False)])
def test_what_was_printed_is_asked_for_at_the_close_and_stands_on_the_protocol(
    reading: Guest, answer: str, destroyed: bool
) -> None:
    printed = reads_in_a_room(reading)
    assert sorted(printed.values()) == [*TEXTS], "nothing but these three came out"
    rows = journal(reading.data).values()
    assert {row.label: row.text for row in rows if row.text != SECRET} == printed
    assert reading.says("slips_ask", n=3)
    assert not reading.widget("close_review").enabled
    reading.touch(answer, "close_review")
    reading.sees("closed")
    before = len(reading.world.levers.papers)
    reading.touch("protocol")
    reading.wait_until(lambda: len(reading.world.levers.papers) > before, "the protocol")
    protocol = read_paper(reading.world.levers.papers[-1], DOTS).tobytes()
    assert counted(destroyed) in protocol
    assert counted(not destroyed) not in protocol
    with closing(sqlite3.connect(reading.data / "post.sqlite")) as file:
        assert file.execute("SELECT slips, slips_destroyed FROM reviews").fetchall() == [
            (3, destroyed)
        ]
