"""The whole box on a Raspberry Pi."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import tzinfo
from pathlib import Path

import gpiod

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
    site = Path(gpiod.__file__).parents[1]  # the coil's child has no site-packages of its own
    pins = GpiodFactory(chip)
    parts = Parts(
        pin_factory=pins,
        clock=SystemClock(zone),
        device=connect(machine.printer),
        coil=("backend=gpiod", f"chip={chip}", f"site={site}"),
        drain=pins.drain,
        watch=pins.watch,
    )
    with ExitStack() as undo:
        undo.callback(pins.close)
        hardware = Box(machine, committee, emit, parts).hardware
        undo.pop_all()
    return hardware
