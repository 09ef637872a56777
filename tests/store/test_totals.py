"""What the board tells is kept with the close, and read again as it was told."""

from __future__ import annotations

import sqlite3
from contextlib import closing as shut
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.events import ReviewClosed, ReviewOpened
from kiosk.post.journal import Decision
from kiosk.post.letters import Kind
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.totals import PublicTotals
from tests.office import DAY, WITNESS, to_close
from tests.store.desk import Desk, desk

TOTALS = PublicTotals(
    DAY, SchoolYear.of(DAY), 23, {Kind.WISH: 12, Kind.REPORT: 0}, {Decision.ANSWERED: 10}
)
LATER = replace(TOTALS, on=DAY + timedelta(days=35), letters=40)


def close(office: Desk, totals: PublicTotals | None) -> None:
    """A review without letters."""
    office.store.open_review(DAY)
    number = office.expect(ReviewOpened).meeting.facts.review
    office.store.set_hand_count(number, 0, None)
    office.event()
    office.store.close_review(replace(to_close(number), totals=totals), WITNESS, DAY)
    office.expect(ReviewClosed)


def damage(path: Path, words: str) -> None:
    with shut(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE reviews SET totals = ?", (words,))


def test_the_board_tells_nothing_before_anything_was_told(office: Desk) -> None:
    assert office.board().board.totals is None
    close(office, None)
    assert office.board().board.totals is None


def test_what_is_told_at_a_close_is_on_the_board_from_then_on(path: Path) -> None:
    with desk(path) as office:
        close(office, TOTALS)
        assert office.board().board.totals == TOTALS
    with desk(path) as again:
        assert again.board().board.totals == TOTALS


def test_a_close_that_tells_nothing_new_leaves_what_hangs(office: Desk) -> None:
    close(office, TOTALS)
    close(office, None)
    assert office.board().board.totals == TOTALS
    close(office, LATER)
    assert office.board().board.totals == LATER


@pytest.mark.parametrize("words", ["", "{}", '{"on": "2026-11-27"}'])
def test_what_cannot_be_read_hangs_no_more_and_nothing_new_beside_it(
    path: Path, words: str
) -> None:
    """Who remembers the former board could subtract it from one that begins anew."""
    with desk(path) as office:
        close(office, TOTALS)
    damage(path, words)
    with desk(path) as office:
        assert office.board().board.totals is None
        close(office, LATER)
        assert office.board().board.totals is None


def test_the_store_keeps_no_more_than_the_board_tells(path: Path) -> None:
    with desk(path) as office:
        close(office, TOTALS)
    with shut(sqlite3.connect(path)) as raw:
        (kept,) = raw.execute("SELECT totals FROM reviews").fetchone()
    assert PublicTotals.unpack(kept) == TOTALS
    assert kept == TOTALS.pack()
