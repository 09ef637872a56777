"""The day on which a forum sits: one touch after referring a letter, or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.events import EntryCorrected, EntryWritten
from kiosk.post.journal import Forum
from kiosk.post.letters import Language
from kiosk.post.matters import State
from kiosk.screens.base import Act, Look, Rect, Screen, View
from kiosk.screens.committee.dueday import WEEKS, dueday
from kiosk.screens.committee.pages import DueSet, Leafed
from kiosk.screens.committee.register import Register
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size
from tests.screens.committee.rows import DAY, KNOWN, LIGHT, OPENED, desk

REVIEW = date(2026, 12, 25)
FOUR = ("cover", "subject_meals", "forum_director")


class Days(Screen):
    """The page alone."""

    name = "days"

    def __init__(self, today: date = DAY, chosen: date | None = None) -> None:
        self.today, self.chosen, self.leaf = today, chosen, 0
        self.picked: list[date | None] = []

    def view(self, look: Look) -> View:
        area = Rect(0, 0, look.width, look.height * 4 // 5)
        return View("paper", (*dueday(look, area, self.today, self.chosen, REVIEW, self.leaf),))

    def act(self, act: Act) -> None:
        if isinstance(act, DueSet):
            self.picked.append(act.on)
        if isinstance(act, Leafed):
            self.leaf += act.step


def offered(hand: Hand) -> list[str]:
    names = (widget.name for widget in hand.stage.view.widgets)
    return [name for name in names if name.startswith("due_") and name[4].isdigit()]


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_every_school_day_of_eight_weeks_can_be_touched_and_no_day_before(size: Size) -> None:
    hand = Hand(Days(), size, Language.KY)
    found = offered(hand)
    while hand.has("weeks_on") and hand.enabled("weeks_on"):
        hand.touch("weeks_on")
        found += offered(hand)
    monday = DAY - timedelta(days=DAY.weekday())
    days = [monday + timedelta(days=n) for n in range(7 * WEEKS)]
    wanted = [f"due_{day:%m_%d}" for day in days if day >= DAY and day.weekday() < 6]
    assert sorted(found) == sorted(wanted)


def test_what_is_chosen_is_shown_and_another_is_one_touch() -> None:
    days = Days(chosen=date(2026, 12, 10))
    hand = Hand(days)
    assert hand.chosen("due_12_10")
    hand.touch("due_12_11", "due_usual", "due_none")
    assert days.picked == [date(2026, 12, 11), REVIEW, None]


# --- in the register ---


def known_on(day: date | None) -> Hand:
    light = replace(LIGHT, forum=Forum.DIRECTOR, state=State.REFERRED, due=day)
    known = replace(KNOWN, matters=(light,), review_on=REVIEW)
    return Hand(Register(3, 12, OPENED, known), LARGE, Language.EN)


def test_referring_takes_no_touch_more_than_before() -> None:
    hand = desk()
    hand.touch(*FOUR, "register")
    (event,) = hand.events
    assert isinstance(event, EntryWritten)
    assert event.due is None


def test_one_touch_more_names_the_day() -> None:
    hand = known_on(None)
    hand.touch(*FOUR)
    assert hand.text("to_due") == "Day of the meeting"
    hand.touch("to_due", "due_12_10")
    assert hand.text("to_due") == "Day: 10 December"
    hand.touch("register")
    (event,) = hand.events
    assert isinstance(event, EntryWritten)
    assert event.due == date(2026, 12, 10)


def test_a_matter_that_has_its_day_in_this_forum_shows_it() -> None:
    hand = known_on(date(2026, 12, 17))
    hand.touch("cover", "matter_0", "tab_decide", "forum_director")
    assert hand.text("to_due") == "Day: 17 December"
    hand.touch("tab_decide", "forum_pedcouncil")
    assert hand.text("to_due") == "Day of the meeting"


def test_only_what_a_forum_considers_has_a_day() -> None:
    hand = desk()
    hand.touch("cover", "subject_meals", "decision_no_action")
    assert not hand.has("to_due")


def test_a_correction_may_name_another_day() -> None:
    hand = known_on(None)
    hand.touch("cover", "rows", "row_17", "to_due", "due_12_10", "register")
    (event,) = hand.events
    assert isinstance(event, EntryCorrected)
    assert event.due == date(2026, 12, 10)
