"""Figures for the board: counted as a review closes, by touches; and never of a few letters."""

from __future__ import annotations

import pytest

from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.conftest import Opens
from tests.guest import Guest

KY = Texts(Language.KY)
ENOUGH, FEW = 6, 2


@pytest.fixture
def guest(opens: Opens) -> Guest:
    return opens()


def holds_a_review(guest: Guest, letters: int) -> None:
    for nth in range(letters):
        guest.sends(f"Кат {nth}")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    for nth in range(letters):
        guest.registers(f"Кат {nth}")
    guest.closes()


def test_a_review_with_enough_letters_tells_the_board_how_many(guest: Guest) -> None:
    holds_a_review(guest, ENOUGH)
    told = guest.world.app.desk.board.totals
    assert told is not None
    assert told.letters == ENOUGH
    year = str(told.year)
    assert guest.cards_of_the_board_say(KY("totals_year", year=year, n=ENOUGH))


def test_a_few_letters_are_told_as_few(guest: Guest) -> None:
    holds_a_review(guest, FEW)
    told = guest.world.app.desk.board.totals
    assert told is None
