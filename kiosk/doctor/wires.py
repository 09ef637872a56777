"""What hangs on the header: the pins themselves, slot, door and lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from kiosk.config.machine import Machine, PinSettings
from kiosk.doctor import box
from kiosk.doctor.box import Seen
from kiosk.hardware.bench import PULSE_S, Bench, CoilBench, CoilSilent
from kiosk.hardware.header import Header
from kiosk.hardware.ports import LockRefused, PinsGone
from kiosk.post.finding import Finding, Part, Said, green, red, say, yellow

LISTEN_S = 1.0
"""A beam that is well aligned stays silent for so long when nobody is at the slot."""
KIOSK = "kiosk"
"""As whom the kiosk and its coil's child take their lines."""

STOP = say("doc_stop_do")


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
        return red(Part.PINS, say("doc_pins_denied"), say("doc_pins_denied_do"))
    except OSError as error:
        return red(Part.PINS, _plain(error), say("doc_pins_none_do"))


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
        return [red(Part.PINS, _plain(error), STOP), *nothing_known()]
    try:
        with closing(bench):
            bench.listen(order.listen_s)
            seen = Seen(bench.blocked, bench.door_is_open, bench.edges)
    except PinsGone as error:
        return [red(Part.PINS, _plain(error), say("doc_pins_none_do")), *nothing_known()]
    return [
        _pins(machine.pins),
        box.slot(seen),
        box.door(is_open=seen.door_is_open),
        lock(header, machine, order, door_is_open=seen.door_is_open),
    ]


def nothing_known() -> list[Finding]:
    """Say of each part that it could not be looked at."""
    parts = (Part.SLOT, Part.DOOR, Part.LOCK)
    return [red(part, say("doc_no_pins"), say("doc_no_pins_do")) for part in parts]


def _in_service() -> list[Finding]:
    held_by_kiosk = say("doc_running")
    return [
        green(Part.PINS, say("doc_pins_kiosk")),
        yellow(Part.SLOT, held_by_kiosk, say("doc_running_do"), STOP),
        yellow(Part.DOOR, held_by_kiosk, say("doc_running_do"), STOP),
        green(Part.LOCK, say("doc_lock_kiosk")),
    ]


def _taken(strangers: Mapping[int, str]) -> Finding:
    said = ", ".join(f"GPIO{pin}: {who!r}" for pin, who in strangers.items())
    return red(Part.PINS, say("doc_pins_taken", who=said), say("doc_pins_taken_do"))


def _pins(pins: PinSettings) -> Finding:
    return green(Part.PINS, say("doc_pins_free", slot=pins.slot, door=pins.door, lock=pins.lock))


def lock(header: Header, machine: Machine, order: Order, *, door_is_open: bool) -> Finding:
    """Let the coil's child answer and hold; a pulse only if it was asked for and may be (law 2)."""
    try:
        with closing(CoilBench(header, machine.pins.lock, machine.lock, order.pulse_s)) as coil:
            coil.hold()
            if not order.try_lock:
                return green(Part.LOCK, say("doc_lock_holds"))
            coil.pulse(door_is_open=door_is_open, committee_enrolled=order.committee_enrolled)
    except LockRefused:
        return box.lock_refused()
    except (CoilSilent, OSError) as error:
        return red(Part.LOCK, _plain(error), say("doc_lock_silent_do"))
    return box.lock_tried()


def _plain(error: OSError) -> Said:
    """Words of the system, without their number."""
    return say("doc_plain", text=f"{error}".split("] ")[-1])
