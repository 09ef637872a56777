"""Matters and outcomes on every glass, in every language: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.demo.book import MEALS, OPENED, TEACHER
from kiosk.demo.glasses import Glass
from kiosk.demo.school import SCHOOL
from kiosk.post.book import Book, Row
from kiosk.post.journal import MAX_BODY, Answer, Forum
from kiosk.post.letters import Language
from kiosk.post.matters import MAX_OUTCOMES, MAX_WORDS, Matter, Outcome, State
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Hint, Step
from kiosk.screens.base import Screen
from kiosk.screens.committee.due import Due
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.matters import Matters
from tests.screens.committee.fitting import unsound
from tests.screens.committee.hand import Hand, Size
from tests.screens.committee.scenes import Scene, show, typed
from tests.screens.glasses import SOME_GLASSES

TODAY = date(2026, 9, 28)
WORDS = ("Ашкана башчысы менен сүйлөшүү жүргүзүлдү, жаңы казан алынат. " * 9)[:MAX_WORDS]
OUTCOME = Outcome(date(2026, 9, 28), State.CONSIDERED, Forum.DIRECTOR, WORDS)
ANSWER = Answer({Language.KY: "Ашканада тамак ысык"}, {Language.KY: WORDS[:MAX_BODY]})
LONG = Matter(
    1, "Ашканадагы тамак дайыма муздак, чай да бербейт, нан катып ка", (), OPENED[1], 2,
    forum=Forum.DIRECTOR, due=date(2026, 9, 22), state=State.CONSIDERED,
    outcomes=(OUTCOME,) * (MAX_OUTCOMES - 2), answer=ANSWER,
)  # fmt: skip
FULL = replace(LONG, number=2, state=State.NO_ACTION, outcomes=(OUTCOME,) * MAX_OUTCOMES)
GENERAL = replace(LONG, number=3, forum=Forum.BOYS_GIRLS, state=State.REFERRED, outcomes=())
NEW = replace(LONG, number=4, forum=None, due=None, state=State.REGISTERED, outcomes=())
BARRED = replace(LONG, number=5)
MANY = tuple(replace(LONG, number=n) for n in range(10, 40))


def book(*matters: Matter) -> Book:
    """Thousands of letters were before; the last one leaves somebody out."""
    numbers = tuple(one.number for one in matters if one.number != BARRED.number)
    rows = [
        Row(12000 + n, 30, OPENED[0], OPENED[0], replace(MEALS, matters=numbers)) for n in range(3)
    ]
    barred = replace(TEACHER, matters=(BARRED.number,))
    return Book((*rows, Row(12010, 30, OPENED[0], OPENED[0], barred)), matters)


def matters(*found: Matter, present: tuple[Role, ...] = tuple(Role)) -> Callable[[], Screen]:
    known = Known(SCHOOL, TODAY, review_on=date(2026, 11, 27))
    return lambda: Matters(Index.of(book(*found), present), known)


SOME = matters(LONG, FULL, GENERAL, NEW, BARRED)
OUTCOMES = ("matter_1", "write")


def scene(make: Callable[[], Screen], touches: tuple[str, ...], words: str = "") -> Scene:
    return typed(show(make, *touches), words)


def on_its_way(hint: Hint | None) -> Scene:
    """An outcome that is being stored, or could not be."""

    def after(size: Size, language: Language) -> Hand:
        hand = show(SOME, *OUTCOMES, "state_considered", "keep")(size, language)
        if hint:
            assert isinstance(hand.stage.screen, Matters)
            hand.stage.screen.follow(Index.of(book(LONG), Role), working=False, hint=hint)
            hand.stage.refresh()
        return hand

    return after


SCENES: dict[str, Scene] = {
    "list": scene(SOME, ("all",)),
    "list, shown": scene(SOME, ("all", "cover")),
    "list, many": scene(matters(*MANY), ()),
    "list, nothing": scene(matters(), ()),
    **{
        f"matter {one.number}": scene(matters(one), ("all", f"matter_{one.number}"))
        for one in (LONG, FULL, GENERAL, NEW, BARRED)
    },
    "matter, shown": scene(SOME, ("matter_1", "letter")),
    "matter, turned": scene(SOME, ("matter_1", "letter", "sheet_on")),
    "away, too few": scene(matters(BARRED, present=tuple(Role)[1:]), ("matter_5",)),
    "back": scene(SOME, ("all", "matter_5", "moved", "done")),
    "day": scene(SOME, ("matter_3", "day")),
    "day, later": scene(matters(GENERAL), ("matter_3", "day")),
    "outcome": scene(SOME, OUTCOMES),
    **{f"outcome, {state}": scene(SOME, (*OUTCOMES, f"state_{state}"))
       for state in (State.REFERRED, State.CONSIDERED, State.ANSWERED, State.NO_ACTION)},
    "outcome, what is missing": scene(
        SOME, ("all", "matter_4", "write", "state_declined", "done", "cover"),
    ),
    "outcome, reasons": scene(SOME, (*OUTCOMES, "state_declined")),
    "outcome, all missing": scene(
        SOME, ("matter_3", "write", "state_referred", "forum_boys_girls"),
    ),
    "outcome, words": scene(SOME, (*OUTCOMES, "cover", "outcome"), WORDS),
    "outcome, due": scene(SOME, (*OUTCOMES, "state_considered", "due")),
    "outcome, answer": scene(SOME, (*OUTCOMES, "cover", "answer")),
    "outcome, answer in words": scene(SOME, (*OUTCOMES, "cover", "answer", "body")),
    "outcome, days": scene(SOME, ("matter_3", "write", "answer", "days")),
    "outcome, preview": scene(SOME, (*OUTCOMES, "answer", "preview")),
    "due": scene(lambda: Due(Step.REGISTER, 112), ()),
    "due, nothing to read": scene(lambda: Due(Step.CLOSE, 1), ()),
    "outcome, saving": on_its_way(None),
    "outcome, failed": on_its_way(Hint.NOT_STORED),
}  # fmt: skip


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []
