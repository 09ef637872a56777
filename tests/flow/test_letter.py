"""A typed letter, from the board to the receipt, by touches only."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

import pygame
import pytest

from kiosk import store
from kiosk.config import load_school
from kiosk.demo.strip import read_paper
from kiosk.flow.patience import ERASED_S
from kiosk.post.letters import Kind, Language
from tests.conftest import Opens
from tests.guest import TEXT, Guest
from tests.readers import kinds


def waiting(data: Path) -> int:
    """Envelopes with a letter in them, as a thief would count them."""
    with closing(sqlite3.connect(data / "post.sqlite")) as store:
        return int(store.execute("select sum(used) from envelopes").fetchone()[0] or 0)


@pytest.mark.parametrize("language", Language)
def test_four_touches_beside_the_text_put_a_letter_into_the_box(
    guest: Guest, data: Path, language: Language
) -> None:
    guest.speaks(language)
    guest.touch("write")
    assert guest.says("who_reads_text")
    assert guest.says("helpline", number="111")
    guest.touch("understood")
    guest.type_on_glass("Жарык жок. ")
    guest.touch("done")
    assert guest.says("not_sent_yet")
    assert waiting(data) == 0
    guest.touch("send")
    guest.sees("thanks")
    assert guest.says("letter_received")
    assert waiting(data) == 1


def test_the_text_is_covered_on_the_check_screen_until_it_is_touched(guest: Guest) -> None:
    guest.writes()
    assert not guest.shows(TEXT)
    guest.touch("cover")
    assert guest.shows(TEXT)


def test_back_to_writing_the_text_is_still_there(guest: Guest) -> None:
    guest.writes()
    guest.touch("kind_wish", "edit")
    guest.sees("write")
    assert guest.shows(TEXT)
    guest.type("!")
    guest.touch("done", "cover")
    assert guest.shows(f"{TEXT}!")


def test_the_kind_that_was_chosen_comes_back_and_goes_with_the_letter(
    guest: Guest, data: Path
) -> None:
    guest.writes()
    guest.touch("kind_wish", "edit", "done", "send")
    assert kinds(data) == [Kind.WISH]


def test_the_kind_of_a_letter_that_was_left_is_not_the_next_ones(guest: Guest, data: Path) -> None:
    guest.writes()
    guest.touch("kind_wish", "edit", "erase", "erase_now", "leave")
    guest.sends()
    guest.writes()
    guest.touch("kind_report", "send", "leave")
    guest.sends()
    assert sorted(map(str, kinds(data))) == ["None", "None", "report"]


def test_switching_the_language_loses_nothing(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.speaks(Language.RU)
    guest.sees("write")
    assert guest.shows(TEXT)
    assert "Готово" in guest.reads()


def test_a_receipt_is_offered_and_carries_the_day(guest: Guest) -> None:
    guest.sends()
    guest.writes()
    guest.touch("send", "receipt")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the receipt")
    assert guest.says("take_receipt")
    assert read_paper(guest.world.levers.papers[0], 384).width == 384
    assert len(guest.world.levers.papers) == 1


def test_nobody_who_declines_gets_a_receipt(guest: Guest) -> None:
    guest.sends()
    guest.wait(60)
    assert guest.world.levers.papers == []


def test_erasing_is_asked_once_and_leaves_nothing(guest: Guest, data: Path) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.touch("erase")
    assert guest.says("erase_confirm")
    assert not guest.shows(TEXT)
    guest.touch("erase_now")
    assert guest.says("erased_wished")
    guest.wait(ERASED_S)
    guest.sees("board")
    guest.touch("write", "understood")
    assert not guest.shows(TEXT)
    assert waiting(data) == 0


def test_the_way_back_from_before_you_write_is_the_board(guest: Guest) -> None:
    guest.touch("write", "back")
    guest.sees("board")


def test_the_keyboard_alone_goes_from_the_board_to_the_thanks(guest: Guest) -> None:
    guest.press(pygame.K_RETURN)
    guest.press(pygame.K_RETURN)
    guest.type(TEXT)
    guest.touch("done", "send")
    guest.sees("thanks")
    guest.press(pygame.K_ESCAPE)
    guest.sees("board")


def test_how_it_works_leads_back_to_the_board(guest: Guest) -> None:
    guest.touch("how")
    guest.sees("how")
    assert guest.says("how_1")
    guest.touch("leave")
    guest.sees("board")


def sets(guest: Guest, receipt: Literal["ask", "always", "never"]) -> Guest:
    """The school's setting for receipts, as a kiosk finds it at its start."""
    path = guest.data / "post.sqlite"
    school = load_school(store.load_school(path)).model_copy(update={"receipt": receipt})
    store.save_school(path, school.model_dump_json())
    return guest


def test_a_school_may_always_print_a_receipt(guest: Guest, opens: Opens) -> None:
    sets(guest, "always").leave_for_good()
    again = opens()
    again.writes()
    again.touch("send")
    again.wait_until(lambda: bool(again.world.levers.papers), "the receipt")
    assert again.says("letter_received")


def test_a_school_may_never_print_one_and_slips_stay(guest: Guest, opens: Opens) -> None:
    sets(guest, "never").leave_for_good()
    again = opens()
    again.writes()
    again.touch("send")
    assert not again.offers("receipt")
    again.touch("leave", "paper")
    assert again.offers("slip")
