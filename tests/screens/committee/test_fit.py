"""Every screen of the desk, in every language and size: nothing cut, nothing over another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest

from kiosk.demo.school import SCHOOL
from kiosk.events import PrinterTrouble
from kiosk.post.calendar import Window
from kiosk.post.clock import Doubt
from kiosk.post.handling import AtHand
from kiosk.post.incidents import Incident
from kiosk.post.journal import Decision, Difference, Entry, Forum, Office
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin, ReplyTo
from kiosk.post.matters import Matter, Subject
from kiosk.post.meeting import Facts, OpenedLetter
from kiosk.post.review import Hint, Step
from kiosk.post.roles import Role
from kiosk.screens.base import Screen, Widget
from kiosk.screens.committee.arrange import Arrange
from kiosk.screens.committee.clock import SetClock
from kiosk.screens.committee.close import Close
from kiosk.screens.committee.closed import Closed
from kiosk.screens.committee.count import Count
from kiosk.screens.committee.desk import HINTS
from kiosk.screens.committee.digits import Digits, Locked
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.letters import Letters, Slips
from kiosk.screens.committee.members import Members
from kiosk.screens.committee.register import Corrections, Register
from kiosk.screens.committee.rollcall import RollCall
from kiosk.screens.committee.room import Room, StepOut, Waiting
from kiosk.screens.committee.unlock import Unlock
from kiosk.screens.committee.wayin import Doubted, WayIn
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import overlap
from kiosk.screens.papers import PaperState
from kiosk.screens.widgets import Button, Chip, Label
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size

DAY = date(2026, 9, 25)
DUTY = "Балага карата зомбулук жөнүндө билсе, мектеп ошол эле күнү милицияга жана балдарды коргоо "
SLIP = ReplyTo(b"n" * 16, b"k" * 32)
ROW = Entry(
    Origin.TYPED, DayMonth(22, 9), Kind.WISH, "Жарык", True, Forum.BOYS_GIRLS, Decision.REFERRED,
    text="Жарык жок", subjects=(Subject.CLEANLINESS, Subject.BUILDING), label=138, urgent=True,
)  # fmt: skip
PAPER = replace(ROW, origin=Origin.PAPER, text="", label=None, urgent=False, subjects=())


def known() -> Known:
    return Known(
        SCHOOL.model_copy(update={"duty_to_report": {Language.KY: DUTY * 2}}),
        DAY,
        DayMonth(28, 9),
        tuple(
            Matter(number, f"{number} даараткана эшиги жабылбайт, кыздар уялат"[:60], (), DAY, 1)
            for number in range(1, 31)
        ),
        {"12345671": SLIP},
        tuple((number, ROW if number % 2 else PAPER) for number in range(1192, 1205)),
    )


ZONE = ZoneInfo("Asia/Bishkek")
WINDOW = Window(datetime(2026, 9, 25, 14, tzinfo=ZONE), datetime(2026, 9, 25, 16, tzinfo=ZONE))
FACTS = Facts(1, date(2026, 9, 25), slot=112, hand=111, reason=Difference.TOGETHER)
LONG = "Урматтуу мугалимдер! Экинчи кабаттагы коридордо жарык өчүп калды. " * 40
LETTER = OpenedLetter(3, Letter(LONG, DayMonth(22, 9), Kind.REPORT, reply_to=SLIP), 138)

SLIPS = replace(FACTS, slips=32)
EVERYTHING = tuple((date(2026, 9, day), what) for what in Incident for day in range(22, 30))

DEPUTY = Role.DEPUTY_DIRECTOR
NOTES = {Step.COUNT: "111 (−1)", Step.REGISTER: "132 / 244"}
LEFT = (AtHand(None), *(AtHand(OpenedLetter(n, None, n)) for n in range(1, 145)))

Scene = Callable[[Size, Language], Hand]


def show(make: Callable[[], Screen], *touches: str, **state: object) -> Scene:
    """A screen after some touches and in some state."""

    def scene(size: Size, language: Language) -> Hand:
        hand = Hand(make(), size, language, paints=False)
        hand.touch(*touches)
        hand.set(**state)
        return hand

    return scene


def letter() -> Screen:
    return Register(138, 144, LETTER, known(), entered=1204)


def paper() -> Screen:
    return Register(138, 144, None, known(), entered=1204)


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


def pasting(*texts: str, where: tuple[str, ...] = ("to_answer", "headline")) -> Scene:
    """A letter referred to a council, with texts as long as they may be."""

    def scene(size: Size, language: Language) -> Hand:
        hand = show(letter, "cover", "subject_money", "forum_boys_girls", *where)(size, language)
        for text in texts:
            hand.paste(text)
            hand.touch("done")
        return hand

    return scene


def then(scene: Scene, *touches: str, **state: object) -> Scene:
    def after(size: Size, language: Language) -> Hand:
        hand = scene(size, language)
        hand.touch(*touches)
        hand.set(**state)
        return hand

    return after


def typed(scene: Scene, text: str) -> Scene:
    def after(size: Size, language: Language) -> Hand:
        hand = scene(size, language)
        hand.paste(text)
        return hand

    return after


ENTER = ("cover", "subject_cleanliness", "forum_boys_girls")
ANSWERED = pasting("W" * 19, "Рахмат, 7-Б классы, Айгүл Асанова, 0555 123 456! " + "body " * 40)


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
        for hint in (Hint.CARD_UNKNOWN, Hint.CARD_REPEATED, Hint.GATHER_AGAIN)
    },
    "leave": show(lambda: RollCall(tuple(Role)), "leave"),
    "leave_letter": show(letter, "leave"),
    "digits": show(lambda: Digits(Step.UNLOCK, DEPUTY)),
    "digits_typed": show(lambda: Digits(Step.UNLOCK, DEPUTY), "digit_1", "digit_2"),
    "digits_taken": show(lambda: Digits(Step.UNLOCK, DEPUTY), hint=Hint.DIGITS_TAKEN),
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
        for hint in (Hint.CARD_UNKNOWN, Hint.CARD_REPEATED)
    },
    "room": show(lambda: Room(Step.REGISTER, (DEPUTY,)), notes=NOTES),
    "room_back": show(lambda: Room(Step.CLOSE, (), tuple(Role)), notes=NOTES),
    "room_both": show(lambda: Room(Step.REGISTER, (DEPUTY,), tuple(Role)[1:2]), notes=NOTES),
    "room_few": show(lambda: Room(Step.REGISTER, tuple(Role)[:2], too_few=True), notes=NOTES),
    "step_out": show(lambda: StepOut(Step.REGISTER, tuple(Role)), notes=NOTES),
    "waiting": show(lambda: Waiting(Step.REGISTER, 12, (DEPUTY,)), notes=NOTES),
    "letters": show(lambda: Letters(Step.REGISTER, LEFT), notes=NOTES),
    "letters_more": show(lambda: Letters(Step.REGISTER, LEFT), "leaf_after", notes=NOTES),
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
    "read_covered": show(letter, notes=NOTES),
    "read": show(letter, "cover"),
    "read_damaged": show(lambda: Register(1, 2, OpenedLetter(3, None, 1), known())),
    "first": show(lambda: Register(1, 2, LETTER, Known(SCHOOL, DAY))),
    "when": show(paper),
    "when_typed": typed(show(paper), "3"),
    "when_wrong": typed(show(paper), "3102"),
    "about_paper": show(paper, "day_28"),
    "about_figures": typed(show(letter, "cover"), "-"),
    "decide": show(letter, "tab_decide"),
    "decide_paper": show(paper, "day_28", "subject_money"),
    "decide_chosen": show(letter, *ENTER, "tab_decide"),
    "reasons": show(letter, "tab_decide", "decision_declined"),
    "reasons_paper": show(paper, "tab_decide", "decision_declined", "reason_unclear", "to_reasons"),
    "enter": show(letter, *ENTER),
    "enter_declined": show(letter, *ENTER, "tab_decide", "decision_declined", "reason_rules"),
    "enter_paper": show(paper, "no_date", "subject_thanks", "decision_no_action"),
    "enter_gaps": show(letter, "tab_enter"),
    "enter_gaps_most": then(
        show(letter, "tab_decide", "urgent", "done", "decision_declined", "reason_other", "done"),
        "tab_enter",
    ),
    "enter_failed": show(letter, *ENTER, hint=Hint.NOT_STORED),
    "enter_full": pasting("summary " * 35, where=("summary",)),
    "enter_answered": then(ANSWERED, "done"),
    "summary": show(letter, *ENTER, "summary"),
    "summary_full": typed(show(letter, "cover", "tab_enter", "summary"), "summary " * 35),
    "summary_too_long": typed(show(letter, "tab_enter", "summary"), "x" * 2000),
    "reason": show(paper, "tab_decide", "decision_declined", "reason_other"),
    "reply": show(letter, *ENTER, "to_reply"),
    "matters": show(letter, "cover", "matters"),
    "matters_sought": typed(show(letter, "cover", "matters"), "даараткана"),
    "matters_none": typed(show(letter, "cover", "matters"), "щщщ"),
    "handle": show(paper, "tab_about", "handle"),
    "handle_wrong": typed(show(paper, "tab_about", "handle"), "00000019"),
    "handle_found": typed(show(paper, "tab_about", "handle"), "12345671"),
    "handle_kept": then(typed(show(paper, "tab_about", "handle"), "12345671"), "done"),
    "urgent": show(letter, "tab_decide", "urgent"),
    "urgent_told": show(letter, "tab_decide", "urgent", *(f"office_{one}" for one in Office)),
    "urgent_again": then(show(letter, "rows", "row_1203"), "to_urgent"),
    "urgent_name": show(letter, "tab_decide", "urgent", "office_other", "name"),
    "answer": show(letter, *ENTER, "to_answer"),
    "answer_ready": show(letter, *ENTER, "to_answer", "opening_not"),
    "answer_full": ANSWERED,
    "answer_days": then(ANSWERED, "days"),
    "answer_picked": then(ANSWERED, "days", "first_+7", "done"),
    "headline": show(letter, *ENTER, "to_answer", "headline"),
    "rows": show(letter, "rows"),
    "rows_none": show(lambda: Register(1, 2, LETTER, Known(SCHOOL, DAY)), "rows"),
    "rows_damaged": show(
        lambda: Register(1, 9, LETTER, replace(known(), damaged=(1190, 1191))), "rows"
    ),
    "correct": show(letter, "rows", "row_1203"),
    "correct_decide": show(letter, "rows", "row_1201", "tab_decide"),
    "corrections": show(lambda: Corrections(known())),
    "close": show(lambda: Close(FACTS, typed=32, registered=143), notes=NOTES),
    "close_unprinted": show(lambda: Close(FACTS, typed=32, registered=143), unprinted=(1204, 1203)),
    "rows_unprinted": show(letter, "rows", unprinted=(1204,)),
    "read_unprinted": show(letter, unprinted=(1204,)),
    "close_missing": show(lambda: Close(FACTS, typed=32, registered=140)),
    "close_door": show(lambda: Close(FACTS, typed=32, registered=143, door_open=True)),
    "close_failed": show(
        lambda: Close(FACTS, typed=32, registered=143), hint=Hint.NOT_STORED, working=True
    ),
    "closed": show(lambda: Closed(date(2026, 9, 25))),
    **{
        f"closed_{paper}": show(lambda: Closed(date(2026, 9, 25)), paper=paper)
        for paper in PaperState
    },
    "closed_failed": show(
        lambda: Closed(date(2026, 9, 25), door_open=True),
        paper=PaperState.OFFERED,
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


@pytest.fixture(params=[LARGE, MIDDLE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> Size:
    found: Size = request.param
    return found


@pytest.fixture(params=Language)
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


@pytest.fixture(params=SCENES)
def hand(request: pytest.FixtureRequest, size: Size, language: Language) -> Hand:
    return SCENES[request.param](size, language)


def cut(hand: Hand) -> Iterator[str]:
    """Widgets whose words do not fit, or that hang over the edge of the glass."""
    width, height = hand.stage._surface.get_size()
    for widget in hand.stage.view.widgets:
        x, y, w, h = widget.rect
        outside = x < 0 or y < 0 or w <= 0 or h <= 0 or x + w > width or y + h > height
        fits = getattr(widget, "fits", None)
        if outside or (fits and not fits(hand.theme)):
            yield f"{widget.name} {widget.rect}"


def small(hand: Hand) -> Iterator[str]:
    """Targets a finger would miss: 12 mm; keys of the keyboard 11 mm, edge to edge."""
    for widget in hand.stage.view.widgets:
        least = hand.theme.mm(11 if isinstance(widget, Key) else 12)
        if widget.act is not None and min(widget.rect.w, widget.rect.h) < least:
            yield f"{widget.name} {widget.rect}"


def collisions(hand: Hand) -> Iterator[str]:
    """Things that say or do something and lie over one another."""

    def speaks(widget: Widget) -> bool:
        return widget.act is not None or isinstance(widget, Label | Button | Chip)

    speaking = [widget for widget in hand.stage.view.widgets if speaks(widget)]
    for one, other in combinations(speaking, 2):
        if overlap(one.rect, other.rect):
            yield f"{one.name} over {other.name}"


def test_everything_fits(hand: Hand) -> None:
    assert [*cut(hand)] == []
    assert [*small(hand)] == []
    assert [*collisions(hand)] == []
    names = [widget.name for widget in hand.stage.view.widgets]
    assert len(set(names)) == len(names)


def test_the_check_sees_what_does_not_fit() -> None:
    hand = Hand(RollCall((), tuple(Role)), (400, 260, 4.5), paints=False)
    assert [*cut(hand)] != []
    assert [*small(hand)] != []
    assert [*collisions(hand)] != []


def test_every_screen_can_be_told_apart_by_its_beacon() -> None:
    screens = [WayIn(None), RollCall(()), Unlock(), Count(0), letter(), Closed(), setting()]
    screens.append(Close(FACTS, typed=1, registered=1))
    beacons = {Hand(screen).stage.beacon for screen in screens}
    assert len(beacons) == len(screens)
