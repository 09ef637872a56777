"""`kiosk committee abandon`: asked twice, kept sealed, said on the board, and begun anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.committee import FIRST_WORDS
from kiosk.commands.notices import today
from kiosk.config import School
from kiosk.events import BoardRead, EntryRegistered, LetterRefused, LetterStored, StoreTrouble
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference
from kiosk.post.keys import enrol
from kiosk.post.letters import Language, Origin
from kiosk.post.meeting import Facts, Meeting, SealedEntry, SealedEnvelope
from tests.office import (
    CARDS,
    CHEAP,
    COMMITTEE,
    DAY,
    LETTER,
    RECOVERY,
    ROLES,
    entry,
    filed,
    keyring,
)
from tests.store.desk import Desk

NAME = "№ 7 мектеп"
SURE = f"{FIRST_WORDS}\n{NAME}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.sqlite"
    store.create(path, "real", School(name={Language.KY: NAME}).model_dump_json(), pool=6)
    store.save_committee(path, COMMITTEE)
    return path


@pytest.fixture
def office(path: Path) -> Iterator[Desk]:
    """A kiosk that runs, cut off in the middle of a review: one row, two letters that wait."""
    desk = Desk(path)
    desk.accept()
    desk.meeting()
    desk.store.set_hand_count(1, 1, Difference.TOGETHER)
    desk.event()
    keys = keyring()
    row, filing = filed(entry(origin=Origin.PAPER), keys)
    desk.store.register(1, None, keys.seal_entry(row), row, filing)
    desk.expect(EntryRegistered)
    desk.accept()
    yield desk
    desk.store.stop()


def abandon(path: Path, types: str = SURE) -> Result:
    words = ["committee", "abandon", "--data", str(path.parent)]
    return CliRunner().invoke(app, words, input=types)


def rows(path: Path, words: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(words).fetchall()


def test_it_sets_aside_what_nobody_can_open_any_more(office: Desk) -> None:
    said = abandon(office.path)
    assert said.exit_code == 0, said.output
    assert store.load_committee(office.path) is None
    for table in ("entries", "matters", "waiting", "envelopes WHERE used", "handles WHERE used"):
        assert rows(office.path, f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608
    assert rows(office.path, "SELECT count(*) FROM envelopes") == [(6,)]
    assert rows(office.path, "SELECT what, count(*) FROM kept GROUP BY what ORDER BY what") == [
        ("entry", 1), ("envelope", 2), ("matter", 1),
    ]  # fmt: skip


def test_if_the_cards_are_found_everything_can_still_be_read(office: Desk) -> None:
    abandon(office.path)
    [(record, ended)] = rows(office.path, "SELECT committee, ended_on FROM formers")
    assert (record, ended) == (COMMITTEE.pack(), today(office.path).isoformat())
    kept = rows(office.path, "SELECT what, row, sealed FROM kept")
    found = keyring().open(
        Meeting(
            Facts(1, DAY, 0),
            tuple(SealedEnvelope(1, s) for what, _, s in kept if what == "envelope"),
            tuple(SealedEntry(n, s) for what, n, s in kept if what == "entry"),
        )
    )
    assert [opened.letter for opened in found.letters] == [LETTER, LETTER]
    assert [(number, row.summary) for number, row in found.entries] == [(1, entry().summary)]


def test_a_new_committee_begins_and_numbers_go_on(office: Desk) -> None:
    abandon(office.path)
    other = enrol(tuple(CARDS.items()), RECOVERY, [ROLES], CHEAP, DAY)
    office.store.keep_committee(other, lambda _, sealed: sealed)
    office.event()
    assert office.accept() == LetterRefused(StoreTrouble.NO_COMMITTEE), "it still has the old key"
    office.committee = other
    assert office.accept() == LetterStored()
    meeting = office.meeting()
    assert [found.letter for found in keyring(other).open(meeting).letters] == [LETTER]
    office.store.set_hand_count(meeting.facts.review, 1, Difference.TOGETHER)
    office.event()
    row = entry(origin=Origin.PAPER)
    sealed = keyring(other).seal_entry(row)
    office.store.register(meeting.facts.review, None, sealed, row)
    assert office.expect(EntryRegistered).number == 2


def test_the_board_and_the_next_committee_hear_of_it(office: Desk) -> None:
    abandon(office.path)
    read: BoardRead = office.board()
    day = today(office.path)
    assert (day, Incident.COMMITTEE_LOST) in read.incidents
    assert read.unfinished is None
    assert read.board.letters_read_on is None, "they were not read"
    [notice] = read.board.notices
    assert set(notice.headline) == set(notice.body) == set(Language)
    assert notice.hangs_on(day)
    assert str(day.day) in notice.body[Language.RU]


def test_a_running_kiosk_keeps_no_letter_that_nobody_could_read(office: Desk) -> None:
    abandon(office.path)
    assert office.accept() == LetterRefused(StoreTrouble.NO_COMMITTEE)


@pytest.mark.parametrize("types", ["", "\n", f"{FIRST_WORDS}\n", f"{FIRST_WORDS}\nyes\n", "yes\n"])
def test_nothing_happens_without_both_answers(office: Desk, types: str) -> None:
    before = office.path.read_bytes()
    assert abandon(office.path, types).exit_code == 1
    assert store.load_committee(office.path) == COMMITTEE
    assert office.path.read_bytes() == before


def test_twice_is_once(path: Path) -> None:
    assert abandon(path).exit_code == 0
    said = abandon(path)
    assert said.exit_code == 1
    assert "No committee is enrolled" in said.stderr
