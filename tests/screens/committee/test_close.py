"""The last two screens of a review: what must be answered first, and the protocol on offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import BoardAsked, CloseAsked, PrinterTrouble, ProtocolAsked, UnlockAsked
from kiosk.post.meeting import Facts
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.papers import PaperState
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size

FACTS = Facts(1, date(2026, 11, 27), slot=0, hand=0)
SLIPS = replace(FACTS, slips=4)


@pytest.mark.parametrize(("answer", "destroyed"), [("slips_yes", True), ("slips_no", False)])
def test_the_review_ends_when_it_is_said_what_became_of_the_slips(
    answer: str, destroyed: bool
) -> None:
    hand = Hand(Close(SLIPS, typed=4, registered=4))
    assert not hand.enabled("close_review")
    assert "There were: 4" in hand.text("slips_ask")
    hand.touch(answer)
    assert hand.chosen(answer)
    hand.touch("close_review")
    assert hand.events == [CloseAsked(destroyed)]


def test_the_answer_can_be_changed_until_the_touch_that_ends_it() -> None:
    hand = Hand(Close(SLIPS, typed=4, registered=4))
    hand.touch("slips_no", "slips_yes", "close_review", "slips_no")
    assert hand.events == [CloseAsked(slips_destroyed=True)]
    assert hand.chosen("slips_yes")


def test_where_no_slips_were_printed_nothing_is_asked() -> None:
    hand = Hand(Close(FACTS, typed=0, registered=0))
    assert not hand.has("slips_ask")
    hand.touch("close_review")
    assert hand.events == [CloseAsked()]


def test_slips_do_not_let_a_letter_go_without_its_row() -> None:
    hand = Hand(Close(SLIPS, typed=4, registered=3))
    hand.touch("slips_yes")
    assert not hand.enabled("close_review")


# --- the protocol ---


def offering(screen: Close | Closed | Unlock, paper: PaperState = PaperState.OFFERED) -> Hand:
    screen.paper = paper
    return Hand(screen)


def test_one_touch_prints_and_a_second_one_waits() -> None:
    hand = offering(Closed())
    hand.touch("protocol", "protocol")
    assert hand.events == [ProtocolAsked()]
    assert not hand.enabled("protocol")
    assert "being printed" in hand.seen


def test_printed_it_can_be_printed_again_and_asks_for_signatures() -> None:
    hand = offering(Closed(), PaperState.PRINTED)
    assert "sign it" in hand.seen
    hand.touch("protocol")
    assert hand.events == [ProtocolAsked()]


def test_a_printer_without_paper_is_named_and_nobody_has_to_wait() -> None:
    hand = offering(Closed())
    hand.set(trouble=PrinterTrouble.PAPER_OUT)
    assert "Nothing is lost" in hand.seen
    assert "out of paper" in hand.seen
    assert hand.enabled("protocol")
    hand.touch("done", "protocol_later")
    assert hand.events == [BoardAsked()]


def test_who_ends_without_it_hears_what_is_owed_and_what_it_costs() -> None:
    hand = offering(Closed())
    hand.touch("done")
    assert hand.events == []
    assert "not printed yet" in hand.seen
    assert "come together again with your cards" in hand.seen
    hand.touch("protocol")
    assert hand.events == [ProtocolAsked()]


def test_it_is_asked_once_and_escape_goes_back() -> None:
    hand = offering(Closed())
    hand.press("return")
    assert hand.has("protocol_later")
    hand.press("return")
    assert hand.events == [], "a second return in passing decides nothing"
    hand.press("escape")
    hand.touch("done")
    assert hand.events == [BoardAsked()]


@pytest.mark.parametrize("paper", [PaperState.NONE, PaperState.PRINTING, PaperState.PRINTED])
def test_where_nothing_can_be_owed_nothing_is_asked(paper: PaperState) -> None:
    hand = offering(Closed(), paper)
    hand.touch("done")
    assert hand.events == [BoardAsked()]


def test_before_the_close_a_former_protocol_is_offered_where_one_is_owed() -> None:
    hand = Hand(Close(FACTS, typed=0, registered=0))
    hand.touch("close_review")
    assert hand.events == [CloseAsked()]
    hand = offering(Close(FACTS, typed=0, registered=0))
    hand.touch("close_review")
    assert "never printed" in hand.text("former")
    hand.touch("back", "close_review")
    assert hand.events == [CloseAsked()], "it is asked once"


def test_the_review_is_closed_when_the_former_protocol_came_out_or_failed() -> None:
    hand = offering(Close(FACTS, typed=0, registered=0))
    hand.touch("close_review", "protocol")
    assert hand.events == [ProtocolAsked()]
    assert not hand.enabled("close_review")
    hand.set(working=False)
    assert not hand.enabled("close_review"), "until it came out"
    hand.set(paper=PaperState.OFFERED, trouble=PrinterTrouble.PAPER_OUT)
    assert "out of paper" in hand.seen
    hand.touch("close_review")
    assert hand.events == [ProtocolAsked(), CloseAsked()]


def test_without_a_printer_it_says_so_and_offers_none() -> None:
    hand = Hand(Closed())
    assert "no printer" in hand.seen
    assert not hand.has("protocol")


def test_return_ends_it() -> None:
    hand = Hand(Closed())
    hand.press("return")
    assert hand.events == [BoardAsked()]


def test_a_former_protocol_is_printed_beside_opening_the_box() -> None:
    hand = offering(Unlock())
    hand.touch("protocol")
    assert hand.events == [ProtocolAsked()]
    assert not hand.enabled("open_box"), "until it is read"
    hand.set(working=False)
    hand.touch("open_box")
    assert hand.events == [ProtocolAsked(), UnlockAsked()]


def test_where_nothing_is_owed_the_box_alone_is_offered() -> None:
    hand = Hand(Unlock())
    assert not hand.has("protocol")
    assert "no printer" not in hand.seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_frame_around_the_next_day_is_whole(size: Size) -> None:
    hand = Hand(Closed(date(2026, 12, 25)), size)
    box, words = hand.widget("reading_box").rect, hand.widget("reading").rect
    assert words.y > box.y
    assert words.y + words.h < box.y + box.h
