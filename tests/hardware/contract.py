"""What every set of hardware keeps, whichever it is: the simulated and the real one alike.

A rig is a set with hands: the tests ask the set through its ports and move the world through the
levers. A set joins by a fixture `build` that makes rigs of it, and a class that inherits these
tests.
"""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from nacl.signing import SigningKey
from PIL import Image

from kiosk.config.machine import PinSettings
from kiosk.events import (
    DoorOpened,
    DoorShut,
    Event,
    LetterDropped,
    LockBroke,
    LockHeld,
    LockOpened,
    SlotBlocked,
    SlotCleared,
)
from kiosk.hardware.lock import CoilLock
from kiosk.hardware.ports import Hardware, LockRefused, PrintJob
from kiosk.post.calendar import Window
from kiosk.post.permit import Permit

NOON = datetime(2026, 11, 27, 14, tzinfo=UTC)
KEY = SigningKey(b"k" * 32)
WINDOW = Window(NOON - timedelta(hours=1), NOON + timedelta(hours=1))
PERMIT = Permit.sign(WINDOW, KEY)
PAPER = Image.new("1", (384, 300), 0)


class Hands(Protocol):
    """What hands do to a box, and what eyes see of it."""

    @property
    def papers(self) -> list[bytes]: ...
    @property
    def scraps(self) -> list[bytes]: ...
    @property
    def coil_on(self) -> bool: ...
    @property
    def door_is_open(self) -> bool: ...
    @property
    def slot_is_blocked(self) -> bool: ...
    @property
    def paper_loaded(self) -> bool: ...
    @property
    def printer_plugged(self) -> bool: ...
    @property
    def cover_is_open(self) -> bool: ...
    def drop_letter(self) -> None: ...
    def block_slot(self) -> None: ...
    def clear_slot(self) -> None: ...
    def pull_door(self) -> bool: ...
    def force_door(self) -> None: ...
    def shut_door(self) -> None: ...
    def take_paper(self) -> None: ...
    def load_paper(self) -> None: ...
    def open_cover(self) -> None: ...
    def close_cover(self) -> None: ...
    def unplug_printer(self) -> None: ...
    def plug_printer(self) -> None: ...
    def stall_printer(self, *, stalled: bool = True) -> None: ...
    def fail_printer_after(self, n_bytes: int) -> None: ...
    def end_paper_after(self, n_bytes: int) -> None: ...


@dataclass
class Rig:
    """A set and its levers; `pass_time` lets a moment pass in the set's own time.

    `steady` waits until what the levers began has happened to the printer.
    """

    hardware: Hardware
    levers: Hands
    pass_time: Callable[[float], None]
    events: list[Event] = field(default_factory=list)
    steady: Callable[[], None] = lambda: None

    @property
    def child(self) -> int:
        """Process of the coil's child."""
        owners = (getattr(ready, "__self__", None) for _, ready in self.hardware.watch())
        (lock,) = (owner for owner in owners if isinstance(owner, CoilLock))
        assert lock._child is not None
        return lock._child.pid

    def settle(self) -> list[Event]:
        """Do as the main loop does until nothing is under way; return what was said anew."""
        self.turn()
        while self.hardware.busy():
            self.turn(wait=True)
        said, self.events[:] = list(self.events), []
        return said

    def after(self, seconds: float) -> list[Event]:
        """Return what is said once so much time has passed."""
        self.pass_time(seconds)
        return self.settle()

    def turn(self, *, wait: bool = False) -> None:
        """One turn of the main loop."""
        ready = dict(self.hardware.watch())
        for descriptor in select.select([*ready], [], [], 0.005 if wait else 0)[0]:
            ready[descriptor]()
        self.hardware.tick()

    def print(self, ticket: int) -> list[Event]:
        """Print a paper."""
        self.steady()
        self.hardware.printer.print(PrintJob(ticket, PAPER))
        return self.settle()

    def open(self) -> list[Event]:
        """Open the lock with the committee's permit."""
        self.hardware.lock.open(PERMIT)
        return self.settle()


Build = Callable[..., Rig]


