"""A slip in two halves: one number for the letter, one for the writer, and a record between."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.events import CodeFailed, CodeFor
from kiosk.post.cards import Cost
from kiosk.post.codes import derive
from tests.flow.test_paper import counted
from tests.guest import Guest
from tests.mishaps.test_disk_full import full_disk
from tests.mishaps.test_memory import kept
from tests.mishaps.test_slow_store import slow_disk
from tests.office import CHEAP
from tests.paper.digits import read_digits
from tests.readers import slips


def used(data: Path) -> int:
    with closing(sqlite3.connect(data / "post.sqlite")) as file:
        return int(file.execute("SELECT sum(used) FROM handles").fetchone()[0])


def printed(guest: Guest) -> Image.Image:
    """The slip, as it comes out."""
    papers = guest.world.levers.papers
    before = len(papers)
    guest.touch("paper", "code_slip")
    guest.wait_until(lambda: len(papers) > before, "the slip")
    return read_paper(papers[-1], guest.world.app.desk.hardware.printer.dots)


def kept_code(paper: Image.Image) -> str:
    """The digits on the half that is kept: the last sixteen."""
    return read_digits(paper)[-16:]


def test_the_handle_leads_the_committee_to_the_key_of_the_kept_code(
    guest: Guest, data: Path
) -> None:
    paper = printed(guest)
    assert guest.says("code_slip_take")
    ((handle, reply_to),) = slips(data).items()
    assert handle in read_digits(paper)
    assert derive(kept_code(paper), CHEAP).reply_to == reply_to
    assert counted(data) == 0


def test_every_slip_has_numbers_of_its_own(guest: Guest, data: Path) -> None:
    codes = set()
    for _ in range(3):
        codes.add(kept_code(printed(guest)))
        guest.touch("back")
    assert len(codes) == len(slips(data)) == used(data) == 3


def test_a_plain_slip_has_no_number_and_keeps_no_record(guest: Guest, data: Path) -> None:
    guest.touch("paper", "slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the slip")
    assert guest.says("take_slip")
    assert used(data) == 0


def test_when_no_record_is_free_a_slip_with_the_date_is_still_to_be_had(
    guest: Guest, data: Path
) -> None:
    with closing(sqlite3.connect(data / "post.sqlite")) as file, file:
        file.execute("UPDATE handles SET used = 1")
    guest.touch("paper", "code_slip")
    assert guest.says("slips_none")
    assert guest.world.levers.papers == []
    guest.touch("slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the slip")
    assert guest.says("take_slip")


def test_one_that_failed_is_offered_again_and_then_comes(guest: Guest) -> None:
    guest.touch("paper")
    assert guest.says("code_slip_use"), "what it is for is said before it is printed"
    guest.world.levers.take_paper()
    guest.touch("code_slip")
    guest.wait_until(lambda: guest.word("code_slip_failed") in guest.reads(), "the failure")
    guest.world.levers.load_paper()
    guest.touch("code_slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the slip")
    assert guest.says("code_slip_take")


def test_a_plain_slip_after_one_that_failed_is_spoken_of_as_a_plain_one(guest: Guest) -> None:
    guest.world.levers.take_paper()
    guest.touch("paper", "code_slip")
    guest.wait_until(lambda: guest.word("code_slip_failed") in guest.reads(), "the failure")
    guest.world.levers.load_paper()
    guest.touch("slip")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the slip")
    assert guest.says("take_slip")


def test_who_dropped_the_letter_learns_where_the_reply_will_be(guest: Guest) -> None:
    printed(guest)
    guest.drops_paper()
    guest.sees("thanks")
    assert guest.says("slip_code_use")


def test_what_the_disk_does_not_keep_is_not_printed(guest: Guest, data: Path) -> None:
    guest.touch("paper")
    with full_disk():
        guest.touch("code_slip")
    assert guest.says("slips_none")
    assert guest.world.levers.papers == []
    assert used(data) == 0


def test_who_left_before_it_was_kept_gets_no_paper_and_neither_does_the_next(
    guest: Guest,
) -> None:
    guest.touch("paper")
    with slow_disk(guest):
        guest.taps_without_looking("code_slip")
        for _ in range(5):
            guest.steps(1)
        guest.taps_without_looking("back")
    guest.world.app.settle()
    guest.sees("board")
    guest.touch("paper")
    guest.wait(5)
    assert guest.world.levers.papers == []
    assert guest.offers("code_slip")


def test_without_a_printer_no_slip_is_offered(guest: Guest) -> None:
    guest.world.levers.unplug_printer()
    guest.world.app.desk.hardware.printer.look()
    guest.wait_until(lambda: guest.world.app.desk.printer_trouble is not None, "the printer")
    guest.touch("paper")
    assert not guest.offers("code_slip")
    assert not guest.offers("slip")


def holders(digits: list[str]) -> list[str]:
    return kept("".join(digits))


def test_nothing_in_memory_holds_the_code_afterwards(guest: Guest) -> None:
    code = [*kept_code(printed(guest))]
    guest.touch("back")
    guest.sees("board")
    assert holders(code) == []


def test_a_paper_letter_that_drops_before_the_code_is_made_ends_the_wish(
    guest: Guest, data: Path
) -> None:
    done = threading.Event()

    def held_up(_: Cost) -> None:
        done.wait(30)

    guest.touch("paper")
    guest.world.app._crew.codes.do(held_up, lambda _: CodeFailed(CodeFor.REPLY))
    guest.taps_without_looking("code_slip")
    guest.world.levers.drop_letter()
    guest.steps(0.5)
    guest.steps_until(lambda: guest.screen == "thanks", "the thanks")
    done.set()
    guest.world.app.settle()
    guest.sees("thanks")
    assert guest.world.levers.papers == []
    assert counted(data) == 1
