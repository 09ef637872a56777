"""Letters that leave somebody out, through the screen: nobody excluded could have seen a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from kiosk.post.journal import Forum
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.readers import journal

DEPUTY, PEDAGOGUE, PARLIAMENT = Role
WORDS = "Директордун орун басары кыйкырды"
OTHER = "Соцпедагогго гана айтам: уй-булодо"
LEFT_OUT = {"readers_1": PARLIAMENT, "readers_2": PEDAGOGUE, "readers_3": DEPUTY}


def sends_to_some(guest: Guest, text: str, readers: str) -> None:
    guest.writes(text)
    guest.touch("readers", readers, "send")
    guest.sees("thanks")
    guest.touch("leave")


def to_the_table(guest: Guest, digits: tuple[str, ...] = ()) -> None:
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers(digits)
    guest.opens_the_box()
    guest.counts(0)


def frame(guest: Guest) -> bytes:
    """The whole glass, drawn."""
    guest.world.app.settle()
    return pygame.image.tobytes(guest.world.surface, "RGB")


@pytest.mark.parametrize(("readers", "role"), LEFT_OUT.items())
def test_before_the_letter_the_screen_says_who_steps_away_and_after_it_calls_them_back(
    guest: Guest, readers: str, role: Role
) -> None:
    guest.sends("Жарык жок")
    sends_to_some(guest, WORDS, readers)
    to_the_table(guest)
    guest.registers("Жарык")
    guest.sees("room")
    assert guest.says("room_leave")
    assert guest.word(role) in guest.reads()
    assert not guest.shows(WORDS)
    guest.touch("room_changed")
    guest.sees("register")
    assert not guest.shows(WORDS), "it comes covered"
    guest.touch("cover")
    assert guest.shows(WORDS)
    guest.registers("Кыйкырык")
    guest.sees("room")
    assert guest.says("room_return")
    guest.touch("room_changed")
    guest.closes()
    assert {row.text: row.excluded for row in journal(guest.data).values()} == {
        "Жарык жок": frozenset(),
        WORDS: frozenset({role}),
    }


@pytest.fixture
def two(opens: Opens, template: Path, tmp_path: Path) -> Iterator[Guest]:
    """Two kiosks, one after the other, each with a letter of its own."""

    def kiosks() -> Iterator[Guest]:
        for number, text in enumerate((WORDS, "ЩЩЩ " * 400)):
            folder = tmp_path / str(number)
            folder.mkdir()
            shutil.copy(template, folder)
            guest = opens(folder)
            sends_to_some(guest, text, "readers_3")
            to_the_table(guest)
            yield guest
            guest.leave_for_good()

    return kiosks()


def test_what_is_drawn_until_they_stepped_away_is_the_same_whatever_the_letter_says(
    two: Iterator[Guest],
) -> None:
    pictures = []
    for guest in two:
        guest.sees("room")
        before = frame(guest)
        guest.touch("members")
        beside = frame(guest)
        guest.touch("back", "language_ru", "language_ky", "room_changed", "cover", "step_out")
        guest.sees("step_out")
        pictures.append((before, beside, frame(guest)))
    assert pictures[0] == pictures[1]


def test_what_is_drawn_of_an_open_letter_does_differ(two: Iterator[Guest]) -> None:
    pictures = []
    for guest in two:
        guest.touch("room_changed", "cover")
        pictures.append(frame(guest))
    assert pictures[0] != pictures[1]


def test_a_member_steps_out_of_a_letter_in_two_touches_and_says_no_reason(guest: Guest) -> None:
    guest.sends(WORDS)
    to_the_table(guest)
    guest.touch("cover")
    assert guest.shows(WORDS)
    guest.touch("step_out")
    guest.sees("step_out")
    assert not guest.shows(WORDS)
    guest.touch(f"out_{DEPUTY}")
    guest.sees("kept")
    assert guest.says("kept_later")
    assert guest.says("kept_again"), "no other letter is left"
    assert guest.word(DEPUTY) not in guest.reads(), "nobody is named"
    guest.touch("onward")
    guest.sees("room")
    assert not guest.shows(WORDS)
    assert guest.says("room_covered_last")
    assert not guest.offers("later"), "nothing else could come first"
    guest.touch("room_changed")
    guest.sees("register")
    assert not guest.shows(WORDS), "it comes back covered"
    guest.registers("Кыйкырык")
    guest.touch("room_changed")
    guest.closes()
    (row,) = journal(guest.data).values()
    assert row.excluded == {DEPUTY}


def test_what_the_screen_says_comes_next_does_also_after_a_picked_letter(guest: Guest) -> None:
    guest.sends(WORDS)
    guest.sends(OTHER)
    to_the_table(guest)
    guest.touch("letters", "letter_2", "step_out", f"out_{DEPUTY}")
    guest.sees("kept")
    assert guest.says("kept_now", letter=guest.word("letter_label", n=1))
    guest.touch("onward")
    guest.sees("register")
    guest.touch("step_out", f"out_{PEDAGOGUE}")
    assert not guest.says("kept_again"), "another letter is left"
    labels = [guest.word("letter_label", n=n) for n in (1, 2)]
    (coming,) = [label for label in labels if guest.says("kept_aside", letter=label)]
    guest.touch("onward", "room_changed", "cover")
    assert f"{coming} ·" in guest.reads()


def test_who_changes_their_mind_finds_the_letter_and_what_was_filled_in(guest: Guest) -> None:
    guest.sends(WORDS)
    to_the_table(guest)
    guest.touch("cover", "subject_building", "step_out", "back")
    guest.sees("register")
    assert not guest.shows(WORDS)
    guest.touch("cover", "decision_no_action", "register")
    guest.closes()


def test_with_too_few_left_the_letter_waits_and_the_review_stays_open(guest: Guest) -> None:
    sends_to_some(guest, WORDS, "readers_1")
    to_the_table(guest)
    guest.touch("room_changed", "step_out", f"out_{DEPUTY}", "onward")
    guest.sees("room")
    assert guest.says("room_too_few")
    assert not guest.offers("room_changed")
    guest.touch("later")
    guest.sees("left_over")
    assert not guest.shows(WORDS)
    guest.touch("leave_open")
    guest.sees("board")
    assert journal(guest.data) == {}
    guest.hold("emblem", 3.2)
    guest.touch("roll_call")
    guest.gathers()
    guest.sees("left_over")
    assert not guest.offers("room_changed"), "who stepped out does so on another day, too"
    assert not guest.shows(WORDS)


@pytest.mark.parametrize("off", [False, True])
def test_who_stepped_out_is_out_of_that_letter_after_leaving_and_after_a_power_cut(
    guest: Guest, opens: Opens, *, off: bool
) -> None:
    guest.sends(WORDS)
    to_the_table(guest)
    guest.touch("step_out", f"out_{DEPUTY}")
    assert guest.says("kept_later")
    clock = guest.world.clock
    if off:
        guest.leave_for_good()
        guest = opens(clock=clock)
        guest.touch("way_in")
    else:
        guest.touch("onward", "leave", "leave_sure")
        guest.sees("board")
        guest.touch("way_in")
    guest.gathers()
    guest.sees("room")
    assert guest.says("room_leave")
    assert guest.word(DEPUTY) in guest.reads()
    assert not guest.shows(WORDS)
    guest.touch("room_changed")
    guest.registers("Кыйкырык")
    guest.touch("room_changed")
    guest.closes()
    (row,) = journal(guest.data).values()
    assert row.excluded == {DEPUTY}


def test_a_paper_letter_of_which_somebody_stepped_out_is_the_next_one_on_another_day(
    guest: Guest, opens: Opens
) -> None:
    for _ in range(2):
        guest.drops_paper()
        guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(2)
    guest.touch("step_out", f"out_{DEPUTY}", "onward")
    clock = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=clock)
    again.touch("way_in")
    again.gathers()
    again.sees("room")
    again.touch("room_changed")
    again.registers_paper()
    again.sees("room")
    assert again.says("room_return"), "the other paper letter is for everybody"


def test_what_was_put_off_comes_last_after_a_power_cut_too(guest: Guest, opens: Opens) -> None:
    guest.sends(WORDS)
    guest.sends(OTHER)
    to_the_table(guest)
    guest.touch("cover")
    first = WORDS if guest.shows(WORDS) else OTHER
    guest.touch("letters", "later")
    clock = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=clock)
    again.touch("way_in")
    again.gathers()
    again.touch("cover")
    assert not again.shows(first)


def test_the_row_of_such_a_letter_and_its_matter_are_not_named_to_who_was_left_out(
    guest: Guest,
) -> None:
    sends_to_some(guest, WORDS, "readers_3")
    sends_to_some(guest, OTHER, "readers_2")
    to_the_table(guest)
    guest.touch("room_changed")
    guest.registers("Купуя сөз")
    guest.sees("room")
    guest.touch("room_changed")
    assert guest.word(DEPUTY) not in guest.reads()
    guest.touch("cover", "rows")
    assert "Купуя сөз" not in guest.reads()
    guest.touch("done", "matters")
    assert "Купуя сөз" not in guest.reads()


def test_after_stepping_out_the_screen_says_what_comes_now(guest: Guest) -> None:
    guest.sends(WORDS)
    guest.sends(OTHER)
    to_the_table(guest)
    guest.touch("step_out", f"out_{DEPUTY}")
    guest.sees("kept")
    labels = [guest.word("kept_now", letter=guest.word("letter_label", n=n)) for n in (1, 2)]
    assert guest.reads().count(labels[0]) + guest.reads().count(labels[1]) == 1
    guest.touch("onward")
    guest.sees("register")
    guest.registers("Кат")
    guest.sees("room")
    assert not guest.offers("later")


def test_the_last_letter_cannot_be_put_off_and_the_screen_says_why(guest: Guest) -> None:
    guest.sends(WORDS)
    guest.sends(OTHER)
    to_the_table(guest)
    guest.touch("letters")
    assert guest.says("letters_pick")
    guest.touch("later")
    guest.registers("Кат")
    guest.touch("letters")
    assert guest.says("letter_last")
    assert not guest.widget("later").enabled
    guest.touch("back")
    guest.sees("register")


def test_a_row_that_leaves_somebody_out_is_listed_by_number_and_corrected_while_they_are_away(
    guest: Guest,
) -> None:
    sends_to_some(guest, WORDS, "readers_3")
    guest.sends("Жарык жок")
    to_the_table(guest)
    guest.registers("Жарык")
    guest.touch("room_changed")
    guest.registers("Купуя сөз")
    guest.touch("room_changed", "look_back")
    guest.sees("corrections")
    assert f"№ 2 · {guest.word('row_kept_back')}" in guest.reads()
    guest.touch("row_2")
    guest.sees("room")
    assert guest.says("room_leave")
    guest.touch("later")
    guest.sees("corrections")
    guest.touch("row_2", "room_changed")
    guest.sees("corrections")
    assert not guest.shows(WORDS), "it comes covered"
    guest.touch("cover")
    assert guest.shows(WORDS)
    guest.touch("tab_decide", "forum_director", "register")
    guest.sees("room")
    assert guest.says("room_return")
    assert not guest.shows(WORDS)
    guest.touch("room_changed")
    guest.sees("corrections")
    assert "Купуя" not in guest.reads()
    guest.touch("row_2", "room_changed", "give_up")
    guest.sees("room")
    guest.touch("room_changed", "done")
    guest.closes()
    rows = {row.text: row for row in journal(guest.data).values()}
    assert rows[WORDS].forum is Forum.DIRECTOR
    assert rows[WORDS].excluded == {DEPUTY}


def test_while_another_letter_is_in_hand_such_a_row_is_reached_and_left_without_a_glimpse(
    guest: Guest,
) -> None:
    """The letter in hand leaves out one, the row another: nobody sees what is not theirs."""
    sends_to_some(guest, WORDS, "readers_3")
    sends_to_some(guest, OTHER, "readers_2")
    to_the_table(guest)
    guest.touch("room_changed")
    guest.registers("Купуя сөз")
    guest.touch("room_changed", "cover")
    assert guest.shows(OTHER) or guest.shows(WORDS)
    guest.touch("rows", "row_1")
    guest.sees("room")
    guest.touch("room_changed")
    guest.sees("register")
    guest.touch("give_up")
    guest.sees("room")
    assert not guest.shows(OTHER)
    assert not guest.shows(WORDS)
    guest.touch("room_changed", "done")
    guest.registers("Башка сөз")
    assert len(journal(guest.data)) == 2


def test_half_way_nothing_is_lost_when_the_kiosk_is_switched_off(
    guest: Guest, opens: Opens
) -> None:
    guest.sends("Жарык жок")
    sends_to_some(guest, WORDS, "readers_3")
    to_the_table(guest)
    guest.registers("Жарык")
    guest.sees("room")
    clock = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=clock)
    again.touch("way_in")
    again.gathers()
    again.sees("room")
    assert not again.shows(WORDS)
    again.touch("room_changed")
    again.registers("Кыйкырык")
    again.touch("room_changed")
    again.closes()
    assert len(journal(again.data)) == 2
