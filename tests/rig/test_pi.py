"""The whole set as a Raspberry Pi builds it, with nothing in the place of anything."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path

import gpiod
import pytest

from kiosk.config.machine import Machine
from kiosk.events import DoorOpened, Event, LetterDropped, LockHeld, LockOpened, Printed
from kiosk.hardware.gpiod_pins import NoHeader
from kiosk.hardware.pi import pi
from kiosk.post.clock import ClockLevel
from tests.hardware.contract import KEY, Rig
from tests.rig.header import Header
from tests.rig.real import EDGE_S, Hands
from tests.rig.usb_printer import UsbPrinter

IDLE_S = 3.0


def build(header: Header, printer: UsbPrinter) -> Rig:
    hands, events = Hands(header, Machine(), printer), list[Event]()
    hands.found()
    hardware = pi(Machine(), lambda: bytes(KEY.verify_key), events.append, UTC)
    return Rig(hardware, hands, time.sleep, events)


@pytest.fixture
def rig(header: Header, printer: UsbPrinter) -> Iterator[Rig]:
    rig = build(header, printer)
    assert rig.settle() == []
    yield rig
    rig.hardware.close()


def test_letters_coil_and_paper(rig: Rig) -> None:
    rig.levers.drop_letter()
    assert rig.settle() == [LetterDropped()]
    assert rig.open() == [LockOpened()]
    assert rig.levers.pull_door()
    rig.hardware.lock.shut()
    assert set(rig.after(0.3)) == {DoorOpened(), LockHeld()}
    assert not rig.levers.coil_on
    assert rig.print(1) == [Printed(1)]
    assert len(rig.levers.papers) == 1


def test_the_battery_clock_is_believed(rig: Rig) -> None:
    assert rig.hardware.clock.level is ClockLevel.RTC


def test_a_kiosk_whose_pins_are_taken_does_not_start_and_takes_none(header: Header) -> None:
    pins = Machine().pins
    owner = gpiod.request_lines(header.path, consumer="another", config={pins.door: None})
    with pytest.raises(OSError, match="busy"):
        pi(Machine(), lambda: None, lambda _: None)
    gpiod.request_lines(header.path, consumer="a third", config={pins.slot: None}).release()
    owner.release()


def test_a_computer_without_a_header_is_no_kiosk() -> None:
    with pytest.raises(NoHeader):
        pi(Machine(), lambda: None, lambda _: None)


def test_while_nothing_happens_nothing_wakes(rig: Rig, tell: Callable[[str], None]) -> None:
    time.sleep(EDGE_S)
    child_before, cpu_before = switches(rig.child), time.process_time()
    ready = [descriptor for descriptor, _ in rig.hardware.watch()]
    assert rig.hardware.deadline() is None
    assert select.select(ready, [], [], IDLE_S)[0] == []
    woke, cpu_s = switches(rig.child) - child_before, time.process_time() - cpu_before
    tell(
        f"idle for {IDLE_S} s: no descriptor woke the loop, the coil's child woke {woke} times, "
        f"the process used {cpu_s * 1e3:.0f} ms of CPU"
    )
    assert woke == 0


def switches(pid: int) -> int:
    """How often a process has gone to sleep by itself."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("voluntary")).split()[1])
