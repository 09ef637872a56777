"""Old letters and the journal's check: nothing is cut in any language or size, no tap erases."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from kiosk.demo.glasses import Glass
from kiosk.events import CheckAsked, DeskTurned, ErasingAgreed
from kiosk.post.desk import DeskPage
from kiosk.post.letters import Language
from kiosk.post.retention import Staying
from kiosk.post.steps import Hint
from kiosk.post.verifying import Chain, Contents, Verdict
from kiosk.screens.committee.checking_book import NAMED, CheckingBook, listed
from kiosk.screens.committee.erasing_texts import ErasingTexts
from kiosk.texts import Texts
from tests.screens.committee.fitting import unsound
from tests.screens.committee.hand import Hand
from tests.screens.committee.scenes import Scene, show
from tests.screens.glasses import SOME_GLASSES

DUE = tuple(range(1, 124))
STAYS = Staying(unanswered=1234, later=5678)
HEAD = b"\xab" * 32
SOUND = Verdict(Chain(9, 412, 430, waiting=(401, 412), head=HEAD), Contents(412))
WRONG = Verdict(
    Chain(9, 411, 430, broken=7, missing=(318,), misplaced=(12,), head=HEAD),
    Contents(397, differing=(12, 77), unread=(301,)),
)
MANY = tuple(range(1001, 1201))
VERY_MANY = Verdict(Chain(9, 400, 400), Contents(0, differing=MANY))


def erasing(due: tuple[int, ...] = DUE) -> ErasingTexts:
    return ErasingTexts(due, 12, STAYS)


def checking(verdict: Verdict | None = None, hint: Hint | None = None) -> CheckingBook:
    screen = CheckingBook()
    screen.follow(verdict, working=False, hint=hint)
    return screen


def emptied(due: tuple[int, ...]) -> ErasingTexts:
    screen = erasing(due)
    screen.follow((), STAYS, working=False, hint=None)
    return screen


VERDICTS = {
    "not yet": None,
    "sound": SOUND,
    "empty": replace(SOUND, chain=Chain(0, 0, 0)),
    "all wrong": WRONG,
    "very many": VERY_MANY,
}
SCENES: dict[str, Scene] = {
    "old letters": show(erasing),
    "old letters, erasing": show(erasing, working=True),
    "old letters, failed": show(erasing, hint=Hint.NOT_STORED),
    "old letters, asked": show(erasing, "erase"),
    "old letters, none": show(lambda: emptied(())),
    "old letters, erased": show(lambda: emptied(DUE)),
    **{name: show(partial(checking, verdict)) for name, verdict in VERDICTS.items()},
    "check failed": show(checking, hint=Hint.NOT_STORED),
    "checking": show(checking, working=True),
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


# --- old letters ---


def test_it_says_how_many_how_long_and_what_erasing_cannot_do() -> None:
    hand = Hand(erasing(), paints=False)
    texts = Texts(Language.EN)
    assert texts("texts_due", n=123) in hand.seen
    assert texts("texts_rule", n=12) in hand.seen
    assert texts("texts_honest") in hand.seen
    assert "1, 2, 3" not in hand.seen


def test_it_says_which_letters_stay_and_why() -> None:
    texts = Texts(Language.EN)
    unanswered, later = texts("texts_unanswered", n=1234), texts("texts_later", n=5678)
    for due in (DUE, ()):
        hand = Hand(erasing(due), paints=False)
        assert unanswered in hand.seen
        assert later in hand.seen
    screen = erasing(())
    screen.follow((), Staying(later=3), working=False, hint=None)
    hand = Hand(screen, paints=False)
    assert texts("texts_later", n=3) in hand.seen
    assert texts("texts_unanswered", n=0) not in hand.seen
    screen.follow((), Staying(), working=False, hint=None)
    assert not Hand(screen, paints=False).has("kept")


@SOME_GLASSES
def test_no_finger_erases_by_tapping_twice(glass: Glass) -> None:
    hand = Hand(erasing(), glass, paints=False)
    place = hand.widget("erase").rect
    hand.touch("erase")
    sure, keep = hand.widget("erase_sure").rect, hand.widget("keep").rect
    assert sure.x + sure.w <= place.x == keep.x
    assert hand.events == []


def test_two_touches_erase_what_is_due_and_one_goes_back() -> None:
    hand = Hand(erasing(), paints=False)
    hand.touch("erase", "keep")
    assert hand.events == []
    hand.touch("erase", "erase_sure")
    assert hand.events == [ErasingAgreed(DUE)]


def test_while_they_are_erased_nothing_else_is_taken() -> None:
    screen = erasing()
    hand = Hand(screen, paints=False)
    hand.touch("erase", "erase_sure")
    screen.follow(DUE, STAYS, working=True, hint=None)
    hand.set(working=True)
    assert Texts(Language.EN)("texts_erasing") in hand.seen
    assert not hand.enabled("erase")
    hand.press("escape")
    assert hand.events == [ErasingAgreed(DUE)]


def test_afterwards_it_says_how_many() -> None:
    screen = erasing()
    screen.follow((), STAYS, working=False, hint=None)
    hand = Hand(screen, paints=False)
    assert Texts(Language.EN)("texts_erased", n=123) in hand.seen
    assert not hand.has("erase")


def test_what_was_not_stored_says_so_and_can_be_tried_again() -> None:
    screen = erasing()
    screen.follow(DUE, STAYS, working=True, hint=None)
    screen.follow(DUE, STAYS, working=False, hint=Hint.NOT_STORED)
    hand = Hand(screen, paints=False)
    assert Texts(Language.EN)("not_kept") in hand.seen
    hand.touch("erase", "erase_sure")
    assert hand.events == [ErasingAgreed(DUE)]


def test_where_nothing_is_due_nothing_can_be_erased() -> None:
    hand = Hand(erasing(()), paints=False)
    assert Texts(Language.EN)("texts_none") in hand.seen
    assert not hand.has("erase")
    hand.press("escape")
    assert hand.events == [DeskTurned(DeskPage.MENU)]


# --- the check ---


def test_a_sound_journal_says_how_many_rows_agree_and_what_to_compare() -> None:
    hand = Hand(checking(SOUND), paints=False)
    texts = Texts(Language.EN)
    assert texts("book_sound", n=412) in hand.seen
    assert "ABAB ABAB" in hand.seen
    assert texts("book_waiting", rows="401, 412") in hand.seen
    assert texts("book_wrong") not in hand.seen


def test_a_journal_that_was_changed_names_the_rows() -> None:
    hand = Hand(checking(WRONG), paints=False)
    texts = Texts(Language.EN)
    for key, rows in (
        ("book_differing", "12, 77"), ("book_unread", "301"), ("book_missing", "318"),
        ("book_misplaced", "12"),
    ):  # fmt: skip
        assert texts(key, rows=rows) in hand.seen
    assert texts("book_broken", n=7) in hand.seen
    assert texts("book_paper", n=397) in hand.seen
    assert "ABAB" not in hand.seen, "a head that cannot be trusted is not shown"


def test_of_very_many_rows_only_some_are_named() -> None:
    hand = Hand(checking(VERY_MANY), paints=False)
    assert f"+{len(MANY) - NAMED}" in hand.seen
    assert listed(MANY[:NAMED]) == ", ".join(map(str, MANY[:NAMED]))


def test_a_touch_checks_and_while_it_does_no_other() -> None:
    screen = checking()
    hand = Hand(screen, paints=False)
    hand.touch("check")
    assert hand.events == [CheckAsked()]
    hand.set(working=True)
    assert not hand.enabled("check")
    hand.press("return")
    hand.press("escape")
    assert hand.events == [CheckAsked()]


def test_a_check_that_did_not_end_says_nothing_of_the_journal() -> None:
    hand = Hand(checking(None, Hint.NOT_STORED), paints=False)
    texts = Texts(Language.EN)
    assert texts("book_unchecked") in hand.seen
    hand.touch("check")
    assert hand.events == [CheckAsked()]
