"""Letters come in: durable, in place, at random, and refused in words when they cannot."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from kiosk import store
from kiosk.events import (
    LetterRefused,
    LetterStored,
    PaperCounted,
    PaperNotCounted,
    StoreFailed,
    StoreTrouble,
)
from kiosk.post.sealing import ENVELOPE_SIZE, seal
from kiosk.store.connection import connect
from kiosk.store.tables import envelopes
from tests.office import COMMITTEE, DAY, LETTER
from tests.store.desk import POOL, Desk, desk, files, times_say_nothing

DISK = LetterRefused(StoreTrouble.DISK)


def used(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT sum(used) FROM envelopes").fetchone()[0])


def positions(path: Path) -> dict[int, int]:
    """Where in the file each envelope begins, by its place."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT place, sealed FROM envelopes").fetchall()
    content = path.read_bytes()
    return {place: content.index(sealed[:200]) for place, sealed in rows}


def test_a_letter_is_in_the_file_when_it_is_thanked_for(office: Desk) -> None:
    sealed = seal(LETTER, COMMITTEE.public_key)
    office.store.accept(sealed, COMMITTEE.public_key)
    office.expect(LetterStored)
    assert office.path.read_bytes().count(sealed[:200]) == 1
    assert used(office.path) == 1


def test_nothing_moves_and_nothing_grows_when_letters_come(office: Desk) -> None:
    before, size = positions(office.path), office.path.stat().st_size
    for _ in range(POOL):
        assert office.accept() == LetterStored()
    assert positions(office.path) == before
    assert office.path.stat().st_size == size


def test_an_envelope_is_as_long_in_the_file_used_or_blank(office: Desk) -> None:
    # The whole file differs only where one record lies, so no cell or page changed its size.
    office.accept()
    before = office.path.read_bytes()
    office.accept()
    changed = sum(a != b for a, b in zip(before, office.path.read_bytes(), strict=True))
    assert changed <= ENVELOPE_SIZE + 40


def test_a_full_box_says_so_and_loses_nothing(office: Desk) -> None:
    for _ in range(POOL):
        office.accept()
    before = office.path.read_bytes()
    assert office.accept() == LetterRefused(StoreTrouble.BOX_FULL)
    assert office.path.read_bytes() == before


def test_without_a_committee_nobody_could_read_it(tmp_path: Path) -> None:
    store.create(tmp_path / "kiosk.db", "demo", "{}", pool=2)
    with desk(tmp_path / "kiosk.db") as office:
        assert office.accept() == LetterRefused(StoreTrouble.NO_COMMITTEE)
    assert used(tmp_path / "kiosk.db") == 0


def test_only_envelopes_of_the_one_size_are_taken(office: Desk) -> None:
    office.store.accept(b"short", COMMITTEE.public_key)
    assert office.event() == DISK
    assert used(office.path) == 0


def test_paper_is_counted_durably_and_without_a_time(office: Desk) -> None:
    assert [office.paper() for _ in range(3)] == [PaperCounted()] * 3
    with closing(sqlite3.connect(office.path)) as connection:
        assert connection.execute("SELECT * FROM slot").fetchall() == [(1, 3)]


def test_after_every_job_the_times_say_nothing(office: Desk) -> None:
    office.accept()
    assert times_say_nothing(office.path)
    office.paper()
    assert times_say_nothing(office.path)
    office.board()
    assert times_say_nothing(office.path)
    assert files(office.path.parent) == ["kiosk.db"]


def test_at_start_the_times_of_an_unclean_end_are_hidden(path: Path) -> None:
    path.touch()
    (path.parent / "other").touch()
    assert not times_say_nothing(path)
    with desk(path) as office:
        office.board()
        assert times_say_nothing(path)


def test_the_journal_that_cannot_be_written_refuses_the_letter(office: Desk) -> None:
    """A directory in the place of the rollback journal: SQLite cannot write one, as on EIO."""
    office.board()
    before = office.path.read_bytes()
    obstacle = office.path.with_name("kiosk.db-journal")
    obstacle.mkdir()
    assert office.accept() == DISK
    assert office.paper() == PaperNotCounted()
    office.store.open_review(DAY)
    assert office.event() == StoreFailed("open_review")
    assert office.path.read_bytes() == before
    obstacle.rmdir()
    assert office.accept() == LetterStored()


def test_a_locked_store_refuses_and_later_takes(path: Path) -> None:
    with desk(path, {"busy_timeout": 1}) as office:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert office.accept() == DISK
            assert office.paper() == PaperNotCounted()
        assert office.accept() == LetterStored()
        assert office.paper() == PaperCounted()


def test_a_reader_that_does_not_let_go_refuses_the_letter_whole(path: Path) -> None:
    with desk(path, {"busy_timeout": 1}) as office:
        office.board()
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM slot").fetchall()
            assert office.accept() == DISK
        assert used(path) == 0
        assert office.accept() == LetterStored()
    assert used(path) == 1


@pytest.mark.parametrize("words", [None, b"", b"no store at all" * 500])
def test_a_store_that_is_gone_answers_every_job(tmp_path: Path, words: bytes | None) -> None:
    path = tmp_path / "kiosk.db"
    if words is not None:
        path.write_bytes(words)
    with desk(path) as office:
        assert office.accept() == DISK
        assert office.paper() == PaperNotCounted()
        office.store.read_board()
        assert office.event() == StoreFailed("read_board")
    assert (path.read_bytes() if path.exists() else None) == words


def test_a_file_that_breaks_while_in_use_answers_every_job(office: Desk) -> None:
    office.board()
    size = office.path.stat().st_size
    office.path.write_bytes(b"\xff" * size)
    assert office.accept() == DISK
    assert office.paper() == PaperNotCounted()


def test_a_refused_letter_leaves_no_line_in_the_log(
    office: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(POOL + 2):
        office.accept()
    assert caplog.records == []
    assert not office.store.busy


def test_no_error_of_the_database_quotes_what_was_to_be_written(path: Path) -> None:
    taken = insert(envelopes).values(place=1, used=0, sealed="Мени үйдө урушат".encode())
    with closing(connect(path)) as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(taken)
    assert "\\xd0" not in str(caught.value)
    assert "parameters hidden" in str(caught.value)


def test_a_journal_that_was_hardly_begun_is_gone_after_the_start(path: Path) -> None:
    """Its file times would tell when the last letter came; SQLite itself would leave it there."""
    path.with_name("kiosk.db-journal").write_bytes(bytes(512))
    with desk(path) as office:
        office.board()
        assert files(path.parent) == ["kiosk.db"]