class Contract:
    """Tests of the set that a fixture `build` makes, given pins and what is found at start."""

    @pytest.fixture
    def rig(self, build: Build) -> Rig:
        rig = build()
        assert rig.settle() == []
        return rig

    # --- slot ---

    def test_each_letter_counts_once(self, rig: Rig) -> None:
        for _ in range(3):
            rig.levers.drop_letter()
        assert rig.settle() == [LetterDropped()] * 3
        assert rig.after(60) == []

    def test_something_held_in_the_slot_is_said_and_counting_goes_on(self, rig: Rig) -> None:
        rig.levers.block_slot()
        assert rig.levers.slot_is_blocked
        assert rig.after(1) == []
        assert rig.after(10) == [SlotBlocked()]
        rig.levers.drop_letter()
        assert rig.after(10) == [], "no letter goes through a blocked slot"
        rig.levers.clear_slot()
        assert rig.after(1) == [SlotCleared(), LetterDropped()]
        rig.levers.drop_letter()
        assert rig.settle() == [LetterDropped()]

    def test_the_next_deadline_is_when_there_is_something_to_say(self, rig: Rig) -> None:
        assert rig.hardware.deadline() is None
        rig.levers.block_slot()
        rig.turn()
        due = rig.hardware.deadline()
        assert due is not None
        rig.pass_time(due - rig.hardware.clock.monotonic())
        assert rig.settle() == [SlotBlocked()]

    # --- door ---

    def test_the_door_is_said_and_seen(self, rig: Rig) -> None:
        rig.levers.force_door()
        assert rig.after(1) == [DoorOpened()]
        assert rig.hardware.door.is_open
        assert rig.levers.door_is_open
        rig.levers.shut_door()
        assert rig.after(1) == [DoorShut()]
        assert not rig.hardware.door.is_open

    # --- what is found at start ---

    @pytest.mark.parametrize("high", [True, False], ids=["active high", "active low"])
    def test_levels_at_start_are_known_at_once(self, build: Build, high: bool) -> None:
        pins = PinSettings(slot_blocked_high=high, door_open_high=high)
        rig = build(pins, door_open=True, slot_blocked=True)
        assert rig.hardware.door.is_open
        assert rig.settle() == [SlotBlocked(), DoorOpened()]
        rig.levers.clear_slot()
        rig.levers.shut_door()
        assert rig.after(1) == [SlotCleared(), DoorShut()]

    @pytest.mark.parametrize("high", [True, False], ids=["active high", "active low"])
    def test_sensors_may_be_wired_either_way(self, build: Build, high: bool) -> None:
        rig = build(PinSettings(slot_blocked_high=high, door_open_high=high))
        assert rig.settle() == []
        rig.levers.drop_letter()
        rig.levers.force_door()
        assert rig.after(1) == [LetterDropped(), DoorOpened()]

    # --- lock ---

    def test_the_door_opens_while_the_coil_is_on_and_only_then(self, rig: Rig) -> None:
        assert not rig.levers.pull_door()
        assert rig.open() == [LockOpened()]
        assert rig.levers.coil_on
        assert rig.levers.pull_door()
        assert rig.after(1) == [DoorOpened()]
        rig.hardware.lock.shut()
        assert rig.settle() == [LockHeld()]
        assert not rig.levers.coil_on
        rig.levers.shut_door()
        assert not rig.levers.pull_door()

    def test_a_refused_permit_leaves_the_coil_off(self, rig: Rig) -> None:
        rig.pass_time(3600)
        with pytest.raises(LockRefused):
            rig.hardware.lock.open(PERMIT)
        assert rig.settle() == []
        assert not rig.levers.coil_on

    def test_while_the_coil_is_on_its_child_is_watched_in_real_time(self, rig: Rig) -> None:
        rig.open()
        due = rig.hardware.deadline()
        assert due is not None
        assert due > rig.hardware.clock.monotonic()
        assert rig.after(24 * 3600) == [], "however far the box's clock is moved"

    def test_a_child_that_dies_is_replaced_with_the_coil_off(self, rig: Rig) -> None:
        rig.open()
        os.kill(rig.child, signal.SIGKILL)
        while not rig.events:
            rig.turn(wait=True)
        assert rig.settle() == [LockBroke()]
        assert not rig.levers.coil_on

    # --- end ---

    def test_closing_drops_the_coil_and_watches_nothing(self, rig: Rig) -> None:
        rig.open()
        rig.hardware.close()
        assert not rig.levers.coil_on
        assert list(rig.hardware.watch()) == []
        assert rig.hardware.deadline() is None
