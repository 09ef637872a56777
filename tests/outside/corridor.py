"""A corridor with an X display in it: a real window, a real pointer, real keys, and eyes.

The pixels are read from the file in which Xvfb keeps its screen; `xdotool` moves the pointer.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NEEDED = ("Xvfb", "xdotool")
"""Xvfb brings setxkbmap along."""
PATIENCE_S = 30.0
DEAF_S = 0.35
"""A new screen does not hear for a moment; a person would not touch so soon."""


def missing() -> str:
    """What this machine lacks for a corridor, in words; empty if nothing."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    return f"apt-get install {' '.join(lacking)}".lower() if lacking else ""


@dataclass
class Corridor:
    """One kiosk in a window at (0, 0) of an X display."""

    screen_file: Path
    display: str
    places: dict[str, Any]
    kiosk: subprocess.Popen[str]
    log: str = ""
    """What the kiosk said on stderr; known when it has ended."""

    def sees(self, name: str) -> None:
        """Wait until this screen is recognised by its pixel."""
        wanted = tuple(self.places[name]["pixel"]["colour"])
        end = time.monotonic() + PATIENCE_S
        while self.pixel(0, 0) != wanted:
            assert self.kiosk.poll() is None, f"the kiosk ended while {name} was waited for"
            assert time.monotonic() < end, f"waited in vain for the screen {name}"
            time.sleep(0.02)
        time.sleep(DEAF_S)

    def taps(self, screen: str, name: str) -> None:
        """Press and let go the left button in the middle of something."""
        x, y = self.places[screen]["touch"][name]
        self.point("mousemove", str(x), str(y), "click", "1")

    def holds(self, screen: str, name: str, seconds: float) -> None:
        """Keep the button down."""
        x, y = self.places[screen]["touch"][name]
        self.point("mousemove", str(x), str(y), "mousedown", "1", "sleep", str(seconds))
        self.point("mouseup", "1")

    def types(self, text: str) -> None:
        """Type on the keyboard that is plugged in."""
        self.point("type", "--delay", "30", text)

    def hurries(self, screen: str, names: Iterable[str], each_s: float) -> None:
        """Tap one thing after another, each so long after the last, however long a tap takes."""
        taps: list[str] = []
        for name in names:
            x, y = self.places[screen]["touch"][name]
            taps += ["mousemove", str(x), str(y), "mousedown", "1", "sleep", "0.03", "mouseup", "1"]
            taps += ["sleep", str(each_s - 0.03)]
        self.point(*taps)

    def layout(self, name: str) -> None:
        """What the desktop takes the keyboard for, such as "us", "kg" or "ru"."""
        subprocess.run(["setxkbmap", name], env={"DISPLAY": self.display, **_path()}, check=True)
        time.sleep(DEAF_S)

    def presses(self, *keys: str | int) -> None:
        """Press keys by their places on the board (X keycodes), "+50" goes down, "-50" up."""
        words: list[str] = []
        for key in map(str, keys):
            what = {"+": "keydown", "-": "keyup"}.get(key[0], "key")
            words += [what, key.lstrip("+-"), "sleep", "0.03"]
        self.point(*words)

    def point(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env={"DISPLAY": self.display, **_path()}, check=True)

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green, blue on the glass."""
        data = self.screen_file.read_bytes()
        head = struct.unpack(">25I", data[:100])
        size, bits, line, colours = head[0], head[11], head[12], head[19]
        at = size + colours * 12 + y * line + x * bits // 8
        blue, green, red = data[at : at + 3]
        return red, green, blue


@contextmanager
def corridor(
    folder: Path, *options: str, language: str = "ky", size: str = "1280x800"
) -> Iterator[Corridor]:
    """Open a kiosk of this size in a display of its own; `folder` holds its data."""
    with _display(folder) as (display, screen_file):
        command = [sys.executable, "-m", "kiosk", "demo", "--size", size, "--at", "0,0"]
        command += ["--data", str(folder / "data"), "--lang", language, *options]
        environment = {**os.environ, "DISPLAY": display}
        environment.pop("SDL_VIDEODRIVER", None)
        kiosk = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        there = Corridor(screen_file, display, _places()[size], kiosk)
        try:
            yield there
        finally:
            kiosk.terminate()
            _, there.log = kiosk.communicate(timeout=30)
            assert kiosk.returncode == 0, there.log


@contextmanager
def _display(folder: Path) -> Iterator[tuple[str, Path]]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1700x1300x24"]
    server = subprocess.Popen(
        [*command, "-fbdir", str(folder), "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}", folder / "Xvfb_screen0"
    finally:
        server.terminate()
        server.wait()


@cache
def _places() -> dict[str, Any]:
    """Where everything is on a screen, by size of the screen, its name and the thing's."""
    command = [sys.executable, "-m", "kiosk", "demo", "--geometry"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    places: dict[str, Any] = json.loads(found.stdout)
    return places


def _path() -> dict[str, str]:
    return {"PATH": os.environ["PATH"]}
