"""The whole way of a private reply: asked for, written at the review, sealed, read by one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.flow.test_halves import kept_code, printed, used
from tests.flow.test_reply_code import asks, shown_code
from tests.guest import Guest
from tests.readers import journal, slips
from tests.traces import traces

REPLY = "Эртең чоң тыныгууда китепканага келиңиз"


def code_of_a_letter(guest: Guest) -> str:
    """Write a letter that wants a reply, and copy the code."""
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    guest.touch("done")
    return code


def meets(guest: Guest, hand: int = 0) -> None:
    """The quorum opens the box and has counted."""
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(hand)


def answers_alone(guest: Guest) -> None:
    """One letter gets its row, and its writer a reply."""
    guest.sees("register")
    if guest.offers("cover"):
        guest.touch("cover")
    guest.touch("subject_building", "decision_no_action", "to_reply")
    guest.type(REPLY)
    guest.touch("done", "register")


def kept_replies(data: Path) -> list[tuple[bytes, bytes, str]]:
    with closing(sqlite3.connect(data / "post.sqlite")) as file:
        return file.execute("SELECT name, sealed, last_day FROM replies").fetchall()


def reads(guest: Guest, code: str) -> None:
    guest.touch("reply")
    guest.type(code)


def test_the_writer_of_a_typed_letter_reads_what_was_written_for_them_alone(
    guest: Guest, data: Path
) -> None:
    code = code_of_a_letter(guest)
    meets(guest)
    answers_alone(guest)
    assert kept_replies(data) == []
    guest.closes()
    assert not guest.cards_of_the_board_say(REPLY)
    reads(guest, code)
    guest.sees("reply")
    guest.touch("cover")
    assert guest.shows(REPLY)
    assert traces(data, [REPLY, code]) == []


def test_after_the_close_the_row_says_that_there_was_a_reply_and_not_its_words(
    guest: Guest, data: Path
) -> None:
    code_of_a_letter(guest)
    guest.sends("Жооп сурабаган кат")
    meets(guest)
    for _ in range(2):
        guest.sees("register")
        if guest.offers("tab_decide"):
            guest.touch("cover", "subject_building", "decision_no_action")
        if guest.offers("to_reply"):
            guest.touch("to_reply")
            guest.type(REPLY)
            guest.touch("done")
        guest.touch("register")
    guest.sees("close")
    assert sorted(row.reply for row in journal(data).values()) == ["", REPLY], "it can be corrected"
    guest.closes()
    rows = journal(data).values()
    assert sorted((row.replied, row.reply, row.text != "") for row in rows) == [
        (False, "", True),
        (True, "", True),
    ]
    assert len(kept_replies(data)) == 1


def test_before_the_close_the_code_leads_nowhere(guest: Guest) -> None:
    code = code_of_a_letter(guest)
    meets(guest)
    answers_alone(guest)
    guest.touch("leave", "leave_sure")
    guest.sees("board")
    reads(guest, code)
    assert guest.says("reply_none")


def test_it_is_kept_as_long_as_the_school_says(guest: Guest, data: Path) -> None:
    code = code_of_a_letter(guest)
    meets(guest)
    answers_alone(guest)
    closed_on = guest.today
    guest.closes()
    ((_, _, last_day),) = kept_replies(data)
    last = date.fromisoformat(last_day)
    assert last == closed_on + timedelta(days=180)
    for later in (30, 60, 90, 120, 150, 180, 181):
        moment = guest.world.clock.now() + timedelta(days=later) - (guest.today - closed_on)
        guest.world.move_clock(moment)
        guest.wait(0.5)
        assert bool(kept_replies(data)) is (later <= 180)
    reads(guest, code)
    assert guest.says("reply_none")


def test_a_letter_that_asks_for_none_gets_none(guest: Guest, data: Path) -> None:
    guest.sends()
    meets(guest)
    guest.sees("register")
    assert not guest.offers("to_reply")
    guest.registers()
    guest.closes()
    assert kept_replies(data) == []


def test_whoever_asked_but_was_not_answered_finds_no_reply(guest: Guest, data: Path) -> None:
    code = code_of_a_letter(guest)
    meets(guest)
    guest.registers()
    guest.closes()
    assert kept_replies(data) == []
    reads(guest, code)
    assert guest.says("reply_none")


def test_a_paper_letter_is_answered_by_the_number_on_its_half(guest: Guest, data: Path) -> None:
    paper = printed(guest)
    code, (handle,) = kept_code(paper), slips(data)
    guest.touch("back")
    guest.drops_paper()
    guest.touch("leave")
    meets(guest, hand=1)
    guest.sees("register")
    guest.touch("no_date", "handle")
    guest.type(handle)
    guest.wait(1)
    if guest.offers("done"):
        guest.touch("done")
    answers_alone(guest)
    guest.notes_the_number()
    assert used(data) == 1
    guest.closes()
    assert used(data) == 0, "a handle leads to a letter once"
    reads(guest, code)
    guest.touch("cover")
    assert guest.shows(REPLY)


@pytest.mark.parametrize("months", [3, 9])
def test_a_slip_that_never_came_back_expires(guest: Guest, data: Path, months: int) -> None:
    printed(guest)
    guest.touch("back")
    for _ in range(months):
        guest.goes_to_the_next_window()
    meets(guest)
    guest.closes()
    assert used(data) == (1 if months == 3 else 0)
