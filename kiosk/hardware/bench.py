"""The technician's bench: slot, door and coil one by one, without store, letters or permits.

Nothing here knows the store, so what is counted here is never a letter. The coil is energised only
with the door already open, or before any committee is enrolled (law 2); the door's own sensor says
whether it is.
"""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterable

from gpiozero.exc import GPIOZeroError

from kiosk.config.machine import LockSettings, Machine
from kiosk.events import HardwareEvent, LetterDropped
from kiosk.hardware.header import Header, Pins
from kiosk.hardware.lock import START_S
from kiosk.hardware.ports import HardwareError, LockRefused
from kiosk.hardware.sensor import Sensor
from kiosk.hardware.slot import Slot, times

PULSE_S = 0.5
"""Long enough to hear the bolt and to pull."""
ANSWER_S = 3.0


class PinsUnusable(HardwareError, OSError):
    """The lines are there, and cannot be read."""


class CoilSilent(HardwareError, TimeoutError):
    """The coil's child does not answer as it should; it has been ended, and the coil is off."""


class Bench:
    """Slot and door. It counts edges and passes while the door is open, and only then.

    `factory` is closed with it. Raises PinsUnusable.
    """

    def __init__(
        self,
        machine: Machine,
        factory: Pins,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        pins = machine.pins
        self._factory, self._monotonic = factory, monotonic
        self.edges = self.passes = 0
        try:
            self._door = Sensor(
                pins.door,
                high=pins.door_open_high,
                edge=lambda *_: None,
                pin_factory=factory,
                pull=pins.door_pull,
            )
            self._beam = Sensor(
                pins.slot,
                high=pins.slot_blocked_high,
                edge=self._edge,
                pin_factory=factory,
                pull=pins.slot_pull,
            )
        except (GPIOZeroError, OSError) as error:
            factory.close()
            raise PinsUnusable(f"the lines cannot be read: {type(error).__name__}") from error
        self._slot = Slot(times(machine.slot), blocked=self._beam.on, at=monotonic())

    @property
    def blocked(self) -> bool:
        """Whether something is in the slot now."""
        return self._beam.on

    @property
    def door_is_open(self) -> bool:
        """Whether the door is open now."""
        return self._door.on

    def look(self) -> None:
        """Take every edge that waits, and work out what has passed."""
        self._factory.drain()
        self._count(self._slot.tick(self._monotonic()))

    def listen(self, seconds: float) -> None:
        """Look for so long, and at least once."""
        self.look()
        end = self._monotonic() + seconds
        while (left_s := end - self._monotonic()) > 0:
            self.wait(left_s)

    def wait(self, longest_s: float) -> None:
        """Sleep until edges wait or something is due, at most so long; then look."""
        due = self._slot.deadline()
        if due is not None:
            longest_s = min(longest_s, max(0.0, due - self._monotonic()))
        select.select([number for number, _ in self._factory.watch()], [], [], longest_s)
        self.look()

    def close(self) -> None:
        """Give the lines back."""
        self._beam.close()
        self._door.close()
        self._factory.close()

    def _edge(self, blocked: bool, at: float) -> None:  # noqa: FBT001 - a level
        self.edges += self.door_is_open
        self._count(self._slot.edge(blocked=blocked, at=at))

    def _count(self, said: Iterable[HardwareEvent]) -> None:
        self.passes += self.door_is_open and any(isinstance(it, LetterDropped) for it in said)


class CoilBench:
    """The coil's own child on this header, with short pulses only."""

    def __init__(
        self, header: Header, pin: int, times: LockSettings, pulse_s: float = PULSE_S
    ) -> None:
        self._pulse_s = pulse_s
        words = (f"pin={pin}", f"pulse={pulse_s}", f"rest={times.rest_s}", "tired=no")
        self._child = header.coil(words)

    def hold(self) -> None:
        """Let the child take the pin and keep it low; raises CoilSilent."""
        self._expect("ready", START_S)
        self._ask("off", "off")

    def pulse(self, *, door_is_open: bool, committee_enrolled: bool) -> None:
        """Energise the coil once, for a moment, and wait until it has dropped.

        Raises LockRefused where law 2 forbids it, CoilSilent.
        """
        if committee_enrolled and not door_is_open:
            raise LockRefused("the lock is tried only with the door already open")
        self._ask(f"on {self._pulse_s}", "on")
        self._expect("late")

    def close(self) -> None:
        """Drop the coil and end the child."""
        self._child.end()

    def _ask(self, command: str, answer: str) -> None:
        try:
            self._child.send(command)
        except BrokenPipeError:
            raise CoilSilent("the coil's process ended by itself") from None
        self._expect(answer)

    def _expect(self, word: str, within_s: float = ANSWER_S) -> None:
        readable, _, _ = select.select([self._child.fileno()], [], [], within_s + self._pulse_s)
        try:
            said = self._child.reports() if readable else []
        except EOFError:
            raise CoilSilent("the coil's process ended by itself") from None
        if said != [word]:
            raise CoilSilent(f"the coil's process said {said or 'nothing'} in place of {word}")
