"""The pages of registering a letter, filled with something to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kiosk.demo.school import SCHOOL
from kiosk.post.journal import Answer, AnswerForm, Decision, Entry, Forum, Informed, Office
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin
from kiosk.post.matters import Matter
from kiosk.post.meeting import OpenedLetter
from kiosk.post.subjects import Subject
from kiosk.screens.base import Act, Screen
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.corrections import Corrections
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Page
from kiosk.screens.committee.register import Register

OPENED_ON = date(2026, 11, 27)
WRITTEN = DayMonth(20, 11)
TEXT = (
    "Урматтуу мугалимдер! Экинчи кабаттагы коридордо жарык өчүп калды, кечинде караңгы болуп "
    "жатат. Өтүнөмүн, оңдоп бериңиздер."
)
TITLES = ("Экинчи кабатта жарык жок", "Ашканада тамак муздак", "Спорт залдын терезеси сынык")
ANSWER = Answer(
    {Language.KY: "Жарык оңдолду", Language.RU: "Свет починили"},
    {
        Language.KY: "Экинчи кабаттын коридоруна жаңы лампалар тагылды. Рахмат, 7-Б классы!",
        Language.RU: "В коридоре второго этажа поставили новые лампы.",
    },
    AnswerForm.WE_DID,
)
ROW = Entry(
    Origin.TYPED,
    WRITTEN,
    Kind.REQUEST,
    TITLES[0],
    well_founded=True,
    forum=Forum.DIRECTOR,
    decision=Decision.REFERRED,
    answer=ANSWER,
    text=TEXT,
    subjects=(Subject.BUILDING,),
    matters=(1,),
    label=3,
)
URGENT = replace(
    ROW,
    label=4,
    subjects=(Subject.HOME,),
    urgent=True,
    informed=(Informed(Office.CHILD_PROTECTION, "Асанова Айгүл", OPENED_ON),),
    answer=None,
)
KNOWN = Known(
    SCHOOL,
    OPENED_ON,
    DayMonth.of(OPENED_ON),
    tuple(Matter(n, title, (), OPENED_ON, 1) for n, title in enumerate(TITLES, 1)),
    rows=((17, ROW), (18, URGENT)),
    kept_back=(16,),
)


def _letter(*acts: Act) -> Callable[[], Screen]:
    letter = OpenedLetter(0, Letter(TEXT, WRITTEN, Kind.REQUEST), 7)
    return lambda: _led(Register(20, 44, letter, KNOWN), *acts)


def _paper(*acts: Act) -> Callable[[], Screen]:
    return lambda: _led(Register(35, 44, None, KNOWN, papers=(3, 12), entered=34), *acts)


def _row(number: int, *acts: Act) -> Callable[[], Screen]:
    return lambda: _led(Corrections(KNOWN), do.Taken(number), *acts)


def _led(screen: Screen, *acts: Act) -> Screen:
    for act in acts:
        screen.act(act)
    return screen


SHOWN = do.Cover()
ABOUT = do.Picked(Subject.BUILDING)
ANSWERED = do.Decided(Decision.ANSWERED)

REGISTERING: dict[str, Callable[[], Screen]] = {
    "register": _letter(),
    "register, about": _letter(SHOWN),
    "register, decide": _letter(SHOWN, ABOUT),
    "register, declined": _letter(SHOWN, ABOUT, do.Decided(Decision.DECLINED)),
    "register, how": _letter(SHOWN, ABOUT, ANSWERED),
    "register, answer": _letter(SHOWN, ABOUT, ANSWERED, do.Opened("opening_done")),
    "register, enter": _letter(SHOWN, ABOUT, do.Decided(Decision.REFERRED, Forum.DIRECTOR)),
    "register, gaps": _letter(do.Go(Page.ENTER)),
    "register, matters": _letter(SHOWN, do.Go(Page.MATTERS)),
    "register, act today": _letter(SHOWN, do.Go(Page.URGENT), do.Told(Office.POLICE)),
    "register, summary": _letter(SHOWN, ABOUT, do.Go(Page.SUMMARY)),
    "register paper": _paper(),
    "register paper, about": _paper(do.Dated(22)),
    "register paper, slip": _paper(do.Undated(), do.Go(Page.HANDLE)),
    "register, rows": _letter(do.Go(Page.ROWS)),
    "row": _row(17, SHOWN),
    "row, answer": _row(17, SHOWN, do.Go(Page.ANSWER)),
    "row, days": _row(17, do.Go(Page.DAYS)),
    "row, preview": _row(17, do.Go(Page.PREVIEW)),
    "row, referral": _row(18, SHOWN, do.Go(Page.URGENT)),
}
