"""The power goes at any instant: what was thanked for is there, and nothing by half (law 8).

The process dies, its files stay as the kernel has them. What a card loses that was never synced
is another matter: it needs a disk that forgets, and rests here on the settings that are asserted.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from itertools import pairwise, product
from json import loads
from pathlib import Path
from typing import Any

import pytest

from kiosk import store
from kiosk.post.committee import Committee
from kiosk.post.journal_key import JournalKey
from kiosk.post.meeting import OpenedLetter, SealedEnvelope
from kiosk.post.rows import DamagedRow
from tests.office import LETTER, keyring
from tests.store.cut import STEPS, Cut, enrolled, live, requests
from tests.store.desk import desk, files, new_store, times_say_nothing

ROOT = Path(__file__).parents[2]
STEP = 1 if os.environ.get("KIOSK_CUTS") == "all" else 5
"""Every fifth cut, or all of them: `make test-cuts`."""

FACTS = (
    "SELECT sum(used) FROM envelopes",
    "SELECT letters FROM slot",
    "SELECT number, slot, hand, papers, closed_on, roles, slips, printed FROM reviews",
    "SELECT day, opens, urgent FROM openings",
    "SELECT length(chain), length(witness) FROM reviews",
    "SELECT count(*) FROM waiting",
    "SELECT review, length(sealed) FROM wishes",
    "SELECT number, review, length(sealed), length(digest), chained FROM entries ORDER BY number",
    "SELECT number, row, length(sealed), length(digest), chained FROM superseded ORDER BY number",
    "SELECT number, place, withdrawn_on FROM notices ORDER BY number",
    "SELECT json_extract(committee, '$.generation') FROM kiosk",
    "SELECT count(*), length(sealed) FROM matters",
    "SELECT sum(used) FROM handles",
    "SELECT count(*), max(last_day) FROM replies",
)
State = list[Any]


def counted(path: Path) -> State:
    """What the store holds, as far as it can be told without its cards."""
    with closing(sqlite3.connect(path)) as database:
        return [database.execute(words).fetchall() for words in FACTS]


def state(path: Path) -> State:
    """What the store holds, without what is random in it."""
    facts = counted(path)
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT sealed, digest FROM entries").fetchall()
        rows += database.execute("SELECT sealed, digest FROM superseded").fetchall()
        said = database.execute("SELECT sealed FROM wishes").fetchall()
    journal = keyring(enrolled(path)).journal()
    outs = [len(journal.open_wishes(record, 0).stepped) for (record,) in said]
    hung = [_hung(journal, path, sealed) for sealed, _ in rows]
    return [*facts, outs, sorted(_letter(journal, *row) for row in rows), sorted(hung)]


def _hung(journal: JournalKey, path: Path, sealed: bytes) -> str:
    """What a row knows of its notice: that it must be told, or what was hung of it."""
    try:
        entry = journal.open_entry(sealed)
    except DamagedRow:
        return "damaged"
    if entry.untold:
        return "waits"
    with closing(sqlite3.connect(path)) as database:
        words = "SELECT headline FROM notices WHERE number = ?"
        (headline,) = database.execute(words, (entry.notice,)).fetchone() or ("",)
    return str(headline)


def _letter(journal: JournalKey, sealed: bytes, digest: bytes) -> str:
    """What became of a version's letter, where the version is whole and the chain knows it."""
    try:
        told = journal.digest(sealed) == digest
        return "another" if not told else "erased" if journal.open_entry(sealed).erased else "there"
    except DamagedRow:
        return "damaged"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_store(tmp_path_factory.mktemp("new") / "data", pool=6)


@pytest.fixture(scope="module")
def states(new: Path, tmp_path_factory: pytest.TempPathFactory) -> list[State]:
    """The states between the steps, from before the first to after the last."""
    path = copy(new, tmp_path_factory.mktemp("whole"))
    seen = [state(path)]
    live(path, {}, lambda _: None, lambda: seen.append(state(path)))
    assert len(seen) == len(STEPS) + 1
    assert all(one != two for one, two in pairwise(seen))
    told = [one[-1] for one in seen]
    assert any("waits" in one for one in told)
    assert "four" in "".join(told[-1])
    return seen


def copy(new: Path, directory: Path) -> Path:
    directory.mkdir(exist_ok=True)
    return Path(shutil.copy(new, directory / "kiosk.db"))


