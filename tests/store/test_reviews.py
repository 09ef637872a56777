"""A review on the store: every letter one row, one time, whatever is tried (R10, law 5)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import (
    BoardRead,
    EntryRegistered,
    LetterStored,
    PaperHandCounted,
    ReviewClosed,
    ReviewOpened,
    StoreFailed,
)
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference
from kiosk.post.journal_key import SealedRow
from kiosk.post.letters import Origin
from kiosk.post.meeting import Facts, Meeting
from kiosk.post.rows import SEALED_ROW_SIZE
from tests.office import DAY, LETTER, ROLES, WITNESS, entry, keyring, notice, to_close
from tests.store.desk import POOL, Desk, desk

TYPED, PAPER = entry(), entry(origin=Origin.PAPER)
NOT_REGISTERED = StoreFailed("register")
NOT_CLOSED = StoreFailed("close_review")


def opened(office: Desk, typed: int = 0, paper: int = 0) -> Meeting:
    for _ in range(typed):
        office.accept()
    for _ in range(paper):
        office.paper()
    return office.meeting()


def register(office: Desk, place: int | None, review: int = 1) -> object:
    row = PAPER if place is None else TYPED
    office.store.register(review, place, keyring().seal_entry(row), row)
    return office.event()


def count(office: Desk, hand: int, reason: Difference | None = None) -> object:
    office.store.set_hand_count(1, hand, reason)
    return office.event()


def close(office: Desk, review: int = 1) -> object:
    office.store.close_review(to_close(review, notice()), WITNESS, DAY)
    return office.event()


def rows(path: Path, words: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(words).fetchall()


def test_opening_fixes_the_set_and_the_slots_count(office: Desk) -> None:
    meeting = opened(office, typed=3, paper=2)
    assert meeting.facts == Facts(1, DAY, slot=2)
    assert {x.letter for x in keyring().open(meeting).letters} == {LETTER}
    assert len(meeting.envelopes) == 3
    assert meeting.entries == ()


def test_letters_get_labels_that_are_not_their_places_order_and_keep_them(office: Desk) -> None:
    dealt = opened(office, typed=10).envelopes
    assert [x.label for x in dealt] == list(range(1, 11))
    places = [x.place for x in dealt]
    assert places != sorted(places)  # wrong by chance once in 3,628,800
    register(office, places[4])
    again = office.meeting().envelopes
    assert [(x.place, x.label) for x in again] == [
        (x.place, x.label) for x in dealt if x.place != places[4]
    ]


def test_later_letters_belong_to_the_next_review(office: Desk) -> None:
    first = opened(office, typed=2, paper=1)
    again = opened(office, typed=2, paper=1)
    assert again == first
    for envelope in first.envelopes:
        register(office, envelope.place)
    count(office, 1)
    register(office, None)
    assert isinstance(close(office), ReviewClosed)
    second = office.meeting()
    assert second.facts == Facts(2, DAY, slot=1)
    assert len(second.envelopes) == 2


def test_registering_gives_the_row_and_takes_the_letter_at_once(office: Desk) -> None:
    (envelope,) = opened(office, typed=1).envelopes
    event = register(office, envelope.place)
    assert event == EntryRegistered(1, envelope.place, TYPED, Facts(1, DAY, 0))
    content = office.path.read_bytes()
    assert envelope.sealed[:200] not in content
    assert envelope.sealed[-200:] not in content
    assert rows(office.path, "SELECT sum(used) FROM envelopes") == [(0,)]
    assert rows(office.path, "SELECT count(*) FROM waiting") == [(0,)]
    assert keyring().open(office.meeting()).entries == ((1, TYPED),)


def test_one_letter_is_never_registered_twice(office: Desk) -> None:
    (envelope,) = opened(office, typed=1).envelopes
    assert isinstance(register(office, envelope.place), EntryRegistered)
    assert register(office, envelope.place) == NOT_REGISTERED
    assert rows(office.path, "SELECT count(*) FROM entries") == [(1,)]


def test_a_letter_that_came_later_cannot_be_registered_yet(office: Desk) -> None:
    fixed = {envelope.place for envelope in opened(office, typed=1).envelopes}
    while office.accept() == LetterStored():
        pass
    (other, *_) = set(range(1, POOL + 1)) - fixed
    assert register(office, other) == NOT_REGISTERED
    assert rows(office.path, "SELECT sum(used) FROM envelopes") == [(POOL,)]


@pytest.mark.parametrize("place", [0, 99, -1])
def test_no_row_without_a_letter(office: Desk, place: int) -> None:
    opened(office, typed=1)
    assert register(office, place) == NOT_REGISTERED


def test_no_more_paper_rows_than_paper_counted(office: Desk) -> None:
    opened(office, paper=1)
    assert register(office, None) == NOT_REGISTERED
    count(office, 1)
    event = register(office, None)
    assert isinstance(event, EntryRegistered)
    assert event.facts.papers == 1
    assert register(office, None) == NOT_REGISTERED


def test_no_fewer_paper_letters_than_have_rows(office: Desk) -> None:
    opened(office, paper=2)
    count(office, 2)
    register(office, None)
    register(office, None)
    assert count(office, 1, Difference.SENSOR) == StoreFailed("set_hand_count")
    assert count(office, -1) == StoreFailed("set_hand_count")
    assert isinstance(count(office, 2), PaperHandCounted)


def test_a_reason_is_kept_only_where_the_counts_differ(office: Desk) -> None:
    opened(office, paper=2)
    differing = count(office, 3, Difference.TOGETHER)
    assert isinstance(differing, PaperHandCounted)
    assert differing.facts == Facts(1, DAY, slot=2, hand=3, reason=Difference.TOGETHER)
    agreeing = count(office, 2, Difference.TOGETHER)
    assert isinstance(agreeing, PaperHandCounted)
    assert agreeing.facts.reason is None


def test_a_row_of_another_size_is_refused(office: Desk) -> None:
    (envelope,) = opened(office, typed=1).envelopes
    office.store.register(1, envelope.place, SealedRow(b"x" * (SEALED_ROW_SIZE - 1), b""), TYPED)
    assert office.event() == NOT_REGISTERED
    assert office.meeting().envelopes == (envelope,)


def test_it_does_not_close_before_every_letter_has_its_row(office: Desk) -> None:
    (envelope,) = opened(office, typed=1, paper=1).envelopes
    assert close(office) == NOT_CLOSED
    register(office, envelope.place)
    assert close(office) == NOT_CLOSED
    count(office, 2)
    assert close(office) == NOT_CLOSED
    register(office, None)
    assert close(office) == NOT_CLOSED
    register(office, None)
    assert close(office) == NOT_CLOSED
    count(office, 2, Difference.TOGETHER)
    assert office.board().board.notices == ()
    event = close(office)
    assert isinstance(event, ReviewClosed)
    told = Facts(1, DAY, 1, 2, Difference.TOGETHER, 2, DAY, ROLES)
    assert replace(event.facts, chain=b"") == told


def test_a_typed_letter_alone_keeps_it_open(office: Desk) -> None:
    opened(office, typed=1)
    count(office, 0)
    assert close(office) == NOT_CLOSED


def test_closed_is_closed(office: Desk) -> None:
    (envelope,) = opened(office, typed=1).envelopes
    register(office, envelope.place)
    count(office, 0)
    assert isinstance(close(office), ReviewClosed)
    assert close(office) == NOT_CLOSED
    assert register(office, envelope.place) == NOT_REGISTERED
    assert register(office, None) == NOT_REGISTERED
    assert count(office, 0) == StoreFailed("set_hand_count")
    assert len(office.board().board.notices) == 1


def test_a_review_that_never_opened_has_no_steps(office: Desk) -> None:
    assert close(office, 7) == NOT_CLOSED
    assert register(office, 1, 7) == NOT_REGISTERED


def test_an_empty_box_makes_a_review_too(office: Desk) -> None:
    opened(office)
    count(office, 0)
    assert isinstance(close(office), ReviewClosed)


def test_entry_numbers_go_on_for_ever(office: Desk) -> None:
    for review in (1, 2):
        for envelope in opened(office, typed=2).envelopes:
            register(office, envelope.place, review)
        office.store.set_hand_count(review, 0, None)
        office.event()
        assert isinstance(close(office, review), ReviewClosed)
    assert rows(office.path, "SELECT number, review FROM entries") == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
    ]
    # Not even an erased row gives its number back.
    with closing(sqlite3.connect(office.path)) as connection, connection:
        connection.execute("DELETE FROM entries")
    (envelope,) = opened(office, typed=1).envelopes
    event = register(office, envelope.place, 3)
    assert isinstance(event, EntryRegistered)
    assert event.number == 5


def test_answers_hang_in_an_order_that_is_not_the_registers(office: Desk) -> None:
    answers = [notice(f"{n}") for n in range(12)]
    opened(office)
    count(office, 0)
    office.store.close_review(to_close(1, *answers), WITNESS, DAY)
    office.expect(ReviewClosed)
    board = office.board().board
    assert board.letters_read_on == DAY
    hung = [replace(card, number=0) for card in board.notices]
    assert hung != answers
    assert sorted(hung, key=repr) == sorted(answers, key=repr)


def test_the_board_tells_of_a_review_that_was_cut_off(path: Path) -> None:
    with desk(path) as office:
        meeting = opened(office, typed=2, paper=1)
        register(office, meeting.envelopes[0].place)
        count(office, 1)
    with desk(path) as office:
        unfinished = office.board().unfinished
        assert unfinished == Facts(1, DAY, 1, 1)
        office.store.open_review(DAY + timedelta(3))
        resumed = office.expect(ReviewOpened).meeting
        assert resumed.facts == unfinished
        assert resumed.envelopes == meeting.envelopes[1:]
        assert len(resumed.entries) == 1


def test_a_disk_that_fills_up_registers_nothing_by_half(path: Path) -> None:
    with desk(path) as office:
        meeting = opened(office, typed=3)
    pages = path.stat().st_size // 4096
    with desk(path, {"max_page_count": pages + 1}) as office:
        office.board()
        before = path.read_bytes()
        place = meeting.envelopes[0].place
        assert register(office, place) == NOT_REGISTERED
        assert path.read_bytes() == before
        assert office.meeting() == meeting
    with desk(path) as office:
        assert isinstance(register(office, place), EntryRegistered)


def test_the_clocks_mark_is_kept_and_only_its_caller_judges_it(office: Desk) -> None:
    for day in (DAY, DAY - timedelta(9)):
        office.store.mark_day(day)
        assert office.expect(BoardRead).board.mark == day
        assert store.load_mark(office.path) == day


def test_an_incident_is_kept_with_its_day_and_once(office: Desk) -> None:
    for day in (DAY, DAY, DAY + timedelta(1)):
        office.store.note_incident(day, Incident.FORCED)
        office.event()
    assert office.board().incidents == (
        (DAY, Incident.FORCED),
        (DAY + timedelta(1), Incident.FORCED),
    )


def test_no_event_shows_what_is_in_a_letter(office: Desk) -> None:
    (envelope,) = opened(office, typed=1).envelopes
    shown = repr(register(office, envelope.place)) + repr(office.meeting())
    assert TYPED.summary not in shown
    assert "request" not in shown


def test_a_review_closed_meanwhile_is_not_resumed_and_no_new_one_begins(office: Desk) -> None:
    review = office.meeting().facts.review
    office.store.set_hand_count(review, 0, None)
    office.event()
    office.store.close_review(to_close(review), WITNESS, DAY)
    office.expect(ReviewClosed)
    before = office.path.read_bytes()
    office.store.open_review(DAY, review)
    assert office.event() == StoreFailed("open_review")
    assert office.path.read_bytes() == before


def test_paper_that_was_counted_and_has_no_row_keeps_it_open(office: Desk) -> None:
    for _ in range(2):
        office.paper()
    review = office.meeting().facts.review
    office.store.set_hand_count(review, 2, None)
    office.event()
    for registered in range(2):
        office.store.close_review(to_close(review), WITNESS, DAY)
        assert office.event() == StoreFailed("close_review"), f"{registered} of 2 have a row"
        row = entry(origin=Origin.PAPER)
        office.store.register(review, None, keyring().seal_entry(row), row)
        office.expect(EntryRegistered)
    office.store.close_review(to_close(review), WITNESS, DAY)
    office.expect(ReviewClosed)
