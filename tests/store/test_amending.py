"""Rows of closed reviews: corrected with their history, and their letters erased."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.events import (
    AmendmentSealed,
    CommitteeKept,
    EntryAmended,
    FormerRead,
    StoreFailed,
    TextsErased,
)
from kiosk.keyholder.answers import answer
from kiosk.post import jobs
from kiosk.post.book import Row, SealedBook
from kiosk.post.filing import Filing
from kiosk.post.journal import Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.keys import Keyring
from kiosk.post.matters import begun
from kiosk.post.meeting import Meeting
from kiosk.post.rows import SEALED_ROW_SIZE
from kiosk.store.formers import abandon_committee
from tests.office import DAY, ROLES, entry, keyring, notice
from tests.store.desk import Desk
from tests.store.month import close, index, register, review, sealed_book

KEYS = keyring()
LETTER = "Ашканада суу жок, эжекеге айтпагыла"
LATER = DAY + timedelta(28)


def row(office: Desk, number: int = 1, keys: Keyring = KEYS) -> Row:
    return index(office, keys).book.rows[number - 1]


def amend(office: Desk, said: Entry, number: int = 1, filing: Filing | None = None) -> object:
    sealed = answer(KEYS, jobs.SealAmendment(number, said, filing or Filing(number)))
    assert isinstance(sealed, AmendmentSealed)
    office.store.amend(number, sealed.row, sealed.entry, sealed.filing)
    return office.event()


def summaries(said: tuple[Entry, ...]) -> list[str]:
    return [one.summary for one in said]


def test_a_corrected_row_keeps_what_it_said(office: Desk) -> None:
    review(office, "Жарык", "Суу")
    now = replace(entry("Жарык жок"), matters=row(office).versions[0].matters)
    assert amend(office, now) == EntryAmended(1, now, Filing(1))
    assert amend(office, replace(now, summary="Жарык күйдү")) != StoreFailed("amend")
    corrected = row(office)
    assert summaries(corrected.versions) == ["Жарык", "Жарык жок", "Жарык күйдү"]
    assert (corrected.number, corrected.review, corrected.opened_on) == (1, 1, DAY)
    assert corrected.amended_on is None, "no close has put it into the chain"
    assert summaries(row(office, 2).versions) == ["Суу"]


def test_of_a_row_whose_first_version_is_damaged_nothing_stands_for_what_was_decided(
    office: Desk,
) -> None:
    review(office, "Жарык")
    amend(office, entry("Жарык жок"))
    decided = row(office).decided
    assert decided is not None
    assert decided.summary == "Жарык"
    with sqlite3.connect(office.path) as store:
        store.execute("update superseded set sealed = zeroblob(length(sealed))")
    hurt = row(office)
    assert (summaries(hurt.versions), hurt.decided) == (["Жарык жок"], None)


def test_it_stands_in_the_chain_of_the_next_close(office: Desk) -> None:
    first = review(office, "Жарык")
    amend(office, entry("Жарык жок"))
    assert [one.chained for one in sealed_book(office).rows] == [None]
    second = review(office, day=LATER)
    assert second.facts.chain != first.facts.chain, "no letter came, and yet something was decided"
    sealed = sealed_book(office)
    assert [one.chained for one in sealed.rows] == [2]
    assert [one.chained for one in sealed.superseded] == [1]
    assert row(office).amended_on == LATER


def test_the_next_protocol_names_the_rows_that_were_corrected(office: Desk) -> None:
    assert review(office, "Жарык", "Суу", "Тамак").amended == ()
    for number in (3, 1, 3):
        amend(office, entry("Башка"), number)
    assert review(office, "Китеп", day=LATER).amended == (1, 3)
    assert review(office, day=LATER).amended == ()
    office.store.read_former()
    assert office.expect(FormerRead).account.amended == (), "of the first review nothing was"


def test_a_correction_may_begin_a_matter(office: Desk) -> None:
    review(office, "Жарык")
    matter = begun("Жарык жок", (), DAY, 1)
    event = amend(office, entry("Жарык жок"), filing=Filing(1, (matter,)))
    assert isinstance(event, EntryAmended)
    [linked] = row(office).versions[-1].matters
    assert linked in {one.number for one in index(office).book.matters}


def test_whoever_was_to_know_nothing_of_it_is_barred_for_ever(office: Desk) -> None:
    review(office, replace(entry("Жарык"), excluded=frozenset({ROLES[1]})))
    amend(office, entry("Жарык жок"))
    assert row(office).barred(ROLES) == {ROLES[1]}


@pytest.mark.parametrize("number", [0, 2, 9])
def test_a_row_of_the_review_that_is_open_has_no_history(office: Desk, number: int) -> None:
    review(office, "Жарык")
    register(office, "Суу")
    before = sealed_book(office)
    assert amend(office, entry("Башка"), number) == StoreFailed("amend")
    assert sealed_book(office) == before


def test_nothing_is_corrected_by_half(office: Desk) -> None:
    review(office, "Жарык")
    before = sealed_book(office)
    office.store.amend(1, SealedRow(b"x" * (SEALED_ROW_SIZE - 1), b""), entry(), Filing(1))
    assert office.event() == StoreFailed("amend")
    assert sealed_book(office) == before


def test_a_protocol_that_is_owed_tells_what_was_decided_then(office: Desk) -> None:
    review(office, "Жарык")
    amend(office, entry("Жарык жок"))
    office.store.read_former()
    former = office.expect(FormerRead)
    opened = KEYS.open(Meeting(former.account.facts, entries=former.rows))
    assert summaries(tuple(said for _, said in opened.entries)) == ["Жарык"]


# --- new keys, and a committee that is lost ---


def test_all_versions_go_over_to_new_keys(office: Desk) -> None:
    review(office, "Жарык")
    amend(office, entry("Жарык жок"))
    keys = keyring()
    committee = keys.rekeyed(frozenset(), DAY)
    office.store.keep_committee(committee, keys.reseal)
    office.expect(CommitteeKept)
    assert summaries(row(office, keys=keyring(committee)).versions) == ["Жарык", "Жарык жок"]
    assert row(office).versions == (), "the old keys open none of them"


def test_a_lost_committee_leaves_every_version_and_its_digest(office: Desk) -> None:
    review(office, "Жарык")
    amend(office, entry("Жарык жок"))
    sealed = sealed_book(office)
    abandon_committee(office.path, DAY, notice())
    assert replace(sealed_book(office), reviews=()) == SealedBook()
    with closing(sqlite3.connect(office.path)) as database:
        words = "SELECT row, sealed, digest, chained FROM kept WHERE what = 'entry' ORDER BY number"
        kept = database.execute(words).fetchall()
    assert kept == [
        (one.number, one.sealed, one.digest, one.chained)
        for one in (*sealed.superseded, *sealed.rows)
    ]


# --- letters that are erased ---


def strip(sealed: bytes) -> bytes:
    return KEYS.journal().erased(sealed).sealed


def erase(office: Desk, *numbers: int) -> object:
    office.store.erase_texts(numbers, strip)
    return office.event()


def heads(office: Desk) -> list[Any]:
    with closing(sqlite3.connect(office.path)) as database:
        return database.execute("SELECT chain FROM reviews").fetchall()


def test_letter_and_reply_go_from_every_version_and_the_rest_stays(office: Desk) -> None:
    said = replace(entry("Суу", LETTER), reply="Рахмат")
    review(office, said, entry("Жарык", LETTER))
    amend(office, replace(said, summary="Суу жок"))
    before, chained = sealed_book(office), heads(office)
    assert erase(office, 1) == TextsErased((1,))
    erased = row(office)
    assert [(one.text, one.reply) for one in erased.versions] == [("", ""), ("", "")]
    assert all(one.erased for one in erased.versions)
    assert summaries(erased.versions) == ["Суу", "Суу жок"]
    assert row(office, 2).versions[0].text == LETTER
    after = sealed_book(office)
    assert heads(office) == chained
    for old, new in zip(
        (*before.superseded, *before.rows), (*after.superseded, *after.rows), strict=True
    ):
        assert replace(new, sealed=b"") == replace(old, sealed=b"")
        assert KEYS.journal().digest(new.sealed) == new.digest


def pieces(sealed: bytes) -> list[bytes]:
    """So short that one must lie whole on a page of the file."""
    return [sealed[at : at + 64] for at in range(0, len(sealed) - 64, 64)]


def test_not_a_byte_of_the_old_row_is_left_in_the_file(office: Desk, path: Path) -> None:
    review(office, entry("Суу", LETTER), entry("Жарык", LETTER))
    amend(office, entry("Суу жок", LETTER))
    old = [
        one.sealed
        for one in (*sealed_book(office).superseded, *sealed_book(office).rows)
        if one.number == 1
    ]
    assert all(piece in path.read_bytes() for sealed in old for piece in pieces(sealed)[:20])
    erase(office, 1)
    raw = path.read_bytes()
    assert not any(piece in raw for sealed in old for piece in pieces(sealed))
    assert [place.name for place in path.parent.iterdir()] == [path.name]


def test_keys_that_die_in_the_middle_leave_every_letter(office: Desk) -> None:
    review(office, entry("Суу", LETTER), entry("Жарык", LETTER))
    before, left = sealed_book(office), [2]

    def dies(sealed: bytes) -> bytes:
        left[0] -= 1
        if not left[0]:
            raise ConnectionError("the keys' process is gone")
        return strip(sealed)

    office.store.erase_texts((1, 2), dies)
    assert office.event() == StoreFailed("erase_texts")
    assert sealed_book(office) == before


@pytest.mark.parametrize("broken", [lambda _: b"short", lambda sealed: sealed + b"x"])
def test_a_row_stays_of_its_size(office: Desk, broken: Callable[[bytes], bytes]) -> None:
    review(office, entry("Суу", LETTER))
    before = sealed_book(office)
    office.store.erase_texts((1,), broken)
    assert office.event() == StoreFailed("erase_texts")
    assert sealed_book(office) == before


def test_a_row_that_is_not_there_is_not_erased(office: Desk) -> None:
    review(office, entry("Суу", LETTER))
    assert erase(office, 1, 5) == StoreFailed("erase_texts")
    assert row(office).versions[0].text == LETTER


def test_a_version_that_does_not_open_stays_as_it_is(office: Desk) -> None:
    review(office, entry("Суу", LETTER), entry("Жарык", LETTER))
    with closing(sqlite3.connect(office.path)) as database, database:
        database.execute("UPDATE entries SET sealed = x'00' WHERE number = 1")
    assert erase(office, 1, 2) == TextsErased((1, 2))
    sealed = sealed_book(office).rows
    assert sealed[0].sealed == b"\0"
    assert KEYS.journal().open_entry(sealed[1].sealed).erased


def test_a_close_of_many_corrections_keeps_their_order(office: Desk) -> None:
    """What was said first stands first in the chain, however often it was corrected."""
    review(office, "Жарык", "Суу")
    for word in ("бир", "эки", "үч"):
        amend(office, entry(word))
    number = register(office, "Тамак", day=LATER)
    close(office, number, LATER)
    sealed = sealed_book(office)
    assert [(one.number, one.chained) for one in sealed.superseded] == [(1, 1), (1, 2), (1, 2)]
    assert [one.chained for one in sealed.rows] == [2, 1, 2]
