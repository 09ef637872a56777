"""The printer: a ticket ends once, a failed paper never comes out later, no letter waits for it."""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageDraw

from kiosk.config.machine import PrinterSettings
from kiosk.demo.strip import read_paper
from kiosk.events import Event, Printed, PrinterSeen, PrinterTrouble, PrintFailed
from kiosk.hardware.esc_pos import encode
from kiosk.hardware.ports import PrintJob
from kiosk.hardware.printer import ThermalPrinter
from kiosk.hardware.simulated_printer import SimulatedPrinter

PATIENCE_S = 30


def picture(dots: int = 384, rows: int = 700, ink: int = 0) -> Image.Image:
    """Return something to print, different for each ink."""
    drawn = Image.new("1", (dots, rows), 1)
    ImageDraw.Draw(drawn).ellipse((10 + ink, 20, dots - 10, rows - 20), outline=0, width=9)
    return drawn


class Desk:
    """A printer on a desk, and what it said."""

    def __init__(self, settings: PrinterSettings) -> None:
        self.wire = SimulatedPrinter()
        self.said: queue.Queue[Event] = queue.Queue()
        self.printer = ThermalPrinter(self.wire, settings, self.said.put)

    def print(self, ticket: int = 1) -> Event:
        """Print and wait for what became of it."""
        self.printer.print(PrintJob(ticket, picture(ink=ticket)))
        return self.said.get(timeout=PATIENCE_S)

    def shown(self) -> list[bytes]:
        """Return the pictures on the papers that came out whole."""
        return [
            read_paper(paper, 384).crop((0, 0, 384, 700)).tobytes() for paper in self.wire.papers
        ]


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk(PrinterSettings())
    yield desk
    desk.printer.close()


def test_what_was_drawn_comes_out_dot_by_dot(desk: Desk) -> None:
    assert desk.print(1) == Printed(1)
    assert desk.shown() == [picture(ink=1).tobytes()]


def test_papers_come_out_one_by_one_in_order(desk: Desk) -> None:
    for ticket in (1, 2, 3):
        desk.printer.print(PrintJob(ticket, picture(ink=ticket)))
    said = [desk.said.get(timeout=PATIENCE_S) for _ in range(3)]
    assert said == [Printed(1), Printed(2), Printed(3)]
    assert desk.shown() == [picture(ink=ticket).tobytes() for ticket in (1, 2, 3)]


def test_asked_how_it_is_it_prints_nothing(desk: Desk) -> None:
    desk.printer.look()
    assert desk.said.get(timeout=PATIENCE_S) == PrinterSeen(None)
    desk.wire.take_paper()
    desk.printer.look()
    assert desk.said.get(timeout=PATIENCE_S) == PrinterSeen(PrinterTrouble.PAPER_OUT)
    desk.wire.unplug()
    desk.printer.look()
    assert desk.said.get(timeout=PATIENCE_S) == PrinterSeen(PrinterTrouble.GONE)
    assert desk.wire.papers == desk.wire.scraps == []


@pytest.mark.parametrize("answers", ["never", "garbage"])
def test_one_that_does_not_say_how_it_is_is_not_called_broken(
    desk: Desk, answers: Literal["never", "garbage"]
) -> None:
    desk.wire.answers = answers
    desk.wire.take_paper()
    desk.printer.look()
    assert desk.said.get(timeout=PATIENCE_S) == PrinterSeen(None)


def test_a_look_does_not_disturb_the_papers_around_it(desk: Desk) -> None:
    desk.printer.print(PrintJob(1, picture(ink=1)))
    desk.printer.look()
    desk.printer.print(PrintJob(2, picture(ink=2)))
    said = [desk.said.get(timeout=PATIENCE_S) for _ in range(3)]
    assert said == [Printed(1), PrinterSeen(None), Printed(2)]
    assert desk.shown() == [picture(ink=ticket).tobytes() for ticket in (1, 2)]


def unplug(wire: SimulatedPrinter) -> None:
    wire.unplug()


def empty(wire: SimulatedPrinter) -> None:
    wire.take_paper()


def uncover(wire: SimulatedPrinter) -> None:
    wire.set_cover(is_open=True)


def stall(wire: SimulatedPrinter) -> None:
    wire.stalled = True


def jam(wire: SimulatedPrinter) -> None:
    wire.fault = True


def run_out(wire: SimulatedPrinter) -> None:
    wire.end_paper_after(9000)


def run_out_at_the_end(wire: SimulatedPrinter) -> None:
    wire.end_paper_after(33_000)


def break_cable(wire: SimulatedPrinter) -> None:
    wire.break_after(9000)


