"""The whole box on a Raspberry Pi."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import tzinfo

from kiosk.config.machine import Machine
from kiosk.events import Event
from kiosk.hardware.box import Box, Parts
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.devices import connect
from kiosk.hardware.gpiod_pins import GpiodFactory, header_chip
from kiosk.hardware.ports import Hardware


def pi(
    machine: Machine,
    committee: Callable[[], bytes | None],
    emit: Callable[[Event], None],
    zone: tzinfo | None = None,
) -> Hardware:
    """Build the real set; `committee` gives the verify key, if enrolled; times are in `zone`.

    Raises NoHeader where there is no header, OSError where a pin is taken. A printer that is not
    there is no error: each job says so.
    """
    chip = header_chip()
    pins = GpiodFactory(chip)
    parts = Parts(
        pin_factory=pins,
        clock=SystemClock(zone),
        device=connect(machine.printer),
        coil=("backend=kernel", f"chip={chip}"),
        drain=pins.drain,
        watch=pins.watch,
    )
    with ExitStack() as undo:
        undo.callback(pins.close)
        hardware = Box(machine, committee, emit, parts).hardware
        undo.pop_all()
    return hardware
