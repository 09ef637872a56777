"""What a row changes among the matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.post import filing
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Entry
from kiosk.post.letters import Origin
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts
from kiosk.post.subjects import Subject

OPENED = date(2026, 11, 27)
FACTS = Facts(review=3, opened_on=OPENED, slot=0)
MEALS = Matter(11, "Ашкана", (Subject.MEALS,), OPENED, review=3)
OLD = Matter(12, "Жарык", (Subject.BUILDING,), date(2026, 10, 30), review=2)
ROW = Entry(Origin.TYPED, None, summary="Тамак муздак", subjects=(Subject.MEALS,), matters=(11,))


def test_a_letter_without_a_matter_begins_one_named_after_its_summary() -> None:
    filed = filing.first(replace(ROW, matters=()), FACTS)
    assert filed == Filing(matter=Matter(0, "Тамак муздак", (Subject.MEALS,), OPENED, review=3))


def test_the_number_is_drawn_once_for_matter_and_row() -> None:
    row, filed = filing.first(replace(ROW, matters=()), FACTS).drawn(replace(ROW, matters=()))
    assert filed.matter
    assert row.matters == (filed.matter.number,) != (0,)
    assert filed.drawn(row) == (row, filed)


def test_a_letter_linked_to_a_matter_begins_none() -> None:
    assert filing.first(ROW, FACTS) == NOTHING
    assert NOTHING.drawn(ROW) == (ROW, NOTHING)


def test_a_corrected_row_renames_its_own_matter() -> None:
    mended = replace(ROW, summary="Ашканада суу жок", subjects=(Subject.CLEANLINESS,))
    filed = filing.correction(5, mended, FACTS, [(5, ROW)], [MEALS])
    renamed = replace(MEALS, title="Ашканада суу жок", subjects=(Subject.CLEANLINESS,))
    assert filed == Filing(5, renamed)
    assert filing.after([OLD, MEALS], filed) == (OLD, renamed)


def test_a_matter_that_another_row_shares_keeps_its_name() -> None:
    mended = replace(ROW, summary="Башка")
    assert filing.correction(5, mended, FACTS, [(5, ROW), (6, ROW)], [MEALS]) == Filing(5)


def test_a_matter_of_a_former_review_is_never_renamed_or_dropped() -> None:
    row = replace(ROW, matters=(12,))
    assert filing.correction(5, row, FACTS, [(5, row)], [OLD]) == Filing(5)
    filed = filing.correction(5, ROW, FACTS, [(5, row)], [OLD, MEALS])
    assert filed.dropped == ()


def test_a_matter_that_no_row_is_about_any_more_goes() -> None:
    filed = filing.correction(5, replace(ROW, matters=(12,)), FACTS, [(5, ROW)], [OLD, MEALS])
    assert filed == Filing(5, None, (11,))
    assert filing.after([OLD, MEALS], filed) == (OLD,)


def test_a_row_that_lets_go_of_every_matter_begins_one_again() -> None:
    mended = replace(ROW, matters=(), summary="Суу")
    filed = filing.correction(5, mended, FACTS, [(5, ROW)], [MEALS])
    assert filed.dropped == (11,)
    assert filed.matter == Matter(0, "Суу", (Subject.MEALS,), OPENED, review=3)


def test_nothing_of_a_matter_is_quoted() -> None:
    assert "Ашкана" not in repr(Filing(5, MEALS, (), b"secret"))
    assert "secret" not in repr(Filing(5, MEALS, (), b"secret"))
