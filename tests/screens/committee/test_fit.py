"""Every screen of a review on every glass, in every language: nothing cut, nothing over another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from kiosk.demo.glasses import Glass
from kiosk.demo.school import SCHOOL
from kiosk.events import PrinterTrouble
from kiosk.post.calendar import Window
from kiosk.post.clock import Doubt
from kiosk.post.handling import AtHand
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference
from kiosk.post.letters import Language
from kiosk.post.meeting import Facts, OpenedLetter
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Step
from kiosk.screens.base import Screen
from kiosk.screens.committee.arrange import Arrange
from kiosk.screens.committee.clock import SetClock
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.count import Count
from kiosk.screens.committee.desk import HINTS
from kiosk.screens.committee.digits import Digits, Locked
from kiosk.screens.committee.kept import Kept, Numbered
from kiosk.screens.committee.letters import Letters, Slips
from kiosk.screens.committee.members import Members
from kiosk.screens.committee.rollcall import RollCall
from kiosk.screens.committee.room import Room, StepOut, Waiting
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.committee.wayin import Doubted, WayIn
from kiosk.screens.papers import PaperState
from tests.screens.committee.fitting import collisions, cut, small, unsound
from tests.screens.committee.hand import Hand, Size
from tests.screens.committee.scenes import REGISTERING, Scene, letter, show, unopened
from tests.screens.glasses import SOME_GLASSES

ZONE = ZoneInfo("Asia/Bishkek")
WINDOW = Window(datetime(2026, 9, 25, 14, tzinfo=ZONE), datetime(2026, 9, 25, 16, tzinfo=ZONE))
FACTS = Facts(1, date(2026, 9, 25), slot=112, hand=111, reason=Difference.TOGETHER)

SLIPS = replace(FACTS, slips=32)
EVERYTHING = tuple((date(2026, 9, day), what) for what in Incident for day in range(22, 30))

DEPUTY = Role.DEPUTY_DIRECTOR
NOTES = {Step.COUNT: "111 (−1)", Step.REGISTER: "132 / 244"}
LEFT = (AtHand(None), *(AtHand(OpenedLetter(n, None, n)) for n in range(1, 145)))


def doubted(why: Doubt) -> Doubted:
    return Doubted(why, date(2027, 9, 28), date(2027, 9, 30))


def setting() -> Screen:
    return SetClock(
        datetime(2027, 9, 28, 23, 59, tzinfo=ZONE),
        mark=date(2027, 9, 28),
        earliest=date(2026, 11, 22),
    )


def arranging() -> Screen:
    return Arrange(date(2026, 11, 28), time(14), time(16))


def comparing(size: Size, language: Language) -> Hand:
    return show(lambda: Count(112), "digit_1", "digit_1", "digit_1", "compare")(size, language)


def _owing(screen: Close | Closed) -> Screen:
    screen.paper = PaperState.OFFERED
    return screen


SCENES: dict[str, Scene] = {
    "wayin": show(lambda: WayIn(WINDOW)),
    "wayin_unfinished": show(lambda: WayIn(WINDOW, unfinished=True)),
    "wayin_none": show(lambda: WayIn(None)),
    **{f"wayin_{why}": show(partial(WayIn, None, doubted=doubted(why))) for why in Doubt},
    "clock": show(setting),
    "clock_wrong": show(setting, "day_more", "day_more", "day_more", "next"),
    "clock_ask": show(setting, "next"),
    "clock_back": show(setting, "year_fewer", "next"),
    "clock_failed": show(setting, "year_fewer", "next", hint=Hint.NOT_STORED),
    "clock_saving": show(setting, "next", "agree"),
    "clock_done": show(setting, done=True, next_window=WINDOW),
    "clock_done_none": show(setting, done=True),
    "corridor": show(lambda: RollCall(tuple(Role))),
    "corridor_spent": show(lambda: RollCall(tuple(Role)), hint=Hint.DIGITS_SPENT),
    "roll": show(lambda: RollCall(tuple(Role)), "corridor_clear"),
    "roll_spent": show(lambda: RollCall(tuple(Role)), "corridor_clear", hint=Hint.DIGITS_SPENT),
    "roll_working": show(lambda: RollCall(tuple(Role)[2:], tuple(Role)[:2]), working=True),
    **{
        f"roll_{hint}": show(lambda: RollCall(tuple(Role)[1:], tuple(Role)[:1]), hint=hint)
        for hint in (Hint.CARD_UNKNOWN, Hint.CARD_REVOKED, Hint.CARD_REPEATED, Hint.GATHER_AGAIN)
    },
    "leave": show(lambda: RollCall(tuple(Role)), "leave"),
    "leave_letter": show(letter, "leave"),
    "letter_unopened": show(unopened, "subject_building", "forum_director"),
    "digits": show(lambda: Digits(Step.UNLOCK, DEPUTY)),
    "digits_typed": show(lambda: Digits(Step.UNLOCK, DEPUTY), "digit_1", "digit_2"),
    "digits_refused": show(lambda: Digits(Step.UNLOCK, DEPUTY), hint=Hint.DIGITS_REFUSED),
    "locked": show(lambda: Locked(SCHOOL), "digit_1"),
    **{
        f"locked_{hint}": show(lambda: Locked(SCHOOL), back=True, hint=HINTS[hint])
        for hint in (Hint.DIGITS_WRONG, Hint.DIGITS_SAME)
    },
    "members": show(lambda: Members(Step.REGISTER, tuple(Role)), locks=True, notes=NOTES),
    "members_missing": show(lambda: Members(Step.REGISTER, (), tuple(Role)), notes=NOTES),
    "members_half": show(lambda: Members(Step.REGISTER, tuple(Role)[1:], (DEPUTY,)), notes=NOTES),
    **{
        f"members_{hint}": show(lambda: Members(Step.COUNT, tuple(Role)), hint=hint)
        for hint in (Hint.CARD_UNKNOWN, Hint.CARD_REVOKED, Hint.CARD_REPEATED)
    },
    "room": show(lambda: Room(Step.REGISTER, (DEPUTY,)), notes=NOTES),
    "room_back": show(lambda: Room(Step.CLOSE, (), tuple(Role)), notes=NOTES),
    "room_both": show(lambda: Room(Step.REGISTER, (DEPUTY,), tuple(Role)[1:2]), notes=NOTES),
    "room_few": show(lambda: Room(Step.REGISTER, tuple(Role)[:2], too_few=True), notes=NOTES),
    "room_last": show(lambda: Room(Step.REGISTER, (DEPUTY,), later=False), notes=NOTES),
    "kept": show(lambda: Kept(Step.REGISTER, LEFT[0]), notes=NOTES),
    "kept_aside": show(lambda: Kept(Step.REGISTER, LEFT[0], aside=True), notes=NOTES),
    "kept_again": show(lambda: Kept(Step.REGISTER, LEFT[0], again=True), notes=NOTES),
    "kept_none": show(lambda: Kept(Step.REGISTER, None), notes=NOTES),
    "numbered": show(lambda: Numbered(Step.CLOSE, 12044), notes=NOTES),
    "letters_last": show(lambda: Letters(Step.REGISTER, LEFT[:1], later=False), notes=NOTES),
    "step_out": show(lambda: StepOut(Step.REGISTER, tuple(Role)), notes=NOTES),
    "waiting": show(lambda: Waiting(Step.REGISTER, 12, (DEPUTY,)), notes=NOTES),
    "letters": show(lambda: Letters(Step.REGISTER, LEFT), notes=NOTES),
    "letters_more": show(lambda: Letters(Step.REGISTER, LEFT), "leaf_on", notes=NOTES),
    "slips": show(lambda: Slips(Step.REGISTER, range(1, 45)), notes=NOTES),
    "slips_none": show(lambda: Slips(Step.REGISTER, ())),
    "slips_printing": show(
        lambda: Slips(Step.REGISTER, range(1, 45)), left=(101, 144), printing=True
    ),
    **{
        f"slips_{trouble}": show(
            lambda: Slips(Step.REGISTER, range(1, 145)), left=(101, 144), came=100, trouble=trouble
        )
        for trouble in (PrinterTrouble.PAPER_OUT, PrinterTrouble.GONE)
    },
    "slips_done": show(lambda: Slips(Step.REGISTER, range(1, 45)), came=44),
    "slips_failed": show(lambda: Slips(Step.REGISTER, range(1, 45)), hint=Hint.NOT_STORED),
    "arrange": show(arranging),
    "arrange_ask": show(arranging, "next"),
    "arrange_urgent": show(arranging, "now", hint=Hint.NOT_STORED),
    "arrange_done": show(arranging, done=True, next_window=WINDOW),
    "wayin_extra": show(lambda: WayIn(WINDOW, extra=True)),
    "unlock": show(Unlock, notes=NOTES),
    "unlock_asked": show(Unlock, "open_box"),
    "unlock_pull": show(Unlock, lock_open=True, seconds=10),
    "unlock_open": show(Unlock, working=True, door_open=True),
    **{
        f"unlock_{hint}": show(Unlock, hint=hint)
        for hint in (
            Hint.WINDOW_OVER,
            Hint.CLOCK_UNKNOWN,
            Hint.NOBODY_PULLED,
            Hint.LOCK_BROKE,
            Hint.NOT_STORED,
        )
    },
    "unlock_incidents": show(Unlock, incidents=EVERYTHING),
    "unlock_incident": show(Unlock, incidents=EVERYTHING[:1]),
    "close_incidents": show(lambda: Close(FACTS, typed=133, registered=244), incidents=EVERYTHING),
    "count": show(lambda: Count(112), "digit_9", "digit_9", notes=NOTES),
    "count_pull": show(lambda: Count(112), lock_open=True, seconds=10),
    "count_broke": show(lambda: Count(112), hint=Hint.LOCK_BROKE),
    "count_differs": comparing,
    "count_equal": show(lambda: Count(1), "digit_1", "compare"),
    "count_failed": show(lambda: Count(112), "digit_1", "compare", hint=Hint.NOT_STORED),
    **REGISTERING,
    "read_noted": show(letter, notes=NOTES),
    "close": show(lambda: Close(FACTS, typed=32, registered=143), notes=NOTES),
    "close_unprinted": show(lambda: Close(FACTS, typed=32, registered=143), unprinted=(1204, 1203)),
    "close_missing": show(lambda: Close(FACTS, typed=32, registered=140)),
    "close_door": show(lambda: Close(FACTS, typed=32, registered=143, door_open=True)),
    "close_failed": show(
        lambda: Close(FACTS, typed=32, registered=143), hint=Hint.NOT_STORED, working=True
    ),
    "closed": show(lambda: Closed(date(2026, 9, 25))),
    "closed_drill": show(
        lambda: Closed(date(2026, 9, 25)), paper=PaperState.PRINTED, drill_due=True
    ),
    **{
        f"closed_{paper}": show(lambda: Closed(date(2026, 9, 25)), paper=paper)
        for paper in PaperState
    },
    "closed_failed": show(
        lambda: Closed(date(2026, 9, 25), door_open=True),
        paper=PaperState.OFFERED,
        trouble=PrinterTrouble.PAPER_OUT,
    ),
    "closed_asks": show(lambda: _owing(Closed(date(2026, 9, 25))), "done"),
    **{
        f"close_owes_{paper}": show(
            lambda: _owing(Close(FACTS, typed=32, registered=143)), "close_review", paper=paper
        )
        for paper in (PaperState.OFFERED, PaperState.PRINTING, PaperState.PRINTED)
    },
    "close_owes_failed": show(
        lambda: _owing(Close(FACTS, typed=32, registered=143)),
        "close_review",
        trouble=PrinterTrouble.PAPER_OUT,
    ),
    "close_slips": show(lambda: Close(SLIPS, typed=32, registered=143), incidents=EVERYTHING),
    "close_slips_told": show(lambda: Close(SLIPS, typed=32, registered=143), "slips_no"),
    **{
        f"unlock_owes_{paper}": show(Unlock, paper=paper, incidents=EVERYTHING)
        for paper in (PaperState.OFFERED, PaperState.PRINTING, PaperState.PRINTED)
    },
    "unlock_owes_failed": show(
        Unlock, paper=PaperState.OFFERED, trouble=PrinterTrouble.PAPER_OUT, incidents=EVERYTHING
    ),
    "closed_door": show(lambda: Closed(date(2026, 9, 25), door_open=True)),
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


def test_the_check_sees_what_does_not_fit() -> None:
    low = Hand(letter(), (400, 260, 4.5), paints=False)
    assert [*cut(low)] != []
    assert [*small(low)] != []
    narrow = Hand(RollCall((), tuple(Role)), (400, 120, 4.5), paints=False)
    assert [*collisions(narrow)] != []


def test_every_screen_can_be_told_apart_by_its_beacon() -> None:
    screens = [WayIn(None), RollCall(()), Unlock(), Count(0), letter(), Closed(), setting()]
    screens.append(Close(FACTS, typed=1, registered=1))
    beacons = {Hand(screen).stage.beacon for screen in screens}
    assert len(beacons) == len(screens)
