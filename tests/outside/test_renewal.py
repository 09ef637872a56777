"""After a meeting the kiosk's process begins anew, and its memory holds no letter (law 10)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import store
from kiosk.config.machine import store_in
from kiosk.events import LetterStored
from kiosk.post.letters import DayMonth, Letter
from tests.store.desk import desk

pytestmark = pytest.mark.outside

ROOT = Path(__file__).parents[2]
WORD = "ыйыккөрпөчтөй"
ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
"""Texts on their way, and as Python holds them."""


@pytest.fixture
def kiosk(data: Path) -> Iterator[subprocess.Popen[str]]:
    """A kiosk over a store in which a letter waits that this process wrote."""
    path = store_in(data)
    committee = store.load_committee(path)
    assert committee is not None
    with desk(path, committee=committee) as office:
        assert office.accept(Letter(f"Мында {WORD} бар", DayMonth(20, 11))) == LetterStored()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.outside.renewing", str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "SDL_VIDEODRIVER": "dummy"},
    )
    yield process
    process.kill()
    process.communicate()


def hears(kiosk: subprocess.Popen[str]) -> str:
    assert kiosk.stdout is not None
    for line in kiosk.stdout:
        if not line.startswith("pygame"):
            return line.strip()
    raise AssertionError("it ended")


def sends(kiosk: subprocess.Popen[str]) -> None:
    assert kiosk.stdin is not None
    kiosk.stdin.write("\n")
    kiosk.stdin.flush()


def holds(process: int) -> bool:
    """Whether any of the process's memory holds the word."""
    needles = [WORD.encode(encoding) for encoding in ENCODINGS]
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            if any(needle in part for part in _read(memory.fileno(), line) for needle in needles):
                return True
    return False


def _read(memory: int, mapping: str) -> Iterator[bytes]:
    span, rights, *_ = mapping.split()
    if "r" not in rights:
        return
    start, end = (int(bound, 16) for bound in span.split("-"))
    try:
        yield os.pread(memory, end - start, start)
    except (OSError, OverflowError):  # the kernel's own pages
        return


def test_its_memory_holds_the_letter_while_it_is_read_and_not_afterwards(
    kiosk: subprocess.Popen[str],
) -> None:
    assert hears(kiosk) == "reads"
    assert holds(kiosk.pid)
    sends(kiosk)
    assert hears(kiosk) == "left"
    sends(kiosk)
    assert hears(kiosk) == "board"
    assert not holds(kiosk.pid)
    assert kiosk.poll() is None, "it is the same process to whoever looks after it"
    sends(kiosk)
    assert kiosk.wait(30) == 0
