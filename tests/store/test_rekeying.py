"""New keys for the committee: all that is sealed goes over in one transaction, or nothing does."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk import store
from kiosk.events import (
    CommitteeKept,
    EntryRegistered,
    HandleKept,
    LetterRefused,
    LetterStored,
    StoreFailed,
    StoreTrouble,
)
from kiosk.post.committee import Committee
from kiosk.post.handles import Handle
from kiosk.post.handles import seal as seal_handle
from kiosk.post.keys import Keyring
from kiosk.post.letters import Letter, Origin, ReplyTo
from kiosk.post.meeting import OpenedMeeting
from kiosk.post.rekeying import Sealed
from kiosk.post.sealing import seal, unseal
from tests.office import COMMITTEE, DAY, LETTER, RECOVERY, entry, filed, keyring
from tests.store.desk import Desk

SLIP = Handle.new(ReplyTo(b"n" * 16, b"k" * 32), DAY)
FAILED = StoreFailed("keep_committee")


@pytest.fixture
def office(office: Desk) -> Desk:
    """One of everything: a letter that waits in the set, one that came later, a row, a slip."""
    office.accept()
    office.paper()
    office.meeting()
    office.store.set_hand_count(1, 1, None)
    office.event()
    keys = keyring()
    row, filing = filed(entry(origin=Origin.PAPER), keys)
    office.store.register(1, None, keys.seal_entry(row), row, filing)
    office.expect(EntryRegistered)
    office.accept(replace(LETTER, text="later"))
    office.store.keep_handle(seal_handle(SLIP, COMMITTEE.public_key), COMMITTEE.public_key)
    office.expect(HandleKept)
    return office


def keep(office: Desk, committee: Committee, keys: Keyring) -> object:
    office.store.keep_committee(committee, keys.reseal)
    return office.event()


def rekey(office: Desk) -> Committee:
    keys = keyring(enrolled(office.path))
    committee = keys.rekeyed(frozenset(), DAY)
    assert keep(office, committee, keys) == CommitteeKept(committee)
    office.committee = committee
    return committee


def enrolled(path: Path) -> Committee:
    committee = store.load_committee(path)
    assert committee is not None
    return committee


def read(office: Desk) -> OpenedMeeting:
    return keyring(enrolled(office.path)).open(office.meeting())


def sealed(path: Path) -> dict[str, list[Any]]:
    """What is sealed, by table; blank records too."""
    tables = ("envelopes", "handles", "entries", "matters")
    with closing(sqlite3.connect(path)) as database:
        return {
            table: database.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()  # noqa: S608
            for table in tables
        }


def test_everything_can_be_read_with_the_new_keys_and_nothing_with_the_old(office: Desk) -> None:
    before = sealed(office.path)
    rekey(office)
    opened = read(office)
    assert [found.letter for found in opened.letters] == [LETTER]
    assert [row.summary for _, row in opened.entries] == [entry().summary]
    assert [matter.title for matter in opened.matters] == [entry().summary]
    assert opened.handles == {SLIP.digits: SLIP.reply_to}
    old = keyring(COMMITTEE).open(office.meeting())
    assert old.letters[0].letter is None
    assert (old.damaged, old.matters, dict(old.handles)) == ((1,), (), {})
    after = sealed(office.path)
    assert {table: len(rows) for table, rows in after.items()} == {
        table: len(rows) for table, rows in before.items()
    }


def test_how_far_it_is_is_told_in_percent_and_each_once(office: Desk) -> None:
    """Never in records: a count would tell how many letters wait."""
    heard: list[int] = []
    keys = keyring(enrolled(office.path))
    committee = keys.rekeyed(frozenset(), DAY)
    office.store.keep_committee(committee, keys.reseal, heard.append)
    office.expect(CommitteeKept)
    assert heard == sorted(set(heard))
    assert heard[-1] == 100
    assert len(heard) == 6, "two letters, a row, its matter, a slip, what was said of the letters"


def test_blank_records_and_plain_columns_stay_as_they_are(office: Desk) -> None:
    before = sealed(office.path)
    rekey(office)
    after = sealed(office.path)
    for old, new in zip(before["envelopes"], after["envelopes"], strict=True):
        assert old[:2] == new[:2]
        assert (old[2] == new[2]) is (old[1] == 0)
    [old_row], [new_row] = before["entries"], after["entries"]
    assert [old_row[n] for n in (0, 1, 3)] == [new_row[n] for n in (0, 1, 3)]
    assert old_row[2] != new_row[2]


def test_a_letter_of_the_next_month_goes_over_too(office: Desk) -> None:
    committee = rekey(office)
    with closing(sqlite3.connect(office.path)) as database:
        used = [row[0] for row in database.execute("SELECT sealed FROM envelopes WHERE used")]
    box = keyring(committee)._here().gathered().box
    assert {unseal(words, box).text for words in used} == {LETTER.text, "later"}


def test_again_and_again(office: Desk) -> None:
    for generation in (2, 3, 4):
        assert rekey(office).generation == generation
    assert [found.letter for found in read(office).letters] == [LETTER]


def test_what_is_damaged_stays_and_holds_nobody_up(office: Desk) -> None:
    place = office.meeting().envelopes[0].place
    with closing(sqlite3.connect(office.path)) as database, database:
        database.execute("UPDATE entries SET sealed = x'00'")
        database.execute("UPDATE envelopes SET sealed = zeroblob(9) WHERE place = ?", (place,))
    rekey(office)
    opened = read(office)
    assert opened.damaged == (1,)
    assert [found.letter for found in opened.letters] == [None]
    kept = sealed(office.path)
    assert kept["entries"][0][2] == b"\0"
    assert (place, 1, bytes(9)) in kept["envelopes"]


def test_a_letter_that_was_given_a_moment_before_is_not_lost(office: Desk) -> None:
    """The store's jobs wait in line: the letter is there when the rows are found."""
    keys = keyring()
    committee = keys.rekeyed(frozenset(), DAY)
    before = sum(row[1] for row in sealed(office.path)["envelopes"])
    key = COMMITTEE.public_key
    office.store.accept(seal(Letter("in time", LETTER.written), key), key)
    office.store.keep_committee(committee, keys.reseal)
    office.store.accept(seal(Letter("too late", LETTER.written), key), key)
    events = [office._inbox.get(timeout=60) for _ in range(3)]
    assert events == [
        LetterStored(), CommitteeKept(committee), LetterRefused(StoreTrouble.NO_COMMITTEE),
    ]  # fmt: skip
    assert sum(row[1] for row in sealed(office.path)["envelopes"]) == before + 1
    key = committee.public_key
    office.store.accept(seal(Letter("sent once more", LETTER.written), key), key)
    office.expect(LetterStored)


