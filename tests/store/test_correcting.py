"""Rows overwritten in place, and matters beside them: sealed, of one size, one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kiosk.events import EntryRegistered, EntryRewritten, ReviewClosed, StoreFailed
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Difference, Entry
from kiosk.post.journal_key import SealedRow
from kiosk.post.letters import Origin
from kiosk.post.matter_parcel import SEALED_MATTER_SIZE
from kiosk.post.meeting import SealedMatter
from kiosk.post.rows import SEALED_ROW_SIZE
from tests.office import DAY, WITNESS, entry, filed, keyring, sealed, to_close
from tests.store.desk import Desk

KEYS = keyring()
ROW = entry("Жарык", origin=Origin.PAPER)
REFUSED = StoreFailed("correct")


@pytest.fixture
def begun(office: Desk) -> tuple[Desk, Filing]:
    """A review with one paper row, which began a matter."""
    office.paper()
    office.meeting()
    office.store.set_hand_count(1, 2, Difference.TOGETHER)
    office.event()
    row, filing = filed(ROW, KEYS)
    office.store.register(1, None, KEYS.seal_entry(row), row, filing)
    assert office.expect(EntryRegistered).filing == filing
    return office, filing


def correct(
    office: Desk, row: Entry, filing: Filing = NOTHING, number: int = 1, review: int = 1
) -> object:
    office.store.correct(review, number, KEYS.seal_entry(row), row, filing)
    return office.event()


def test_a_matter_comes_back_with_the_review(begun: tuple[Desk, Filing]) -> None:
    office, filing = begun
    opened = KEYS.open(office.meeting())
    assert opened.matters == filing.matters
    assert opened.entries[0][1].matters == (opened.matters[0].number,)


def test_a_corrected_row_keeps_its_number_and_place(begun: tuple[Desk, Filing]) -> None:
    office, filing = begun
    renamed = replace(filing.matters[0], title="Суу")
    mended = replace(ROW, summary="Суу", matters=(renamed.number,))
    filed_again = sealed(Filing(1, (renamed,)), KEYS)
    assert correct(office, mended, filed_again) == EntryRewritten(1, mended, filed_again)
    opened = KEYS.open(office.meeting())
    assert opened.entries == ((1, mended),)
    assert opened.matters == (renamed,)


def test_a_matter_that_no_row_is_about_is_gone(begun: tuple[Desk, Filing]) -> None:
    office, filing = begun
    correct(office, ROW, Filing(1, (), (filing.matters[0].number,)))
    assert KEYS.open(office.meeting()).matters == ()


@pytest.mark.parametrize(("number", "review"), [(2, 1), (1, 2), (0, 1)])
def test_only_a_row_of_this_open_review_is_overwritten(
    begun: tuple[Desk, Filing], number: int, review: int
) -> None:
    office, _ = begun
    assert correct(office, entry("Башка"), number=number, review=review) == REFUSED
    assert KEYS.open(office.meeting()).entries[0][1].summary == "Жарык"


def test_a_refused_row_leaves_its_matter_out_too(begun: tuple[Desk, Filing]) -> None:
    office, first = begun
    row, filing = filed(entry("Башка"), KEYS)
    assert correct(office, row, filing, number=5) == REFUSED
    assert KEYS.open(office.meeting()).matters == first.matters


def test_nothing_is_corrected_after_the_close(begun: tuple[Desk, Filing]) -> None:
    office, _ = begun
    row, filing = filed(ROW, KEYS)
    office.store.register(1, None, KEYS.seal_entry(row), row, filing)
    office.event()
    office.store.close_review(to_close(1), WITNESS, DAY)
    office.expect(ReviewClosed)
    assert correct(office, entry("Башка")) == REFUSED


@pytest.mark.parametrize("short", [0, 1])
def test_rows_and_matters_have_one_size(begun: tuple[Desk, Filing], short: int) -> None:
    office, first = begun
    (matter,) = first.matters
    row = SealedRow(b"x" * (SEALED_ROW_SIZE - short), b"")
    large = SealedMatter(matter.number, b"x" * (SEALED_MATTER_SIZE - 1 + short))
    office.store.correct(1, 1, row, ROW, Filing(1, (matter,), (), (large,)))
    assert office.event() == REFUSED
    assert KEYS.open(office.meeting()).entries[0][1].summary == "Жарык"


def test_the_file_shows_no_word_of_a_matter(begun: tuple[Desk, Filing]) -> None:
    office, _ = begun
    with closing(sqlite3.connect(office.path)) as connection:
        (number, sealed), *_ = connection.execute("SELECT number, sealed FROM matters")
    assert number > 0
    assert len(sealed) == SEALED_MATTER_SIZE
    assert "Жарык".encode() not in office.path.read_bytes()
