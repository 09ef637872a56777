"""What hangs on the header: the pins themselves, slot, door and lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from kiosk.config.machine import Machine, PinSettings
from kiosk.doctor.finding import Finding, green, red, yellow
from kiosk.hardware.bench import PULSE_S, Bench, CoilBench, CoilSilent
from kiosk.hardware.header import Header
from kiosk.hardware.ports import LockRefused

LISTEN_S = 1.0
"""A beam that is well aligned stays silent for so long when nobody is at the slot."""
KIOSK = "kiosk"
"""As whom the kiosk and its coil's child take their lines."""

STOP = "Stop the kiosk (`systemctl stop kiosk`, or end `kiosk run`) and look again."
NO_PINS = "First the pins: see above."


@dataclass(frozen=True)
class Order:
    """What the technician asks for, and whether law 2 has letters to guard."""

    try_lock: bool = False
    committee_enrolled: bool = True
    listen_s: float = LISTEN_S
    pulse_s: float = PULSE_S


def open_header(make: Callable[[], Header]) -> Header | Finding:
    """Return the header, or what is wrong with it."""
    try:
        return make()
    except PermissionError:
        remedy = "Add the user to the group `gpio`, or run the doctor with sudo."
        return red("pins", "the header's chip may not be opened by this user", remedy)
    except OSError as error:
        remedy = (
            "Run this on the kiosk's Raspberry Pi (3, 4 or 5). If this is one: `ls /dev/gpiochip*` "
            "must show a chip, and `gpiodetect` one labelled pinctrl-bcm… or pinctrl-rp1."
        )
        return red("pins", f"{error}".split("] ")[-1], remedy)


def held(header: Header, pins: PinSettings) -> Mapping[int, str]:
    """Say who holds the kiosk's lines."""
    return header.holders((pins.slot, pins.door, pins.lock))


def runs(holders: Mapping[int, str]) -> bool:
    """Whether a running kiosk holds them."""
    return any(who.startswith(KIOSK) for who in holders.values())


def wires(header: Header, machine: Machine, order: Order) -> list[Finding]:
    """Look at pins, slot, door and lock; a kiosk that runs is not disturbed."""
    holders = held(header, machine.pins)
    if strangers := {pin: who for pin, who in holders.items() if not who.startswith(KIOSK)}:
        return [_taken(strangers), *nothing_known()]
    if holders:
        return _in_service()
    try:
        bench = Bench(machine, header.pins())
    except OSError as error:
        return [red("pins", f"{error}", STOP), *nothing_known()]
    with closing(bench):
        bench.listen(order.listen_s)
        door_is_open = bench.door_is_open
        found = [_pins(machine.pins), _slot(bench), _door(bench)]
    return [*found, lock(header, machine, order, door_is_open=door_is_open)]


def nothing_known() -> list[Finding]:
    """Say of each part that it could not be looked at."""
    return [
        red(part, "not looked at: the pins cannot be used", NO_PINS)
        for part in ("slot", "door", "lock")
    ]


def _in_service() -> list[Finding]:
    running = "not looked at: a running kiosk holds it"
    return [
        green("pins", "the running kiosk holds them"),
        yellow("slot", running, STOP),
        yellow("door", running, STOP),
        green("lock", "the running kiosk's own process holds it"),
    ]


def _taken(strangers: Mapping[int, str]) -> Finding:
    said = ", ".join(f"GPIO{pin} by {who!r}" for pin, who in strangers.items())
    remedy = (
        "End that program, or take its overlay out of config.txt; or wire the part to another pin "
        "and write its number in kiosk.toml."
    )
    return red("pins", f"taken: {said}", remedy)


def _pins(pins: PinSettings) -> Finding:
    return green("pins", f"free: slot GPIO{pins.slot}, door GPIO{pins.door}, lock GPIO{pins.lock}")


def _slot(bench: Bench) -> Finding:
    watch = "`kiosk doctor --watch`, with the door open, shows the beam while you turn it."
    if bench.blocked:
        remedy = f"Take out what is in the slot, wipe both lenses, align them: {watch}"
        return red("slot", "blocked", remedy)
    if bench.edges:
        what = f"clear, but it changed {bench.edges} times within a moment"
        return yellow("slot", what, f"If nobody was at the slot, align the beam: {watch}")
    if not bench.door_is_open:
        return green("slot", "clear (its edges are counted only with the door open)")
    return green("slot", "clear and quiet")


def _door(bench: Bench) -> Finding:
    if bench.door_is_open:
        remedy = (
            "If you opened it, shut it when you are done. If it is shut, look for a magnet that "
            "is too far away, or a wire that came off: that reads as open on purpose."
        )
        return yellow("door", "open", remedy)
    return green("door", "shut")


def lock(header: Header, machine: Machine, order: Order, *, door_is_open: bool) -> Finding:
    """Let the coil's child answer and hold; a pulse only if it was asked for and may be (law 2)."""
    try:
        with closing(CoilBench(header, machine.pins.lock, machine.lock, order.pulse_s)) as coil:
            coil.hold()
            if not order.try_lock:
                return green("lock", "its process answers and holds (`--try-lock` gives a pulse)")
            coil.pulse(door_is_open=door_is_open, committee_enrolled=order.committee_enrolled)
    except LockRefused as error:
        remedy = "Open the door first: by the committee in its window, or with the mechanical key."
        return yellow("lock", f"its process answers and holds; {error}", remedy)
    except (CoilSilent, OSError) as error:
        remedy = "Look who else uses the pin (`gpioinfo`); the coil is off, and the box stays shut."
        return red("lock", f"{error}", remedy)
    remedy = "If you heard no bolt: look at the 12 V supply, its fuse, and the MOSFET's wires."
    return green("lock", "its process answered, energised the coil for a moment and holds", remedy)
