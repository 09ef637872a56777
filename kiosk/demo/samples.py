"""Every screen once, filled with something to show: for `--geometry`, layout tests, the gallery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from kiosk.demo.book import TOTALS
from kiosk.demo.desk import DESK
from kiosk.demo.interludes import INTERLUDES
from kiosk.demo.mattering import MATTERING
from kiosk.demo.paperwork import PAPERWORK
from kiosk.demo.registering import REGISTERING, TEXT, WRITTEN
from kiosk.demo.school import NOTICES, SCHOOL
from kiosk.demo.sittings import MEMBERS
from kiosk.doctor import power
from kiosk.doctor.box import Seen, held_by_the_kiosk
from kiosk.post.board import Board as Hanging
from kiosk.post.calendar import Window
from kiosk.post.clock import Doubt
from kiosk.post.finding import green, say
from kiosk.post.letters import Origin
from kiosk.post.meeting import Facts
from kiosk.post.roles import Role
from kiosk.screens.appearances import Appearances
from kiosk.screens.base import Act, Screen
from kiosk.screens.before import Before
from kiosk.screens.board import Board, BoardState
from kiosk.screens.check import Check
from kiosk.screens.code import Code
from kiosk.screens.code import Covered as CodeCovered
from kiosk.screens.committee.clock import Chosen, SetClock
from kiosk.screens.committee.close import Close, CloseNow
from kiosk.screens.committee.closed import Closed, Done
from kiosk.screens.committee.count import Compare, Count
from kiosk.screens.committee.desk import AskLeave
from kiosk.screens.committee.notice_draft import NoticeDraft
from kiosk.screens.committee.notice_form import NoticeForm, NoticePage, TurnTo
from kiosk.screens.committee.notices_card import NoticesCard
from kiosk.screens.committee.notices_list import NoticesList
from kiosk.screens.committee.rollcall import Clear, RollCall
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.committee.wayin import Doubted, WayIn
from kiosk.screens.entercode import EnterCode, Told
from kiosk.screens.erased import Erased
from kiosk.screens.erasing import EraseAsked
from kiosk.screens.help import Help
from kiosk.screens.how import PAGES, How
from kiosk.screens.idle import Held, Idle
from kiosk.screens.keyboard import Pressed, Special
from kiosk.screens.numberpad import Digit
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState
from kiosk.screens.reply import Covered, Reply
from kiosk.screens.technician.beam import Beam, Beamed
from kiosk.screens.technician.examination import LOOKED_AT, Examination
from kiosk.screens.technician.pin import Pin
from kiosk.screens.thanks import Thanks
from kiosk.screens.wishes import ReadersAsked
from kiosk.screens.write import Covered as LetterCovered
from kiosk.screens.write import Write

TODAY = date(2026, 11, 20)
READING = date(2026, 11, 27)
WINDOW = Window(datetime(2026, 11, 27, 8, tzinfo=UTC), datetime(2026, 11, 27, 10, tzinfo=UTC))
LATER = date(2027, 1, 29)
MOMENT = datetime(2026, 11, 27, 14, 5)  # noqa: DTZ001 - what a wall clock shows
CODE = "4071902836651746"
REPLY = (
    "Айтканыңыз туура, рахмат. Социалдык педагог менен каалаган күнү сабактан кийин сүйлөшсөңүз "
    "болот, 12-кабинет. Атыңызды айтуунун кереги жок."
)
PUPILS = frozenset({Role.PARLIAMENT_MEMBER})
FACTS = Facts(review=1, opened_on=READING, slot=2, hand=2)
NUMBERED = tuple(replace(notice, number=n) for n, notice in enumerate(NOTICES, 1))
BOARD = BoardState(
    school=SCHOOL,
    board=Hanging(NOTICES, letters_read_on=date(2026, 10, 30)),
    today=TODAY,
    next_reading=READING,
    card=0,
    way_in=False,
    notices_of_box=frozenset(),
)
FIGURES = replace(BOARD.board, totals=TOTALS)
URGENT = replace(BOARD.board, notices=(replace(NOTICES[0], pinned=True), *NOTICES[1:]))


def _examined() -> Examination:
    """A box with something of each level, every part looked at."""
    seen = Seen(blocked=True, door_is_open=True)
    fine = [green(part, say("doc_plain", text=f"{part}: 1280x800")) for part in LOOKED_AT]
    screen = Examination()
    screen.add([*fine, *held_by_the_kiosk(seen, lock_answers=True), power.judged(1)])
    return screen


def _notice() -> NoticeForm:
    return NoticeForm(NoticeDraft(NUMBERED[0], TODAY), SCHOOL, TODAY, {})


def _owing(screen: Close | Closed | Unlock) -> Screen:
    """The screen with a protocol to print."""
    screen.paper = PaperState.OFFERED
    return screen


def _asked(screen: Screen, *acts: Act) -> Screen:
    """The screen with the question on it that these acts bring up."""
    for act in acts:
        screen.act(act)
    return screen


def _waiting() -> Screen:
    """A code that led to nothing."""
    screen = EnterCode(SCHOOL, READING)
    screen.wait = 8
    screen.tell(Told.NONE)
    return screen


def _left_alone() -> Code:
    """A code that nobody has touched for a while."""
    screen = Code(SCHOOL, CODE, PaperState.OFFERED)
    screen.seconds = 24
    screen.cover()
    return screen


SAMPLES: dict[str, Callable[[], Screen]] = {
    "board": lambda: Board(BOARD),
    "board in the window": lambda: Board(replace(BOARD, way_in=True)),
    "board, no paper": lambda: Board(replace(BOARD, notices_of_box=frozenset({"printer_off"}))),
    "board, urgent": lambda: Board(replace(BOARD, board=URGENT)),
    "board, helpline": lambda: Board(replace(BOARD, card=5)),
    "board, a right": lambda: Board(replace(BOARD, card=9)),
    "board, dim": lambda: Board(replace(BOARD, dim=True)),
    "board alone": lambda: Board(replace(BOARD, alone=True, card=1)),
    "board, figures": lambda: Board(replace(BOARD, board=FIGURES, card=5)),
    "before": lambda: Before(SCHOOL, READING),
    "appearances": lambda: Appearances(SCHOOL),
    "help": lambda: Help(SCHOOL, PaperState.OFFERED),
    "write": lambda: Write(SCHOOL, TEXT),
    "write, covered": lambda: _asked(Write(SCHOOL, TEXT), LetterCovered()),
    "write in Latin": lambda: _asked(Write(SCHOOL, TEXT), Pressed(Special.LATIN)),
    "write, shift locked": lambda: _asked(Write(SCHOOL, TEXT), Pressed(Special.LOCK)),
    "write numbers": lambda: _asked(Write(SCHOOL, TEXT), Pressed(Special.NUMBERS)),
    "erase": lambda: _asked(Write(SCHOOL, TEXT), EraseAsked()),
    "erased": lambda: Erased(SCHOOL, left_alone=False),
    "check": lambda: Check(SCHOOL, TEXT, WRITTEN),
    "check without a date": lambda: Check(SCHOOL, TEXT, None),
    "check, who may read": lambda: _asked(Check(SCHOOL, TEXT, WRITTEN), ReadersAsked()),
    "check, wishes": lambda: Check(SCHOOL, TEXT, WRITTEN, None, PUPILS, reply=True),
    "thanks, code": lambda: Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED, code=True),
    "thanks, code, leave": lambda: _asked(
        Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED, code=True), EraseAsked()
    ),
    "code": lambda: Code(SCHOOL, CODE, PaperState.OFFERED),
    "code, left alone": _left_alone,
    "code, covered": lambda: _asked(Code(SCHOOL, CODE, PaperState.OFFERED), CodeCovered()),
    "enter code": lambda: _asked(EnterCode(SCHOOL), *map(Digit, CODE[:6])),
    "enter code, none": _waiting,
    "reply": lambda: Reply(SCHOOL, REPLY, LATER),
    "reply, shown": lambda: _asked(Reply(SCHOOL, REPLY, LATER), Covered()),
    "reply, erase": lambda: _asked(Reply(SCHOOL, REPLY, LATER), EraseAsked()),
    "thanks": lambda: Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED),
    "thanks, paper": lambda: Thanks(SCHOOL, Origin.PAPER, READING, PaperState.OFFERED),
    "paper": lambda: Paper(SCHOOL, TODAY, READING, PaperState.OFFERED),
    "how": lambda: How(SCHOOL),
    **{f"how {nth + 1}": partial(How, SCHOOL, nth) for nth in range(1, len(PAGES))},
    "idle": lambda: Idle(SCHOOL, 30, Held.LETTER),
    "way in": lambda: WayIn(WINDOW, unfinished=True),
    "notices, corridor": lambda: NoticesCard(SCHOOL.notices_by),
    "notices, card": lambda: _asked(NoticesCard(SCHOOL.notices_by), Clear()),
    "notices, hung": lambda: NoticesList(NUMBERED, TODAY, "notice_hung"),
    "notices": lambda: NoticesList(NUMBERED, TODAY),
    "notice": _notice,
    "notice, when": lambda: _asked(_notice(), TurnTo(NoticePage.WHEN)),
    "way in, clock in doubt": lambda: WayIn(None, doubted=Doubted(Doubt.LONG_AFTER, LATER, TODAY)),
    "set clock": lambda: SetClock(MOMENT, mark=TODAY, earliest=TODAY),
    "set clock, asked": lambda: _asked(SetClock(MOMENT, mark=LATER, earliest=TODAY), Chosen()),
    "way in, out of turn": lambda: WayIn(WINDOW, extra=True),
    **INTERLUDES,
    "roll call": lambda: RollCall((Role.PARLIAMENT_MEMBER,), (Role.DEPUTY_DIRECTOR,)),
    "unlock": Unlock,
    "unlock, a protocol owed": lambda: _owing(Unlock()),
    "count": lambda: Count(2),
    **REGISTERING,
    "close": lambda: Close(FACTS, typed=1, registered=3),
    "close, slips": lambda: Close(replace(FACTS, slips=1), typed=1, registered=3),
    "leave": lambda: _asked(Count(2), AskLeave()),
    "count compared": lambda: _asked(_asked(Count(2), Digit("2")), Compare()),
    "close, a former protocol": lambda: _asked(
        _owing(Close(FACTS, typed=2, registered=4)), CloseNow()
    ),
    "closed": lambda: _owing(Closed(READING)),
    "closed, asked": lambda: _asked(_owing(Closed(READING)), Done()),
    "technician": Pin,
    "technician, wrong PIN": lambda: Pin(16),
    "examination": _examined,
    "beam": lambda: Beam(Beamed(blocked=True, door_is_open=True, edges=12, passes=3)),
    "beam, door shut": lambda: Beam(Beamed(blocked=False, door_is_open=False)),
    **DESK,
    **MATTERING,
    **MEMBERS,
    **PAPERWORK,
}
