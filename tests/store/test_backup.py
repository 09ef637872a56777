"""Copies of a store: whole, checked, few, and telling no more than the store itself."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import CommitteeKept, LetterStored, StoreFailed
from kiosk.post.sealing import seal
from kiosk.store.backup import NO_KEYS, Copy, among, back_up, copies, folder, keys
from kiosk.store.errors import StoreDamaged, StoreError, StoreInUse
from kiosk.store.hold import alone
from tests.office import COMMITTEE, DAY, LETTER, keyring
from tests.store.cut import rekeyed
from tests.store.desk import FAST, Desk, desk, files, new_store
from tests.store.test_order import LETTERS, PLACES, RUNS, Arrivals, chance, leak, orders

ROOT = Path(__file__).parents[2]
SIDES = ("-journal", "-wal", "-shm")


def content(path: Path) -> list[str]:
    """Everything in a store, however its pages lie."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return list(database.iterdump())


def beside(path: Path) -> list[str]:
    """What lies in the folder of the copies."""
    return files(folder(path)) if folder(path).is_dir() else []


def test_a_copy_is_the_store_page_by_page(office: Desk) -> None:
    office.accept()
    copy = back_up(office.path, DAY, keep=2)
    lies = folder(office.path) / copy.name
    assert lies.stat().st_size == office.path.stat().st_size
    assert content(lies) == content(office.path)
    assert beside(office.path) == [copy.name], "no journal, no draft"
    assert lies.stat().st_mode & 0o077 == 0


def test_its_letters_open_with_the_cards_of_its_day(office: Desk, tmp_path: Path) -> None:
    office.accept()
    copy = back_up(office.path, DAY, keep=2)
    elsewhere = Path(shutil.copy(folder(office.path) / copy.name, tmp_path / "kiosk.db"))
    with desk(elsewhere) as other:
        assert [found.letter for found in keyring().open(other.meeting()).letters] == [LETTER]


def test_its_times_are_its_days_and_the_stores_still_say_nothing(office: Desk) -> None:
    office.accept()
    copy = back_up(office.path, DAY, keep=2)
    stat = (folder(office.path) / copy.name).stat()
    midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC).timestamp()
    assert stat.st_mtime == stat.st_atime == midnight
    assert office.path.stat().st_mtime == office.path.parent.stat().st_mtime


