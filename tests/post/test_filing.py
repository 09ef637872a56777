"""What a row changes among the matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.post import filing
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import Origin
from kiosk.post.matters import Before, Matter, State
from kiosk.post.meeting import Facts, SealedMatter
from kiosk.post.roles import Role
from kiosk.post.subjects import Subject

OPENED = date(2026, 11, 27)
DUE = date(2026, 12, 10)
FACTS = Facts(review=3, opened_on=OPENED, slot=0)
MEALS = Matter(
    11, "Ашкана", (Subject.MEALS,), OPENED, review=3, state=State.NO_ACTION, before=Before(3)
)
OLD = Matter(12, "Жарык", (Subject.BUILDING,), date(2026, 10, 30), review=2, state=State.ANSWERED)
ROW = Entry(
    Origin.TYPED, None, summary="Тамак муздак", subjects=(Subject.MEALS,), matters=(11,),
    decision=Decision.NO_ACTION,
)  # fmt: skip
ALONE = replace(ROW, matters=())
REFERRED = replace(ROW, decision=Decision.REFERRED, forum=Forum.DIRECTOR)


def test_a_letter_without_a_matter_begins_one_named_after_its_summary() -> None:
    filed = filing.first(ALONE, FACTS, [], [])
    begun = replace(MEALS, number=0, title="Тамак муздак")
    assert filed == Filing(matters=(begun,))


def test_a_matter_begins_where_its_letter_is_referred() -> None:
    (begun,) = filing.first(replace(REFERRED, matters=()), FACTS, [], [], DUE).matters
    assert (begun.state, begun.forum, begun.due) == (State.REFERRED, Forum.DIRECTOR, DUE)


def test_a_day_is_kept_only_by_what_is_still_open() -> None:
    (begun,) = filing.first(ALONE, FACTS, [], [], DUE).matters
    assert begun.due is None


def test_the_number_is_drawn_once_for_matter_and_row() -> None:
    row, filed = filing.first(ALONE, FACTS, [], []).drawn(ALONE)
    assert row.matters == (filed.matters[0].number,) != (0,)
    assert filed.drawn(row) == (row, filed)


def test_a_letter_moves_every_matter_it_is_linked_to_and_begins_none() -> None:
    both = replace(REFERRED, matters=(11, 12))
    filed = filing.first(both, FACTS, [], [MEALS, OLD], DUE)
    assert {one.number: one.state for one in filed.matters} == {
        11: State.REFERRED,
        12: State.REFERRED,
    }
    assert {one.due for one in filed.matters} == {DUE}
    assert filed.drawn(both) == (both, filed)


def test_a_day_is_named_only_by_a_letter_that_is_referred() -> None:
    waits = replace(OLD, state=State.REFERRED, forum=Forum.DIRECTOR, due=date(2026, 12, 17))
    linked = replace(ROW, matters=(12,))
    (moved,) = filing.first(linked, FACTS, [], [waits], DUE).matters
    assert moved.due == waits.due
    (mended,) = filing.correction(5, linked, FACTS, [(5, linked)], [waits], DUE).matters
    assert mended.due == waits.due


def test_a_letter_that_changes_nothing_of_its_matter_writes_none() -> None:
    assert filing.first(ROW, FACTS, [(5, ROW)], [MEALS, OLD]) == NOTHING
    assert NOTHING.drawn(ROW) == (ROW, NOTHING)


def test_a_letter_hides_its_matter_from_whom_it_leaves_out() -> None:
    private = replace(ROW, excluded=frozenset({Role.PARLIAMENT_MEMBER}))
    (hidden,) = filing.first(private, FACTS, [(5, ROW)], [MEALS]).matters
    assert hidden.excluded == private.excluded
    rows = [(5, ROW), (6, private)]
    (shown,) = filing.correction(6, replace(ROW, summary="Башка"), FACTS, rows, [hidden]).matters
    assert shown.excluded == frozenset()


def test_a_corrected_row_renames_its_own_matter() -> None:
    mended = replace(ROW, summary="Ашканада суу жок", subjects=(Subject.CLEANLINESS,))
    filed = filing.correction(5, mended, FACTS, [(5, ROW)], [MEALS])
    renamed = replace(MEALS, title="Ашканада суу жок", subjects=(Subject.CLEANLINESS,))
    assert filed == Filing(5, (renamed,))
    assert filing.after([OLD, MEALS], filed) == (OLD, renamed)


def test_a_corrected_decision_corrects_the_matter_and_back_again() -> None:
    filed = filing.correction(5, REFERRED, FACTS, [(5, ROW)], [MEALS], DUE)
    (moved,) = filed.matters
    assert (moved.state, moved.forum, moved.due) == (State.REFERRED, Forum.DIRECTOR, DUE)
    (back,) = filing.correction(5, ROW, FACTS, [(5, REFERRED)], [moved]).matters
    assert back == replace(MEALS, title="Тамак муздак")


def test_a_matter_that_another_row_shares_keeps_its_name() -> None:
    mended = replace(ROW, summary="Башка")
    assert filing.correction(5, mended, FACTS, [(5, ROW), (6, ROW)], [MEALS]) == Filing(5)


def test_a_matter_that_a_row_of_a_later_review_shares_is_neither_renamed_nor_dropped() -> None:
    mended, later = replace(ROW, summary="Башка"), [(9, ROW)]
    assert filing.correction(5, mended, FACTS, [(5, ROW)], [MEALS], others=later) == Filing(5)
    gone = replace(ROW, matters=(12,))
    filed = filing.correction(5, gone, FACTS, [(5, ROW)], [OLD, MEALS], others=later)
    assert filed.dropped == ()


def test_a_matter_of_a_former_review_is_never_renamed_or_dropped() -> None:
    row = replace(REFERRED, matters=(12,), summary="Экинчи кабат")
    (linked,) = filing.correction(5, row, FACTS, [(5, ROW)], [OLD, MEALS]).matters
    assert (linked.number, linked.title, linked.state) == (12, "Жарык", State.REFERRED)
    filed = filing.correction(5, ROW, FACTS, [(5, row)], [linked, MEALS])
    assert filed.dropped == ()
    assert [replace(one, before=None) for one in filed.matters] == [OLD], "as it was before"


def test_a_matter_that_no_row_is_about_any_more_goes() -> None:
    filed = filing.correction(5, replace(ROW, matters=(12,)), FACTS, [(5, ROW)], [OLD, MEALS])
    assert filed.dropped == (11,)
    assert [one.number for one in filing.after([OLD, MEALS], filed)] == [12]


def test_a_row_that_lets_go_of_every_matter_begins_one_again() -> None:
    mended = replace(ROW, matters=(), summary="Суу")
    filed = filing.correction(5, mended, FACTS, [(5, ROW)], [MEALS])
    assert filed.dropped == (11,)
    assert filed.matters == (replace(MEALS, number=0, title="Суу"),)
    row, drawn = filed.drawn(mended)
    assert [one.number for one in filing.after([OLD, MEALS], drawn)] == [*row.matters, 12]


def test_nothing_of_a_matter_is_quoted() -> None:
    filed = Filing(5, (MEALS,), (), (SealedMatter(11, b"secret"),))
    assert "Ашкана" not in repr(filed)
    assert "secret" not in repr(filed)
