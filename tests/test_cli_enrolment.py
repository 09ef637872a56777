"""Enrolling the committee from outside: a `kiosk setup` answered through pipes or a terminal."""

from __future__ import annotations

import codecs
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import store
from kiosk.commands.enrolment import CLEAR, PEOPLE, SAFE
from kiosk.events import QuorumGathered
from kiosk.post.keys import Keyring
from kiosk.post.roles import Role

pytestmark = pytest.mark.outside

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


def test_the_committee_is_enrolled_over_pipes_and_its_cards_gather(
    pipes: Conversation, etc: Path
) -> None:
    cards = []
    for role in Role:
        cards.append(pipes.shows_card())
        assert PEOPLE[role] in pipes.heard
        pipes.says(cards[-1])
    envelope = pipes.shows_card()
    assert SAFE in pipes.heard
    pipes.says(envelope)
    pipes.hears("From now on letters can be written.")
    assert "PIN" in pipes.hears("Enter: none")
    pipes.says("")
    assert pipes.ends() == 0
    committee = store.load_committee(committee_file(etc))
    assert committee is not None
    keyring = Keyring(committee)
    assert isinstance([keyring.present(card) for card in cards][-1], QuorumGathered)


def test_no_card_is_kept_anywhere(pipes: Conversation, etc: Path) -> None:
    cards = []
    for _ in (*Role, None):
        cards.append(pipes.shows_card())
        pipes.says(cards[-1])
    pipes.hears("Enter: none")
    pipes.says("")
    assert pipes.ends() == 0
    kept = b"".join(path.read_bytes() for path in etc.rglob("*") if path.is_file())
    for card in cards:
        assert card.encode() not in kept
        assert card.replace(" ", "").encode() not in kept


def test_a_mistyped_card_is_asked_again_until_it_is_right(pipes: Conversation) -> None:
    card = pipes.shows_card()
    pipes.says(card[::-1])
    assert "again" in pipes.hears("Type it back")
    pipes.says("")
    assert "20 digits" in pipes.hears("Type it back")
    pipes.says(card.replace(" ", ""))
    assert "is right" in pipes.hears("Key card 2 of 3")


@pytest.mark.usefixtures("attentive")
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


def test_a_terminal_is_cleared_before_the_next_card(terminal: Conversation) -> None:
    first = terminal.shows_card()
    terminal.says(first)
    after = terminal.hears("Press Enter")
    assert CLEAR in after
    assert first not in after.split(CLEAR)[1]


def test_a_pipe_gets_no_control_characters(pipes: Conversation) -> None:
    pipes.says(pipes.shows_card())
    assert "\x1b" not in pipes.hears("Key card 2 of 3")
