"""Scenes of registering a letter, as full as they may be: for what must fit on the glass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kiosk.demo.school import SCHOOL
from kiosk.post.journal import Decision, Entry, Forum, Office
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin, ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.meeting import OpenedLetter
from kiosk.post.steps import Hint
from kiosk.post.subjects import Subject
from kiosk.screens.base import Screen
from kiosk.screens.committee.corrections import Corrections
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.register import Register
from tests.screens.committee.hand import Hand, Size

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


LONG = "Урматтуу мугалимдер! Экинчи кабаттагы коридордо жарык өчүп калды. " * 40
LETTER = OpenedLetter(3, Letter(LONG, DayMonth(22, 9), Kind.REPORT, reply_to=SLIP), 138)

Scene = Callable[[Size, Language], Hand]


def show(make: Callable[[], Screen], *touches: str, **state: object) -> Scene:
    """A screen after some touches and in some state."""

    def scene(size: Size, language: Language) -> Hand:
        hand = Hand(make(), size, language, paints=False)
        hand.touch(*touches)
        hand.set(**state)
        return hand

    return scene


def unopened() -> Screen:
    return Register(138, 144, LETTER, known())


def letter() -> Screen:
    """Read on its slip already."""
    screen = Register(138, 144, LETTER, known())
    screen.on_slip = True
    return screen


def paper() -> Screen:
    return Register(138, 144, None, known(), papers=(112, 118))


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


REGISTERING: dict[str, Scene] = {
    "read_covered": show(letter),
    "read": show(letter, "cover"),
    "read_damaged": show(lambda: Register(1, 2, OpenedLetter(3, None, 1), known())),
    "first": show(lambda: Register(1, 2, LETTER, Known(SCHOOL, DAY))),
    "when": show(paper),
    "when_numbered": show(
        lambda: Register(138, 144, None, known(), papers=(112, 118), entered=1204)
    ),
    "when_late": typed(show(paper), "2611"),
    "when_typed": typed(show(paper), "3"),
    "when_wrong": typed(show(paper), "3102"),
    "about_paper": show(paper, "day_22"),
    "about_figures": typed(show(letter, "cover"), "-"),
    "decide": show(letter, "tab_decide"),
    "decide_paper": show(paper, "day_22", "subject_money"),
    "decide_chosen": show(letter, *ENTER, "tab_decide"),
    "how": show(letter, "cover", "subject_meals", "decision_answered"),
    "how_begun": then(
        show(letter, "cover", "subject_meals", "decision_answered", "opening_soon", "done"),
        "to_reasons",
    ),
    "answer_three": show(letter, "cover", "subject_meals", "decision_answered", "opening_soon"),
    "enter_answered_aloud": show(
        letter, "cover", "subject_meals", "decision_answered", "told_lineup"
    ),
    "enter_urgent": show(
        letter,
        "cover",
        "subject_home",
        "urgent",
        "office_child_protection",
        "office_police",
        "office_director",
        "done",
    ),
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
    "handle_taken": typed(
        show(
            lambda: Register(1, 2, None, replace(known(), slips={"12345671": 1204})),
            "tab_about",
            "handle",
        ),
        "12345671",
    ),
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
    "rows_kept_back": show(
        lambda: Register(1, 2, LETTER, replace(known(), rows=(), kept_back=(1205, 1206))),
        "rows",
    ),
    "rows_none": show(lambda: Register(1, 2, LETTER, Known(SCHOOL, DAY)), "rows"),
    "rows_damaged": show(
        lambda: Register(1, 9, LETTER, replace(known(), damaged=(1190, 1191))), "rows"
    ),
    "correct": show(letter, "rows", "row_1203"),
    "correct_decide": show(letter, "rows", "row_1201", "tab_decide"),
    "corrections": show(lambda: Corrections(known())),
    "rows_unprinted": show(letter, "rows", unprinted=(1204,)),
    "read_unprinted": show(letter, unprinted=(1204,)),
}