def test_it_is_made_while_letters_come(office: Desk) -> None:
    office.accept()
    made: list[Copy] = []
    maker = threading.Thread(target=lambda: made.append(back_up(office.path, DAY, keep=2)))
    maker.start()
    for _ in range(5):
        assert office.accept() == LetterStored()
    maker.join()
    with closing(sqlite3.connect(folder(office.path) / made[0].name)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (waiting,) = database.execute("SELECT sum(used) FROM envelopes").fetchone()
    assert 1 <= waiting <= 6


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_store(tmp_path_factory.mktemp("empty") / "data", PLACES)


def copied(path: Path, arrivals: Arrivals) -> None:
    """Letters come, and the thief has only the copy."""
    with desk(path, FAST) as office:
        for sealed in arrivals:
            office.store.accept(sealed, COMMITTEE.public_key)
            office.expect(LetterStored)
    copy = back_up(path, DAY, keep=1)
    shutil.copy(folder(path) / copy.name, path)
    assert not any(path.with_name(path.name + side).exists() for side in SIDES)


def test_a_copy_keeps_no_order_of_arrival(empty: Path, tmp_path: Path) -> None:
    seen = orders(empty, tmp_path, copied)
    band = chance(LETTERS, RUNS)
    assert leak([in_file for in_file, _ in seen]) < band
    assert leak([in_rows for _, in_rows in seen]) < band


def in_order_of_coming(path: Path, arrivals: Arrivals) -> None:
    """How a copy must not be made: only what is used, written anew, the oldest first."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM envelopes")
        database.executemany("INSERT INTO envelopes VALUES (NULL, 1, ?)", [(a,) for a in arrivals])


def test_the_attack_would_find_it(empty: Path, tmp_path: Path) -> None:
    seen = orders(empty, tmp_path, in_order_of_coming)
    assert leak([in_rows for _, in_rows in seen]) > 2 * chance(LETTERS, RUNS)


def test_a_copy_has_no_byte_of_a_letter_that_was_there_before(office: Desk) -> None:
    sealed = seal(LETTER, COMMITTEE.public_key)
    office.store.accept(sealed, COMMITTEE.public_key)
    office.event()
    back_up(office.path, DAY, keep=2)
    with closing(sqlite3.connect(office.path)) as database, database:
        database.execute("UPDATE envelopes SET used = 0, sealed = randomblob(length(sealed))")
    copy = back_up(office.path, DAY, keep=2)
    assert sealed[:200] not in (folder(office.path) / copy.name).read_bytes()


# --- how many ---


def test_the_newest_are_kept(path: Path) -> None:
    days = [DAY + timedelta(days=7 * n) for n in range(4)]
    for day in days:
        back_up(path, day, keep=2)
    assert [copy.day for copy in copies(path)] == [days[3], days[2]]
    assert len(beside(path)) == 2


def test_copies_of_the_same_day_have_numbers_and_the_last_ones_stay(office: Desk) -> None:
    first = back_up(office.path, DAY, keep=2)
    office.accept()
    second = back_up(office.path, DAY, keep=2)
    assert copies(office.path) == (second, first)
    assert content(folder(office.path) / second.name) == content(office.path)
    assert content(folder(office.path) / first.name) != content(office.path)
    third = back_up(office.path, DAY, keep=2)
    assert copies(office.path) == (third, second)
    assert [copy.number for copy in copies(office.path)] == [3, 2]


def test_a_number_that_grew_long_is_read_again(path: Path) -> None:
    first = folder(path) / back_up(path, DAY, keep=1).name
    first.rename(first.with_stem(f"{first.stem}-100"))
    back_up(path, DAY, keep=1)
    assert [copy.number for copy in copies(path)] == [101]


def test_the_one_just_made_stays_though_an_older_one_has_a_later_day(path: Path) -> None:
    """A clock that was wrong once must not make every later copy go."""
    wrong = back_up(path, date(2099, 1, 1), keep=1)
    right = back_up(path, DAY, keep=1)
    assert beside(path) == [right.name]
    assert wrong != right


def test_files_of_others_stay(path: Path) -> None:
    back_up(path, DAY, keep=1)
    for name in ("aside-2026-11-01.sqlite", "post-yesterday.sqlite", "notes.txt"):
        (folder(path) / name).write_text("?")
    back_up(path, DAY + timedelta(days=1), keep=1)
    assert len(beside(path)) == 4


@pytest.mark.parametrize(
    "name", ["post-2026-13-01-00000000.sqlite", "post-2026-11-27.sqlite", "x.sqlite", "post.new"]
)
def test_what_has_no_copys_name_is_none(name: str) -> None:
    assert among([name]) == ()


def test_names_tell_day_and_keys(path: Path, tmp_path: Path) -> None:
    copy = back_up(path, DAY, keep=1)
    assert copy.name == f"post-{DAY}-{keys(path)}.sqlite"
    store.create(tmp_path / "bare.db", "demo", '{"name": {"ky": "М"}}', pool=1)
    assert keys(tmp_path / "bare.db") == NO_KEYS != keys(path)


# --- what is not copied ---


def test_a_damaged_store_displaces_no_copy(path: Path) -> None:
    good = back_up(path, DAY, keep=1)
    before = (folder(path) / good.name).read_bytes()
    with path.open("r+b") as file:
        file.seek(-4096 * 2, 2)
        file.write(b"\xff" * 4)
    with pytest.raises(StoreDamaged):
        back_up(path, DAY + timedelta(days=7), keep=1)
    assert beside(path) == [good.name]
    assert (folder(path) / good.name).read_bytes() == before


def test_a_journal_that_was_changed_displaces_no_copy(path: Path) -> None:
    good = back_up(path, DAY, keep=1)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO reviews (number, opened_on, slot, papers, closed_on, chain)"
                         " VALUES (1, '2026-11-01', 0, 0, '2026-11-01', x'00')")  # fmt: skip
    with pytest.raises(StoreDamaged, match="journal verify"):
        back_up(path, DAY + timedelta(days=7), keep=1)
    assert beside(path) == [good.name]


def test_a_store_that_is_just_exchanged_is_not_copied(path: Path) -> None:
    with alone(path), pytest.raises(StoreInUse):
        back_up(path, DAY, keep=1)
    assert beside(path) == []


# --- new keys ---


def test_new_keys_replace_all_copies_at_once(office: Desk) -> None:
    back_up(office.path, DAY, keep=3)
    back_up(office.path, DAY + timedelta(days=7), keep=3)
    old = keys(office.path)
    assert isinstance(rekeyed(office), CommitteeKept)
    office.board()  # the store's thread goes on to the next job after it
    [copy] = copies(office.path)
    assert copy.keys == keys(office.path) != old
    assert content(folder(office.path) / copy.name) == content(office.path)


def test_a_change_that_is_refused_leaves_the_copies(office: Desk) -> None:
    copy = back_up(office.path, DAY, keep=1)
    office.store.keep_committee(COMMITTEE, lambda _, sealed: sealed[:-1])
    assert isinstance(office.event(), CommitteeKept | StoreFailed)
    office.board()
    assert copies(office.path) == (copy,)


def test_whoever_made_no_copies_gets_none(office: Desk) -> None:
    rekeyed(office)
    office.board()
    assert beside(office.path) == []


# --- power cuts ---


def cut(tmp_path: Path, path: Path, count: int, *what: str) -> list[int]:
    """Work on copies of the store's directory, each cut off one change later; the signals."""
    for n in range(count + 1):
        shutil.copytree(path.parent, tmp_path / f"cut.{n}")
    words = [sys.executable, "-m", "tests.store.cut_copy", str(tmp_path / "cut"), str(count)]
    ended = subprocess.run([*words, *what], capture_output=True, text=True, check=True, cwd=ROOT)
    ends: list[int] = json.loads(ended.stdout)
    return ends


def test_cut_off_at_any_change_the_old_copy_or_the_new(path: Path, tmp_path: Path) -> None:
    old = back_up(path, DAY - timedelta(days=7), keep=1)
    with desk(path) as office:
        office.accept()
    ends = cut(tmp_path, path, 60, "backup")
    assert ends[0] == signal.SIGKILL
    assert ends[-1] == 0, "the last was not reached any more: all changes were cut off"
    seen = set()
    for n, _ in enumerate(ends, 1):
        here = tmp_path / f"cut.{n}/kiosk.db"
        found = copies(here)
        assert found
        seen.add(found[0] == old)
        for copy in found:
            store.prepare(folder(here) / copy.name, "demo")
        back_up(here, DAY, keep=1)
        assert [copy.day for copy in copies(here)] == [DAY]
        assert len(beside(here)) == 1, "nothing is left over"
    assert seen == {True, False}


def test_cut_off_in_the_middle_of_a_page_there_is_no_copy(path: Path) -> None:
    words = (
        "import resource, signal, pathlib; from datetime import date;"
        "from kiosk.store.backup import back_up;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_DFL);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000));"
        f"back_up(pathlib.Path({str(path)!r}), date(2026, 11, 27), 1)"
    )
    died = subprocess.run([sys.executable, "-c", words], check=False, cwd=ROOT)
    assert died.returncode == -signal.SIGXFSZ
    assert copies(path) == ()
    back_up(path, DAY, keep=1)
    assert len(beside(path)) == 1


def test_where_no_copy_can_be_written_it_is_said(path: Path) -> None:
    folder(path).write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        back_up(path, DAY, keep=1)
