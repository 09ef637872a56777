"""Digits, the idle lock, who comes late and who goes: the quorum in the middle of a review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.interludes import Interlude
from kiosk.post.review import Review
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from tests.post.meeting import DEPUTY, FACTS, INSIDE, PARLIAMENT, PEDAGOGUE, ROW, Table, letter

DIGITS = ("1111", "2222", "3333")


@pytest.fixture
def table() -> Table:
    table = Table(letter(1), letter(2))
    table.chooses(*DIGITS)
    return table


def locked(table: Table) -> Table:
    assert table(ev.ScreenLocked()) == (jobs.ShutLock(),)
    return table


def test_after_the_quorum_each_in_turn_chooses_digits_and_then_it_goes_on() -> None:
    table = Table(facts=FACTS)
    table.review = Review(missing=(PARLIAMENT,), present=(DEPUTY, PEDAGOGUE), facts=FACTS)
    assert table(ev.CardTyped("1"), ev.QuorumGathered(PARLIAMENT)) == ()
    assert (table.interlude(), table.review.choosing[0]) == (Interlude.DIGITS, DEPUTY)
    assert table(ev.DigitsChosen("1234")) == (jobs.KeepDigits(DEPUTY, "1234"),)
    table(ev.DigitsKept(DEPUTY), ev.DigitsChosen("1234"), ev.DigitsRefused(PEDAGOGUE, DEPUTY))
    assert table.review.hint is Hint.DIGITS_REFUSED
    assert table.review.digits == frozenset()
    table(ev.DigitsChosen("2345"), ev.DigitsKept(PEDAGOGUE))
    assert table.review.hint is None, "who chooses for the first time was refused nothing"
    table(ev.DigitsChosen("3456"), ev.DigitsKept(PARLIAMENT))
    assert (table.review.choosing, table.review.hint) == ((DEPUTY,), Hint.DIGITS_REFUSED)
    table(ev.DigitsChosen("4567"))
    (job,) = table(ev.DigitsKept(DEPUTY))
    assert isinstance(job, jobs.OpenReview), "what was cut off is taken up"
    assert table.review.digits == set(Role)


def test_who_went_home_is_not_asked_again_and_has_no_digits() -> None:
    table = Table(letter(1), quorum=(frozenset(Role), frozenset({DEPUTY, PEDAGOGUE})))
    table.chooses(*DIGITS)
    table(ev.WhoIsHereAsked(), ev.MemberLeft(PARLIAMENT), ev.DigitsAsked())
    table(ev.DigitsChosen("3333"), ev.DigitsRefused(DEPUTY, PARLIAMENT))
    assert table.review.choosing == (DEPUTY, PEDAGOGUE)
    assert PARLIAMENT not in table.review.digits


def test_put_off_nobody_is_asked_again() -> None:
    table = Table(letter(1))
    table.chooses(*DIGITS)
    table(ev.WhoIsHereAsked(), ev.DigitsAsked())
    table(ev.DigitsChosen("2222"), ev.DigitsRefused(DEPUTY, PEDAGOGUE), ev.DigitsPostponed())
    table(ev.DigitsAsked(), ev.DigitsChosen("4444"), ev.DigitsKept(DEPUTY))
    assert table.review.choosing[0] is PEDAGOGUE
    assert table.review.hint is None


def test_digits_can_be_put_off_and_chosen_later() -> None:
    late = Table(letter(1))
    assert late.review.digits == frozenset()
    assert late(ev.ScreenLocked()) == (), "nobody could come back without a card"
    assert late.review.lock is None
    late.chooses(*DIGITS[:2])
    assert late.review.digits == {DEPUTY, PEDAGOGUE}
    assert late.interlude() is None
    locked(late)


def test_two_different_roles_open_the_lock_and_one_alone_does_not(table: Table) -> None:
    locked(table)
    assert table.interlude() is Interlude.LOCKED
    assert table(ev.DigitsTyped("1111")) == (jobs.TryDigits("1111"),)
    table(ev.DigitsRight(DEPUTY))
    assert table.interlude() is Interlude.LOCKED
    table(ev.DigitsTyped("1111"), ev.DigitsRight(DEPUTY))
    assert (table.interlude(), table.review.hint) == (Interlude.LOCKED, Hint.DIGITS_SAME)
    table(ev.DigitsTyped("2222"), ev.DigitsRight(PEDAGOGUE))
    assert (table.interlude(), table.review.lock) == (None, None)
    assert table.label == 1, "the letter that was there"


def test_three_wrong_ones_wipe_the_keys_and_nothing_registered_is_lost(table: Table) -> None:
    table.registers()
    locked(table)
    for left in (2, 1):
        table(ev.DigitsTyped("0"), ev.DigitsWrong(left))
        assert table.review.hint is Hint.DIGITS_WRONG
    assert table(ev.DigitsTyped("0"), ev.DigitsWrong(0)) == (jobs.WipeKeys(),)
    review = table.review
    assert (review.step, review.hint, review.letters) == (
        Step.ROLL_CALL, Hint.DIGITS_SPENT, None,
    )  # fmt: skip
    assert review.facts is not None
    assert (set(review.missing), review.digits) == (set(Role), frozenset())


def test_a_right_try_gives_no_more_wrong_ones(table: Table) -> None:
    locked(table)
    for wrong in range(3):
        table(ev.DigitsTyped("1111"), ev.DigitsRight(DEPUTY))
        table(ev.DigitsTyped("0"), ev.DigitsWrong(2))
        assert (table.review.step is Step.ROLL_CALL) is (wrong == 2)


@pytest.mark.parametrize(
    "touch",
    [
        ev.CardTyped("1"), ev.UnlockAsked(), ev.RecountAsked(), ev.CloseAsked(),
        ev.WhoIsHereAsked(), ev.StepOutAsked(), ev.SlipsAsked(), ev.LettersAsked(),
        ev.LetterPutOff(), ev.RoomChanged(), ev.DigitsAsked(), ev.DigitsPostponed(),
        ev.AsideLeft(),
    ],
    ids=lambda touch: type(touch).__name__,
)  # fmt: skip
def test_behind_the_lock_no_other_touch_counts(table: Table, touch: ev.Event) -> None:
    before = locked(table).review
    assert table(touch) == ()
    assert table.review == before


def test_it_locks_while_something_is_being_stored_and_the_row_is_kept(table: Table) -> None:
    table.review = replace(table.review, working=True)
    locked(table)
    table(ev.EntryRegistered(1, 10, ROW, FACTS))
    assert table.interlude() is Interlude.LOCKED
    assert table.review.registered == 1


def test_who_comes_late_counts_from_then_on_and_may_choose_digits() -> None:
    sets = (frozenset({DEPUTY, PEDAGOGUE}),)
    small = Table(letter(1), present=(DEPUTY, PEDAGOGUE), quorum=sets)
    small.chooses(*DIGITS)
    small(ev.WhoIsHereAsked(), ev.CardTyped("1"), ev.CardAccepted(PARLIAMENT, ()))
    assert small.review.present == (DEPUTY, PEDAGOGUE, PARLIAMENT)
    assert small.review.choosing == (PARLIAMENT,)
    small(ev.DigitsChosen("3333"), ev.DigitsKept(PARLIAMENT), ev.AsideLeft())
    assert small.interlude() is None


def test_no_card_counts_outside_the_roll_call_and_the_page_for_it(table: Table) -> None:
    assert table(ev.CardTyped("1")) == ()


@pytest.mark.parametrize("role", Role)
def test_when_somebody_leaves_nothing_goes_on_until_the_role_is_back(
    table: Table, role: Role
) -> None:
    table(ev.WhoIsHereAsked(), ev.MemberLeft(role))
    assert (table.review.missing, table.interlude()) == ((role,), Interlude.MEMBERS)
    table(ev.AsideLeft())
    assert table.interlude() is Interlude.MEMBERS
    assert table(ev.EntryWritten(10, ROW)) == ()
    table(ev.CardTyped("1"), ev.CardUnknown())
    assert table.review.hint is Hint.CARD_UNKNOWN
    table(ev.CardTyped("1"), ev.CardRepeated(role, ()), ev.AsideLeft())
    assert (table.review.missing, table.interlude()) == ((), None)
    assert set(table.review.present) == set(Role)


def test_who_is_not_needed_may_leave() -> None:
    table = Table(letter(1), quorum=(frozenset(Role), frozenset({DEPUTY, PEDAGOGUE})))
    table(ev.WhoIsHereAsked(), ev.MemberLeft(PARLIAMENT), ev.AsideLeft())
    assert (table.review.missing, table.interlude()) == ((), None)


def test_who_left_cannot_open_the_lock() -> None:
    table = Table(letter(1), quorum=(frozenset(Role), frozenset({DEPUTY, PEDAGOGUE})))
    table.chooses("1111", "2222", "3333")
    table(ev.WhoIsHereAsked(), ev.MemberLeft(PARLIAMENT), ev.AsideLeft(), ev.ScreenLocked())
    table(ev.DigitsTyped("3333"), ev.DigitsRight(PARLIAMENT))
    assert table.review.lock is not None
    assert table.review.lock.back == frozenset()


def test_no_digits_are_quoted() -> None:
    shown = repr((jobs.KeepDigits(DEPUTY, "4071"), jobs.TryDigits("4071")))
    assert "4071" not in shown


def test_the_page_of_members_is_open_from_every_step_after_the_roll_call() -> None:
    start = Review(missing=tuple(Role))
    table = Table(letter(1))
    table.moment = INSIDE
    table.review = start
    table(ev.WhoIsHereAsked())
    assert table.review.aside is None
