"""A computer laid out in a directory, and a header with contacts that hands can turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.config import Machine, School
from kiosk.doctor.examination import Computer
from kiosk.doctor.page import TEXTS
from kiosk.doctor.places import Places
from kiosk.doctor.workshop import Workshop
from kiosk.hardware.child import CoilChild
from kiosk.hardware.simulated import SimulatedClock
from kiosk.hardware.simulated_pins import Contact, SimulatedPins
from kiosk.hardware.simulated_printer import SimulatedPrinter
from kiosk.post.clock import ClockLevel
from kiosk.post.finding import Finding
from kiosk.post.letters import Language
from tests.hardware.logged import LoggedLine

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
MACHINE = Machine()
SCHOOL = School(name={Language.KY: "Келечек"}).model_dump_json()

Hand = Callable[["BenchPins"], None]


class BenchPins(SimulatedPins):
    """Mock pins; each drain lets one hand act, as edges that arrived meanwhile."""

    def __init__(self, clock: SimulatedClock, hands: deque[Hand]) -> None:
        super().__init__(clock)
        self._hands = hands
        self.closed = False
        pins = MACHINE.pins
        self.slot = Contact(self.pin(pins.slot), clock, on_high=pins.slot_blocked_high)
        self.door = Contact(self.pin(pins.door), clock, on_high=pins.door_open_high)

    def watch(self) -> Iterable[tuple[int, Callable[[], None]]]:
        return ()

    def close(self) -> None:
        self.closed = True
        super().close()

    def drain(self) -> None:
        if self._hands:
            self._hands.popleft()(self)


class BenchHeader:
    """A header in memory; its coil's child is real and drives a line that keeps a log."""

    def __init__(self, folder: Path) -> None:
        self.clock = SimulatedClock(NOON)
        self.blocked = self.door_open = False
        self.taken: dict[int, str] = {}
        self.hands: deque[Hand] = deque()
        self.opened: list[BenchPins] = []
        self._line = LoggedLine(folder)

    def holders(self, pins: Iterable[int]) -> Mapping[int, str]:
        return {pin: self.taken[pin] for pin in pins if pin in self.taken}

    def pins(self) -> BenchPins:
        pins = BenchPins(self.clock, self.hands)
        pins.slot.turn(on=self.blocked)
        pins.door.turn(on=self.door_open)
        self.opened.append(pins)
        return pins

    def coil(self, words: Sequence[str]) -> CoilChild:
        return self._line.child(words)

    @property
    def line(self) -> list[str]:
        """What was done to the coil's line."""
        return self._line.log

    @property
    def energised(self) -> bool:
        """Whether the coil was ever on."""
        return "high" in self.line

    def break_coil(self) -> None:
        """From now on the coil's process finds no line."""
        self._line.take()


def laid_out(folder: Path, files: Mapping[str, str]) -> Places:
    """Lay out a computer's /sys, /proc, /dev, /run and /etc."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Places(*(folder / name for name in ("sys", "proc", "dev", "run", "etc")))


def mountinfo(*mounts: tuple[Path, str, str]) -> str:
    """Write lines as the kernel does: mount point, type, options."""
    plain = "{} 1 8:2 / {} {} shared:1 - {} /dev/sda2 rw"
    lines = (
        plain.format(number, str(point).replace(" ", r"\040"), options, kind)
        for number, (point, kind, options) in enumerate(mounts, 20)
    )
    return "\n".join(lines) + "\n"


TOUCH = {
    "sys/class/input/event0/device/name": "Goodix Capacitive TouchScreen\n",
    "sys/class/input/event0/device/properties": "2\n",
    "sys/class/input/event0/device/capabilities/abs": "260800000000003\n",
    "sys/class/input/event0/device/capabilities/key": "400 0 0 0 0 0\n",
    "dev/input/event0": "",
}
WHOLE = TOUCH | {
    "sys/class/drm/card1-HDMI-A-1/status": "connected\n",
    "sys/class/drm/card1-HDMI-A-1/modes": "1280x800\n1024x768\n",
    "sys/class/drm/card1-HDMI-A-2/status": "disconnected\n",
    "sys/devices/platform/soc/soc:firmware/get_throttled": "0\n",
    "proc/self/mountinfo": mountinfo((Path("/"), "ext4", "rw")),
}
"""A computer with which nothing is wrong."""


def computer(folder: Path, header: BenchHeader, printer: SimulatedPrinter) -> Workshop:
    """Put a whole computer together, with a trusted clock and a screen."""
    return Workshop(
        Computer(
            places=laid_out(folder, WHOLE),
            clock=SimulatedClock(NOON, ClockLevel.RTC),
            ask_sdl=lambda: {"driver": "kmsdrm", "sdl": "2.32.10"},
        ),
        header=lambda: header,
        device=lambda _: printer,
    )


def part(findings: Iterable[Finding], name: str) -> Finding:
    """The one finding about a part."""
    (found,) = [finding for finding in findings if finding.part == name]
    return found


def told(finding: Finding) -> str:
    """What is the matter, in English."""
    return finding.what.told(TEXTS)


def to_do(finding: Finding) -> str:
    """What to do, in English."""
    return finding.to_do(TEXTS)