def cut_off(cuts: list[Cut]) -> list[dict[str, int]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.cut"],
        input=requests(cuts),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    answers: list[dict[str, int]] = loads(done.stdout)
    return answers


def trouble(path: Path, done: int, states: list[State]) -> str | None:
    """What is wrong with a store after its kiosk died, None if nothing is."""
    try:
        store.prepare(path, "demo")
        committee = enrolled(path)
    except store.StoreError as exc:
        return str(exc)
    if state(path) not in states[done : done + 2]:
        return f"after {done} steps: {state(path)}"
    return _halves(path, committee)


def _halves(path: Path, committee: Committee) -> str | None:
    with closing(sqlite3.connect(path)) as database:
        used = database.execute("SELECT place, sealed FROM envelopes WHERE used").fetchall()
    with desk(path) as office:
        meeting = office.meeting()
    everything = replace(meeting, envelopes=tuple(SealedEnvelope(*row) for row in used))
    opened = keyring(committee).open(everything)
    whole = all(found.letter == LETTER for found in opened.letters) and not opened.damaged
    there = {place for place, _ in used} >= {envelope.place for envelope in meeting.envelopes}
    return None if whole and there else "by half"


def test_at_every_statement_the_old_state_or_the_new(
    new: Path, states: list[State], tmp_path: Path
) -> None:
    cuts = [
        Cut(str(copy(new, tmp_path / f"{n}")), statement=n) for n in [*range(1, 380, STEP), 380]
    ]
    ends = cut_off(cuts)
    killed = [end for end in ends if end["signal"] == signal.SIGKILL]
    # Every statement of the month was a place to die, and the last cut came after its end.
    assert len({end["done"] for end in killed}) * (1 if STEP == 1 else 2) >= len(STEPS)
    assert ends[-1] == {"done": len(STEPS), "signal": 0}
    for cut, end in zip(cuts, ends, strict=True):
        assert trouble(Path(cut.path), end["done"], states) is None, cut


def torn(new: Path, tmp_path: Path, **how: Any) -> list[Cut]:
    """Cuts in every step, at bytes of the journal and of the store's pages."""
    pages = new.stat().st_size // 4096
    places = [700, 5000, *(page * 4096 + 2048 for page in range(1, pages, max(1, pages // 6)))]
    return [
        Cut(str(copy(new, tmp_path / f"{step}-{byte}")), step=step, byte=byte, **how)
        for step, byte in [*product(range(len(STEPS)), places)][::STEP]
    ]


def test_in_the_middle_of_a_commit_the_old_state_or_the_new(
    new: Path, states: list[State], tmp_path: Path
) -> None:
    cuts = torn(new, tmp_path)
    ends = cut_off(cuts)
    died = [end["done"] for end in ends if end["signal"] == signal.SIGXFSZ]
    assert len({*died}) * (1 if STEP == 1 else 2) >= len(STEPS)
    left = [files(Path(cut.path).parent) for cut in cuts]
    assert ["kiosk.db", "kiosk.db-journal"] in left
    for cut, end in zip(cuts, ends, strict=True):
        assert trouble(Path(cut.path), end["done"], states) is None, cut
        assert files(Path(cut.path).parent) == ["kiosk.db"]


def test_the_cuts_find_a_store_that_keeps_no_journal(
    new: Path, states: list[State], tmp_path: Path
) -> None:
    cuts = torn(new, tmp_path, journal="off")
    found = [
        trouble(Path(cut.path), end["done"], states)
        for cut, end in zip(cuts, cut_off(cuts), strict=True)
    ]
    assert sum(what is not None for what in found) * STEP >= len(STEPS)


def test_after_a_cut_the_next_start_hides_the_times(new: Path, tmp_path: Path) -> None:
    cut = Cut(str(copy(new, tmp_path / "data")), step=0, byte=5000)
    cut_off([cut])
    path = Path(cut.path)
    assert not times_say_nothing(path)
    store.prepare(path, "demo")
    assert times_say_nothing(path)
    assert files(path.parent) == ["kiosk.db"]


def test_a_creation_that_is_cut_off_leaves_no_store(tmp_path: Path) -> None:
    words = (
        "import resource, signal, pathlib; from kiosk import store;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000));"
        f"store.create(pathlib.Path({str(tmp_path / 'kiosk.db')!r}), 'demo', '{{}}', pool=40)"
    )
    died = subprocess.run([sys.executable, "-c", words], check=False, cwd=ROOT)
    assert died.returncode == -signal.SIGXFSZ
    assert not (tmp_path / "kiosk.db").exists()
    store.create(tmp_path / "kiosk.db", "demo", "{}", pool=2)
    assert files(tmp_path) == ["kiosk.db"]


def test_a_letter_of_the_set_is_read_again_after_a_cut(new: Path, tmp_path: Path) -> None:
    """Nothing is lost between opening and registering: the next roll call finds the same set."""
    path = copy(new, tmp_path / "data")
    cut_off([Cut(str(path), step=6, byte=5000)])
    with desk(path) as office:
        opened = keyring().open(office.meeting())
    assert [found.letter for found in opened.letters] == [LETTER, LETTER]
    assert all(isinstance(found, OpenedLetter) for found in opened.letters)
