"""A committee is set aside: all of it or nothing, and the chain of its reviews still verifies."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from json import loads
from pathlib import Path
from typing import Any

import pytest

from kiosk import store
from kiosk.store.chains import verify_chain
from kiosk.store.formers import abandon_committee
from tests.office import DAY, notice
from tests.store.cut import STEPS, desk_closed, live
from tests.store.desk import new_store
from tests.store.test_power_cut import ROOT, counted

COUNT = 80
"""More statements than there are, so that the last ones are not cut off."""

KEPT = (
    "SELECT what, row, length(sealed), length(digest) FROM kept ORDER BY what, row",
    "SELECT count(*) FROM formers",
    "SELECT day, what FROM incidents ORDER BY day",
    "SELECT committee IS NULL FROM kiosk",
)


def state(path: Path) -> list[Any]:
    """What the store holds, without what is random in it."""
    with closing(sqlite3.connect(path)) as database:
        return counted(path) + [database.execute(words).fetchall() for words in KEPT]


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """Letters wait, a slip is out; a row of a closed review was corrected and waits as well."""
    path = new_store(tmp_path / "data", pool=6)
    left = STEPS.index(desk_closed) + 1
    steps = iter(range(left))

    class Enough(Exception):
        """The month is far enough."""

    def stop() -> None:
        if next(steps) == left - 1:
            raise Enough

    with pytest.raises(Enough):
        live(path, {}, lambda _: None, stop)
    return path


def test_at_every_statement_the_old_state_or_the_new(used: Path) -> None:
    for n in range(1, COUNT + 1):
        shutil.copy(used, f"{used}.{n}")
    words = [sys.executable, "-m", "tests.store.cut_aside", str(used), str(COUNT)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    ends: list[int] = loads(done.stdout)
    before = state(used)
    abandon_committee(used, DAY, notice("Жаңы топ"))
    after = state(used)
    assert before != after
    assert ends[-1] == 0
    assert set(ends) == {0, signal.SIGKILL}
    for n, end in enumerate(ends, 1):
        path = Path(f"{used}.{n}")
        store.prepare(path, "demo")
        assert state(path) == (before if end else after), n
        assert verify_chain(path).sound, n


def test_what_was_set_aside_cannot_be_changed_unnoticed(used: Path) -> None:
    abandon_committee(used, DAY, notice("Жаңы топ"))
    whole = verify_chain(used)
    assert whole.sound
    assert whole.versions > whole.rows, "what a row said before is set aside as well"
    with closing(sqlite3.connect(used)) as database, database:
        database.execute("UPDATE kept SET digest = randomblob(32) WHERE what = 'entry'")
    assert verify_chain(used).broken == 1
