"""An emulated machine with the kiosk installed: its power, its orders, its glass, its keys.

Only `order` speaks to what runs in it; all else is done and seen from outside, by QEMU's monitor.
"""

from __future__ import annotations

import json
import re
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.vm.qemu import SIZE, VM, command
from tests.vm.written import Written, copy

ABSOLUTE = 0x7FFF
"""A tablet's far edge."""

PATIENCE_S = 300.0
"""An emulated machine on a busy host; what is measured is told, not judged by this."""

TIED = ("setpriv", "--pdeathsig", "KILL", "nice", "-n", "15")
"""It ends with the tests, however they end."""

PRESS_S = 0.15
MOMENT_S = 0.5
"""A new screen does not hear for a moment; a person would not touch so soon."""

Colour = tuple[int, int, int]


class Machine:
    """One machine; `place` keeps its disks, so that it can be switched on again."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.written = Written(place)
        system = ["-b", str(VM / "system.img"), "-F", "raw", "-f", "qcow2", "system"]
        subprocess.run(["qemu-img", "create", "-q", *system], cwd=place, check=True)
        for disk in ("data", "boot"):
            copy(VM / f"{disk}.img", place / disk)

    def switch_on(self) -> None:
        """Power; returns when the monitor can be spoken to."""
        for name in ("ear", "monitor", "printer"):
            (self.place / name).unlink(missing_ok=True)
        self.written.begin()
        self._process = subprocess.Popen([*TIED, *command(self.place)], cwd=self.place)
        self._monitor = Line(self.place / "monitor", self._lives)
        self._ear = Line(self.place / "ear", self._lives)
        self._monitor.until(rb'"QMP".*\n')
        self._ask("qmp_capabilities")

    def cut_off(self) -> None:
        """The plug is pulled: what the letters' drive was not told to keep is lost."""
        self._process.kill()
        self._process.wait()
        self.written.end()
        self._monitor.close()
        self._ear.close()

    def now_written(self) -> int:
        """How many writes have reached the letters' drive."""
        self._ask("stop")
        number = len(self.written.writes())
        self._ask("cont")
        return number

    def order(self, words: str) -> str:
        """Have a shell in the machine do this; returns what it says. It must succeed."""
        self._ear.send(f"{words}\n".encode())
        said, code = self._ear.until(rb"(?s)(.*)=(\d+)=\n").groups()
        assert code == b"0", (words, said)
        return str(said.decode()).strip()

    def pixel(self, x: int, y: int) -> Colour:
        """Red, green, blue on the glass."""
        return self.look(x, y, 1, 1)[0]

    def look(self, x: int, y: int, width: int, height: int) -> list[Colour]:
        """The colours within a rectangle, line by line."""
        self._ask("screendump", filename=str(self.place / "glass"))
        data = (self.place / "glass").read_bytes()
        size = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", data)
        assert size is not None
        line, pixels = int(size[1]), data[size.end() :]
        starts = [(row * line + x) * 3 for row in range(y, y + height)]
        rows = (pixels[start : start + 3 * width] for start in starts)
        return [(row[at], row[at + 1], row[at + 2]) for row in rows for at in range(0, len(row), 3)]

    def picture(self, name: str) -> None:
        """Keep what is on the glass for a person."""
        (VM / "pictures").mkdir(exist_ok=True)
        path = VM / "pictures" / f"{name}.png"
        self._ask("screendump", filename=str(path), format="png")

    def tap(self, x: int, y: int) -> None:
        """Press there and let go.

        The pointer comes from afar: a kiosk that has just begun knows no place before the pointer
        moves, in both directions, and of moves at once QEMU tells the last.
        """
        self._point(SIZE[0] - x, SIZE[1] - y)
        self._point(x, y)
        for down in (True, False):
            self._input("btn", button="left", down=down)
            time.sleep(PRESS_S)

    def _point(self, x: int, y: int) -> None:
        for axis, at, size in zip("xy", (x, y), SIZE, strict=True):
            self._input("abs", axis=axis, value=at * ABSOLUTE // size)
        time.sleep(PRESS_S)

    def keys(self, *strokes: str) -> None:
        """Strokes on the plugged-in keyboard, one after another: "r", or "ctrl-alt-delete"."""
        for stroke in strokes:
            keys = [{"type": "qcode", "data": key} for key in stroke.split("-")]
            self._ask("send-key", keys=keys, **{"hold-time": 60})
            time.sleep(PRESS_S)

    def waits(self, what: str, seen: Callable[[], bool], patience_s: float = PATIENCE_S) -> float:
        """Look until it is so; returns the seconds that it took."""
        began = time.monotonic()
        while not seen():
            self._lives()
            if time.monotonic() > began + patience_s:
                self.picture("in vain")
                raise AssertionError(f"waited in vain for {what}")
            time.sleep(0.2)
        return time.monotonic() - began

    def waits_a_moment(self) -> None:
        time.sleep(MOMENT_S)

    def _lives(self) -> None:
        assert self._process.poll() is None, "the machine ended"

    def _input(self, kind: str, **data: object) -> None:
        self._ask("input-send-event", events=[{"type": kind, "data": data}])

    def _ask(self, what: str, **how: object) -> None:
        self._monitor.send(json.dumps({"execute": what, "arguments": how}).encode())
        answer = self._monitor.until(rb'\{"(return|error)".*\n')
        assert answer[1] == b"return", answer[0]


class Line:
    """A socket into the machine, connected as soon as there is one."""

    def __init__(self, path: Path, lives: Callable[[], None]) -> None:
        self._heard = b""
        self._socket = socket.socket(socket.AF_UNIX)
        while self._socket.connect_ex(str(path)) != 0:
            lives()
            time.sleep(0.05)
        self._socket.settimeout(PATIENCE_S)

    def send(self, words: bytes) -> None:
        self._socket.sendall(words)

    def until(self, pattern: bytes) -> re.Match[bytes]:
        """Listen until this was heard, and forget it."""
        while (found := re.search(pattern, self._heard)) is None:
            heard = self._socket.recv(1 << 16)
            assert heard, "nobody is there"
            self._heard += heard
        self._heard = self._heard[found.end() :]
        return found

    def close(self) -> None:
        self._socket.close()
