"""The page: words beside colours, and nothing that does not fit a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.config import Complaint, Machine
from kiosk.doctor.page import as_json, head, lines
from kiosk.doctor.wires import Order
from kiosk.doctor.workshop import Wanted, examine, settings
from kiosk.hardware.simulated_printer import SimulatedPrinter
from kiosk.post.finding import Finding, Level, Part, Said, green, red, say, worst, yellow
from tests.doctor.computer import BenchHeader, computer, part, to_do, told


def words(text: str) -> Said:
    return say("doc_plain", text=text)


X, Y = words("x"), words("Y.")
LONG = red(
    Part.PRINTER, words("it has no paper " * 12), words("Put in a roll of thermal paper " * 8)
)
PARTS = [
    "screen",
    "touch",
    "fonts",
    "pins",
    "slot",
    "door",
    "lock",
    "printer",
    "clock",
    "data",
    "space",
    "store",
    "power",
    "backup",
    "board",
]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, lines(LONG, width))) <= max(width, 60)


def test_the_level_is_a_word() -> None:
    assert [lines(Finding(Part.DOOR, level, X), 80)[0].split()[0] for level in Level] == [
        "GREEN",
        "YELLOW",
        "RED",
    ]


def test_the_remedy_stands_below_what_is_the_matter() -> None:
    what, remedy = lines(red(Part.DOOR, words("open"), words("Shut it.")), 80)
    assert what.endswith("open")
    assert remedy.strip() == "-> Shut it."


def test_a_path_is_never_broken() -> None:
    path = "/sys/devices/platform/soc/soc:firmware/a-rather-long-name/get_throttled"
    assert any(
        path in line for line in lines(yellow(Part.POWER, words(f"see {path}"), words("Look.")), 60)
    )


def test_the_head_counts_the_worst_first() -> None:
    found = [green(Part.FONTS, X), red(Part.FONTS, X, Y), green(Part.FONTS, X)]
    assert head("kiosk 1", found) == "kiosk 1: 1 red, 2 green"


def test_the_worst_decides_how_it_ends() -> None:
    assert worst([]).rank == 0
    assert worst([green(Part.FONTS, X)]).rank == 0
    assert worst([yellow(Part.FONTS, X, Y), green(Part.FONTS, X)]).rank == 1
    assert worst([red(Part.FONTS, X, Y), yellow(Part.FONTS, X, Y)]).rank == 2


def test_another_program_reads_the_same() -> None:
    said = json.loads(as_json("kiosk 1", [green(Part.FONTS, words("ү")), LONG]))
    assert (said["software"], said["worst"]) == ("kiosk 1", "red")
    assert said["findings"][0] == {"part": "fonts", "level": "green", "what": "ү", "remedy": ""}


def test_settings_are_all_complained_of() -> None:
    wrong = settings([Complaint("pins.slot", "no", "Yes."), Complaint("data", "no", "Yes.")])
    assert [told(finding) for finding in wrong] == ["pins.slot: no", "data: no"]
    assert settings([])[0].level is Level.GREEN


# --- the whole page ---


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(data=tmp_path / "data")


def test_a_good_box_shows_every_part_once(tmp_path: Path, machine: Machine) -> None:
    good = computer(tmp_path, BenchHeader(tmp_path), SimulatedPrinter())
    said = examine(machine, good, Wanted("kiosk 1", order=Order(listen_s=0.0)))
    assert [finding.part for finding in said] == PARTS
    bad = {finding.part for finding in said if finding.level is not Level.GREEN}
    assert bad - {"space"} == {"store", "backup", "board"}, "no store was made here"


def test_whatever_is_not_green_says_what_to_do(tmp_path: Path, machine: Machine) -> None:
    header, printer = BenchHeader(tmp_path), SimulatedPrinter()
    header.taken, printer.paper = {17: "somebody"}, False
    said = examine(machine, computer(tmp_path, header, printer), Wanted("kiosk 1"))
    assert [it.part for it in said if it.level is not Level.GREEN and not to_do(it)] == []


def test_a_page_is_printed_only_when_asked_for(tmp_path: Path, machine: Machine) -> None:
    printer = SimulatedPrinter()
    good = computer(tmp_path, BenchHeader(tmp_path), printer)
    soon = Order(listen_s=0.0)
    examine(machine, good, Wanted("kiosk 1", order=soon))
    assert printer.papers == []
    said = examine(machine, good, Wanted("kiosk 1", print_test=True, order=soon))
    assert part(said, "test_page").level is Level.GREEN
    assert len(printer.papers) == 1


def test_an_enrolled_committee_is_found_without_being_told(
    tmp_path: Path, machine: Machine
) -> None:
    """A store that nobody can read may hold letters: the lock stays."""
    machine.store.parent.mkdir()
    machine.store.write_bytes(b"\xff" * 10_000)
    header = BenchHeader(tmp_path)
    good = computer(tmp_path, header, SimulatedPrinter())
    said = examine(machine, good, Wanted("kiosk 1", order=Order(try_lock=True, listen_s=0.0)))
    assert part(said, "lock").level is Level.YELLOW
    assert not header.energised
