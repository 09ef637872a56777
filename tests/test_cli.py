"""The command line from outside: a process, its pipes, a terminal, its exit code."""

from __future__ import annotations

import codecs
import errno
import logging
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Exit
from typer.testing import CliRunner

from kiosk import store
from kiosk.cli import app
from kiosk.commands.enrolment import CLEAR, PEOPLE
from kiosk.commands.plain import hide_words_of_crashes, sentences
from kiosk.config import Machine, School, document
from kiosk.events import QuorumGathered
from kiosk.post.keys import Keyring
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.store import StoreKind

KIOSK = [sys.executable, "-m", "kiosk"]
CARD = re.compile(r"(\d{4} ){4}\d{4}")


def setup_words(etc: Path) -> list[str]:
    data = str(etc / "data")
    config = str(etc / "kiosk.toml")
    return [*KIOSK, "setup", "--config", config, "--data", data, "--school-name", "Келечек"]


class Conversation:
    """A `kiosk setup` that is answered through its pipes, or through a terminal."""

    def __init__(self, etc: Path, *, terminal: bool = False) -> None:
        self._end: int | None = None
        theirs: int | None = None
        if terminal:
            self._end, theirs = pty.openpty()
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self.process = subprocess.Popen(
            setup_words(etc),
            stdin=theirs or subprocess.PIPE,
            stdout=theirs or subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "TERM": "xterm"},
        )
        if theirs is not None:
            os.close(theirs)
        self.heard = ""

    def hears(self, words: str) -> str:
        """Read until these words were said; return what was said since the last time."""
        before = len(self.heard)
        while words not in self.heard[before:]:
            assert self._listens(), f"{words!r} never came: {self.heard}"
        return self.heard[before:]

    def says(self, line: str) -> None:
        os.write(self._out, f"{line}\n".encode())

    def ends(self) -> int:
        while self._listens():
            pass
        return self.process.wait()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        if self._end is not None:
            os.close(self._end)

    @property
    def _out(self) -> int:
        if self._end is not None:
            return self._end
        assert self.process.stdin is not None
        return self.process.stdin.fileno()

    @property
    def _ear(self) -> int:
        if self._end is not None:
            return self._end
        assert self.process.stdout is not None
        return self.process.stdout.fileno()

    def _listens(self) -> bool:
        """Hear one byte more; false at the end."""
        try:
            byte = os.read(self._ear, 1)
        except OSError:  # Linux says so when the other end of a terminal is gone
            return False
        self.heard += self._decode(byte)
        return byte != b""

    def shows_card(self) -> str:
        """Press Enter for the next card; return it as it is shown."""
        assert CARD.search(self.hears("Press Enter")) is None
        self.says("")
        found = CARD.search(self.hears("Type it back"))
        assert found is not None
        return found[0]


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    return tmp_path / "etc"


@pytest.fixture
def attentive() -> Iterator[None]:
    """A suite in the background ignores Ctrl-C, and would hand that down to what it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def pipes(etc: Path) -> Iterator[Conversation]:
    conversation = Conversation(etc)
    yield conversation
    conversation.close()


@pytest.fixture
def terminal(etc: Path) -> Iterator[Conversation]:
    conversation = Conversation(etc, terminal=True)
    yield conversation
    conversation.close()


def committee_file(etc: Path) -> Path:
    return etc / "data" / "post.sqlite"


@pytest.mark.outside
def test_the_committee_is_enrolled_over_pipes_and_its_cards_gather(
    pipes: Conversation, etc: Path
) -> None:
    cards = []
    for role in Role:
        cards.append(pipes.shows_card())
        assert PEOPLE[role] in pipes.heard
        pipes.says(cards[-1])
    assert pipes.ends() == 0
    assert pipes.heard.endswith("The committee is enrolled. From now on letters can be written.\n")
    committee = store.load_committee(committee_file(etc))
    assert committee is not None
    keyring = Keyring(committee)
    assert isinstance([keyring.present(card) for card in cards][-1], QuorumGathered)


@pytest.mark.outside
def test_no_card_is_kept_anywhere(pipes: Conversation, etc: Path) -> None:
    cards = []
    for _ in Role:
        cards.append(pipes.shows_card())
        pipes.says(cards[-1])
    assert pipes.ends() == 0
    kept = b"".join(path.read_bytes() for path in etc.rglob("*") if path.is_file())
    for card in cards:
        assert card.encode() not in kept
        assert card.replace(" ", "").encode() not in kept


@pytest.mark.outside
def test_a_mistyped_card_is_asked_again_until_it_is_right(pipes: Conversation) -> None:
    card = pipes.shows_card()
    pipes.says(card[::-1])
    assert "again" in pipes.hears("Type it back")
    pipes.says("")
    assert "20 digits" in pipes.hears("Type it back")
    pipes.says(card.replace(" ", ""))
    assert "is right" in pipes.hears("Key card 2 of 3")


@pytest.mark.usefixtures("attentive")
@pytest.mark.outside
@pytest.mark.parametrize("before", [0, 2])
def test_ctrl_c_stores_nothing_of_the_committee(
    pipes: Conversation, etc: Path, before: int
) -> None:
    for _ in range(before):
        pipes.says(pipes.shows_card())
    pipes.shows_card()
    pipes.process.send_signal(signal.SIGINT)
    assert pipes.ends() == 1
    assert "Nothing of the committee is stored" in pipes.heard
    assert "Traceback" not in pipes.heard
    assert store.load_committee(committee_file(etc)) is None


@pytest.mark.outside
def test_a_terminal_is_cleared_before_the_next_card(terminal: Conversation) -> None:
    first = terminal.shows_card()
    terminal.says(first)
    after = terminal.hears("Press Enter")
    assert CLEAR in after
    assert first not in after.split(CLEAR)[1]


@pytest.mark.outside
def test_a_pipe_gets_no_control_characters(pipes: Conversation) -> None:
    pipes.says(pipes.shows_card())
    assert "\x1b" not in pipes.hears("Key card 2 of 3")


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
    ended = kiosk("run", "--config", str(machine_with_store(tmp_path, "real")))
    assert ended.returncode == 1
    assert "gpiochip" in ended.stderr
    assert "CRITICAL" not in ended.stderr


@pytest.mark.outside
def test_a_crash_of_the_kiosk_shows_no_traceback(tmp_path: Path) -> None:
    config = machine_with_store(tmp_path, "real")
    ended = kiosk("run", "--config", str(config), driver="no such driver")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


# --- in this process ----------------------------------------------------------------------------


def test_the_help_names_what_there_is() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    commands = re.findall(r"^  (\w+)  ", shown.split("Commands:")[1], re.MULTILINE)
    assert commands == ["setup", "run", "demo", "notices"]


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["--size", "big"], "1280x800"),
        (["--size", "1280,800"], "1280x800"),
        (["--size", "1280x80"], "from 640x400 to 3840x2160"),
        (["--size", "4000x800"], "from 640x400 to 3840x2160"),
        (["--at", "5"], "0,0"),
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
