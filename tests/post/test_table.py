"""Who must not read: the order of letters, who steps away, what is put off, and the rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.filing import NOTHING
from kiosk.post.interludes import Interlude
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.post.table import another_waits, matters_in_sight
from tests.post.meeting import (
    DEPUTY,
    FACTS,
    PAPER,
    PARLIAMENT,
    PEDAGOGUE,
    ROW,
    Table,
    letter,
)

NO_PAPER = replace(FACTS, slot=0, hand=0)


def test_what_leaves_somebody_out_comes_last_and_grouped_after_the_paper_too() -> None:
    table = Table(letter(1, DEPUTY), letter(2), letter(3, PARLIAMENT), letter(4, DEPUTY), letter(5))
    order = []
    while table.review.step is Step.REGISTER:
        table(ev.NumberWritten())
        if table.interlude() is Interlude.ROOM:
            table(ev.RoomChanged())
        order.append(table.label)
        table.registers()
    assert order == [2, 5, 0, 1, 4, 3]


def test_before_such_a_letter_the_screen_waits_until_those_left_out_are_away() -> None:
    table = Table(letter(1, DEPUTY), facts=NO_PAPER)
    assert (table.interlude(), table.review.leaving) == (Interlude.ROOM, frozenset({DEPUTY}))
    assert table(ev.EntryWritten(10, ROW)) == (), "nobody writes a row for what nobody has seen"
    table(ev.RoomChanged())
    assert (table.interlude(), table.review.away) == (None, frozenset({DEPUTY}))
    table.registers()
    assert table.interlude() is Interlude.ROOM, "they are called back before the close"
    assert table(ev.CloseAsked()) == ()
    table(ev.RoomChanged())
    assert (table.interlude(), table.review.away) == (None, frozenset())
    assert table(ev.CloseAsked()) != ()


def test_who_steps_out_is_away_for_that_letter_only_and_gives_no_reason() -> None:
    table = Table(letter(1), letter(2), facts=NO_PAPER)
    table(ev.StepOutAsked())
    assert table.interlude() is Interlude.STEP_OUT
    table(ev.SteppedOut(PEDAGOGUE))
    assert table.interlude() is Interlude.KEPT
    table(ev.AsideLeft())
    assert table.label == 2, "it goes to the end, with the others that leave somebody out"
    table.registers()
    assert (table.label, table.review.leaving) == (1, frozenset({PEDAGOGUE}))
    table(ev.RoomChanged())
    sealed = table.registers()
    assert isinstance(sealed, jobs.SealEntry)
    assert sealed.entry.excluded == {PEDAGOGUE}
    assert "stepped" not in repr(table.review), "who stepped out of what is in no log"


@pytest.mark.parametrize("role", Role)
def test_stepping_out_of_a_letter_that_already_leaves_out_another_may_leave_too_few(
    role: Role,
) -> None:
    table = Table(letter(1, PARLIAMENT), facts=NO_PAPER)
    table(ev.RoomChanged(), ev.StepOutAsked(), ev.SteppedOut(role), ev.AsideLeft())
    assert table.review.too_few is (role is not PARLIAMENT)
    if role is not PARLIAMENT:
        table(ev.RoomChanged())
        assert table.interlude() is Interlude.ROOM, "nobody reads it alone"
        table(ev.LetterPutOff())
        assert table.interlude() is Interlude.WAITING
        assert table(ev.CloseAsked()) == (), "the review stays open (law 5)"


def test_what_was_put_off_for_want_of_people_comes_when_somebody_else_shows_a_card() -> None:
    sets = (frozenset({DEPUTY, PEDAGOGUE}), frozenset(Role))
    table = Table(letter(1, DEPUTY), facts=NO_PAPER, present=(DEPUTY, PEDAGOGUE), quorum=sets)
    assert table.review.too_few
    table(ev.LetterPutOff())
    assert (table.label, table.interlude()) == (None, Interlude.WAITING)
    table(ev.WhoIsHereAsked())
    assert table(ev.CardTyped("1")) == (jobs.TryCard("1"),)
    table(ev.CardAccepted(PARLIAMENT, ()), ev.AsideLeft())
    assert (table.label, table.interlude()) == (1, Interlude.ROOM)
    table(ev.RoomChanged())
    table.registers()
    assert table.review.away == {DEPUTY}


def test_a_stand_in_stepped_out_of_nothing() -> None:
    table = Table(letter(1), facts=NO_PAPER)
    table(ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft())
    table(ev.WhoIsHereAsked(), ev.CardTyped("1"), ev.CardAccepted(DEPUTY, ()), ev.AsideLeft())
    assert (table.review.leaving, table.interlude()) == (frozenset(), None)


def test_the_same_card_once_more_is_no_stand_in() -> None:
    table = Table(letter(1), facts=NO_PAPER)
    table(ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft())
    table(ev.WhoIsHereAsked(), ev.CardTyped("1"), ev.CardRepeated(DEPUTY, ()), ev.AsideLeft())
    assert table.review.leaving == {DEPUTY}


def test_a_letter_that_is_put_off_comes_again_at_the_end() -> None:
    table = Table(letter(1), letter(2), letter(3), facts=NO_PAPER)
    table(ev.LetterPutOff())
    table(ev.LetterPutOff())
    assert table.label == 3
    table.registers()
    assert table.label == 1
    table(ev.LetterPutOff())
    assert table.label == 2


def test_a_letter_is_picked_by_its_place() -> None:
    table = Table(letter(1), letter(2), letter(3))
    table(ev.LettersAsked(), ev.LetterPicked(30))
    assert table.label == 3
    table(ev.LettersAsked(), ev.LetterPicked(None))
    assert table.label == 0
    table(ev.LettersAsked(), ev.LetterPicked(77), ev.AsideLeft())
    assert table.label == 0, "no such letter"
    table.registers()
    assert table.label == 1


@pytest.mark.parametrize("before", [(), (ev.LetterPutOff(), ev.LetterPutOff())], ids=["", "later"])
def test_a_picked_letter_that_somebody_steps_out_of_comes_after_the_others(
    before: tuple[ev.Event, ...],
) -> None:
    table = Table(letter(1), letter(2), letter(3), facts=NO_PAPER)
    table(*before, ev.LettersAsked(), ev.LetterPicked(20))
    table(ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft())
    order = []
    while table.label != 2:
        assert table.interlude() is None, "everybody may read it"
        order.append(table.label)
        table.registers()
    assert set(order) == {1, 3}
    assert table.interlude() is Interlude.ROOM


def test_a_letter_that_somebody_steps_out_of_comes_after_those_that_were_put_off() -> None:
    table = Table(letter(1), letter(2), facts=NO_PAPER)
    table(ev.LetterPutOff(), ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft())
    assert (table.label, table.interlude()) == (1, None)
    table.registers()
    assert (table.label, table.interlude()) == (2, Interlude.ROOM)


def test_a_paper_letter_of_which_somebody_stepped_out_is_not_the_next_one() -> None:
    two = Facts(review=1, opened_on=FACTS.opened_on, slot=2, hand=2)
    table = Table(facts=two)
    table(ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft(), ev.RoomChanged())
    sealed = table.registers()
    assert isinstance(sealed, jobs.SealEntry)
    assert sealed.entry.excluded == {DEPUTY}
    table(ev.NumberWritten(), ev.RoomChanged())
    assert table.review.away == frozenset()


def test_rows_and_matters_of_others_are_not_even_named() -> None:
    table = Table(letter(1, DEPUTY), facts=NO_PAPER)
    assert not table.review.may_see(frozenset({DEPUTY}))
    table(ev.RoomChanged())
    assert table.review.may_see(frozenset({DEPUTY}))


def test_a_matter_is_not_named_that_began_elsewhere_but_has_a_row_kept_back() -> None:
    table = Table(letter(1), letter(2), facts=NO_PAPER)
    shared = Matter(7, "Кагаз", (), FACTS.opened_on, 1)
    open_row = replace(ROW, matters=(7,))
    closed_row = replace(open_row, excluded=frozenset({DEPUTY}))
    table.review = replace(table.review, matters=(shared,), entries=((1, open_row),))
    assert matters_in_sight(table.review) == (shared,)
    table.review = replace(table.review, entries=((1, open_row), (2, closed_row)))
    assert matters_in_sight(table.review) == ()
    table.review = replace(table.review, away=frozenset({DEPUTY}))
    assert matters_in_sight(table.review) == (shared,)


def test_a_slip_of_another_row_is_not_registered_again() -> None:
    with_slip = replace(PAPER, handle="12345671")
    table = Table(facts=replace(FACTS, slot=2, hand=2))
    table.review = replace(table.review, entries=((1, with_slip), (2, PAPER)))
    assert table(ev.EntryWritten(None, with_slip)) == ()
    assert table(ev.EntryCorrected(2, with_slip)) == ()
    assert table(ev.EntryCorrected(1, with_slip)) != (), "its own"


def test_the_number_of_a_paper_letter_is_told_before_anything_else_but_another_paper_letter() -> (
    None
):
    table = Table(letter(1, DEPUTY), facts=replace(FACTS, slot=2, hand=2))
    table.registers()
    assert table.interlude() is None, "the next paper letter's page tells it"
    assert table.review.wishes.number == 1
    table.registers()
    assert table.interlude() is Interlude.NUMBER
    table(ev.NumberWritten())
    assert table.interlude() is Interlude.ROOM


def test_a_letter_is_put_off_only_where_something_else_follows() -> None:
    table = Table(letter(1), letter(2, PARLIAMENT), facts=NO_PAPER)
    assert another_waits(table.review)
    table.registers()
    assert not another_waits(table.review), "the last one"
    table(ev.RoomChanged(), ev.StepOutAsked(), ev.SteppedOut(DEPUTY), ev.AsideLeft())
    assert table.review.too_few
    assert another_waits(table.review), "the review stays open instead"


def test_for_a_row_that_is_kept_back_they_step_away_as_for_a_letter() -> None:
    table = Table(letter(1), facts=NO_PAPER)
    closed = replace(ROW, excluded=frozenset({DEPUTY}))
    table.review = replace(table.review, entries=((5, closed),))
    table(ev.RowAsked(6))
    assert table.interlude() is None, "no such row"
    table(ev.RowAsked(5))
    assert (table.interlude(), table.review.leaving) == (Interlude.ROOM, frozenset({DEPUTY}))
    assert table(ev.EntryCorrected(5, closed)) == (), "nobody corrects what nobody has seen"
    table(ev.RoomChanged())
    assert table.interlude() is None
    (job,) = table(ev.EntryCorrected(5, closed))
    assert isinstance(job, jobs.SealEntry)
    table(ev.EntrySealed(None, b"", closed), ev.EntryRewritten(5, closed, NOTHING))
    assert (table.interlude(), table.review.leaving) == (Interlude.ROOM, frozenset())
    table(ev.RoomChanged())
    assert table.interlude() is None


@pytest.mark.parametrize("how", [ev.RowGivenBack(), ev.LetterPutOff()])
def test_a_row_that_was_asked_for_is_given_back(how: ev.Event) -> None:
    table = Table(letter(1), facts=NO_PAPER)
    table.review = replace(table.review, entries=((5, replace(ROW, excluded=frozenset({DEPUTY}))),))
    table(ev.RowAsked(5))
    if isinstance(how, ev.RowGivenBack):
        table(ev.RoomChanged())
    table(how)
    if isinstance(how, ev.RowGivenBack):
        assert table.interlude() is Interlude.ROOM
        table(ev.RoomChanged())
    assert (table.interlude(), table.label) == (None, 1)


WORDS = st.sampled_from(
    [
        ev.StepOutAsked(), *map(ev.SteppedOut, Role), ev.RoomChanged(), ev.LetterPutOff(),
        ev.LettersAsked(), ev.LetterPicked(10), ev.LetterPicked(None), ev.AsideLeft(),
        ev.WhoIsHereAsked(), *map(ev.MemberLeft, Role), ev.CardTyped("1"),
        *(ev.CardAccepted(role, ()) for role in Role), ev.CardRepeated(DEPUTY, ()),
        ev.ScreenLocked(), ev.NumberWritten(), ev.RowAsked(1), ev.RowGivenBack(),
        ev.CloseAsked(), ev.RecountAsked(), ev.LockHeld(), ev.DoorShut(),
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_whatever_is_said_in_whatever_order_nobody_left_out_is_there_while_a_letter_lies_open(
    said: list[ev.Event],
) -> None:
    table = Table(letter(1, DEPUTY), letter(2), letter(3, PARLIAMENT))
    row = replace(ROW, excluded=frozenset({PEDAGOGUE}))
    table.review = replace(table.review, entries=((1, row),))
    for event in said:
        table(event)
        review = table.review
        if review.step is not Step.REGISTER or review.interlude is not None:
            assert table(ev.EntryWritten(10, ROW)) == ()
            continue
        at_hand = review.at_hand
        assert at_hand is not None
        in_the_room = set(review.present) - review.away
        barred = row.excluded if review.wishes.row else at_hand.barred
        assert not in_the_room & barred
        if review.wishes.row:
            assert table(ev.EntryWritten(at_hand.place, ROW)) == (), "the row is what lies open"
        assert len(in_the_room) > 1
        assert in_the_room & {DEPUTY, PEDAGOGUE}
        assert not review.missing
