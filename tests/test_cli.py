"""The command line from outside: a process, its pipes, a terminal, its exit code."""

from __future__ import annotations

import errno
import logging
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Exit
from typer.testing import CliRunner

from kiosk import store
from kiosk.cli import app
from kiosk.commands.plain import hide_words_of_crashes, sentences
from kiosk.config import Machine, School, document
from kiosk.doctor.disk import must_last
from kiosk.post.letters import Language
from kiosk.store import StoreKind

KIOSK = [sys.executable, "-m", "kiosk"]
MEMORY = Path("/dev/shm")  # noqa: S108 - not to hide anything there


@pytest.mark.outside
def test_wrong_settings_are_sentences_and_exit_code_2(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text("[pins]\nslot = 27\nslott = 1\n", encoding="utf-8")
    ended = subprocess.run([*KIOSK, "run", "--config", config], capture_output=True, text=True)
    assert ended.returncode == 2
    assert ended.stdout == ""
    twice, unknown = ended.stderr.splitlines()
    assert twice.startswith("pins.door: pin 27 is already used by pins.slot. Write ")
    assert (
        unknown == "pins.slott: there is no such setting. Write `slot`, if that is what is meant."
    )


def kiosk(*words: str, driver: str = "dummy") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "SDL_VIDEODRIVER": driver}
    return subprocess.run([*KIOSK, *words], capture_output=True, text=True, env=env, check=False)


def machine_with_store(tmp_path: Path, kind: StoreKind) -> Path:
    machine = Machine(data=tmp_path)
    school = School(name={Language.KY: "Келечек"})
    store.create(machine.store, kind, school.model_dump_json(), pool=10)
    config = tmp_path / "kiosk.toml"
    config.write_text(document(machine, ""), encoding="utf-8")
    return config


def needs_a_disk(place: Path) -> None:
    try:
        must_last(place)
    except store.StoreForgets:
        pytest.skip("a real store needs a disk: set TMPDIR to a directory on one")


@pytest.mark.outside
@pytest.mark.skipif(not MEMORY.is_dir(), reason="here is no place in memory")
def test_a_real_store_in_memory_stops_the_start_in_words() -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as place:
        ended = kiosk("run", "--config", str(machine_with_store(Path(place), "real")))
    assert ended.returncode == 1
    assert "every letter would be lost at the next power cut" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.outside
def test_real_hardware_refuses_a_demo_store(tmp_path: Path) -> None:
    ended = kiosk("run", "--config", str(machine_with_store(tmp_path, "demo")))
    assert ended.returncode == 1
    assert ended.stderr.endswith("is a demo store, not a real one.\n")


@pytest.mark.outside
def test_the_demo_refuses_a_real_store(tmp_path: Path) -> None:
    machine_with_store(tmp_path, "real")
    ended = kiosk("demo", "--data", str(tmp_path))
    assert ended.returncode == 1
    assert ended.stderr.endswith("is a real store, not a demo one.\n")


@pytest.mark.outside
@pytest.mark.skipif(bool(list(Path("/dev").glob("gpiochip*"))), reason="there are real pins here")
def test_missing_hardware_stops_the_start_in_words(tmp_path: Path) -> None:
    needs_a_disk(tmp_path)
    ended = kiosk("run", "--config", str(machine_with_store(tmp_path, "real")))
    assert ended.returncode == 1
    assert "gpiochip" in ended.stderr
    assert "CRITICAL" not in ended.stderr


@pytest.mark.outside
def test_a_crash_of_the_kiosk_shows_no_traceback(tmp_path: Path) -> None:
    needs_a_disk(tmp_path)
    config = machine_with_store(tmp_path, "real")
    ended = kiosk("run", "--config", str(config), driver="no such driver")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


# --- in this process ----------------------------------------------------------------------------


def test_the_help_names_what_there_is() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    commands = re.findall(r"^  (\w+)  ", shown.split("Commands:")[1], re.MULTILINE)
    assert commands == [
        "setup",
        "pin",
        "run",
        "doctor",
        "backup",
        "restore",
        "health",
        "demo",
        "notices",
        "bulletin",
        "committee",
        "journal",
    ]


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["--size", "big"], "1280x800"),
        (["--size", "1280,800"], "1280x800"),
        (["--size", "1280x80"], "from 640x400 to 3840x2160"),
        (["--size", "4000x800"], "from 640x400 to 3840x2160"),
        (["--at", "5"], "0,0"),
        (["--rotation", "45"], "0, 90, 180 or 270"),
    ],
)
def test_a_demo_that_cannot_be_placed_says_how(words: list[str], example: str) -> None:
    said = CliRunner().invoke(app, ["demo", *words])
    assert said.exit_code == 2
    assert example in said.stderr


def test_a_machine_without_settings_is_told_to_set_up(tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["run", "--config", str(tmp_path / "kiosk.toml")])
    assert said.exit_code == 2
    assert "Run `kiosk setup`" in said.stderr


def test_somebody_who_may_not_is_told_to_use_sudo(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Exit) as ended, sentences():
        raise PermissionError(errno.EACCES, "Permission denied", "/etc/kiosk")
    assert ended.value.exit_code == 1
    said = capsys.readouterr().err
    assert said == "/etc/kiosk: Permission denied. Run the command with sudo.\n"


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = kept


@pytest.mark.usefixtures("hooks")
def test_a_crash_leaves_its_place_but_not_its_words(caplog: pytest.LogCaptureFixture) -> None:
    hide_words_of_crashes()
    with pytest.raises(ValueError, match="secret") as caught:
        int("my secret letter")
    sys.excepthook(caught.type, caught.value, caught.tb)
    [record] = caplog.records
    assert record.levelno == logging.CRITICAL
    assert "ValueError" in record.getMessage()
    assert "test_cli.py" in record.getMessage()
    assert "secret" not in record.getMessage()


@pytest.mark.usefixtures("hooks")
def test_a_crash_in_a_thread_is_as_silent(caplog: pytest.LogCaptureFixture) -> None:
    hide_words_of_crashes()
    thread = threading.Thread(target=lambda: int("my secret letter"))
    thread.start()
    thread.join()
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text
