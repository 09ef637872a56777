"""A desk session by touches: the quorum gathers for its journal, and the box stays shut."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.demo.school import CARDS
from kiosk.post.roles import Role
from tests.guest import TEXT, Guest
from tests.mishaps.test_forced_door import incidents
from tests.readers import journal, letters

DIGITS = ("4071", "9526", "3380")
IDLE_S = 241
LONG_S = 1201


def holds_a_review(guest: Guest, *summaries: str) -> None:
    """A letter for each of them, read, registered and closed."""
    for _ in summaries:
        guest.sends(TEXT)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    for summary in summaries:
        guest.registers(summary)
    guest.closes()


def asks_for_the_desk(guest: Guest) -> None:
    """From the board, by the emblem, to the corridor's question."""
    guest.hold("emblem", 3.2)
    guest.touch("desk")
    guest.sees("rollcall")


def comes_to_the_desk(guest: Guest, digits: tuple[str, ...] = ()) -> None:
    """With all the cards to the menu."""
    asks_for_the_desk(guest)
    guest.gathers(digits)
    lies_open(guest)


def lies_open(guest: Guest) -> None:
    """The journal is there."""
    guest.wait_until(lambda: not guest.world.app.busy, "the journal")
    guest.sees("deskmenu")
    assert guest.offers("desk_journal")


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A journal of two rows, and the quorum at its desk on a day between the windows."""
    holds_a_review(guest, "Бир", "Эки")
    guest.world.move_clock(guest.world.clock.now().replace(day=28))
    guest.wait(61)
    comes_to_the_desk(guest, DIGITS)
    return guest


def opens_row_1(guest: Guest) -> None:
    guest.touch("desk_journal", "row_1", "cover")
    assert guest.shows("Бир")


def test_the_quorum_looks_into_its_journal_outside_the_window(desk: Guest) -> None:
    assert desk.world.app.desk.moment().window is None
    opens_row_1(desk)
    desk.touch("done", "leave")
    desk.sees("deskmenu")


def test_two_cards_open_no_journal(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    asks_for_the_desk(guest)
    for role in tuple(Role)[:2]:
        guest.shows_card(role)
    guest.sees("rollcall")
    assert not guest.offers("desk_journal")


def test_every_page_leads_back_to_the_menu(desk: Guest) -> None:
    for page in ("matters", "journal", "analysis", "papers"):
        desk.touch(f"desk_{page}")
        desk.sees(page)
        desk.touch("leave")
        desk.sees("deskmenu")


def test_on_a_clock_in_doubt_the_way_in_offers_no_desk(guest: Guest) -> None:
    guest.world.move_clock(guest.world.clock.now() - timedelta(days=60))
    guest.wait(61)
    guest.hold("emblem", 3.2)
    guest.sees("wayin")
    assert not guest.offers("desk")


def test_left_alone_it_is_covered_and_locked_and_two_bring_the_page_back(desk: Guest) -> None:
    opens_row_1(desk)
    desk.wait(IDLE_S)
    desk.sees("locked")
    assert not desk.shows("Бир")
    for four in DIGITS[:2]:
        desk.type_digits(four)
    desk.sees("journal")
    assert not desk.shows("Бир"), "it comes back covered"
    desk.touch("cover")
    assert desk.shows("Бир")


def test_locked_for_long_the_keys_go_and_the_board_is_back(desk: Guest) -> None:
    opens_row_1(desk)
    desk.wait(IDLE_S)
    desk.wait(LONG_S)
    desk.sees("board")
    comes_to_the_desk(desk)


def test_three_wrong_digits_ask_for_the_cards_of_the_desk_again(desk: Guest) -> None:
    desk.wait(IDLE_S)
    for _ in range(3):
        desk.type_digits("0000")
    desk.sees("rollcall")
    desk.gathers()
    lies_open(desk)


def test_who_leaves_covers_the_journal_until_their_role_is_back(desk: Guest) -> None:
    opens_row_1(desk)
    desk.touch("done", "leave", "members", f"{Role.SOCIAL_PEDAGOGUE}_left")
    assert not desk.widget("back").enabled
    desk.type_card(CARDS[Role.SOCIAL_PEDAGOGUE])
    desk.touch("back")
    lies_open(desk)
    opens_row_1(desk)


def test_done_wipes_the_keys_and_a_note_is_kept_for_the_protocol(desk: Guest) -> None:
    desk.touch("desk_done")
    desk.wait_until(lambda: not desk.world.app.busy, "the end")
    desk.sees("board")
    assert ("2026-11-28", "desk_session") in incidents(desk.data)
    asks_for_the_desk(desk)


def test_left_by_the_corner_nothing_stays_either(desk: Guest) -> None:
    desk.touch("leave", "leave_sure")
    desk.sees("board")
    assert not desk.world.app._committee.meeting


def test_after_a_desk_session_the_kiosk_begins_anew(desk: Guest) -> None:
    desk.world.app.desk.renews = True
    desk.touch("desk_done")
    desk.wait_until(lambda: not desk.world.app.busy, "the end")
    desk.wait(6)
    assert desk.world.app._system.renewed


# --- the row of a closed review is corrected ---


def test_a_row_is_corrected_and_what_it_said_is_kept(desk: Guest) -> None:
    opens_row_1(desk)
    desk.touch("amend")
    desk.sees("amending")
    desk.touch("cover", "summary")
    desk.type(" болду")
    desk.touch("done", "register")
    desk.wait_until(lambda: not desk.world.app.busy, "the row")
    desk.sees("journal")
    desk.touch("row_1", "cover")
    assert desk.shows("Бир болду")
    assert not desk.shows(desk.word("row_changed", what=desk.word("j_summary")))
    desk.touch("version_back")
    assert desk.shows(desk.word("row_changed", what=desk.word("j_summary")))
    assert journal(desk.data)[1].summary == "Бир болду"


def test_a_correction_given_up_changes_nothing(desk: Guest) -> None:
    opens_row_1(desk)
    desk.touch("amend", "give_up")
    desk.sees("journal")
    desk.touch("cover")
    assert desk.shows("Бир")
    assert not desk.offers("version_back")


# --- the box ---


def test_the_door_stays_shut_on_every_page_also_inside_the_window(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    guest.goes_to_the_next_window()
    comes_to_the_desk(guest)
    for page in ("matters", "journal", "analysis", "papers"):
        assert not guest.world.levers.pull_door()
        guest.touch(f"desk_{page}")
        assert not guest.world.levers.pull_door()
        guest.touch("leave")
    guest.touch("desk_done")
    guest.wait_until(lambda: not guest.world.app.busy, "the end")
    assert not guest.world.levers.pull_door()
    assert {what for _, what in incidents(guest.data)} == {"desk_session"}


def test_a_letter_that_waits_is_not_opened_at_the_desk(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    guest.sends("Жаңы кат")
    comes_to_the_desk(guest)
    guest.touch("desk_journal")
    assert guest.word("sum_letters", n=1) in guest.reads()
    assert letters(guest.data) == ["Жаңы кат"]


# --- over a running review ---


@pytest.fixture
def review(guest: Guest) -> Guest:
    """One row of a closed review, and another review with two letters on the table."""
    holds_a_review(guest, "Бир")
    guest.sends("Экинчи")
    guest.sends("Үчүнчү")
    guest.goes_to_the_next_window()
    guest.touch("way_in")
    guest.gathers(DIGITS)
    guest.opens_the_box()
    return guest


def test_from_the_count_and_back_with_what_was_typed(review: Guest) -> None:
    review.touch("digit_2", "to_desk")
    lies_open(review)
    review.touch("desk_journal", "row_1", "cover")
    assert review.shows("Бир")
    review.touch("done", "leave", "desk_done")
    review.sees("count")
    review.touch("compare", "diff_power", "confirm")
    review.sees("register")


def test_from_the_register_and_back_with_what_was_filled_in(review: Guest) -> None:
    review.counts(0)
    review.touch("cover", "subject_building", "to_desk")
    lies_open(review)
    review.touch("desk_done")
    review.sees("register")
    review.touch("decision_no_action", "register")
    review.wait_until(lambda: not review.world.app.busy, "the row")
    assert len(journal(review.data)) == 2


def test_rows_of_the_open_review_are_read_and_not_corrected_here(review: Guest) -> None:
    review.counts(0)
    review.registers("Эки")
    review.touch("to_desk")
    lies_open(review)
    review.touch("desk_journal", "row_2", "cover")
    assert review.shows("Эки")
    assert not review.offers("amend")
    review.touch("done", "row_1", "cover")
    assert review.offers("amend")


def test_locked_at_the_desk_two_come_back_to_the_desk_and_then_to_the_step(review: Guest) -> None:
    review.touch("to_desk")
    lies_open(review)
    review.touch("desk_journal", "row_1", "cover")
    review.wait(IDLE_S)
    review.sees("locked")
    for four in DIGITS[:2]:
        review.type_digits(four)
    review.sees("journal")
    assert not review.shows("Бир")
    review.touch("done", "leave", "desk_done")
    review.sees("count")


def test_before_the_close_the_desk_is_open_too_and_the_review_closes(review: Guest) -> None:
    review.counts(0)
    review.registers("Эки")
    review.registers("Үч")
    review.sees("close")
    review.touch("to_desk")
    lies_open(review)
    review.touch("desk_done", "close_review")  # the former protocol was not printed: asked once
    review.closes()
    assert sorted(journal(review.data)) == [1, 2, 3]
    assert not [what for _, what in incidents(review.data) if what == "desk_session"]
