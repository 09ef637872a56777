"""Who stepped out of which letter outlives the meeting, and the disk tells nobody."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.events import CommitteeKept, EntryRegistered, ReviewClosed, StoreFailed, WishesKept
from kiosk.post.keys import Keyring
from kiosk.post.wishes import SEALED_WISHES_SIZE, Wishes
from tests.office import DAY, ROLES, WITNESS, entry, keyring, to_close
from tests.store.desk import Desk


def record(path: Path) -> bytes | None:
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT sealed FROM wishes").fetchone()
    return None if found is None else bytes(found[0])


def say(office: Desk, said: Wishes, keys: Keyring | None = None) -> object:
    sealed = (keys or keyring(office.committee)).seal_wishes(said, 0)
    office.store.keep_wishes(1, sealed, said)
    return office.event()


def read(office: Desk) -> Wishes:
    return keyring(office.committee).open(office.meeting()).wishes


@pytest.fixture
def places(office: Desk) -> list[int]:
    """Two letters of a review that is open."""
    office.accept()
    office.accept()
    return [envelope.place for envelope in office.meeting().envelopes]


def test_what_was_said_comes_back_with_the_letters(office: Desk, places: list[int]) -> None:
    first, second = places
    said = Wishes().stepped_out(first, ROLES[0]).stepped_out(None, ROLES[1]).put_off(second)
    assert say(office, said) == WishesKept(said)
    assert read(office) == said


def test_before_anything_is_said_the_record_looks_the_same(office: Desk, places: list[int]) -> None:
    before = record(office.path)
    assert read(office) == Wishes()
    say(office, Wishes().stepped_out(places[0], ROLES[0]))
    after = record(office.path)
    assert before is not None
    assert after is not None
    assert len(before) == len(after) == SEALED_WISHES_SIZE
    assert before != after


def test_a_letter_that_has_its_row_is_not_spoken_of_any_more(
    office: Desk, places: list[int]
) -> None:
    say(office, Wishes().stepped_out(places[0], ROLES[0]).put_off(places[1]))
    row = entry()
    office.store.register(1, places[0], keyring(office.committee).seal_entry(row), row)
    office.expect(EntryRegistered)
    assert read(office) == Wishes().put_off(places[1])


def test_new_keys_open_what_was_said(office: Desk, places: list[int]) -> None:
    said = Wishes().stepped_out(places[0], ROLES[2])
    say(office, said)
    keys = keyring(office.committee)
    committee = keys.rekeyed(frozenset(), DAY)
    office.store.keep_committee(committee, keys.reseal)
    office.expect(CommitteeKept)
    office.committee = committee
    assert read(office) == said


@pytest.mark.parametrize("sealed", [b"", b"x" * 9])
def test_no_other_size_is_kept(office: Desk, places: list[int], sealed: bytes) -> None:
    assert places
    office.store.keep_wishes(1, sealed, Wishes())
    assert office.event() == StoreFailed("keep_wishes")


def test_with_the_close_it_goes(office: Desk, places: list[int]) -> None:
    say(office, Wishes().stepped_out(places[0], ROLES[0]))
    office.store.set_hand_count(1, 0, None)
    office.event()
    for place in places:
        row = entry()
        office.store.register(1, place, keyring(office.committee).seal_entry(row), row)
        office.expect(EntryRegistered)
    office.store.close_review(to_close(1), WITNESS, DAY)
    office.expect(ReviewClosed)
    assert record(office.path) is None
    assert say(office, Wishes()) == StoreFailed("keep_wishes")
