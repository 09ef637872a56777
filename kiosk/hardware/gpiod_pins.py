"""A gpiozero pin factory on libgpiod, for inputs: edges wait in the kernel, no thread is needed.

Whoever owns the main loop watches the descriptors and drains them; an error surfaces there. The
only output of the box belongs to the coil's child, so a pin here cannot be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

import gpiod
from gpiod.line import Bias, Direction, Edge, Value
from gpiozero.exc import PinFixedPull, PinInvalidBounce, PinInvalidFunction, PinInvalidPull
from gpiozero.pins.local import LocalPiFactory, LocalPiPin

from kiosk.hardware.chips import find_chip
from kiosk.hardware.ports import HardwareError, PinsGone

PULLS = {"up": Bias.PULL_UP, "down": Bias.PULL_DOWN, "floating": Bias.DISABLED}
EDGES = {"both": Edge.BOTH, "rising": Edge.RISING, "falling": Edge.FALLING, "none": Edge.NONE}
QUEUE = 1024
"""Edges that the kernel keeps for a loop that is late."""
AT_ONCE = 64


class NoHeader(HardwareError, FileNotFoundError):
    """This computer has no chip with the 40-pin header."""


def header_chip() -> str:
    """Path of the chip that carries the header, by its label: numbers move between kernels.

    Raises NoHeader.
    """
    if (found := find_chip()) is not None:
        return found
    raise NoHeader("no gpiochip is labelled as a Raspberry Pi's header")


class GpiodPin(LocalPiPin):  # type: ignore[misc] # gpiozero is untyped
    """One input of the header, claimed when it is first asked; `lost` counts edges dropped."""

    def __init__(self, factory: GpiodFactory, info: Any) -> None:
        super().__init__(factory, info)
        self._pull, self._edges = "floating", "both"
        self._detecting = False
        self._seen = 0  # the kernel numbers a line's edges from 1, for as long as it is claimed
        self._line: gpiod.LineRequest | None = None
        self.lost = 0

    @property
    def watched(self) -> bool:
        """Whether edges are asked for."""
        return self._detecting

    def fileno(self) -> int:
        """Readable when edges wait."""
        return self._claimed().fd

    def drain(self) -> None:
        """Call back once for each edge that waits; never blocks. Raises PinsGone."""
        while self._detecting and (events := self._waiting()):
            for event in events:
                self._took(event)

    def close(self) -> None:
        """Give the line back, also when its chip is gone."""
        line, self._line = self._line, None
        if line is not None:
            line.release()
        self.when_changed = None

    def _waiting(self) -> list[gpiod.EdgeEvent]:
        line = self._claimed()
        with _gone():
            return line.read_edge_events(AT_ONCE) if line.wait_edge_events(0) else []

    def _took(self, event: gpiod.EdgeEvent) -> None:
        self.lost += event.line_seqno - self._seen - 1
        self._seen = event.line_seqno
        rising = event.event_type is event.Type.RISING_EDGE
        self._call_when_changed(event.timestamp_ns / 1e9, int(rising))

    def _claimed(self) -> gpiod.LineRequest:
        if self._line is None:
            self._seen = 0
            self._line = self.factory.chip.request_lines(
                {self._number: self._wanted()}, consumer="kiosk", event_buffer_size=QUEUE
            )
        return self._line

    def _wanted(self) -> gpiod.LineSettings:
        edges = EDGES[self._edges] if self._detecting else Edge.NONE
        return gpiod.LineSettings(
            direction=Direction.INPUT, bias=PULLS[self._pull], edge_detection=edges
        )

    def _apply(self) -> None:
        self._claimed().reconfigure_lines({self._number: self._wanted()})

    def _get_function(self) -> str:
        return "input"

    def _set_function(self, value: str) -> None:
        if value != "input":
            raise PinInvalidFunction(f"{self!r} is an input: the coil has its own process")

    def _get_state(self) -> int:
        line = self._claimed()
        with _gone():
            return int(line.get_value(self._number) is Value.ACTIVE)

    def _get_pull(self) -> str:
        return self._pull

    def _set_pull(self, value: str) -> None:
        if value not in PULLS:
            raise PinInvalidPull(f"{value!r} is no pull")
        if self.info.pull not in (value, ""):
            raise PinFixedPull(f"{self!r} has a resistor of its own")
        self._pull = value
        self._apply()

    def _get_bounce(self) -> None:
        return None

    def _set_bounce(self, value: float | None) -> None:
        if value is not None:
            raise PinInvalidBounce("bounce is settled by the slot and the door themselves")

    def _get_edges(self) -> str:
        return self._edges

    def _set_edges(self, value: str) -> None:
        self._edges = value
        if self._detecting:
            self._apply()

    def _enable_event_detect(self) -> None:
        self._detecting = True
        self._apply()

    def _disable_event_detect(self) -> None:
        self._detecting = False
        if self._line is not None:
            self._apply()


class GpiodFactory(LocalPiFactory):  # type: ignore[misc]
    """The header's pins on one chip."""

    def __init__(self, chip: str) -> None:
        super().__init__()
        # gpiozero would share these with every other factory, on whatever chip
        self.pins: dict[Any, GpiodPin] = {}
        self._reservations: dict[Any, list[Any]] = defaultdict(list)
        # a device left to the garbage gives its pin back whenever it is collected: also while
        # another, on the same thread, reserves one
        self._res_lock = RLock()
        self.chip = gpiod.Chip(chip)
        self.pin_class = GpiodPin

    def close(self) -> None:
        """Give all lines and the chip back."""
        super().close()
        self.chip.close()

    def watch(self) -> Iterator[tuple[int, Callable[[], None]]]:
        """Descriptors on which edges arrive, with what takes them."""
        return ((pin.fileno(), pin.drain) for pin in self._watched())

    def drain(self) -> None:
        """Take every edge that waits; raises PinsGone."""
        for pin in self._watched():
            pin.drain()

    def _watched(self) -> Iterator[GpiodPin]:
        return (pin for pin in self.pins.values() if isinstance(pin, GpiodPin) and pin.watched)


@contextmanager
def _gone() -> Iterator[None]:
    """A line that was claimed fails only when its chip has left."""
    try:
        yield
    except OSError as error:
        raise PinsGone(error.errno, "the chip with the pins went away") from error
