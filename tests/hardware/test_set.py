"""The simulated set keeps what every set keeps, and has a clock of its own."""

from __future__ import annotations

import select
from collections.abc import Iterator

import pytest

from kiosk.config.machine import Machine, PinSettings
from kiosk.events import DoorOpened, Event, LetterDropped
from kiosk.hardware.simulated import SimulatedClock, simulated
from tests.hardware.contract import KEY, NOON, Build, Contract, Rig
from tests.hardware.contract_paper import PaperContract


@pytest.fixture
def build() -> Iterator[Build]:
    rigs: list[Rig] = []

    def build(pins: PinSettings | None = None, **found: bool) -> Rig:
        clock, events = SimulatedClock(NOON), list[Event]()
        machine = Machine(pins=pins or PinSettings())
        hardware, levers = simulated(
            machine, lambda: bytes(KEY.verify_key), events.append, clock, **found
        )
        rigs.append(Rig(hardware, levers, clock.advance, events))
        return rigs[-1]

    yield build
    for rig in rigs:
        rig.hardware.close()


class TestSimulatedSet(Contract, PaperContract):
    """The same tests that the real set passes on the rig."""


# --- a clock that runs by itself ---


def test_on_a_running_clock_what_is_held_is_said_by_itself() -> None:
    clock, events = SimulatedClock(NOON, running=True), list[Event]()
    hardware, levers = simulated(Machine(), lambda: None, events.append, clock)
    levers.force_door()
    while not events:  # as the loop: sleep until the deadline, then tick
        due = hardware.deadline()
        assert due is not None
        watched = [descriptor for descriptor, _ in hardware.watch()]
        ready = dict(hardware.watch())
        timeout = max(0.0, due - clock.monotonic())
        for descriptor in select.select(watched, [], [], timeout)[0]:
            ready[descriptor]()
        hardware.tick()
    assert events == [DoorOpened()]
    hardware.close()


def test_a_letter_counts_at_once_on_any_clock() -> None:
    for running in (True, False):
        clock, events = SimulatedClock(NOON, running=running), list[Event]()
        hardware, levers = simulated(Machine(), lambda: None, events.append, clock)
        levers.drop_letter()
        levers.drop_letter()
        assert events == [LetterDropped(), LetterDropped()]
        hardware.close()
