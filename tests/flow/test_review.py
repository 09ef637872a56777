"""A whole review by touches: roll call, lock, count, rows, close, and the answer on the board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.post.journal import Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Origin
from kiosk.post.roles import Role
from tests.guest import TEXT, Guest
from tests.readers import journal


def test_typed_and_paper_letters_get_their_rows_and_the_answer_hangs_on_the_board(
    guest: Guest,
) -> None:
    guest.sends("Биринчи кат")
    guest.sends("Экинчи кат")
    guest.drops_paper()
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(1)
    guest.registers("Бир", answer=("Жасалды", "Лампа тагылды."))
    guest.registers("Эки")
    guest.registers_paper()
    guest.closes()
    rows = journal(guest.data)
    assert sorted(rows) == [1, 2, 3]
    assert {row.text for row in rows.values()} == {"Биринчи кат", "Экинчи кат", ""}
    assert [row.origin for row in rows.values()].count(Origin.PAPER) == 1
    assert guest.cards_of_the_board_say("Жасалды")
    assert guest.cards_of_the_board_say(guest.word_date(guest.today))


def test_a_row_holds_what_the_committee_chose(guest: Guest) -> None:
    guest.writes()
    guest.touch("kind_wish", "send", "leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("cover", "subject_building", "forum_pedcouncil", "summary")
    guest.type("Жарык жок")
    guest.touch("done", "register")
    guest.closes()
    (row,) = journal(guest.data).values()
    assert (row.kind, row.forum, row.well_founded) == (Kind.WISH, Forum.PEDCOUNCIL, True)
    assert (row.written, row.summary, row.text) == (DayMonth(20, 11), "Жарык жок", TEXT)


def test_letters_are_read_in_an_order_that_is_not_the_one_they_came_in(guest: Guest) -> None:
    for number in range(8):
        guest.sends(f"Кат {number}")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    for number in range(8):
        guest.registers(str(number))
    read: list[Entry] = [row for _, row in sorted(journal(guest.data).items())]
    assert {row.text for row in read} == {f"Кат {number}" for number in range(8)}
    assert [row.text for row in read] != [f"Кат {number}" for number in range(8)], (
        "the order of arrival by chance is one in 40,320"
    )


def test_outside_the_window_the_gesture_says_when_the_box_can_be_opened(guest: Guest) -> None:
    assert not guest.offers("way_in")
    guest.hold("emblem", 3.2)
    guest.sees("wayin")
    assert "27-ноябрь" in guest.reads()
    assert not guest.offers("roll_call")


def test_a_short_touch_of_the_emblem_is_no_gesture(guest: Guest) -> None:
    guest.hold("emblem", 1.0)
    guest.sees("board")


def test_after_the_close_the_way_in_is_gone_from_the_board(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("close_review")
    guest.sees("closed")
    assert guest.word_date(date(2026, 12, 25)) in guest.reads()
    guest.ends()
    assert not guest.offers("way_in")
    assert guest.says("letters_read_on", date=guest.word_date(date(2026, 12, 25)))


def test_after_the_close_the_gesture_does_not_promise_the_box_once_more_today(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.closes()
    guest.hold("emblem", 3.2)
    guest.sees("wayin")
    assert not guest.offers("roll_call")
    assert guest.word_date(date(2026, 12, 25)) in guest.reads()
    assert guest.word_date(guest.today) not in guest.reads()
    guest.touch("extra")
    guest.gathers()
    guest.sees("unlock")


def test_the_end_says_whether_the_box_is_shut(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.unlock()
    assert guest.world.levers.pull_door()
    guest.wait(0.5)
    guest.counts(0)
    guest.touch("close_review")
    guest.sees("closed")
    assert guest.says("close_done_open")
    guest.world.levers.shut_door()
    guest.wait(0.5)
    assert guest.says("close_done")


def test_a_review_finished_late_does_not_hide_the_next_window_of_the_same_day(
    guest: Guest,
) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.touch("leave", "leave_sure")
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.counts(0)
    guest.registers()
    guest.closes()
    assert guest.offers("way_in"), "this window's box was not opened yet"


def test_later_letters_belong_to_the_next_review(guest: Guest) -> None:
    guest.sends("Мурунку")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.drops_paper()
    guest.counts(0)
    guest.registers()
    guest.closes()
    assert len(journal(guest.data)) == 1
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.touch("digit_1", "compare")
    assert guest.says("count_equal", n=1)


@pytest.mark.parametrize("first", Role)
def test_the_cards_may_come_in_any_order(guest: Guest, first: Role) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.shows_card(first)
    for role in set(Role) - {first}:
        guest.shows_card(role)
    guest.sees("digits")
