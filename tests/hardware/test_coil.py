"""The coil's process: it answers each command, and drops the coil on every way of dying."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from struct import Struct

import pytest

from kiosk.hardware.child import CODE
from kiosk.hardware.coil import (
    GET_LINE,
    LINE_REQUEST,
    LINE_VALUES,
    SET_VALUES,
    Coil,
    KernelPin,
    Pin,
    Pulse,
)
from tests.hardware.logged import LoggedLine

LONG = "pulse=8 rest=1 tired=no"

# --- commands and reports ---


class WatchedPin(Pin):
    """Remembers what was driven."""

    def __init__(self) -> None:
        self.levels: list[bool] = []

    def drive(self, *, on: bool) -> None:
        self.levels.append(on)


def serve(commands: bytes, pulse: Pulse, pin: WatchedPin) -> list[str]:
    """Let the coil take all commands and then the end of file; return its reports."""
    commands_out, commands_in = os.pipe()
    reports_out, reports_in = os.pipe()
    os.write(commands_in, commands)
    os.close(commands_in)
    try:
        Coil(pin, pulse, commands_out, reports_in).serve(None)
    finally:
        os.close(commands_out)
        os.close(reports_in)
        with os.fdopen(reports_out) as reports:
            said = reports.read().split()
    return said


def test_each_command_has_its_answer_and_the_end_drops_the_coil() -> None:
    pin = WatchedPin()
    assert serve(b"on 5\non 5\n", Pulse(5, 5), pin) == ["ready", "on", "on", "off"]
    assert pin.levels == [False, True, True, False, False]


def test_a_second_pulse_too_soon_is_refused() -> None:
    pin = WatchedPin()
    said = serve(b"on 5\noff\non 5\n", Pulse(5, 5), pin)
    assert said == ["ready", "on", "off", "rest", "off"]
    assert pin.levels.count(True) == 1


def test_half_a_command_does_nothing() -> None:
    pin = WatchedPin()
    assert serve(b"on 5", Pulse(5, 5), pin) == ["ready", "off"]
    assert True not in pin.levels


@pytest.mark.parametrize("nonsense", [b"open\n", b"on much\n", b"on\n", b"\xff\xfe\n", b"\n"])
def test_nonsense_ends_the_process_with_the_coil_off(nonsense: bytes) -> None:
    pin = WatchedPin()
    with pytest.raises(ValueError, match=r"neither|float"):
        serve(b"on 5\n" + nonsense, Pulse(5, 5), pin)
    assert pin.levels[-1] is False


# --- real processes ---


class Child:
    """A coil's process of its own, with its reports."""

    def __init__(self, *options: str, parent: int | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(CODE), *options, f"parent={parent or os.getpid()}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout

    def say(self, command: str) -> None:
        self.stdin.write(command.encode() + b"\n")

    def hear(self) -> str:
        """Next report; empty at the end of file."""
        return self.stdout.readline().decode().strip()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self.stdin.close()
        self.stdout.close()
        self.process.wait()


def simulated(times: str = LONG) -> Child:
    return Child("backend=simulated", "pin=22", *times.split())


@pytest.fixture
def child() -> Iterator[Child]:
    with simulated() as child:
        assert child.hear() == "ready"
        yield child


def test_the_deadline_drops_the_coil_though_nobody_asks() -> None:
    with simulated("pulse=0.05 rest=0 tired=no") as child:
        assert child.hear() == "ready"
        child.say("on 60")
        assert [child.hear(), child.hear()] == ["on", "late"]


def test_end_of_file_drops_the_coil(child: Child) -> None:
    child.say("on 8")
    assert child.hear() == "on"
    child.stdin.close()
    assert [child.hear(), child.hear()] == ["off", ""]
    assert child.process.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_in_order(child: Child, number: signal.Signals) -> None:
    child.say("on 8")
    assert child.hear() == "on"
    child.process.send_signal(number)
    assert child.hear() == ""
    assert child.process.wait() == 0


def test_a_child_whose_parent_is_long_gone_does_not_start() -> None:
    with subprocess.Popen(["true"]) as gone:
        pass
    with Child("backend=simulated", "pin=22", *LONG.split(), parent=gone.pid) as child:
        assert child.hear() == ""
        assert child.process.wait() == 0


def test_an_unknown_backend_is_refused() -> None:
    with Child("backend=wishful", "pin=22", *LONG.split()) as child:
        assert child.hear() == ""
        assert child.process.wait() != 0


PARENT = """
import os, subprocess, sys
child = subprocess.Popen(
    [sys.executable, *sys.argv[2:], f"parent={os.getpid()}"], stdin=subprocess.PIPE
)
keeper = os.fork() if KEPT else None
if keeper == 0:  # another process holds the pipe open: no end of file will come
    os.close(1)
    os.read(int(sys.argv[1]), 1)
    os._exit(0)
child.stdin.write(b"on 8\\n")
child.stdin.flush()
os.read(0, 1)
END
"""


@pytest.mark.parametrize(
    "end", ["os.kill(os.getpid(), 9)", "os._exit(3)", "os.abort()", "raise SystemExit", "1 / 0"]
)
@pytest.mark.parametrize("kept", ["False", "True"], ids=["", "pipe held by another"])
def test_however_the_parent_dies_the_coil_drops(end: str, kept: str) -> None:
    code = PARENT.replace("KEPT", kept).replace("END", end)
    options = [str(CODE), "backend=simulated", "pin=22", *LONG.split()]
    keep, let_go = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", code, str(keep), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[keep],
    ) as parent:
        os.close(keep)
        assert parent.stdin is not None
        assert parent.stdout is not None
        said = [parent.stdout.readline() for _ in range(2)]
        assert said == [b"ready\n", b"on\n"]
        parent.stdin.write(b".")
        parent.stdin.flush()
        assert parent.stdout.readline() == b"off\n"
        os.close(let_go)


# --- a real line; what the kernel makes of it is seen on the rig ---


@pytest.mark.parametrize("request_", [(GET_LINE, LINE_REQUEST), (SET_VALUES, LINE_VALUES)])
def test_the_kernel_is_handed_as_many_bytes_as_it_takes(request_: tuple[int, Struct]) -> None:
    number, layout = request_
    assert number >> 16 & 0x3FFF == layout.size


def test_a_file_that_is_no_chip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chip").touch()
    with pytest.raises(OSError, match="Inappropriate ioctl"):
        KernelPin(str(tmp_path / "chip"), 22)


def test_a_line_is_taken_low_and_left_low(tmp_path: Path) -> None:
    line = LoggedLine(tmp_path)
    child = line.child(("pin=22", *LONG.split()))
    child.send("on 8")
    child.end()
    assert line.log == ["low", "high", "low", "low"]
