"""The kiosk as it starts on a Raspberry Pi, on a machine without pins: the demo's, and its store.

It lies in the machine. With --found it only makes the store.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.demo.school import found, goes_on
from kiosk.demo.world import build, machine
from kiosk.hardware.simulated import SimulatedClock
from kiosk.keyholder.child import HeldByChild
from kiosk.post.letters import Language
from kiosk.process import _glass, lived

DATA = Path("/var/lib/kiosk")
SIZE = (1280, 800)


def main() -> int:
    """Live as `kiosk run` does, with its screen, its keys' process and its ending."""
    store = found(DATA)
    if "--found" in sys.argv:
        return 0
    settings = machine(SIZE, Language.KY)
    surface = _glass(settings.screen)
    clock = SimulatedClock(goes_on(store), running=True)
    return lived(build(DATA, settings, surface, clock, None, HeldByChild).app)


if __name__ == "__main__":
    sys.exit(main())
