"""A copy takes the store's place: at once, never by half, and what was there is kept aside."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import LetterStored
from kiosk.store.backup import back_up, copies, folder, keys
from kiosk.store.errors import (
    NewerSchema,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreInUse,
    WrongKind,
)
from kiosk.store.restoring import Inside, asides, offered
from tests.office import COMMITTEE, DAY
from tests.store.cut import rekeyed
from tests.store.desk import desk, files, times_say_nothing
from tests.store.test_backup import beside, content, cut


def letters(path: Path, count: int) -> None:
    """So many come."""
    with desk(path) as office:
        for _ in range(count):
            assert office.accept() == LetterStored()


def waiting(path: Path) -> int:
    """How many are in it."""
    with closing(sqlite3.connect(path)) as database:
        (found,) = database.execute("SELECT sum(used) FROM envelopes").fetchone()
    return int(found)


def put_back(path: Path, source: Path) -> Path | None:
    """Restore without asking."""
    with offered(path, source, "demo") as offer:
        return offer.put_in_place(DAY)


@pytest.fixture
def source(path: Path) -> Path:
    """A copy with one letter, of a store that has three by now."""
    letters(path, 1)
    copy = folder(path) / back_up(path, DAY, keep=1).name
    letters(path, 2)
    return copy


def test_the_copy_is_the_store_and_the_store_lies_aside(path: Path, source: Path) -> None:
    before = content(path)
    aside = put_back(path, source)
    assert times_say_nothing(path)
    assert (waiting(path), content(path)) == (1, content(source))
    assert aside is not None
    assert (waiting(aside), content(aside)) == (3, before)
    assert files(path.parent) == ["backups", "kiosk.db"]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"holiday photos " * 1000, b"SQLite format 3\0"])
def test_what_is_no_copy_is_not_called_a_damaged_store(
    path: Path, source: Path, content: bytes
) -> None:
    source.write_bytes(content)
    with pytest.raises(NotAStore) as refused:
        put_back(path, source)
    assert str(refused.value).startswith(f"{source} is no copy of a kiosk's store")


def test_a_database_of_another_program_is_no_copy(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE moz_places (url)")
    with pytest.raises(NotAStore, match="is no copy of a kiosk's store"):
        put_back(path, other)


def test_a_damaged_copy_is_not_called_the_store(path: Path, source: Path) -> None:
    with source.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)
    with pytest.raises(StoreDamaged, match=f"^the copy {source} is damaged"):
        put_back(path, source)


def test_what_was_set_aside_can_be_restored_in_its_turn(path: Path, source: Path) -> None:
    aside = put_back(path, source)
    assert aside is not None
    put_back(path, aside)
    assert waiting(path) == 3
    assert sorted(map(waiting, asides(path))) == [1, 3]


def test_letters_come_again_afterwards(path: Path, source: Path) -> None:
    put_back(path, source)
    letters(path, 1)
    assert waiting(path) == 2


def test_twice_on_a_day_nothing_set_aside_is_lost(path: Path, source: Path) -> None:
    first, second = put_back(path, source), put_back(path, source)
    assert first != second
    assert asides(path) == tuple(sorted((first, second)))  # type: ignore[type-var]


def test_a_new_backup_leaves_what_lies_aside(path: Path, source: Path) -> None:
    put_back(path, source)
    back_up(path, DAY + timedelta(days=7), keep=1)
    assert len(asides(path)) == 1


def test_a_store_that_a_kiosk_runs_on_is_refused(path: Path, source: Path) -> None:
    with desk(path) as office:
        office.board()
        with pytest.raises(StoreInUse):
            put_back(path, source)
        assert office.accept() == LetterStored()
    assert (waiting(path), beside(path)) == (4, [source.name])


def test_no_kiosk_starts_on_it_meanwhile(path: Path, source: Path) -> None:
    with offered(path, source, "demo"), desk(path) as office:
        assert office.accept() != LetterStored()
    letters(path, 1)


def test_looking_at_the_offer_changes_nothing(path: Path, source: Path) -> None:
    before = content(path)
    with offered(path, source, "demo") as offer:
        assert offer.copy == offer.present
        told = Inside("demo", keys(path), reviews=0, rows=0)
        assert offer.copy == told, "nobody is told how many wait"
    assert content(path) == before
    assert files(path.parent) == ["backups", "kiosk.db"]


# --- copies that cannot take its place ---


def changed(source: Path, words: str) -> None:
    with closing(sqlite3.connect(source)) as database, database:
        database.execute(words)


def refused(path: Path, source: Path, why: type[StoreError]) -> None:
    """It stays as it was, with nothing left over."""
    before, folder_before = path.read_bytes(), beside(path)
    with pytest.raises(why):
        put_back(path, source)
    assert path.read_bytes() == before
    assert (files(path.parent), beside(path)) == (["backups", "kiosk.db"], folder_before)


def test_one_of_a_later_kiosk(path: Path, source: Path) -> None:
    changed(source, "UPDATE alembic_version SET version_num = '9999'")
    refused(path, source, NewerSchema)


def test_a_damaged_one(path: Path, source: Path) -> None:
    with source.open("r+b") as file:
        file.seek(-4096 * 2, 2)
        file.write(b"\xff" * 4)
    refused(path, source, StoreDamaged)


def test_one_that_was_cut_short(path: Path, source: Path) -> None:
    os.truncate(source, source.stat().st_size // 2)
    refused(path, source, StoreDamaged)


def test_one_whose_journal_was_changed(path: Path, source: Path) -> None:
    changed(source, "INSERT INTO reviews (number, opened_on, slot, papers, closed_on, chain)"
                    " VALUES (1, '2026-11-01', 0, 0, '2026-11-01', x'00')")  # fmt: skip
    refused(path, source, StoreDamaged)


def test_a_real_one_for_a_demo(path: Path, source: Path) -> None:
    changed(source, "UPDATE kiosk SET kind = 'real'")
    refused(path, source, WrongKind)


def test_a_file_of_somebody_else_and_none_at_all(path: Path, source: Path) -> None:
    source.write_text("holiday photos " * 1000)
    refused(path, source, StoreError)
    refused(path, source.with_name("none.sqlite"), NotAStore)


# --- stores that are in a bad way: the reason to restore ---


def test_into_a_directory_with_no_store(path: Path, source: Path) -> None:
    path.unlink()
    assert put_back(path, source) is None
    assert waiting(path) == 1


def test_in_the_place_of_a_damaged_one(path: Path, source: Path) -> None:
    path.write_bytes(b"\xff" * 100_000)
    with offered(path, source, "demo") as offer:
        assert offer.present is None
    aside = put_back(path, source)
    assert aside is not None
    assert aside.read_bytes() == b"\xff" * 100_000
    assert waiting(path) == 1


@pytest.fixture
def hot(path: Path, source: Path) -> Path:
    """A power cut left a journal that would be rolled back into whatever has the store's name."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA cache_size = 1")
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE envelopes SET sealed = randomblob(length(sealed))")
        shutil.copy(path.with_name("kiosk.db-journal"), path.with_name("kept"))
        shutil.copy(path, path.with_name("torn"))
        database.rollback()
    path.with_name("torn").replace(path)
    path.with_name("kept").replace(path.with_name("kiosk.db-journal"))
    return source


