"""A disk that takes no more: the kernel refuses to write beyond a byte of any file (EFBIG).

So a commit fails while it writes its journal, or in the middle of the store's own pages.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import (
    EntryRegistered,
    LetterRefused,
    LetterStored,
    PaperCounted,
    PaperNotCounted,
    StoreFailed,
    StoreTrouble,
)
from tests.office import DAY, entry, keyring, notice
from tests.store.desk import Desk, files


@contextmanager
def full_beyond(byte: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("byte", [0, 600, 3000])
def test_while_it_is_full_nothing_is_thanked_for_and_nothing_changes(
    office: Desk, byte: int
) -> None:
    office.accept()
    office.paper()
    before = office.path.read_bytes()
    with full_beyond(byte):
        assert office.accept() == LetterRefused(StoreTrouble.DISK)
        office.store.open_review(DAY)
        assert office.event() == StoreFailed("open_review")
        office.store.mark_day(DAY)
        assert office.event() == StoreFailed("mark_day")
    assert office.path.read_bytes() == before
    assert office.accept() == LetterStored()
    assert office.paper() == PaperCounted()
    assert len(office.meeting().envelopes) == 2


def test_when_it_fills_up_in_the_middle_of_a_commit_the_old_state_is_back(office: Desk) -> None:
    """The journal fits, and so do some pages, but not all: SQLite rolls them back."""
    for _ in range(3):
        office.accept()
    office.paper()
    meeting = office.meeting()
    office.store.set_hand_count(1, 1, None)
    office.event()
    row = entry()
    last = max(envelope.place for envelope in meeting.envelopes)
    with full_beyond(office.path.stat().st_size - 8192):
        office.store.register(1, last, keyring().seal_entry(row), row)
        assert office.event() == StoreFailed("register")
        office.store.register(1, last, keyring().seal_entry(row), row)
        assert office.event() == StoreFailed("register")
    assert office.meeting().envelopes == meeting.envelopes
    office.store.register(1, last, keyring().seal_entry(row), row)
    assert office.expect(EntryRegistered).number == 1
    store.prepare(office.path, "demo")


def test_a_store_is_not_made_by_half(tmp_path: Path) -> None:
    with full_beyond(100_000), pytest.raises(store.StoreUnavailable):
        store.create(tmp_path / "kiosk.db", "demo", "{}", pool=40)
    assert files(tmp_path) == []


def test_settings_and_notices_stay_as_they_were(path: Path) -> None:
    number = store.add_notice(path, notice())
    with full_beyond(600):
        for use in (
            lambda: store.save_school(path, '{"name": {"ky": "Башка"}}'),
            lambda: store.add_notice(path, notice()),
            lambda: store.withdraw_notice(path, number, DAY),
        ):
            with pytest.raises(store.StoreUnavailable):
                use()
    assert "Мектеп" in store.load_school(path)
    assert [card.number for card in store.list_notices(path)] == [number]


def test_paper_that_cannot_be_counted_is_said_not_to_be(office: Desk) -> None:
    with full_beyond(600):
        assert office.paper() == PaperNotCounted()
    assert office.meeting().facts.slot == 0
