"""Reviews out of turn, and slips that were printed, in the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from kiosk.events import OpeningKept, SlipNoted, StoreFailed
from kiosk.post.calendar import Opening
from tests.office import DAY
from tests.store.desk import Desk, desk

OPENING = Opening(date(2026, 11, 30), time(9), time(11), agreed_on=DAY)


def test_what_was_agreed_is_on_the_board_and_outlives_the_kiosk(office: Desk, path: Path) -> None:
    office.store.agree_opening(OPENING)
    assert office.expect(OpeningKept).read.board.openings == (OPENING,)
    with desk(path) as again:
        assert again.board().board.openings == (OPENING,)


def test_another_one_on_the_same_day_takes_its_place(office: Desk) -> None:
    later = replace(OPENING, opens=time(12), closes=time(23, 59), urgent=True)
    for opening in (OPENING, later):
        office.store.agree_opening(opening)
        office.expect(OpeningKept)
    assert office.board().board.openings == (later,)


def test_each_slip_is_counted_before_it_is_printed(office: Desk) -> None:
    facts = office.meeting().facts
    assert facts.slips == 0
    for number in (1, 2):
        office.store.note_slip(facts.review)
        assert office.expect(SlipNoted).facts.slips == number
    assert office.meeting().facts.slips == 2


def test_without_an_open_review_there_is_nothing_to_print(office: Desk) -> None:
    office.store.note_slip(1)
    assert office.event() == StoreFailed("note_slip")
