"""Every screen of a pupil, and the board, in every state that looks different, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kiosk.config.school import AT_HAND, Helper
from kiosk.events import CodeTrouble, PrinterTrouble, StoreTrouble
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.post.roles import Role
from kiosk.screens.appearances import Appearances
from kiosk.screens.base import Screen
from kiosk.screens.before import Before
from kiosk.screens.board import Board
from kiosk.screens.check import Check, DateAsked, SendTouched
from kiosk.screens.checking import TextTouched
from kiosk.screens.code import Code
from kiosk.screens.code import Covered as CodeCovered
from kiosk.screens.datepick import DatePicked, DateStepped
from kiosk.screens.entercode import EnterCode, Told
from kiosk.screens.erased import Erased
from kiosk.screens.erasing import EraseAsked
from kiosk.screens.help import Help
from kiosk.screens.how import PAGES, How
from kiosk.screens.idle import Held, Idle
from kiosk.screens.keyboard import Pressed, Special
from kiosk.screens.numberpad import Digit
from kiosk.screens.paper import Paper, PaperState
from kiosk.screens.reply import Covered as Shown
from kiosk.screens.reply import Reply
from kiosk.screens.thanks import Thanks
from kiosk.screens.wishes import ReadersAsked
from kiosk.screens.write import Covered, Done, Write
from tests.screens.pupil import LETTER, READING, SCHOOL, TODAY
from tests.screens.test_board import BARE, STATE, notice

DAY = DayMonth(22, 11)
CODE = "4071902836651746"
PUPILS = frozenset({Role.PARLIAMENT_MEMBER})
TWO = SCHOOL.model_copy(update={"quorum": ((Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER),)})
WORDY = Helper(
    who={Language.KY: "Айгүл Асанова, биздин соцпедагогубуз"},
    where={Language.KY: "3-кабат, 312-кабинет, дүйшөнбү–жума 8–14"},
)
"""As long as the settings allow, nearly."""
TROUBLES = ("slot_blocked", "door_open", "no_committee", "clock_unknown")


def after(screen: Screen, *acts: object, **state: object) -> Screen:
    for act in acts:
        screen.act(act)  # type: ignore[arg-type]
    for name, value in state.items():
        setattr(screen, name, value)
    return screen


def check(today: DayMonth | None = DAY) -> Check:
    return Check(SCHOOL, LETTER * 12, today, Kind.REPORT)


def boards() -> Iterator[tuple[str, Callable[[], Screen]]]:
    long = replace(STATE, way_in=True, board=replace(STATE.board, notices=(
        notice("Ата-энелер чогулушу", "Жыйналыш залы, саат 17:00. " * 10),)))  # fmt: skip
    for nth in range(14):
        yield f"board {nth}", lambda nth=nth: Board(replace(long, card=nth))  # type: ignore[misc]
    for trouble in TROUBLES:
        state = replace(STATE, card=4, notices_of_box=frozenset({trouble}))
        yield f"board {trouble}", lambda state=state: Board(state)  # type: ignore[misc]
    yield "board bare", lambda: Board(BARE)


def checks() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "check", check
    yield "check open", lambda: after(check(), TextTouched())
    yield "check erase", lambda: after(check(), EraseAsked())
    yield "check no date", lambda: check(None)
    yield "check pick", lambda: after(check(None), DateAsked(), DateStepped(months=8))
    wrong = (DateAsked(), DateStepped(days=-1, months=1), DatePicked())
    yield "check wrong date", lambda: after(check(None), *wrong)
    yield "check sending", lambda: after(check(), SendTouched())
    for why in StoreTrouble:
        yield f"check {why}", lambda why=why: after(check(), trouble=why)  # type: ignore[misc]


def replies() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "check wishes", lambda: Check(SCHOOL, LETTER, DAY, None, PUPILS, reply=True)
    yield "check readers", lambda: after(check(), ReadersAsked())
    yield "check no date wishes", lambda: Check(SCHOOL, LETTER, None, None, PUPILS, reply=True)
    yield "check print", lambda: after(wishing(), prints=True)
    yield "check wishes open", lambda: after(wishing(), TextTouched())
    yield "check no choice", lambda: Check(TWO, LETTER, DAY)
    yield "check no code", lambda: after(check(), trouble=CodeTrouble.NOT_MADE)
    for paper in PaperState:
        yield (
            f"thanks code {paper}",
            lambda p=paper: Thanks(  # type: ignore[misc]
                SCHOOL, Origin.TYPED, READING, p, code=True
            ),
        )
        yield f"code {paper}", lambda p=paper: Code(SCHOOL, CODE, p)  # type: ignore[misc]
        yield (
            f"slip {paper}",
            lambda p=paper: after(  # type: ignore[misc]
                Paper(SCHOOL, TODAY, READING, p), halves=True
            ),
        )
    yield (
        "slip none",
        lambda: after(Paper(SCHOOL, TODAY, READING, PaperState.OFFERED), no_code=True),
    )
    for trouble in PrinterTrouble:
        yield (
            f"code {trouble}",
            lambda t=trouble: Code(  # type: ignore[misc]
                SCHOOL, CODE, PaperState.OFFERED, t
            ),
        )
    yield "enter code", lambda: after(EnterCode(SCHOOL), *map(Digit, CODE[:9]))
    yield "code covered", lambda: after(Code(SCHOOL, CODE, PaperState.OFFERED), CodeCovered())
    for trouble in PrinterTrouble:
        yield (
            f"slip {trouble}",
            lambda t=trouble: after(  # type: ignore[misc]
                Paper(SCHOOL, TODAY, READING, PaperState.OFFERED, t), halves=True
            ),
        )
    yield "thanks code receipt", lambda: after(thanks(), paper=PaperState.PRINTED)
    yield "thanks dropped", lambda: Thanks(SCHOOL, Origin.PAPER, READING, PaperState.OFFERED)
    yield "enter code working", lambda: after(EnterCode(SCHOOL), *map(Digit, CODE))
    for told in Told:
        yield f"enter code {told}", lambda t=told: entered(t)  # type: ignore[misc]
    yield "reply", lambda: Reply(SCHOOL, LETTER * 20, READING)
    yield "reply shown", lambda: after(Reply(SCHOOL, LETTER * 14, READING), Shown())
    yield "reply erase", lambda: after(reply(), EraseAsked(), failed=True)
    yield "reply erased", erased
    for paper in PaperState:
        yield f"code goes {paper}", lambda p=paper: after(Code(SCHOOL, CODE, p), seconds=30)  # type: ignore[misc]
    yield "thanks code goes", lambda: after(thanks(), seconds=30)
    yield "thanks code leave", lambda: after(thanks(), EraseAsked())


def wishing() -> Check:
    return Check(SCHOOL, LETTER, DAY, None, frozenset({Role.DEPUTY_DIRECTOR}), reply=True)


def thanks() -> Thanks:
    return Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED, code=True)


def reply() -> Reply:
    return Reply(SCHOOL, LETTER, READING)


def entered(told: Told) -> Screen:
    screen = EnterCode(SCHOOL, READING)
    screen.tell(told)
    screen.wait = 30
    return screen


def erased() -> Screen:
    screen = reply()
    screen.done()
    return screen


def writes() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "write", lambda: Write(SCHOOL)
    yield "write empty", lambda: after(Write(SCHOOL), Done())
    yield "write long", lambda: Write(SCHOOL, LETTER * 54)
    yield "write full", lambda: after(Write(SCHOOL, "а" * 4000), Pressed(Special.RETURN))
    yield "write covered", lambda: after(Write(SCHOOL, LETTER * 30), Covered())
    yield "write erase", lambda: after(Write(SCHOOL, LETTER), EraseAsked())
    for layer in (Special.LATIN, Special.NUMBERS):
        yield f"write {layer}", lambda layer=layer: after(Write(SCHOOL), Pressed(layer))  # type: ignore[misc]


def pages() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "before", lambda: Before(SCHOOL, READING)
    yield "appearances", lambda: Appearances(SCHOOL)
    for alone in (True, False):
        yield f"erased {alone}", lambda alone=alone: Erased(SCHOOL, left_alone=alone)  # type: ignore[misc]
    out = PrinterTrouble.PAPER_OUT
    for count in range(AT_HAND + 1):
        there = SCHOOL.model_copy(update={"in_school": (WORDY,) * count})
        yield f"help {count}", lambda there=there: Help(there, PaperState.OFFERED)  # type: ignore[misc]
    for state in PaperState:
        yield f"help {state}", lambda state=state: Help(there, state)  # type: ignore[misc]
    yield "help out", lambda: Help(there, PaperState.OFFERED, out)
    yield "before monthly", lambda: Before(SCHOOL, None)
    for state in PaperState:
        yield f"thanks {state}", lambda s=state: Thanks(SCHOOL, Origin.TYPED, READING, s)  # type: ignore[misc]
        yield f"paper {state}", lambda s=state: Paper(SCHOOL, TODAY, READING, s)  # type: ignore[misc]
    out = PrinterTrouble.PAPER_OUT
    yield "thanks out", lambda: Thanks(SCHOOL, Origin.PAPER, None, PaperState.NONE, out)
    yield "paper out", lambda: Paper(SCHOOL, None, None, PaperState.NONE, out)
    for nth in range(len(PAGES)):
        yield f"how {nth}", lambda nth=nth: How(SCHOOL, nth)  # type: ignore[misc]
    for held in Held:
        yield f"idle {held}", lambda held=held: Idle(SCHOOL, 30, held)  # type: ignore[misc]


SCREENS = dict([*boards(), *checks(), *replies(), *writes(), *pages()])