def test_a_journal_of_the_old_store_never_meets_the_new_one(path: Path, hot: Path) -> None:
    aside = put_back(path, hot)
    assert content(path) == content(hot)
    assert not path.with_name("kiosk.db-journal").exists()
    assert aside is not None
    assert waiting(aside) == 3, "it was rolled back first"


def test_nor_does_one_whose_store_is_gone(path: Path, hot: Path) -> None:
    path.unlink()
    assert put_back(path, hot) is None
    assert content(path) == content(hot)
    assert files(path.parent) == ["backups", "kiosk.db"]


# --- cards ---


def test_the_offer_shows_that_other_cards_open_it(path: Path, source: Path) -> None:
    elsewhere = Path(shutil.copy(source, path.with_name("elsewhere.sqlite")))
    with desk(path) as office:
        rekeyed(office)
        office.board()
    with offered(path, elsewhere, "demo") as offer:
        assert offer.present is not None
        assert offer.present.keys == keys(path) != offer.copy.keys
    put_back(path, elsewhere)
    committee = store.load_committee(path)
    assert committee is not None
    assert committee.public_key == COMMITTEE.public_key
    assert [copy.keys == keys(path) for copy in copies(path)] == [False]


def test_cut_off_at_any_change_the_old_store_or_the_new(
    path: Path, source: Path, tmp_path: Path
) -> None:
    kept = Path(shutil.copy(source, tmp_path / "kept.sqlite"))
    ends = cut(tmp_path, path, 90, "restore", str(kept))
    assert (ends[0], ends[-1]) == (signal.SIGKILL, 0)
    seen = set()
    for n, _ in enumerate(ends, 1):
        here = tmp_path / f"cut.{n}/kiosk.db"
        store.prepare(here, "demo")
        seen.add(waiting(here))
        lost = waiting(here) == 1 and [waiting(one) for one in asides(here)] != [3]
        assert not lost, "what was there is nowhere any more"
        put_back(here, kept)
        assert waiting(here) == 1
        assert files(here.parent) == ["backups", "kiosk.db"]
    assert seen == {1, 3}
