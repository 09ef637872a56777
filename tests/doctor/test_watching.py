"""`kiosk doctor --watch`: what a technician sees while turning the beam."""

from __future__ import annotations

from pathlib import Path

from kiosk.doctor.watching import HOW, SHUT, watch
from kiosk.hardware.bench import Bench
from tests.doctor.computer import MACHINE, BenchHeader, BenchPins, Hand


def shown(header: BenchHeader, *hands: Hand) -> list[str]:
    """Every line, until the hands are done and Ctrl-C is pressed."""
    said: list[str] = []
    header.hands.extend([*hands, ctrl_c])
    bench = Bench(MACHINE, header.pins(), header.clock.monotonic)
    try:
        watch(bench, said.append, lambda: None)
    except KeyboardInterrupt:
        bench.close()
    assert said[0] == HOW
    return said[1:]


def ctrl_c(_: BenchPins) -> None:
    raise KeyboardInterrupt


def block(pins: BenchPins) -> None:
    pins.slot.turn(on=True)


def clear(pins: BenchPins) -> None:
    pins.slot.turn(on=False)


def shut(pins: BenchPins) -> None:
    pins.door.turn(on=False)


def test_each_change_is_a_line_and_a_strip_is_a_pass(tmp_path: Path) -> None:
    header = BenchHeader(tmp_path)
    header.door_open = True

    def settled(_: BenchPins) -> None:
        header.clock.advance(0.2)

    assert shown(header, block, settled, clear, settled) == [
        "beam clear     edges     0   passes   0",
        "beam BLOCKED   edges     1   passes   0",
        "beam clear     edges     2   passes   0",
        "beam clear     edges     2   passes   1",
    ]


def test_while_nothing_changes_nothing_is_said(tmp_path: Path) -> None:
    header = BenchHeader(tmp_path)
    header.door_open = True
    assert len(shown(header, *[lambda _: None] * 5)) == 1


def test_with_the_door_shut_the_beam_is_shown_and_nothing_counted(tmp_path: Path) -> None:
    header = BenchHeader(tmp_path)

    def settled(_: BenchPins) -> None:
        header.clock.advance(0.2)

    said = shown(header, block, settled, clear, settled)
    assert said == [f"beam clear     {SHUT}", f"beam BLOCKED   {SHUT}", f"beam clear     {SHUT}"]


def test_counting_stops_when_the_door_is_shut(tmp_path: Path) -> None:
    header = BenchHeader(tmp_path)
    header.door_open = True
    assert shown(header, block, shut, clear)[-1] == f"beam clear     {SHUT}"


def test_what_passed_while_the_door_was_shut_is_not_counted_later(tmp_path: Path) -> None:
    """It may have been a letter."""
    header = BenchHeader(tmp_path)

    def settled(_: BenchPins) -> None:
        header.clock.advance(0.2)

    def open_door(pins: BenchPins) -> None:
        pins.door.turn(on=True)

    said = shown(header, block, settled, clear, settled, open_door)
    assert said[-1] == "beam clear     edges     0   passes   0"
