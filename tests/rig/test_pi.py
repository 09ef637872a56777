"""The whole set as a Raspberry Pi builds it, with nothing in the place of anything."""

from __future__ import annotations

import os
import resource
import select
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import gpiod
import pytest

from kiosk.config.machine import Machine
from kiosk.events import (
    DoorOpened,
    Event,
    LetterDropped,
    LockBroke,
    LockHeld,
    LockOpened,
    PinsLost,
    Printed,
)
from kiosk.hardware.gpiod_pins import NoHeader
from kiosk.hardware.pi import pi
from kiosk.loop import Inbox
from kiosk.post.clock import ClockLevel
from tests.hardware.contract import KEY, PERMIT, Rig
from tests.rig.header import Header
from tests.rig.real import Hands
from tests.rig.usb_printer import UsbPrinter

TICKS, TICK_S = 4, 5.0
"""The board's card turns every fifteen seconds; here it is hastier, to see the heartbeat."""


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


# --- the pins go away ---


def test_a_chip_that_vanishes_is_said_once_and_wakes_nobody_again(header: Header, rig: Rig) -> None:
    header.unbind()
    descriptors = [descriptor for descriptor, _ in rig.hardware.watch()]
    assert select.select(descriptors, [], [], 5)[0], "the kernel says it by itself"
    assert rig.settle() == [PinsLost()]
    assert [descriptor for descriptor, _ in rig.hardware.watch()] == [coil_of(rig)]
    assert not select.select([coil_of(rig)], [], [], 0.5)[0]
    assert rig.after(0.2) == []
    assert not rig.hardware.door.is_open, "as it was last seen"


def test_an_edge_before_it_still_counts(header: Header, rig: Rig) -> None:
    rig.levers.drop_letter()
    assert rig.settle() == [LetterDropped()]
    header.unbind()
    assert rig.settle() == [PinsLost()]


def test_a_lock_whose_chip_vanished_is_said_to_be_broken(header: Header, rig: Rig) -> None:
    header.unbind()
    assert rig.settle() == [PinsLost()]
    rig.hardware.lock.open(PERMIT)
    while LockBroke() not in rig.events:
        rig.turn(wait=True)
    assert LockOpened() not in rig.events


def coil_of(rig: Rig) -> int:
    """The descriptor on which the coil's child reports."""
    *_, (descriptor, _) = rig.hardware.watch()
    return descriptor


# --- idling ---


UTIME, STIME = 11, 12  # of the fields after the name


@dataclass
class Spent:
    """What processes have used so far: sleeps begun by themselves, seconds of CPU."""

    slept: int
    cpu_s: float

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.slept - other.slept, self.cpu_s - other.cpu_s)


def spent() -> Spent:
    """By all threads of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Spent(used.ru_nvcsw, used.ru_utime + used.ru_stime)


def spent_by(process: int) -> Spent:
    """By another process."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    slept = next(line for line in lines if line.startswith("voluntary")).split()[1]
    used = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return Spent(int(slept), (int(used[UTIME]) + int(used[STIME])) / os.sysconf("SC_CLK_TCK"))


def test_while_nothing_happens_only_what_is_due_wakes(
    rig: Rig, tell: Callable[[str], None]
) -> None:
    inbox, woke = Inbox(), 0
    rig.after(11)  # past the first heartbeat: what it needs is in memory
    before, child_before = spent(), spent_by(rig.child)
    for _ in range(TICKS):
        assert rig.hardware.deadline() is None
        due = time.monotonic() + TICK_S
        while (left_s := due - time.monotonic()) > 0:
            inbox.sleep(rig.hardware.watch(), left_s)
            woke += 1
        rig.hardware.tick()
    used, child = spent() - before, spent_by(rig.child) - child_before
    idle_s = TICKS * TICK_S
    tell(
        f"idle for {idle_s:.0f} s with {TICKS} ticks and the heartbeat: the loop woke {woke} "
        f"times, the process slept {used.slept} times and used {used.cpu_s * 1e3:.1f} ms of CPU "
        f"({used.cpu_s / idle_s:.3%} of an emulated core); the coil's child woke {child.slept} "
        f"times and used {child.cpu_s * 1e3:.1f} ms"
    )
    assert woke == TICKS
    assert used.slept <= 2 * TICKS
    assert child.slept == 0
    assert rig.events == []
    inbox.close()
