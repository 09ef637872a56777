"""`kiosk lock-safe` on a real chip: a coil left on by a dead process is dropped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.rig.header import Header, switch

PIN = 22
LEAVES_ON = """
import gpiod, os, sys
from gpiod.line import Direction, Value
high = gpiod.LineSettings(direction=Direction.OUTPUT, output_value=Value.ACTIVE)
lines = gpiod.request_lines(sys.argv[1], config={int(sys.argv[2]): high})
if len(sys.argv) > 3:
    print("held", flush=True)
    sys.stdin.read()
os._exit(1)
"""


def lock_safe(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "lock-safe", "--pin", str(PIN), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def left_on(header: Header) -> Header:
    """A kernel that keeps pins driven, and a process that died with the coil on."""
    switch("keep_driven", on=True)
    subprocess.run([sys.executable, "-c", LEAVES_ON, header.path, str(PIN)], check=False)
    assert header.line(PIN).high
    return header


@pytest.mark.parametrize("chip", ["", "pinctrl-bcm", "path"])
def test_a_coil_left_on_is_dropped(left_on: Header, chip: str, tell: Callable[[str], None]) -> None:
    words = ["--chip", left_on.path if chip == "path" else chip] if chip else []
    ended = lock_safe(*words)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"lock-safe: pin {PIN} of {left_on.path} was driven low\n"
    assert not left_on.line(PIN).high
    tell(f"lock-safe, chip by {chip or 'the header label'}: the coil is off")


def test_a_pin_that_is_held_is_said_and_left_alone(header: Header) -> None:
    command = [sys.executable, "-c", LEAVES_ON, header.path, str(PIN), "hold"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        ended = lock_safe()
        holder.terminate()
    assert ended.returncode == 1
    assert f"another process holds pin {PIN}" in ended.stderr


def test_a_pin_that_the_chip_does_not_have_is_said(header: Header) -> None:
    command = [sys.executable, "-m", "kiosk", "lock-safe", "--pin", "99", "--chip", header.path]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "this chip has no pin 99" in ended.stderr
