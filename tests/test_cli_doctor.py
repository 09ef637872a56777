"""`kiosk doctor` from outside, on a machine that is no Raspberry Pi; and its look in a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk import store
from kiosk.cli import app
from kiosk.commands.doctor import Wishes, align, look
from kiosk.config import Machine, document
from kiosk.doctor.workshop import Workshop
from kiosk.hardware.gpiod_pins import NoHeader
from kiosk.hardware.header import Header
from kiosk.hardware.simulated_printer import SimulatedPrinter
from tests.doctor.computer import SCHOOL, BenchHeader, BenchPins, computer
from tests.office import COMMITTEE
from tests.store.desk import Desk

NO_PI = pytest.mark.skipif(
    bool(list(Path("/dev").glob("gpiochip*"))), reason="there are real pins here"
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Settings and a store with a committee."""
    machine = Machine(data=tmp_path / "data")
    machine.data.mkdir()
    store.create(machine.store, "real", SCHOOL, pool=10)
    store.save_committee(machine.store, COMMITTEE)
    path = tmp_path / "kiosk.toml"
    path.write_text(document(machine, ""), encoding="utf-8")
    return path


def doctor(*words: str | Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "SDL_VIDEODRIVER": "dummy", "COLUMNS": "100"}
    command = [sys.executable, "-m", "kiosk", "doctor", *words]
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False)


@NO_PI
@pytest.mark.outside
def test_without_a_pi_every_missing_part_is_red_in_words(config: Path) -> None:
    ended = doctor("--config", config)
    assert ended.returncode == 2
    assert ended.stderr == ""
    red = [line.split()[1] for line in ended.stdout.splitlines() if line.startswith("RED")]
    assert {"screen", "touch", "pins", "slot", "door", "lock", "printer"} <= set(red)
    assert {"settings", "fonts", "store", "data"} & set(red) <= {"data"}, "a guest's disk may be"
    assert "\x1b" not in ended.stdout, "no colours in a pipe"


@NO_PI
@pytest.mark.outside
def test_without_settings_the_rest_is_looked_at_all_the_same(tmp_path: Path) -> None:
    ended = doctor("--config", tmp_path / "none.toml", "--json")
    assert ended.returncode == 2
    said = json.loads(ended.stdout)
    assert said["worst"] == "red"
    assert "kiosk setup" in said["findings"][0]["remedy"]
    assert len(said["findings"]) == 16


@NO_PI
@pytest.mark.outside
def test_aligning_without_a_pi_is_a_sentence(config: Path) -> None:
    ended = doctor("--config", config, "--watch")
    assert ended.returncode == 2
    assert ended.stdout.startswith("RED     pins       no gpiochip")


@pytest.mark.parametrize("other", ["--json", "--print-test", "--try-lock"])
def test_aligning_goes_with_nothing_else(other: str) -> None:
    said = CliRunner().invoke(app, ["doctor", "--watch", other])
    assert said.exit_code == 2
    assert "Ctrl-C" in said.stderr


# --- in this process, on a computer laid out for it ---


@pytest.fixture
def header(tmp_path: Path) -> BenchHeader:
    return BenchHeader(tmp_path)


@pytest.fixture
def good(tmp_path: Path, header: BenchHeader) -> Workshop:
    return computer(tmp_path, header, SimulatedPrinter())


def test_the_exit_code_is_the_worst_finding(
    config: Path, good: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    """Yellow is the best there is, while no backups exist."""
    assert look(Wishes(config), good) == 1
    assert "YELLOW  backup" in capsys.readouterr().out
    config.write_text("[pins]\nslott = 1\n", encoding="utf-8")
    assert look(Wishes(config), good) == 2
    assert "RED     settings   pins.slott" in capsys.readouterr().out


def test_what_it_says_tells_nothing_of_letters(
    config: Path, good: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Machine(data=config.with_name("data")).store
    desk = Desk(path)
    said = []
    for _ in range(2):
        look(Wishes(config, as_json=True), good)
        found = json.loads(capsys.readouterr().out)["findings"]
        said.append([finding for finding in found if finding["part"] != "space"])
        desk.accept()
        desk.paper()
    desk.store.stop()
    assert said[0] == said[1], "as if nobody had written"


def test_the_beam_is_shown_until_ctrl_c(
    config: Path, good: Workshop, header: BenchHeader, capsys: pytest.CaptureFixture[str]
) -> None:
    def ctrl_c(_: BenchPins) -> None:
        raise KeyboardInterrupt

    header.door_open = True
    header.hands.extend([lambda pins: pins.slot.turn(on=True), ctrl_c])
    assert align(config, good) == 0
    assert "beam BLOCKED   edges     1" in capsys.readouterr().out
    assert header.opened[0].closed


def test_a_running_kiosk_keeps_its_beam(
    config: Path, good: Workshop, header: BenchHeader, capsys: pytest.CaptureFixture[str]
) -> None:
    header.taken = {17: "kiosk"}
    assert align(config, good) == 2
    assert "systemctl stop kiosk" in capsys.readouterr().out
    assert not header.opened


def test_aligning_on_pins_that_go_away_ends_in_words(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = BenchHeader(tmp_path)
    header.hands += [lambda _: None, lambda pins: setattr(pins, "gone", True)]
    assert align(config, Workshop(header=lambda: header)) == 2
    assert "the chip with the pins went away" in capsys.readouterr().out
    assert header.opened[0].closed


def test_aligning_with_wrong_settings_says_which_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def none() -> Header:
        raise NoHeader("no gpiochip")

    assert align(tmp_path / "none.toml", Workshop(header=none)) == 2
    assert "Until then: the defaults" in capsys.readouterr().err
