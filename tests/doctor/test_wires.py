"""Pins, slot, door and lock, on a header with hands; above all what must not happen (law 2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.doctor.wires import Order, open_header, wires
from kiosk.hardware.gpiod_pins import NoHeader
from kiosk.hardware.header import Header
from kiosk.post.finding import Finding, Level
from tests.doctor.computer import MACHINE, BenchHeader, BenchPins, Hand, part, to_do, told

SOON = Order(listen_s=0.0, pulse_s=0.02)
TRY = replace(SOON, try_lock=True)


@pytest.fixture
def header(tmp_path: Path) -> BenchHeader:
    return BenchHeader(tmp_path)


def looked(header: BenchHeader, order: Order = SOON) -> list[Finding]:
    return wires(header, MACHINE, order)


def flicker(times: int) -> Hand:
    def act(pins: BenchPins) -> None:
        for back in range(times, 0, -1):
            pins.slot.turn(on=back % 2 == 0, ago_s=back / 1000)

    return act


def test_a_box_at_rest_is_green(header: BenchHeader) -> None:
    said = looked(header)
    assert [finding.part for finding in said] == ["pins", "slot", "door", "lock"]
    assert {finding.level for finding in said} == {Level.GREEN}


def test_the_pins_are_named_as_they_are_wired(header: BenchHeader) -> None:
    assert told(part(looked(header), "pins")) == "free: slot GPIO17, door GPIO27, lock GPIO22"


def test_all_lines_are_given_back(header: BenchHeader) -> None:
    looked(header)
    (pins,) = header.opened
    assert pins.closed


def test_pins_that_go_away_while_it_looks_are_red_in_words(header: BenchHeader) -> None:
    header.hands.append(lambda pins: setattr(pins, "gone", True))
    said = looked(header)
    assert told(part(said, "pins")) == "the chip with the pins went away"
    assert {finding.level for finding in said} == {Level.RED}
    assert header.opened[0].closed


# --- slot ---


def test_something_in_the_slot_is_red_and_says_how_to_align(header: BenchHeader) -> None:
    header.blocked = True
    said = part(looked(header), "slot")
    assert said.level is Level.RED
    assert "kiosk doctor --watch" in to_do(said)


def test_a_beam_that_flickers_is_told_with_the_door_open(header: BenchHeader) -> None:
    header.door_open = True
    header.hands.append(flicker(6))
    said = part(looked(header), "slot")
    assert said.level is Level.YELLOW
    assert "6 times" in told(said)


def test_with_the_door_shut_no_edge_is_counted(header: BenchHeader) -> None:
    """What passes then may be somebody's letter."""
    header.hands.append(flicker(6))
    said = part(looked(header), "slot")
    assert said.level is Level.GREEN
    assert "changed" not in told(said)


# --- door ---


def test_an_open_door_is_yellow_and_names_the_wire(header: BenchHeader) -> None:
    header.door_open = True
    said = part(looked(header), "door")
    assert said.level is Level.YELLOW
    assert "wire" in to_do(said)


# --- lock ---


def test_by_itself_the_doctor_never_energises_the_coil(header: BenchHeader) -> None:
    header.door_open = True
    order = replace(SOON, committee_enrolled=False)
    assert part(looked(header, order), "lock").level is Level.GREEN
    assert header.line, "its process took the line"
    assert not header.energised


def test_with_letters_inside_and_the_door_shut_the_lock_is_not_tried(header: BenchHeader) -> None:
    said = part(looked(header, TRY), "lock")
    assert said.level is Level.YELLOW
    assert "door already open" in told(said)
    assert not header.energised


@pytest.mark.parametrize(("door_open", "enrolled"), [(True, True), (True, False), (False, False)])
def test_with_the_door_open_or_nothing_to_guard_it_is_tried(
    header: BenchHeader, door_open: bool, enrolled: bool
) -> None:
    header.door_open = door_open
    said = part(looked(header, replace(TRY, committee_enrolled=enrolled)), "lock")
    assert said.level is Level.GREEN
    assert "12 V" in to_do(said)
    assert header.energised
    assert header.line[-1].endswith("low")


def test_whoever_forgets_to_say_guards_the_box() -> None:
    assert Order().committee_enrolled
    assert not Order().try_lock


def test_a_coil_whose_process_fails_is_red_in_words(
    header: BenchHeader, capfd: pytest.CaptureFixture[str]
) -> None:
    header.break_coil()
    said = part(looked(header), "lock")
    assert said.level is Level.RED
    assert "ended by itself" in told(said)
    assert capfd.readouterr().err == "", "no traceback of the child"


# --- who else is there ---


def test_a_running_kiosk_is_not_disturbed(header: BenchHeader) -> None:
    header.taken = {17: "kiosk", 27: "kiosk", 22: "kiosk-coil"}
    said = looked(header, TRY)
    assert not header.opened
    assert not header.line
    assert part(said, "lock").level is Level.GREEN
    assert "systemctl stop kiosk" in to_do(part(said, "slot"))


def test_a_stranger_on_a_pin_is_named(header: BenchHeader) -> None:
    header.taken = {27: "w1_gpio"}
    said = looked(header)
    assert told(part(said, "pins")) == "taken: GPIO27: 'w1_gpio'"
    assert {finding.level for finding in said} == {Level.RED}
    assert not header.opened


class BrokenPins(BenchPins):
    """Lines that the kernel refuses."""

    def pin(self, name: int) -> object:
        if hasattr(self, "door"):
            raise OSError(16, "Device or resource busy")
        return super().pin(name)


def test_lines_that_cannot_be_read_are_red(header: BenchHeader) -> None:
    header.pins = lambda: BrokenPins(header.clock, header.hands)  # type: ignore[method-assign]
    said = looked(header)
    assert {finding.level for finding in said} == {Level.RED}
    assert len(said) == 4


# --- no header ---


def missing(error: OSError) -> Finding:
    def make() -> Header:
        raise error

    said = open_header(make)
    assert isinstance(said, Finding)
    assert said.level is Level.RED
    return said


def test_a_computer_without_a_header_is_told_where_to_go() -> None:
    said = missing(NoHeader("no gpiochip is labelled as a Raspberry Pi's header"))
    assert told(said) == "no gpiochip is labelled as a Raspberry Pi's header"
    assert "Raspberry Pi (3, 4 or 5)" in to_do(said)


def test_a_user_who_may_not_is_told_the_group() -> None:
    assert "group `gpio`" in to_do(missing(PermissionError(13, "Permission denied")))
