"""Whether the journal is what was decided: whoever meddled with the file is told apart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.events import BookChecked, CommitteeKept, EntryAmended, StoreFailed
from kiosk.post.filing import Filing
from kiosk.post.verifying import Verdict
from kiosk.store.chains import verify_chain
from kiosk.store.formers import abandon_committee
from tests.office import DAY, entry, keyring, notice
from tests.store.desk import Desk
from tests.store.month import register, review

KEYS = keyring()
LATER = DAY + timedelta(28)


def amend(office: Desk, said: str, number: int = 1) -> None:
    row = entry(said)
    office.store.amend(number, KEYS.seal_entry(row), row, Filing(number))
    office.expect(EntryAmended)


def check(office: Desk) -> Verdict:
    office.store.check_book(KEYS.journal().digest)
    return office.expect(BookChecked).verdict


@pytest.fixture
def years(office: Desk) -> Desk:
    """Two closed reviews; row 1 was corrected before the second, row 2 after it."""
    review(office, entry("Суу", "Кат"), "Жарык")
    amend(office, "Суу жок")
    review(office, "Тамак", day=LATER)
    amend(office, "Жарык жок", 2)
    return office


def harm(office: Desk, *words: str) -> None:
    with closing(sqlite3.connect(office.path)) as database, database:
        for statement in words:
            assert database.execute(statement).rowcount, "the harm is done"


def swap(office: Desk, column: str) -> None:
    """Between rows 2 and 3."""
    with closing(sqlite3.connect(office.path)) as database, database:
        words = f"SELECT number, {column} FROM entries WHERE number IN (2, 3)"  # noqa: S608
        for number, value in database.execute(words).fetchall():
            other = f"UPDATE entries SET {column} = ? WHERE number = ?"  # noqa: S608
            database.execute(other, (value, 5 - number))


def test_an_empty_journal_is_sound(office: Desk) -> None:
    verdict = check(office)
    assert verdict.sound
    assert (verdict.chain.rows, verdict.contents.agreeing, verdict.chain.head) == (0, 0, b"")


def test_a_journal_with_corrections_and_erased_letters_is_sound(years: Desk) -> None:
    years.store.erase_texts((1,), lambda sealed: KEYS.journal().erased(sealed).sealed)
    years.event()
    verdict = check(years)
    assert verdict.sound
    chain = verdict.chain
    assert (chain.reviews, chain.rows, chain.versions, chain.waiting) == (2, 3, 5, (2,))
    assert verdict.contents.agreeing == 3
    assert chain == verify_chain(years.path), "without the quorum the same"


def test_the_head_is_the_one_of_the_last_protocol(office: Desk) -> None:
    review(office, "Суу")
    account = review(office, "Тамак", day=LATER)
    assert verify_chain(office.path).head == account.facts.chain


def test_rows_of_a_review_that_goes_on_wait_for_its_close(years: Desk) -> None:
    register(years, "Китеп")
    assert check(years).sound
    assert check(years).chain.waiting == (2, 4)


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("UPDATE entries SET digest = zeroblob(32) WHERE number = 3", 2),
        ("UPDATE entries SET digest = NULL WHERE number = 3", 2),
        ("UPDATE superseded SET digest = zeroblob(32) WHERE number = 1", 1),
        ("DELETE FROM superseded WHERE number = 1", 1),
        ("DELETE FROM entries WHERE number = 3", 2),
        ("UPDATE entries SET chained = 1 WHERE number = 3", 1),
        ("UPDATE reviews SET chain = zeroblob(32) WHERE number = 1", 1),
    ],
)
def test_the_chain_breaks_where_the_file_was_meddled_with(
    years: Desk, words: str, broken: int
) -> None:
    harm(years, words)
    chain = verify_chain(years.path)
    assert not chain.sound
    assert chain.broken == broken


def test_a_dropped_row_is_missed_by_its_number(years: Desk) -> None:
    harm(years, "DELETE FROM entries WHERE number = 3")
    assert verify_chain(years.path).missing == (3,)
    assert check(years).contents.agreeing == 2


def test_a_row_of_a_closed_review_that_no_close_took_in_is_misplaced(years: Desk) -> None:
    harm(years, "INSERT INTO entries (review, sealed, digest) SELECT 1, sealed, digest FROM entries"
         " WHERE number = 3")  # fmt: skip
    chain = verify_chain(years.path)
    assert (chain.sound, chain.broken, chain.misplaced) == (False, None, (4,))


def test_what_a_row_said_before_cannot_become_what_it_says_now(years: Desk) -> None:
    """Every digest stands in its own chain still; only the order of age tells."""
    words = "SELECT sealed, digest, chained FROM {} WHERE number = 1"
    with closing(sqlite3.connect(years.path)) as database, database:
        tables = ("entries", "superseded")
        said = [database.execute(words.format(table)).fetchone() for table in tables]
        for table, values in zip(tables, reversed(said), strict=True):
            other = f"UPDATE {table} SET sealed = ?, digest = ?, chained = ? WHERE number = 1"  # noqa: S608
            database.execute(other, values)
    verdict = check(years)
    assert (verdict.chain.broken, verdict.chain.misplaced) == (None, (1,))
    assert not verdict.sound


# --- what only the keys can tell ---


def test_a_row_that_says_something_else_under_the_same_key_differs(years: Desk) -> None:
    forged = KEYS.seal_entry(entry("Баары жакшы")).sealed
    with closing(sqlite3.connect(years.path)) as database, database:
        database.execute("UPDATE entries SET sealed = ? WHERE number = 3", (forged,))
    verdict = check(years)
    assert verify_chain(years.path).sound, "the chain alone does not see it"
    assert (verdict.sound, verdict.contents.differing) == (False, (3,))
    assert verdict.contents.agreeing == 2


def test_what_a_row_said_before_is_compared_too(years: Desk) -> None:
    forged = KEYS.seal_entry(entry("Баары жакшы")).sealed
    with closing(sqlite3.connect(years.path)) as database, database:
        database.execute("UPDATE superseded SET sealed = ? WHERE number = 1", (forged,))
    assert check(years).contents.differing == (1,)


def test_two_rows_that_changed_places_both_differ(years: Desk) -> None:
    swap(years, "sealed")
    assert verify_chain(years.path).sound
    assert check(years).contents.differing == (2, 3)


def test_two_digests_that_changed_places_break_the_chain(years: Desk) -> None:
    swap(years, "digest")
    assert verify_chain(years.path).broken == 2


def test_a_row_that_does_not_open_is_told(years: Desk) -> None:
    harm(years, "UPDATE entries SET sealed = zeroblob(9) WHERE number = 2")
    verdict = check(years)
    assert (verdict.sound, verdict.contents.unread, verdict.contents.differing) == (False, (2,), ())


def test_keys_that_die_give_no_verdict(years: Desk) -> None:
    def dies(_: bytes) -> bytes:
        raise ConnectionError("the keys' process is gone")

    years.store.check_book(dies)
    assert years.event() == StoreFailed("check_book")


# --- new keys, and a committee that is lost ---


def test_new_keys_change_nothing_of_the_chain(years: Desk) -> None:
    before = verify_chain(years.path)
    keys = keyring()
    committee = keys.rekeyed(frozenset(), DAY)
    years.store.keep_committee(committee, keys.reseal)
    years.expect(CommitteeKept)
    years.store.check_book(keyring(committee).journal().digest)
    verdict = years.expect(BookChecked).verdict
    assert (verdict.sound, verdict.chain) == (True, before)


def test_the_chain_goes_on_over_what_a_lost_committee_left(years: Desk, path: Path) -> None:
    register(years, "Китеп")
    before = verify_chain(path)
    abandon_committee(path, DAY, notice())
    chain = verify_chain(path)
    assert replace(chain, waiting=before.waiting) == before
    assert chain.waiting == (), "no close will take them in"
    harm(years, "UPDATE kept SET digest = zeroblob(32) WHERE row = 3 AND what = 'entry'")
    assert verify_chain(path).broken == 2
