"""The kiosk as it starts on a Raspberry Pi, on a machine without pins: the demo's, and its store.

Its printer is a real one, on a serial adapter that the test plugs in and pulls out. It lies in the
machine. With --found it only makes the store.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from kiosk.config.machine import PrinterSettings
from kiosk.demo.school import found, goes_on
from kiosk.demo.world import build, machine
from kiosk.doctor.disk import must_last
from kiosk.hardware.devices import connect
from kiosk.hardware.printer import ThermalPrinter
from kiosk.hardware.simulated import SimulatedClock
from kiosk.keyholder.child import HeldByChild
from kiosk.post.letters import Language
from kiosk.process import _glass, leave, lived

DATA = Path("/var/lib/kiosk")
SIZE = (1280, 800)
PRINTER = PrinterSettings(connection="serial", device="/dev/ttyUSB0", cutter=True)


def main() -> int:
    """Live as `kiosk run` does, with its screen, its keys' process and its ending."""
    if "--found" not in sys.argv:
        must_last(DATA)
    store = found(DATA)
    if "--found" in sys.argv:
        return 0
    settings = machine(SIZE, Language.KY)
    surface = _glass(settings.screen)
    clock = SimulatedClock(goes_on(store), running=True)
    app = build(DATA, settings, surface, clock, None, HeldByChild).app
    printer = ThermalPrinter(connect(PRINTER), PRINTER, app.inbox.put)
    app.desk.hardware = replace(app.desk.hardware, printer=printer)
    return lived(app)


if __name__ == "__main__":
    leave(main())
