"""`kiosk lock-safe`: the pin is driven low with nothing but the standard library and gpiod."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.hardware.lock_safe import DONE, FAILED, TRIES, WRONG, main

ROOT = Path(__file__).parents[2]
WATCHED = """
import atexit, json, runpy, sys
atexit.register(lambda: sys.stderr.write("\\n" + json.dumps(sorted(sys.modules))))
sys.argv = ["kiosk", *sys.argv[1:]]
runpy.run_module("kiosk", run_name="__main__")
"""


class Pins:
    """A chip that notes what was driven, and fails the first times with `errors`."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.low = [*errors], list[tuple[str | None, int]]()
        self.slept: list[float] = []

    def drive(self, chip: str | None, pin: int) -> str:
        if self.errors:
            raise self.errors.pop(0)
        self.low.append((chip, pin))
        return chip or "/dev/gpiochip0"

    def run(self, *words: str) -> int:
        return main(words, self.drive, self.slept.append)


def busy() -> OSError:
    return OSError(errno.EBUSY, "Device or resource busy")


def test_the_headers_pin_is_driven_low_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    pins = Pins()
    assert pins.run("--pin", "22") == DONE
    assert pins.low == [(None, 22)]
    said = capsys.readouterr()
    assert said.out == "lock-safe: pin 22 of /dev/gpiochip0 was driven low\n"
    assert said.err == ""


def test_another_chip_can_be_named() -> None:
    pins = Pins()
    assert pins.run("--pin", "5", "--chip", "gpio-sim") == DONE
    assert pins.low == [("gpio-sim", 5)]


def test_a_child_that_is_just_letting_go_is_waited_for() -> None:
    pins = Pins(busy(), busy())
    assert pins.run("--pin", "22") == DONE
    assert len(pins.slept) == 2


@pytest.mark.parametrize(
    ("errors", "words"),
    [
        ([busy() for _ in range(TRIES)], "another process holds pin 22; stop the kiosk first"),
        ([OSError(errno.EINVAL, "Invalid argument")], "this chip has no pin 22"),
        ([ValueError("line offset of out range")], "this chip has no pin 22"),
        ([PermissionError(errno.EACCES, "Permission denied")], "run it with sudo"),
        ([OSError(errno.EIO, "Input/output error")], "cannot be driven: Input/output error"),
    ],
)
def test_what_cannot_be_driven_is_said_with_exit_code_1(
    errors: list[Exception], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = Pins(*errors)
    assert pins.run("--pin", "22") == FAILED
    assert pins.low == []
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["--pin"], ["--pin", "-1"], ["--pin", "²"], ["--pi", "22"]])
def test_wrong_words_end_with_exit_code_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Pins().run(*words)
    assert ended.value.code == WRONG


def kiosk(*words: str) -> subprocess.CompletedProcess[str]:
    """The program in a bare surrounding: no home, no settings, from the root directory."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WATCHED, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", env=env)


def strangers(ended: subprocess.CompletedProcess[str]) -> set[str]:
    """Packages that were imported and are neither Python's own, nor ours, nor gpiod."""
    tops = {name.partition(".")[0] for name in json.loads(ended.stderr.splitlines()[-1])}
    unnamed = {"__main__", "__mp_main__", "kiosk", "gpiod"}
    return {top for top in tops - sys.stdlib_module_names - unnamed if _installed(top)}


def _installed(top: str) -> bool:
    """Leaves out what the interpreter's own start brings, such as an editable install's hook."""
    bare = [sys.executable, "-c", "import sys; print(*sys.modules)"]
    return (
        top not in subprocess.run(bare, capture_output=True, text=True, check=True).stdout.split()
    )


@pytest.mark.outside
def test_neither_settings_nor_store_nor_their_packages_are_needed(tmp_path: Path) -> None:
    ended = kiosk("lock-safe", "--pin", "22", "--chip", str(tmp_path / "gpiochip9"))
    assert ended.returncode == FAILED
    assert "lock-safe: pin 22 cannot be driven: No such file" in ended.stderr
    assert strangers(ended) == set()


@pytest.mark.outside
def test_a_label_that_no_chip_has_is_said() -> None:
    ended = kiosk("lock-safe", "--pin", "22", "--chip", "no-such-label")
    assert ended.returncode == FAILED
    assert "there is no gpiochip with the label beginning with no-such-label" in ended.stderr
    assert strangers(ended) == set()


@pytest.mark.outside
def test_the_check_of_imports_can_fail() -> None:
    assert "pydantic" in strangers(kiosk("--help"))


@pytest.mark.outside
def test_the_help_names_it_and_an_older_entry_point_still_leads_there() -> None:
    from typer.testing import CliRunner

    from kiosk.cli import app

    runner = CliRunner()
    assert "lock-safe" in runner.invoke(app, ["--help"]).output
    assert runner.invoke(app, ["lock-safe", "--pin", "x"]).exit_code == WRONG
