"""Registering through the whole kiosk: four touches, corrections, matters, and what cannot wait."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from kiosk.events import Alarm, AlarmRang, WhoIsHereAsked
from kiosk.hardware.simulated import Levers
from kiosk.post.answers import ANSWER_DAYS
from kiosk.post.journal import Decision, Forum, Office
from tests.guest import Guest
from tests.readers import journal

FOUR = ("cover", "subject_building", "forum_director", "register")


@pytest.fixture
def two(guest: Guest) -> Guest:
    """A review with two typed letters, counted and covered."""
    guest.sends("Биринчи кат")
    guest.sends("Экинчи кат")
    return begun(guest)


def begun(guest: Guest, hand: int = 0) -> Guest:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(hand)
    return guest


def matters(guest: Guest) -> int:
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as store:
        return int(store.execute("select count(*) from matters").fetchone()[0])


def test_four_touches_register_a_letter_to_the_disk(two: Guest) -> None:
    two.touch(*FOUR)
    two.sees("register")
    two.touch(*FOUR)
    two.sees("close")
    first, second = journal(two.data).values()
    assert {first.text, second.text} == {"Биринчи кат", "Экинчи кат"}
    assert {first.label, second.label} == {1, 2}
    assert first.forum is second.forum is Forum.DIRECTOR


def test_a_letter_begins_a_matter_and_the_next_one_joins_it(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch("cover", "matter_0", "register")
    two.sees("close")
    first, second = journal(two.data).values()
    assert first.matters == second.matters
    assert second.summary == first.summary
    assert matters(two) == 1
    assert len(journal(two.data)) == 2, "only entries are counted"


def test_matters_of_an_earlier_review_are_offered_in_the_next(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch(*FOUR)
    two.closes()
    two.sends("Үчүнчү кат")
    two.goes_to_the_next_window()
    two.touch("way_in")
    two.gathers()
    two.opens_the_box()
    two.counts(0)
    two.touch("cover", "matter_1", "decision_answered", "told_class", "register")
    two.sees("close")
    rows = journal(two.data)
    assert rows[3].matters[0] in {rows[1].matters[0], rows[2].matters[0]}


def test_a_row_is_corrected_while_another_letter_is_in_hand(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch("cover", "subject_meals", "rows", "row_1", "tab_decide", "decision_answered")
    two.touch("told_class", "register")
    two.wait_until(lambda: two.offers("row_1"), "the rows again")
    assert journal(two.data)[1].decision is Decision.ANSWERED
    two.touch("done")
    two.touch("forum_assembly", "register")
    two.sees("close")
    rows = journal(two.data)
    assert sorted(rows) == [1, 2]
    assert rows[2].forum is Forum.ASSEMBLY
    assert rows[1].text != rows[2].text


def test_a_row_is_corrected_when_every_letter_has_its_row(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch(*FOUR)
    two.sees("close")
    two.touch("look_back", "row_2", "tab_decide", "forum_pedcouncil", "register")
    two.wait_until(lambda: two.offers("row_2"), "the rows again")
    two.touch("done")
    two.closes()
    assert journal(two.data)[2].forum is Forum.PEDCOUNCIL


def test_a_corrected_subject_renames_the_matter_and_leaves_none_behind(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch("rows", "row_1", "tab_about", "subject_building", "tab_about", "subject_meals")
    two.touch("register")
    two.wait_until(lambda: two.offers("row_1"), "the rows again")
    assert matters(two) == 1
    two.touch("done", "cover")
    meals = two.word("subject_meals")
    assert meals in two.widget("matter_0").text  # type: ignore[attr-defined]


def test_a_correction_survives_being_cut_off(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch("rows", "row_1", "tab_decide", "decision_answered", "told_class", "register")
    two.wait_until(lambda: two.offers("row_1"), "the rows again")
    two.touch("done", "leave", "leave_sure", "way_in")
    two.gathers()
    two.touch("rows", "row_1")
    assert two.says("decision_answered")


def test_a_damaged_row_is_told_and_holds_nothing_up(two: Guest) -> None:
    two.touch(*FOUR)
    two.touch("leave", "leave_sure")
    with closing(sqlite3.connect(two.data / "post.sqlite")) as store, store:
        store.execute("update entries set sealed = randomblob(length(sealed))")
    two.touch("way_in")
    two.gathers()
    assert two.says("rows_damaged", numbers="№ 1")
    two.touch("done")
    assert "1/2" in two.reads()
    two.touch(*FOUR)
    two.closes()


def test_a_general_answer_waits_for_its_council(guest: Guest) -> None:
    guest.sends()
    begun(guest)
    today = guest.today
    guest.touch("cover", "subject_building", "forum_boys_girls")
    guest.answers("Жасалды", "Лампа тагылды.")
    guest.touch("to_answer", "days", "first_+7", "done", "done", "register")
    guest.closes()
    (hung,) = (n for n in guest.world.app.desk.board.notices if "Жасалды" in n.headline.values())
    assert hung.first_day == today + timedelta(days=7)
    assert hung.last_day == hung.first_day + timedelta(days=ANSWER_DAYS)
    assert not guest.cards_of_the_board_say("Жасалды")
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=7))
    guest.wait(0.5)
    assert guest.cards_of_the_board_say("Жасалды")


def test_a_row_half_filled_in_survives_an_idle_warning_and_what_comes_over_it(
    two: Guest,
) -> None:
    """The members are touched at the moment when nobody touched anything for too long."""
    app = two.world.app
    two.touch("cover", "subject_building")
    app.dispatch(AlarmRang(Alarm.IDLE))
    two.sees("idle")
    app.dispatch(WhoIsHereAsked())
    two.sees("members")
    two.touch("back")
    two.sees("register")
    assert not two.shows("Биринчи кат")
    assert not two.shows("Экинчи кат")
    two.touch("cover", "forum_director", "register")
    two.wait_until(lambda: bool(journal(two.data)), "the row")
    (row,) = journal(two.data).values()
    assert row.text
    assert row.summary == two.word("subject_building")


def test_the_number_of_each_paper_letter_is_large_before_the_next_and_after_the_last(
    guest: Guest,
) -> None:
    for _ in range(2):
        guest.drops_paper()
        guest.touch("leave")
    begun(guest, 2)
    assert guest.says("paper_nth", n=1, total=2)
    guest.registers_paper()
    assert guest.says("paper_nth", n=2, total=2)
    assert "№ 1" in guest.reads()
    guest.touch("no_date")
    guest.registers("Кагаз")
    guest.sees("numbered")
    assert guest.says("number_write")
    assert "№ 2" in guest.reads()
    guest.touch("onward")
    guest.closes()


# --- what cannot wait -------------------------------------------------------------------------

URGENT = (
    "cover", "subject_home", "urgent", "office_director", "office_police", "done", "register",
)  # fmt: skip


def test_an_urgent_row_is_entered_and_its_paper_comes_out(guest: Guest) -> None:
    guest.sends()
    begun(guest)
    guest.touch(*URGENT)
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the referral")
    guest.sees("close")
    row = journal(guest.data)[1]
    assert row.urgent
    assert [(told.office, told.on) for told in row.informed] == [
        (Office.POLICE, guest.today),
        (Office.DIRECTOR, guest.today),
    ]


def test_with_the_letters_text_only_where_the_quorum_asks(guest: Guest) -> None:
    guest.sends("Үйдө коркунучтуу. " * 20)
    begun(guest)
    guest.touch(*URGENT)
    guest.wait_until(lambda: len(guest.world.levers.papers) == 1, "the referral")
    guest.touch("look_back", "row_1", "to_urgent", "referral")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 2, "the same again")
    guest.touch("referral_text")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 3, "the letter too")
    first, again, whole = guest.world.levers.papers
    assert first == again
    assert len(whole) > len(first)


def test_a_correction_prints_again_only_who_was_told_anew(guest: Guest) -> None:
    guest.sends()
    begun(guest)
    guest.touch(*URGENT)
    guest.wait_until(lambda: len(guest.world.levers.papers) == 1, "the referral")
    guest.touch("look_back", "row_1", "tab_decide", "decision_answered", "told_class", "register")
    guest.wait_until(lambda: guest.offers("row_1"), "the rows again")
    assert len(guest.world.levers.papers) == 1
    guest.touch("row_1", "to_urgent", "office_child_protection", "done", "register")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 2, "the new referral")


@pytest.mark.parametrize("left", [0, 1])
def test_without_paper_the_row_is_kept_and_the_committee_is_told(guest: Guest, left: int) -> None:
    for _ in range(1 + left):
        guest.sends()
    begun(guest)
    Levers.take_paper(guest.world.levers)
    guest.touch(*URGENT)
    number = "№ 1"
    if left:
        guest.wait_until(lambda: bool(guest.world.app.desk.unprinted), "the failure")
        guest.touch("rows")
    guest.wait_until(lambda: guest.says("referral_stuck", number=number), "the sentence")
    assert journal(guest.data)[1].urgent
    Levers.load_paper(guest.world.levers)
    guest.touch(*(() if left else ("look_back",)), "row_1", "to_urgent", "referral")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the referral")
    guest.touch("done", "give_up")
    assert not guest.says("referral_stuck", number=number)
