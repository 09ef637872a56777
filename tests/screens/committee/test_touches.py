"""How many touches and how many seconds a letter takes, by a model of hands and eyes.

A touch is thought over and made in 2.5 s (the keystroke-level model: 1.35 to decide, 1.1 to point).
Somebody reads aloud to the others: 150 words a minute, about 15 characters a second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from kiosk.post.letters import DayMonth, Letter
from kiosk.post.meeting import OpenedLetter
from tests.screens.committee.hand import LARGE, SMALL, Size
from tests.screens.committee.rows import KNOWN, PAPER, ROW, desk, row

TOUCH_S = 2.5
CHARACTERS_S = 15.0
KEY_S = 0.28
"""One key of a USB keyboard, by somebody who is no typist (the keystroke-level model)."""

USUAL = 300
"""Characters of a usual letter; one of 525 is still read and registered in 45 seconds."""

MOST_TOUCHES = 4
MOST_S = 45.0


@dataclass(frozen=True)
class Way:
    """The touches of one letter, and how much of it is read on the screen."""

    touches: tuple[str, ...]
    characters: int = 0
    keys: int = 0

    @property
    def seconds(self) -> float:
        reading = self.characters / CHARACTERS_S
        return len(self.touches) * TOUCH_S + self.keys * KEY_S + reading


TYPED = {
    "subject, referred": Way(("cover", "subject_building", "forum_director", "register"), USUAL),
    "no action": Way(("cover", "subject_thanks", "decision_no_action", "register"), USUAL),
}
LATEST = {"known matter, decided as before": Way(("cover", "matter_0", "register"), USUAL)}
LISTED = {"known matter from the list": Way(("cover", "matters", "matter_0", "register"), USUAL)}
ON_PAPER = {
    "paper with a date": Way(("day_22", "subject_home", "forum_pedcouncil", "register"), USUAL),
    "paper without a date": Way(("no_date", "subject_home", "forum_director", "register"), USUAL),
}
SELDOM = {
    "answered by word of mouth": Way(
        ("cover", "subject_meals", "decision_answered", "told_class", "register"), USUAL
    ),
    "declined": Way(
        ("cover", "subject_money", "decision_declined", "reason_money", "register"), USUAL
    ),
    "act today": Way(
        ("cover", "subject_home", "urgent", "office_child_protection", "office_director", "done",
         "register"),
        USUAL,
    ),
    "answered on the board": Way(
        ("cover", "subject_meals", "decision_answered", "opening_done", "done", "register"),
        USUAL, keys=30,
    ),
    "answered in three languages": Way(
        ("cover", "subject_meals", "decision_answered", "opening_done", "tongue_ky", "tongue_ru",
         "done", "register"),
        USUAL, keys=90,
    ),
}  # fmt: skip


def entered(way: Way, size: Size, letter: OpenedLetter | None) -> None:
    """The touches really lead to a row."""
    known = replace(KNOWN, rows=((17, ROW), (18, PAPER)))
    hand = desk(letter, size, known=known)
    hand.touch(*way.touches)
    assert not row(hand).gaps()


def letter(way: Way) -> OpenedLetter:
    return OpenedLetter(7, Letter("ж" * way.characters, DayMonth(22, 11)), 5)


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("what", [*TYPED, *LISTED])
def test_a_typed_letter_takes_four_touches_and_45_seconds(what: str, size: Size) -> None:
    way = (TYPED | LISTED)[what]
    entered(way, size, letter(way))
    assert len(way.touches) <= MOST_TOUCHES
    assert way.seconds <= MOST_S


@pytest.mark.parametrize("what", LATEST)
def test_on_a_large_screen_a_known_matter_takes_three(what: str) -> None:
    way = LATEST[what]
    entered(way, LARGE, letter(way))
    assert len(way.touches) < MOST_TOUCHES


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("what", ON_PAPER)
def test_a_paper_letter_takes_four_touches_and_45_seconds(what: str, size: Size) -> None:
    way = ON_PAPER[what]
    entered(way, size, None)
    assert len(way.touches) <= MOST_TOUCHES
    assert way.seconds <= MOST_S


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize(
    ("what", "touches"),
    [
        ("declined", 5),
        ("answered by word of mouth", 5),
        ("act today", 7),
        ("answered on the board", 6),
    ],
)
def test_what_is_seldom_takes_more_touches_and_no_more_time(
    what: str, touches: int, size: Size
) -> None:
    way = SELDOM[what]
    entered(way, size, letter(way))
    assert len(way.touches) == touches
    assert way.seconds <= MOST_S


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_three_languages_take_two_touches_more_and_the_typing(size: Size) -> None:
    way = SELDOM["answered in three languages"]
    entered(way, size, letter(way))
    assert len(way.touches) == 8
    assert way.seconds - way.keys * KEY_S <= MOST_S


PRIVATE = ("no_date", "handle", "subject_home", "forum_director", "to_reply", "register")
URGENT = ("no_date", "handle", "subject_home", "urgent", "office_child_protection", "register")


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize(("way", "leaves"), [(PRIVATE, 2), (URGENT, 2)])
def test_a_paper_letter_with_a_slip_takes_eight_touches_and_its_eight_figures(
    way: tuple[str, ...], leaves: int, size: Size
) -> None:
    hand = desk(None, size)
    for name in way:
        hand.touch(name)
        if name == "handle":
            hand.type("12345671")
        if name == "to_reply":
            hand.type("Come to room 12")
        if name in {"handle", "to_reply", "office_child_protection"}:
            hand.touch("done")
    assert row(hand).handle == "12345671"
    assert not row(hand).gaps()
    assert len(way) + leaves == 8
    assert (len(way) + leaves) * TOUCH_S + (8 + 15) * KEY_S + USUAL / CHARACTERS_S <= 1.1 * MOST_S
