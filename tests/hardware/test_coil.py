"""The coil's process: bounded whatever is asked, and dropped on every way of dying."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hardware.child import CODE
from kiosk.hardware.coil import PULSE_LIMIT_S, Coil, Pulse

LONG = "pulse=8 rest=1 tired=no"

# --- when the coil may be on ---


def test_a_pulse_is_as_long_as_asked_and_never_longer_than_set() -> None:
    pulse = Pulse(5.0, 5.0)
    assert pulse.on(2.0, now=100.0)
    assert pulse.deadline == 102.0
    pulse.off(102.0)
    assert pulse.on(60.0, now=200.0)
    assert pulse.deadline == 205.0


def test_asking_again_does_not_make_a_pulse_longer() -> None:
    pulse = Pulse(5.0, 5.0)
    pulse.on(5.0, now=0.0)
    assert pulse.on(5.0, now=4.0)
    assert pulse.deadline == 5.0
    assert not pulse.late(4.9)
    assert pulse.late(5.0)


def test_the_coil_rests_at_least_as_long_as_it_was_on() -> None:
    pulse = Pulse(5.0, 1.0)
    pulse.on(5.0, now=0.0)
    pulse.off(4.0)
    assert not pulse.on(1.0, now=7.9)
    assert pulse.on(1.0, now=8.0)


def test_a_tired_coil_begins_with_its_rest() -> None:
    pulse = Pulse(5.0, 5.0, tired_at=10.0)
    assert not pulse.on(1.0, now=14.9)
    assert pulse.on(1.0, now=15.0)


@pytest.mark.parametrize("asked", [0.0, -1.0, float("nan")])
def test_nothing_is_no_pulse(asked: float) -> None:
    assert not Pulse(5.0, 5.0).on(asked, now=0.0)


@pytest.mark.parametrize("longest", [100.0, float("nan"), float("inf"), -3.0, 0.0])
def test_no_setting_makes_a_pulse_longer_than_the_coil_bears(longest: float) -> None:
    pulse = Pulse(longest, 5.0)
    pulse.on(float("inf"), now=0.0)
    assert pulse.deadline == PULSE_LIMIT_S


@given(
    st.floats(0, 100),
    st.floats(-10, 100),
    st.lists(st.tuples(st.floats(0.01, 20), st.sampled_from(["on", "off"])), max_size=60),
)
def test_whatever_is_asked_the_coil_is_on_for_half_the_time_at_most(
    longest_s: float, rest_s: float, asked: list[tuple[float, str]]
) -> None:
    pulse, now, began, on_s, spans = Pulse(longest_s, rest_s), 0.0, 0.0, 0.0, 0
    was_on = False
    for gap, what in [*asked, (50.0, "off")]:
        deadline, until = pulse.deadline, now + gap
        if deadline is not None and deadline <= until:  # the process wakes at the deadline
            on_s, was_on = on_s + deadline - began, False
            pulse.off(deadline)
        now = until
        if what == "off":
            on_s, was_on = on_s + (now - began if was_on else 0.0), False
            pulse.off(now)
        elif pulse.on(1e9, now) and not was_on:
            began, was_on, spans = now, True, spans + 1
    assert on_s <= spans * PULSE_LIMIT_S + 1e-6
    assert on_s <= now / 2 + PULSE_LIMIT_S / 2


# --- commands and reports ---


class WatchedPin:
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


# --- a real line, seen by a stand-in for libgpiod ---

GPIOD = """
import os, pathlib
from gpiod.line import Direction, Value
LOG = pathlib.Path(__file__).with_name("log")
def note(*words):
    with LOG.open("a") as log:
        print(*words, file=log)
class LineSettings:
    def __init__(self, direction, output_value):
        self.words = direction, output_value
class Line:
    def set_value(self, pin, value):
        note("set", pin, value)
def request_lines(chip, consumer, config):
    for pin, settings in config.items():
        note("request", chip, consumer, pin, *settings.words)
    return Line()
"""
LINE = """
class Direction:
    OUTPUT = "output"
class Value:
    ACTIVE, INACTIVE = "high", "low"
"""


def test_a_real_line_is_taken_low_and_left_low(tmp_path: Path) -> None:
    package = tmp_path / "gpiod"
    package.mkdir()
    (package / "__init__.py").write_text(GPIOD)
    (package / "line.py").write_text(LINE)
    options = ("backend=gpiod", "chip=/dev/gpiochip9", f"site={tmp_path}", "pin=22")
    process = subprocess.run(
        [sys.executable, "-I", "-S", str(CODE), *options, *LONG.split(), f"parent={os.getpid()}"],
        input=b"on 8\n",
        capture_output=True,
        check=True,
    )
    assert process.stdout.split() == [b"ready", b"on", b"off"]
    assert (package / "log").read_text().splitlines() == [
        "request /dev/gpiochip9 kiosk-coil 22 output low",
        "set 22 low",
        "set 22 high",
        "set 22 low",
        "set 22 low",
    ]