MISHAPS = [
    (unplug, PrinterTrouble.GONE),
    (empty, PrinterTrouble.PAPER_OUT),
    (uncover, PrinterTrouble.COVER_OPEN),
    (stall, PrinterTrouble.STALLED),
    (jam, PrinterTrouble.ERROR),
    (run_out, PrinterTrouble.PAPER_OUT),
    (run_out_at_the_end, PrinterTrouble.PAPER_OUT),
    (break_cable, PrinterTrouble.GONE),
]
Mishap = Callable[[SimulatedPrinter], None]


def repair(wire: SimulatedPrinter) -> None:
    wire.stalled = wire.fault = False
    wire.plug()
    wire.set_cover(is_open=False)
    wire.load_paper()


@pytest.mark.parametrize(("mishap", "trouble"), MISHAPS)
def test_each_mishap_is_named_and_the_paper_never_comes_out_later(
    desk: Desk, mishap: Mishap, trouble: PrinterTrouble
) -> None:
    mishap(desk.wire)
    assert desk.print(1) == PrintFailed(1, trouble)
    torn = list(desk.wire.scraps)
    repair(desk.wire)
    assert desk.print(2) == Printed(2)
    assert desk.shown() == [picture(ink=2).tobytes()], "only the second paper is whole"
    assert desk.wire.scraps == torn, "nothing of the first came out after it had failed"


def test_without_discarding_a_printer_would_go_on_for_somebody_else() -> None:
    wire = SimulatedPrinter()
    wire.take_paper()
    wire.open()
    wire.write(b"\x1b@", 1)
    wire.close()
    wire.load_paper()
    assert wire.scraps == [b"\x1b@"]


def test_paper_that_runs_out_in_the_middle_leaves_half_a_paper(desk: Desk) -> None:
    run_out(desk.wire)
    desk.print()
    assert [len(scrap) for scrap in desk.wire.scraps] == [9000]
    assert desk.wire.papers == []


def test_a_printer_that_never_answers_is_not_called_broken(desk: Desk) -> None:
    desk.wire.answers = "never"
    assert desk.print() == Printed(1)


class Mute(SimulatedPrinter):
    """Answers until it has begun to print."""

    def write(self, data: bytes, within_s: float) -> None:
        super().write(data, within_s)
        if data.startswith(b"\x1d"):
            self.answers = "never"


class Yanked(SimulatedPrinter):
    """Loses its cable, and gets it back, while it prints."""

    def write(self, data: bytes, within_s: float) -> None:
        super().write(data, within_s)
        if data.startswith(b"\x1d"):
            self.unplug()
            self.plug()


def test_a_printer_plugged_out_and_in_again_does_not_go_on_where_it_was() -> None:
    wire, said = Yanked(), queue.Queue[Event]()
    printer = ThermalPrinter(wire, PrinterSettings(), said.put)
    printer.print(PrintJob(1, picture()))
    assert said.get(timeout=PATIENCE_S) == PrintFailed(1, PrinterTrouble.GONE)
    printer.close()
    assert wire.papers == []
    assert len(wire.scraps) == 1


def test_a_printer_that_stops_answering_is() -> None:
    said: queue.Queue[Event] = queue.Queue()
    printer = ThermalPrinter(Mute(), PrinterSettings(), said.put)
    printer.print(PrintJob(1, picture()))
    assert said.get(timeout=PATIENCE_S) == PrintFailed(1, PrinterTrouble.STALLED)
    printer.close()


