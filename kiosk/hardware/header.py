"""The Raspberry Pi's header as a technician's bench asks it: who holds a line, and how to take it.

It owns nothing: a line is taken only when it is asked for, so looking disturbs no running kiosk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import gpiod

from kiosk.hardware.child import CoilChild
from kiosk.hardware.gpiod_pins import GpiodFactory, header_chip

Watched = Iterable[tuple[int, Callable[[], None]]]


class Pins(Protocol):
    """A gpiozero pin factory whose edges wait until somebody drains them."""

    def watch(self) -> Watched:
        """Descriptors that say that edges wait."""
        ...

    def drain(self) -> None:
        """Hand out every edge that waits."""
        ...

    def close(self) -> None:
        """Give all lines back."""
        ...


class Header(Protocol):
    """One header."""

    def holders(self, pins: Iterable[int]) -> Mapping[int, str]:
        """Say who holds which of these lines; one that is free is left out."""
        ...

    def pins(self) -> Pins:
        """Return a new pin factory; whoever asked for it closes it."""
        ...

    def coil(self, words: Sequence[str]) -> CoilChild:
        """Start the coil's child on this header, with these words more."""
        ...


class PiHeader:
    """The real one; raises NoHeader where there is none, PermissionError where it may not be."""

    def __init__(self) -> None:
        self._chip = header_chip()

    def __str__(self) -> str:
        return self._chip

    def holders(self, pins: Iterable[int]) -> Mapping[int, str]:
        """Ask the kernel, which tells without the line being taken."""
        with gpiod.Chip(self._chip) as chip:
            lines = {pin: chip.get_line_info(pin) for pin in pins}
        return {pin: line.consumer or "somebody" for pin, line in lines.items() if line.used}

    def pins(self) -> GpiodFactory:
        """Open the chip anew."""
        return GpiodFactory(self._chip)

    def coil(self, words: Sequence[str]) -> CoilChild:
        """What it has to complain of is said by the bench."""
        return CoilChild(["backend=kernel", f"chip={self._chip}", *words], quiet=True)
