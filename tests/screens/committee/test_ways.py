"""The way to matters and journal is seen, in words, and № is said of the journal alone."""

from __future__ import annotations

import pytest

from kiosk.demo.samples import SAMPLES
from kiosk.events import DeskAsked
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.screens.committee.members import Members
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_from_the_page_of_those_who_are_here_a_word_leads_to_the_desk(size: Size) -> None:
    screen = Members(Step.REGISTER, tuple(Role))
    screen.to_desk = True
    hand = Hand(screen, size)
    assert hand.text("to_desk") == "Journal"
    hand.touch("to_desk")
    assert hand.events == [DeskAsked()]


def test_where_it_may_not_be_opened_there_is_no_way() -> None:
    assert not Hand(Members(Step.REGISTER, tuple(Role))).has("to_desk")


@pytest.mark.parametrize("sample", ["register, about", "letters"])
def test_a_letter_of_the_review_is_called_a_letter(sample: str) -> None:
    hand = Hand(SAMPLES[sample](), SMALL)
    assert "№" not in hand.seen
    assert "Letter 7" in hand.seen


def test_who_was_told_is_asked_and_the_day_says_what_it_is_also_on_low_glass() -> None:
    hand = Hand(SAMPLES["register, act today"](), SMALL)
    assert hand.text("urgent_ask") == "Who was told? Mark everyone"
    assert hand.text("told_on").startswith("Day: ")


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_box_for_the_summary_says_what_it_is(size: Size) -> None:
    hand = Hand(SAMPLES["register, enter"](), size)
    assert hand.text("summary_title") == "Summary"
    assert hand.widget("summary_title").rect.y < hand.widget("summary").rect.y
