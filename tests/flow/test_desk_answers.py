"""A public answer put on an old row, changed or taken back: it reaches the board once, or not."""

from __future__ import annotations

import pytest

from kiosk.post.board import Notice
from kiosk.post.letters import Language
from tests.conftest import Opens
from tests.flow.test_desk import comes_to_the_desk, holds_a_review
from tests.flow.test_desk_publishing import holds_the_next, settled
from tests.guest import Guest
from tests.readers import journal


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A row without an answer, and the quorum at its desk on the next day."""
    holds_a_review(guest, "Бир")
    next_day(guest)
    return guest


@pytest.fixture
def hung(guest: Guest) -> Guest:
    """A row whose answer tells too much hangs on the board; the quorum at its desk."""
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers("Бир", ("Айгүл 7-Б", "Биринчи"))
    guest.closes()
    next_day(guest)
    assert heads(guest) == ["Айгүл 7-Б"]
    return guest


def next_day(guest: Guest) -> None:
    guest.world.move_clock(guest.world.clock.now().replace(day=28))
    guest.wait(61)
    comes_to_the_desk(guest)


def heads(guest: Guest) -> list[str]:
    """What hangs of the committee's answers, beside the one that hung from the beginning."""
    hanging = [_head(one) for one in guest.world.app.desk.board.notices if one.type == "answer"]
    return [head for head in hanging if head != "Жарык оңдолду"]


def _head(notice: Notice) -> str:
    return notice.headline[Language.KY]


def amends(guest: Guest, *answer: str) -> None:
    """From the menu and back: row 1 gets this answer, or none."""
    guest.touch("desk_journal", "row_1", "amend")
    if answer:
        guest.answers(*answer)
    else:
        guest.touch("to_answer", "unanswered")
    guest.touch("register")
    settled(guest)
    guest.touch("leave")
    guest.sees("deskmenu")


def ends(guest: Guest) -> None:
    guest.touch("desk_done")
    settled(guest)
    guest.sees("board")


def cut_off(guest: Guest) -> None:
    guest.touch("leave")
    assert guest.says("desk_lost")
    guest.touch("leave_sure")
    settled(guest)


def test_it_waits_for_the_end_and_hangs_once(desk: Guest) -> None:
    amends(desk, "Лампалар тагылды", "Баары иштейт")
    assert desk.says("desk_answers", n=1)
    assert heads(desk) == []
    ends(desk)
    assert heads(desk) == ["Лампалар тагылды"]
    comes_to_the_desk(desk)
    assert not desk.says("desk_answers", n=1)
    ends(desk)
    assert heads(desk) == ["Лампалар тагылды"]


def test_by_the_corner_it_waits_for_the_next_session(desk: Guest) -> None:
    amends(desk, "Лампалар тагылды", "Баары иштейт")
    cut_off(desk)
    comes_to_the_desk(desk)
    assert desk.says("desk_answers", n=1)
    ends(desk)
    assert heads(desk) == ["Лампалар тагылды"]
    assert journal(desk.data)[1].notice == desk.world.app.desk.board.notices[-1].number


def test_by_the_corner_it_goes_out_with_the_next_close_too(desk: Guest) -> None:
    amends(desk, "Лампалар тагылды", "Баары иштейт")
    cut_off(desk)
    holds_the_next(desk)
    assert heads(desk) == ["Лампалар тагылды"]
    comes_to_the_desk(desk)
    ends(desk)
    assert heads(desk) == ["Лампалар тагылды"]


def test_a_power_cut_loses_nothing_of_it(opens: Opens, desk: Guest) -> None:
    amends(desk, "Лампалар тагылды", "Баары иштейт")
    desk.leave_for_good()
    again = opens(clock=desk.world.clock)
    comes_to_the_desk(again)
    assert again.says("desk_answers", n=1)
    ends(again)
    assert heads(again) == ["Лампалар тагылды"]


def test_what_is_taken_back_is_taken_down_with_the_end(hung: Guest) -> None:
    hung.touch("desk_journal", "row_1", "amend", "to_answer", "unanswered")
    assert hung.says("answer_down")
    hung.touch("register")
    settled(hung)
    hung.touch("leave")
    assert hung.says("desk_answers", n=1)
    assert heads(hung) == ["Айгүл 7-Б"]
    ends(hung)
    assert heads(hung) == []
    comes_to_the_desk(hung)
    hung.touch("desk_journal", "row_1", "amend")
    assert not hung.says("answer_down")


def test_what_is_changed_hangs_in_place_of_the_old_one(hung: Guest) -> None:
    amends(hung)
    cut_off(hung)
    comes_to_the_desk(hung)
    amends(hung, "Оңдолду", "Баары иштейт")
    ends(hung)
    assert heads(hung) == ["Оңдолду"]


def test_there_and_back_changes_nothing_on_the_board(hung: Guest) -> None:
    before = hung.world.app.desk.board.notices
    amends(hung)
    amends(hung, "Айгүл 7-Б", "Биринчи")
    assert not hung.says("desk_answers", n=1)
    ends(hung)
    assert hung.world.app.desk.board.notices == before