def test_keys_that_die_in_the_middle_leave_all_as_it_was(office: Desk) -> None:
    before = sealed(office.path)
    left = [3]

    def dies(_: Sealed, record: bytes) -> bytes:
        left[0] -= 1
        if left[0] == 0:
            raise ConnectionError("the keys' process is gone")
        return record[::-1]

    committee = keyring().rekeyed(frozenset(), DAY)
    office.store.keep_committee(committee, dies)
    assert office.event() == FAILED
    assert left == [0]
    assert sealed(office.path) == before
    assert enrolled(office.path) == COMMITTEE
    rekey(office)


def changed(keys: Keyring) -> Committee:
    drilled = keys.drilled(RECOVERY, DAY)
    assert drilled is not None
    return drilled


def test_a_changed_record_seals_nothing_anew(office: Desk) -> None:
    before, keys = sealed(office.path), keyring()
    committee = changed(keys)
    assert keep(office, committee, keys) == CommitteeKept(committee)
    assert sealed(office.path) == before
    assert enrolled(office.path).recovery.drilled_on == DAY


@pytest.mark.parametrize(
    "other",
    [
        lambda _: replace(COMMITTEE, generation=3),
        lambda keys: replace(keys.rekeyed(frozenset(), DAY), generation=1),
        lambda keys: replace(keys.rekeyed(frozenset(), DAY), salt=bytes(16)),
    ],
    ids=["from the future", "other keys under the same number", "other cards"],
)
def test_a_record_that_does_not_follow_is_refused(
    office: Desk, other: Callable[[Keyring], Committee]
) -> None:
    before, keys = sealed(office.path), keyring()
    assert keep(office, other(keys), keys) == FAILED
    assert sealed(office.path) == before
    assert enrolled(office.path) == COMMITTEE


def test_an_older_record_never_comes_back(office: Desk) -> None:
    rekey(office)
    keys = keyring()
    assert keep(office, changed(keys), keys) == FAILED
    assert enrolled(office.path).generation == 2


def test_the_first_committee_is_kept_on_the_screen_too(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    store.create(path, "demo", "{}", pool=2)
    office, keys = Desk(path), keyring()
    assert keep(office, replace(COMMITTEE, generation=2), keys) == FAILED
    assert keep(office, COMMITTEE, keys) == CommitteeKept(COMMITTEE)
    assert office.accept() == LetterStored()
    office.store.stop()
