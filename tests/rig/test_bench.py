"""The technician's bench on a real header: who holds a line, what counts, when the coil moves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing

import gpiod
import pytest

from kiosk.config.machine import LockSettings, Machine, PinSettings, Pull
from kiosk.hardware.bench import Bench, CoilBench, CoilSilent, PinsUnusable
from kiosk.hardware.gpiod_pins import NoHeader
from kiosk.hardware.header import PiHeader
from kiosk.hardware.ports import LockRefused, PinsGone
from tests.rig.coil import Watch
from tests.rig.header import Header, switch

PINS = PinSettings()
OPEN, CLEAR = PINS.door_open_high, not PINS.slot_blocked_high
TIMES = LockSettings()
PULSE_S = 0.3


@pytest.fixture
def shut(header: Header) -> Header:
    """A box at rest."""
    header.line(PINS.door).wire(high=not OPEN)
    header.line(PINS.slot).wire(high=CLEAR)
    return header


@pytest.fixture
def bench(shut: Header) -> Iterator[Bench]:
    assert str(PiHeader()) == shut.path
    with closing(Bench(Machine(), PiHeader().pins())) as bench:
        yield bench


def letters(header: Header, bench: Bench, count: int) -> None:
    for _ in range(count):
        header.line(PINS.slot).play([(not CLEAR, 0.02), (CLEAR, 0)])
        bench.listen(0.1)


# --- who holds a line ---


def test_a_free_header_has_no_holders_and_one_in_use_names_them(shut: Header) -> None:
    header = PiHeader()
    assert header.holders((PINS.slot, PINS.lock)) == {}
    with (
        closing(CoilBench(header, PINS.lock, TIMES)) as coil,
        gpiod.request_lines(shut.path, consumer="a thermometer", config={PINS.slot: None}),
    ):
        coil.hold()
        holders = header.holders((PINS.slot, PINS.door, PINS.lock))
        assert holders == {PINS.slot: "a thermometer", PINS.lock: "kiosk-coil"}
        with pytest.raises(PinsUnusable, match="cannot be read"):
            Bench(Machine(), header.pins())
    assert header.holders((PINS.slot, PINS.lock)) == {}, "and a bench that failed holds none"


def test_a_computer_without_a_header_has_no_bench() -> None:
    with pytest.raises(NoHeader):
        PiHeader()


# --- slot and door ---


def test_edges_and_passes_count_while_the_door_is_open_and_only_then(
    shut: Header, bench: Bench
) -> None:
    letters(shut, bench, 2)
    assert (bench.edges, bench.passes) == (0, 0)
    shut.line(PINS.door).wire(high=OPEN)
    letters(shut, bench, 3)
    assert (bench.edges, bench.passes) == (6, 3)
    assert bench.door_is_open
    assert not bench.blocked


def test_a_wait_ends_when_something_moves(shut: Header, bench: Bench) -> None:
    began = time.monotonic()
    shut.line(PINS.slot).wire(high=not CLEAR)
    bench.wait(20)
    assert bench.blocked
    assert time.monotonic() - began < 20


def test_pins_that_vanish_under_the_bench_are_said(shut: Header, bench: Bench) -> None:
    shut.unbind()
    for ask in (bench.look, lambda: bench.blocked, lambda: bench.door_is_open):
        with pytest.raises(PinsGone, match="went away"):
            ask()


@pytest.mark.parametrize(("pull", "cut"), [("up", True), ("down", False)])
def test_a_cut_wire_reads_as_it_is_pulled(header: Header, pull: Pull, cut: bool) -> None:
    for pin in (PINS.slot, PINS.door):
        header.line(pin).wire(high=not cut)
    switch("wired", on=False)
    pins = PINS.model_copy(update={"slot_pull": pull, "door_pull": pull})
    with closing(Bench(Machine(pins=pins), PiHeader().pins())) as bench:
        assert header.line(PINS.slot).high is cut
        assert bench.blocked is (PINS.slot_blocked_high is cut)
        assert bench.door_is_open is (PINS.door_open_high is cut)


def test_a_pin_with_no_pull_keeps_what_drives_it(header: Header) -> None:
    header.line(PINS.slot).wire(high=True)
    switch("wired", on=False)
    pins = PINS.model_copy(update={"slot_pull": "none"})
    with closing(Bench(Machine(pins=pins), PiHeader().pins())):
        assert header.line(PINS.slot).high


# --- the coil ---


def test_the_bench_pulses_the_coil_once_and_it_drops(
    shut: Header, watch: Watch, tell: Callable[[str], None]
) -> None:
    with closing(CoilBench(PiHeader(), PINS.lock, TIMES, PULSE_S)) as coil:
        coil.hold()
        assert not shut.line(PINS.lock).high
        coil.pulse(door_is_open=True, committee_enrolled=True)
        began, ended = watch.next(), watch.next()
    assert (began[1], ended[1]) == (True, False)
    tell(f"coil, {PULSE_S} s on the bench: on for {ended[0] - began[0]:.3f} s")


def test_behind_a_shut_door_with_letters_to_guard_it_stays_off(shut: Header) -> None:
    with closing(CoilBench(PiHeader(), PINS.lock, TIMES, PULSE_S)) as coil:
        coil.hold()
        with pytest.raises(LockRefused):
            coil.pulse(door_is_open=False, committee_enrolled=True)
        assert not shut.line(PINS.lock).high


def test_a_lock_that_another_holds_is_said(shut: Header) -> None:
    with (
        gpiod.request_lines(shut.path, config={PINS.lock: None}),
        closing(CoilBench(PiHeader(), PINS.lock, TIMES)) as coil,
        pytest.raises(CoilSilent, match="ended by itself"),
    ):
        coil.hold()
