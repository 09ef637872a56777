"""The supply, as the firmware tells it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.doctor.power import judged, power
from kiosk.post.finding import Finding, Level
from tests.doctor.computer import laid_out, told

NO_TOOL = "no-such-tool"


@pytest.mark.parametrize(
    ("bits", "level", "word"),
    [
        (0x0, Level.GREEN, "never too low"),
        (0x50005, Level.RED, "too low now"),
        (0x50000, Level.YELLOW, "too low since the start"),
        (0x4, Level.YELLOW, "too warm"),
        (0xE0000, Level.YELLOW, "since the start: too warm"),
    ],
)
def test_the_firmwares_bits_become_words(bits: int, level: Level, word: str) -> None:
    said = judged(bits)
    assert said.level is level
    assert word in told(said)


@pytest.mark.parametrize("soc", ["soc/soc:firmware", "soc@107c000000/soc@107c000000:firmware"])
def test_the_kernel_is_asked_first(soc: str, tmp_path: Path) -> None:
    places = laid_out(tmp_path, {f"sys/devices/platform/{soc}/get_throttled": "50000\n"})
    assert power(places, NO_TOOL).level is Level.YELLOW


def asked(tmp_path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Finding:
    tool = tmp_path / "bin/vcgencmd"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:{os.environ['PATH']}")
    return power(laid_out(tmp_path, {}))


def test_then_its_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'test "$1" = get_throttled && echo throttled=0x1'
    assert asked(tmp_path, script, monkeypatch).level is Level.RED


@pytest.mark.parametrize("script", ["exit 1", "echo VCHI initialization failed", "kill -9 $$"])
def test_a_tool_that_fails_is_honestly_unknown(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = asked(tmp_path, script, monkeypatch)
    assert said.level is Level.YELLOW
    assert told(said).startswith("unknown")


def test_another_computer_is_honestly_unknown(tmp_path: Path) -> None:
    assert told(power(laid_out(tmp_path, {}), NO_TOOL)).startswith("unknown")
