"""`kiosk lock-safe` on a real chip: a coil left on by a dead process is dropped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import gpiod
import pytest
from gpiod.line import Direction, Value

from kiosk.hardware import lock_safe
from tests.rig.apart import apart
from tests.rig.header import Header, switch

PIN = 22
HIGH = gpiod.LineSettings(direction=Direction.OUTPUT, output_value=Value.ACTIVE)


def ended(*words: str) -> int:
    """The command's exit code; it does not wait for others here."""
    return lock_safe.main(["--pin", str(PIN), *words], sleep=lambda _: None)


@pytest.fixture
def left_on(header: Header) -> Header:
    """A kernel that keeps pins driven, and a process that died with the coil on."""
    switch("keep_driven", on=True)
    dead = apart(lambda: gpiod.request_lines(header.path, config={PIN: HIGH}))
    os.waitpid(dead, 0)
    assert header.line(PIN).high
    return header


@pytest.mark.parametrize("chip", ["", "pinctrl-bcm", "path"])
def test_a_coil_left_on_is_dropped(
    left_on: Header, chip: str, tell: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--chip", left_on.path if chip == "path" else chip] if chip else []
    assert ended(*words) == lock_safe.DONE
    said = f"lock-safe: pin {PIN} of {left_on.path} was driven low\n"
    assert capsys.readouterr() == (said, "")
    assert not left_on.line(PIN).high
    tell(f"lock-safe, chip by {chip or 'the header label'}: the coil is off")


def test_the_command_itself_drops_it(left_on: Header) -> None:
    command = [sys.executable, "-m", "kiosk", "lock-safe", "--pin", str(PIN)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not left_on.line(PIN).high


def test_a_pin_that_is_held_is_said_and_left_alone(
    header: Header, capsys: pytest.CaptureFixture[str]
) -> None:
    with gpiod.request_lines(header.path, config={PIN: HIGH}):
        assert ended() == lock_safe.FAILED
        assert header.line(PIN).high
    assert f"another process holds pin {PIN}" in capsys.readouterr().err


def test_a_pin_that_the_chip_does_not_have_is_said(
    header: Header, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lock_safe.main(["--pin", "99", "--chip", header.path]) == lock_safe.FAILED
    assert "this chip has no pin 99" in capsys.readouterr().err


def test_a_computer_without_a_header_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == lock_safe.FAILED
    assert "no gpiochip with the label" in capsys.readouterr().err