class Gated(SimulatedPrinter):
    """Waits at the door until it is let in."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived, self.gate = threading.Event(), threading.Event()

    def open(self) -> None:
        self.arrived.set()
        assert self.gate.wait(PATIENCE_S)
        super().open()


def test_a_job_whose_pupil_left_is_neither_printed_nor_spoken_of() -> None:
    wire, said = Gated(), queue.Queue[Event]()
    printer = ThermalPrinter(wire, PrinterSettings(), said.put)
    for ticket in (1, 2, 3):
        printer.print(PrintJob(ticket, picture()))
    assert wire.arrived.wait(PATIENCE_S)
    assert printer.busy
    printer.drop(2)
    printer.drop(99)
    wire.gate.set()
    assert [said.get(timeout=PATIENCE_S) for _ in range(2)] == [Printed(1), Printed(3)]
    printer.close()
    assert said.empty()
    assert len(wire.papers) == 2


def test_a_job_that_has_begun_cannot_be_dropped_and_ends_in_its_event() -> None:
    wire, said = Gated(), queue.Queue[Event]()
    printer = ThermalPrinter(wire, PrinterSettings(), said.put)
    printer.print(PrintJob(1, picture()))
    assert wire.arrived.wait(PATIENCE_S)
    printer.drop(1)
    wire.gate.set()
    assert said.get(timeout=PATIENCE_S) == Printed(1)
    printer.close()


def test_closing_forgets_what_has_not_begun() -> None:
    wire, said = Gated(), queue.Queue[Event]()
    printer = ThermalPrinter(wire, PrinterSettings(), said.put)
    for ticket in (1, 2):
        printer.print(PrintJob(ticket, picture()))
    assert wire.arrived.wait(PATIENCE_S)
    closing = threading.Thread(target=printer.close)
    closing.start()
    while 2 in printer._waiting:
        closing.join(0.001)
    wire.gate.set()
    closing.join()
    assert list(said.queue) == [Printed(1)]


class Mad(SimulatedPrinter):
    """Does what no wire should."""

    def open(self) -> None:
        raise RuntimeError("no wire raises this")


def test_even_a_fault_of_ours_ends_a_ticket(caplog: pytest.LogCaptureFixture) -> None:
    said: queue.Queue[Event] = queue.Queue()
    printer = ThermalPrinter(Mad(), PrinterSettings(), said.put)
    printer.print(PrintJob(7, picture()))
    assert said.get(timeout=PATIENCE_S) == PrintFailed(7, PrinterTrouble.ERROR)
    printer.close()
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("wrong", [picture(dots=576), picture().convert("L")])
def test_a_picture_for_another_printer_is_refused(desk: Desk, wrong: Image.Image) -> None:
    with pytest.raises(ValueError, match="384 wide"):
        desk.printer.print(PrintJob(1, wrong))
    assert not desk.printer.busy


def test_a_long_paper_is_drawn_by_the_printers_thread(desk: Desk) -> None:
    threads: list[str] = []

    def draw() -> Image.Image:
        threads.append(threading.current_thread().name)
        return picture(ink=5)

    desk.printer.draw(1, draw)
    assert desk.said.get(timeout=PATIENCE_S) == Printed(1)
    assert desk.shown() == [picture(ink=5).tobytes()]
    assert threads == ["printer"]


def test_a_paper_that_was_dropped_is_not_even_drawn(desk: Desk) -> None:
    desk.wire.keep_waiting(asleep=True)
    desk.printer.print(PrintJob(1, picture()))
    drawn: list[int] = []

    def draw() -> Image.Image:
        drawn.append(2)
        return picture()

    desk.printer.draw(2, draw)
    desk.printer.drop(2)
    desk.wire.keep_waiting(asleep=False)
    assert desk.said.get(timeout=PATIENCE_S) == Printed(1)
    assert desk.print(3) == Printed(3)
    assert drawn == []


@pytest.mark.parametrize("wrong", [picture(dots=576), picture().convert("L")])
def test_a_long_paper_for_another_printer_fails(desk: Desk, wrong: Image.Image) -> None:
    desk.printer.draw(1, lambda: wrong)
    assert desk.said.get(timeout=PATIENCE_S) == PrintFailed(1, PrinterTrouble.ERROR)
    assert desk.wire.papers == []


# --- bytes ---


@pytest.mark.parametrize("dots", [384, 576])
@pytest.mark.parametrize("rows", [1, 127, 128, 129, 1000])
def test_a_picture_is_sent_in_short_strips_and_nothing_is_lost(
    dots: Literal[384, 576], rows: int
) -> None:
    drawn = picture(dots, rows) if rows > 60 else Image.new("1", (dots, rows), 0)
    pieces = list(encode(drawn, cutter=True))
    assert pieces[0] == b"\x1b@"
    assert max(map(len, pieces)) <= 200 * dots // 8 + 8
    paper = read_paper(b"".join(pieces), dots)
    assert paper.crop((0, 0, dots, rows)).tobytes() == drawn.tobytes()


def test_the_paper_is_fed_past_the_bar_and_cut_only_by_a_cutter() -> None:
    cut, torn = (b"".join(encode(picture(), cutter=cutter)) for cutter in (True, False))
    assert cut.endswith(b"\x1dV\x00")
    assert b"\x1dV" not in torn[-6:]
    for sent in (cut, torn):
        assert read_paper(sent, 384).height > 700 + 60


PRINT_ONE = """
import logging
from PIL import Image
from kiosk.hardware.esc_pos import encode
list(encode(Image.new("1", (384, 10), 1), cutter=False))
print(len(logging.root.handlers))
"""


def printed_elsewhere(tmp_path: Path, **environment: str) -> str:
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-c", PRINT_ONE],
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(root), **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_making_bytes_leaves_no_log_handler_and_no_file_behind(tmp_path: Path) -> None:
    assert printed_elsewhere(tmp_path) == "0"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_the_technician_chose_is_kept(tmp_path: Path) -> None:
    chosen, elsewhere = tmp_path / "chosen", tmp_path / "tmp"
    chosen.mkdir()
    elsewhere.mkdir()
    printed_elsewhere(elsewhere, ESCPOS_CAPABILITIES_PICKLE_DIR=str(chosen))
    assert len(list(chosen.iterdir())) == 1


def test_nothing_is_logged_about_a_paper(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        desk.print()
        empty(desk.wire)
        desk.print(2)
    assert caplog.records == []
