"""A paper letter: its date, its kind, and the slip that lay in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import RecountAsked
from kiosk.post.letters import DayMonth, Kind, Origin
from tests.screens.committee.hand import LARGE, SMALL, Size
from tests.screens.committee.rows import KNOWN, PAPER, SLIP, desk, register, row


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_dated_paper_letter_takes_four_touches(size: Size) -> None:
    hand = desk(None, size)
    hand.touch("day_22", "subject_meals", "forum_director", "register")
    assert (row(hand).origin, row(hand).written, row(hand).text) == (
        Origin.PAPER,
        DayMonth(22, 11),
        "",
    )
    assert (row(hand).kind, row(hand).label, row(hand).handle) == (None, None, "")


def test_it_may_bear_no_date() -> None:
    hand = desk(None)
    hand.touch("no_date", "subject_meals", "forum_director", "register")
    assert row(hand).written is None


def test_a_date_can_be_changed_and_taken_back() -> None:
    hand = desk(None)
    hand.touch("day_22", "tab_when")
    assert hand.chosen("day_22")
    hand.touch("month_fewer", "day_3", "subject_meals", "forum_director", "tab_when", "no_date")
    hand.touch("tab_enter", "register")
    assert row(hand).written is None


@pytest.mark.parametrize(("steps", "last"), [(-1, 31), (0, 30), (3, 29), (5, 30)])
def test_a_day_that_its_month_does_not_have_cannot_be_touched(steps: int, last: int) -> None:
    hand = desk(None)
    hand.touch(*["month_more" if steps > 0 else "month_fewer"] * abs(steps))
    assert hand.has(f"day_{last}")
    assert not hand.has(f"day_{last + 1}")


def test_a_keyboard_types_day_and_month() -> None:
    hand = desk(None)
    hand.type("05")
    assert hand.text("when_ask") == "Day, Month: 05"
    hand.type("10")
    assert hand.has("subject_meals")
    hand.touch("tab_when")
    assert hand.text("month") == "October"
    assert hand.chosen("day_5")


def test_a_day_that_is_still_to_come_cannot_be_touched_or_typed() -> None:
    hand = desk(None)
    assert hand.enabled("day_27"), "today"
    assert not hand.enabled("day_28")
    hand.touch("day_28")
    assert hand.has("day_28")
    hand.type("2811")
    assert "still to come" in hand.text("when_ask")
    hand.touch("month_more")
    assert not any(hand.enabled(f"day_{day}") for day in range(1, 32))
    hand.touch("month_more")
    assert hand.enabled("day_31"), "last January"


def test_over_the_turn_of_the_year_a_letter_of_december_is_read_in_january() -> None:
    hand = desk(None, known=replace(KNOWN, today=date(2027, 1, 29), near=DayMonth(29, 1)))
    assert not hand.enabled("day_30")
    hand.touch("month_fewer")
    assert hand.text("month") == "December"
    hand.touch("day_31")
    assert hand.has("subject_meals")


@pytest.mark.parametrize("typed", ["3102", "0013", "3211", "0000", "2027"])
def test_a_date_that_does_not_exist_is_refused_in_words(typed: str) -> None:
    hand = desk(None)
    hand.type(typed)
    assert "There is no such date" in hand.text("when_ask")
    assert not hand.has("subject_meals")
    hand.press("backspace")
    hand.type("2902")
    assert hand.has("subject_meals"), "no year is known, so 29 February may be"


def test_a_kind_is_chosen_and_let_go() -> None:
    hand = desk(None)
    hand.touch("day_1", "kind_wish")
    assert hand.chosen("kind_wish")
    hand.touch("kind_wish", "kind_report", "subject_home", "forum_director", "register")
    assert row(hand).kind is Kind.REPORT


def test_miscounted_paper_is_counted_again() -> None:
    hand = desk(None)
    hand.touch("recount")
    assert hand.events == [RecountAsked()]


# --- the slip ---------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["touch", "key"])
def test_a_slip_that_is_known_lets_the_writer_be_answered(by: str) -> None:
    hand = desk(None)
    hand.touch("no_date", "handle")
    if by == "touch":
        hand.touch(*(f"digit_{digit}" for digit in "12345671"))
    else:
        hand.type("1234 5671")
    assert hand.text("slip") == "1234 5671"
    assert "was found" in hand.text("slip_said")
    hand.touch("done")
    assert hand.text("handle") == "Slip: 1234 5671"
    hand.touch("subject_home", "forum_director", "to_reply")
    hand.type("Come")
    hand.touch("done", "register")
    assert (row(hand).handle, row(hand).reply_to, row(hand).reply) == ("12345671", SLIP, "Come")


@pytest.mark.parametrize("digits", ["12345675", "00000000", "76543213"])
def test_a_slip_that_nobody_knows_is_told_in_words_and_loses_nothing(digits: str) -> None:
    hand = desk(None)
    hand.touch("day_22", "subject_home", "forum_director", "summary")
    hand.type("x")
    hand.touch("done", "tab_about", "handle")
    hand.type(digits)
    assert "No slip has this number" in hand.text("slip_said")
    assert hand.text("slip").replace(" ", "") == digits, "what was typed can be mended"
    hand.touch("done", "tab_enter", "register")
    assert (row(hand).handle, row(hand).reply_to, row(hand).summary) == ("", None, "x")


def test_a_slip_that_another_letter_had_is_refused_and_what_was_typed_is_kept() -> None:
    used = replace(KNOWN, slips={"12345671": 17})
    hand = desk(None, known=used)
    hand.touch("no_date", "handle")
    hand.type("12345671")
    assert "No 17" in hand.text("slip_said").replace("№", "No")
    assert hand.text("slip") == "1234 5671"
    hand.touch("done", "subject_home", "forum_director")
    assert not hand.has("to_reply")
    hand.touch("register")
    assert (row(hand).handle, row(hand).reply_to) == ("", None)


def test_a_row_keeps_its_own_slip_when_it_is_corrected() -> None:
    own = replace(PAPER, handle="12345671", reply_to=SLIP)
    hand = desk(known=replace(KNOWN, slips={"12345671": 18}, rows=((18, own),)))
    hand.touch("rows", "row_18", "tab_about", "handle")
    hand.press("backspace")
    hand.type("1")
    assert "was found" in hand.text("slip_said")
    hand.touch("done", "tab_enter", "register")
    assert row(hand).handle == "12345671"


def test_half_a_number_is_no_number() -> None:
    hand = desk(None)
    hand.touch("no_date", "handle")
    hand.type("1234")
    hand.touch("rub", "done", "subject_home", "forum_director", "register")
    assert (row(hand).handle, row(hand).reply_to) == ("", None)


def test_a_number_that_was_found_can_be_taken_back() -> None:
    hand = desk(None)
    hand.touch("no_date", "handle")
    hand.type("12345671")
    hand.press("backspace")
    assert not hand.has("slip_said")
    hand.press("return")
    hand.touch("subject_home", "forum_director")
    assert not hand.has("to_reply")
    assert "12345671" not in hand.reprs
    assert register(hand).covered is False
