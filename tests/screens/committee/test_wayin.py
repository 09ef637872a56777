"""The way in outside the window, and the unlocking inside it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.events import BoardAsked, RollCallAsked, TechnicianAsked, UnlockAsked
from kiosk.post.calendar import Window
from kiosk.post.clock import Doubt
from kiosk.post.letters import Language
from kiosk.post.steps import Hint
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.committee.wayin import Doubted, WayIn
from kiosk.screens.widgets import Button, Style
from tests.screens.committee.hand import Hand

ZONE = ZoneInfo("Asia/Bishkek")
WINDOW = Window(
    datetime(2026, 11, 27, 14, 0, tzinfo=ZONE), datetime(2026, 11, 27, 16, 30, tzinfo=ZONE)
)
UNKNOWN = Doubted(Doubt.UNKNOWN, date(2026, 11, 20), None)


def test_outside_the_window_it_says_when() -> None:
    hand = Hand(WayIn(WINDOW), language=Language.KY)
    assert "Кутучаны ачууга болот: 27-ноябрь, 14:00–16:30" in hand.seen
    assert not hand.has("roll_call")
    hand.touch("back")
    assert hand.events == [BoardAsked()]


def test_a_technician_gets_on_from_here_at_any_time() -> None:
    for screen in (WayIn(WINDOW), WayIn(WINDOW, can_open=True), WayIn(None, enrolled=False)):
        hand = Hand(screen)
        hand.touch("technician")
        assert hand.events == [TechnicianAsked()]


def test_nobody_is_led_to_a_review_out_of_turn() -> None:
    hand = Hand(WayIn(WINDOW, extra=True))
    extra, back = hand.widget("extra"), hand.widget("back")
    assert isinstance(extra, Button)
    assert extra.style is Style.SECONDARY
    assert abs(extra.rect.w - back.rect.w) <= 1
    hand.touch("extra")
    assert hand.events == [RollCallAsked()]


def test_before_enrolment_nobody_can_open() -> None:
    hand = Hand(WayIn(None, enrolled=False))
    assert "not ready yet" in hand.seen
    assert not hand.has("roll_call")


def test_without_any_window_it_says_so() -> None:
    assert "No day has been set" in Hand(WayIn(None)).seen


def test_a_doubtful_clock_is_named_and_no_time_is_promised() -> None:
    hand = Hand(WayIn(WINDOW, doubted=UNKNOWN))
    assert "clock cannot be trusted" in hand.seen
    assert "14:00" not in hand.seen


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Doubt.UNKNOWN, ["Nothing confirms"]),
        (Doubt.BEFORE_MARK, ["gone back", "27 November 2026", "2 January 2027"]),
        (Doubt.LONG_AFTER, ["More than 40 days", "27 November 2026", "2 January 2027"]),
    ],
)
def test_it_says_why_and_offers_to_set_the_clock(why: Doubt, words: list[str]) -> None:
    hand = Hand(WayIn(None, doubted=Doubted(why, date(2026, 11, 27), date(2027, 1, 2))))
    assert [word for word in words if word not in hand.text("way_doubt")] == []
    assert hand.text("roll_call") == "Set the date and time"
    hand.touch("roll_call")
    assert hand.events == [RollCallAsked()]


def test_a_review_that_was_cut_off_is_taken_up_on_any_day() -> None:
    hand = Hand(WayIn(WINDOW, unfinished=True))
    assert "was not finished" in hand.text("way_unfinished")
    hand.touch("roll_call")
    assert hand.events == [RollCallAsked()]


def test_inside_the_window_the_roll_call_begins() -> None:
    hand = Hand(WayIn(WINDOW, can_open=True))
    assert hand.text("roll_call") == "Roll call"
    hand.touch("roll_call")
    assert hand.events == [RollCallAsked()]


def test_everyone_is_here_and_one_touch_opens() -> None:
    hand = Hand(Unlock())
    assert "Everyone is here" in hand.seen
    hand.touch("open_box")
    assert hand.events == [UnlockAsked()]
    assert "The lock is opening" in hand.seen
    assert not hand.has("open_box")


def test_keys_open_nothing() -> None:
    hand = Hand(Unlock())
    hand.press("return")
    hand.type(" ")
    assert hand.events == []


def test_the_seconds_to_pull_the_door_are_counted_down() -> None:
    hand = Hand(Unlock())
    hand.touch("open_box")
    hand.set(working=False, lock_open=True, seconds=4)
    assert "Pull the door: 4 s" in hand.seen
    hand.set(seconds=3)
    assert hand.text("seconds") == "3"


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint.NOBODY_PULLED, "was not opened"),
        (Hint.LOCK_BROKE, "tell the technician"),
        (Hint.CLOCK_UNKNOWN, "clock cannot be trusted"),
        (Hint.NOT_STORED, "Nothing is lost"),
    ],
)
def test_what_went_wrong_is_said_and_it_can_be_tried_again(hint: Hint, words: str) -> None:
    hand = Hand(Unlock())
    hand.touch("open_box")
    hand.set(working=False, hint=hint)
    assert words in hand.text("hint")
    hand.touch("open_box")
    assert hand.events == [UnlockAsked(), UnlockAsked()]


def test_when_the_window_is_over_nothing_can_be_opened() -> None:
    hand = Hand(Unlock())
    hand.set(hint=Hint.WINDOW_OVER)
    assert "is over" in hand.text("hint")
    assert not hand.has("open_box")


def test_an_open_door_and_the_letters_on_their_way() -> None:
    hand = Hand(Unlock())
    hand.set(working=True, door_open=True)
    assert "Take out the paper letters" in hand.seen


def test_where_we_are_is_always_in_sight() -> None:
    hand = Hand(Unlock())
    bar = vars(hand.widget("steps"))
    assert bar["labels"] == ("Roll call", "Open", "Count", "Read and register", "Close")
    assert bar["current"] == 1
    hand.touch("leave")
    assert hand.has("steps")
