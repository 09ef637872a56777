"""The beam while a technician turns it: a line for each change, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.hardware.bench import Bench

LOOK_S = 0.5
"""A level that changed without an edge is noticed after so long."""

HOW = (
    "Turn emitter and receiver until the beam is clear and stays so; then push strips of paper "
    "through the slot: one pass each.\nNothing of this is stored. Ctrl-C ends it.\n"
)
SHUT = "the door is shut, so nothing is counted: open it first"


def state(bench: Bench) -> str:
    """Return what there is to see now, in one line."""
    beam = "BLOCKED" if bench.blocked else "clear"
    counted = f"edges {bench.edges:>5}   passes {bench.passes:>3}" if bench.door_is_open else SHUT
    return f"beam {beam:<7}   {counted}"


def watch(bench: Bench, say: Callable[[str], None], pause: Callable[[], None]) -> None:
    """Say each change; ends when `wait` or `pause` raises KeyboardInterrupt.

    `pause` keeps a beam that flickers from filling the screen: its edges wait in the kernel.
    """
    say(HOW)
    shown = ""
    while True:
        if (now := state(bench)) != shown:
            say(now)
            shown = now
            pause()
        bench.wait(LOOK_S)
