"""A journal of the demo's school: enough rows to leaf through, to count and to search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.roles import Role
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.subjects import Subject
from kiosk.post.totals import PublicTotals

OPENED = (date(2026, 5, 29), date(2026, 9, 25), date(2026, 10, 30), date(2026, 11, 27))
"""One review in the school year before, three in this one."""

LAMPS = Answer({Language.KY: "Жарык оңдолду"}, {Language.KY: "Жаңы лампалар тагылды."})
MATTERS = (
    Matter(
        1, "Ашканада тамак муздак", (Subject.MEALS,), OPENED[1], 2,
        forum=Forum.DIRECTOR, due=date(2026, 11, 12), state=State.CONSIDERED,
        outcomes=(
            Outcome(
                date(2026, 10, 8), State.CONSIDERED, Forum.DIRECTOR,
                "Ашкана башчысы менен сүйлөшүү чечилди",
            ),
        ),
    ),
    Matter(
        2, "Экинчи кабатта жарык жок", (Subject.BUILDING,), OPENED[2], 3, state=State.ANSWERED,
        outcomes=(Outcome(date(2026, 11, 5), State.ANSWERED, Forum.DIRECTOR, "Лампа алынды"),),
        answer=LAMPS, published=True,
    ),
    Matter(
        3, "Спортзалдын эшиги жабылбайт", (Subject.SAFETY,), OPENED[3], 4,
        forum=Forum.BOYS_GIRLS, due=date(2026, 12, 10), state=State.REFERRED,
    ),
)  # fmt: skip
MEALS = Entry(
    Origin.TYPED, DayMonth(22, 9), Kind.WISH, "Ашканада тамак муздак, чай жок",
    well_founded=True, forum=Forum.DIRECTOR, decision=Decision.REFERRED,
    text="Ашканадагы тамак дайыма муздак. Чай да бербейт.",
    subjects=(Subject.MEALS,), matters=(1,), label=1,
)  # fmt: skip
LIGHT = Entry(
    Origin.TYPED, DayMonth(27, 10), Kind.REQUEST, "Экинчи кабаттын коридорунда жарык өчүп калды",
    well_founded=True, decision=Decision.ANSWERED,
    text="Коридор кечинде караңгы, коркобуз. Оңдоп бериңиздерчи!",
    answer=LAMPS,
    subjects=(Subject.BUILDING,), matters=(2,), label=2,
)  # fmt: skip
LESSONS = Entry(
    Origin.PAPER, None, Kind.QUESTION, "Можно ли перенести олимпиаду на субботу?",
    well_founded=False, decision=Decision.DECLINED, reason="Дату назначает район",
    subjects=(Subject.LESSONS,),
)  # fmt: skip
TEACHER = Entry(
    Origin.TYPED, DayMonth(24, 11), Kind.REPORT, "Мугалим сабакта кыйкырат",
    well_founded=True, forum=Forum.PEDCOUNCIL, decision=Decision.REFERRED,
    text="Бир мугалим биздин класста көп кыйкырат.",
    subjects=(Subject.TEACHERS,), excluded=frozenset({Role.PARLIAMENT_MEMBER}), label=4,
)  # fmt: skip
THANKS = Entry(
    Origin.TYPED, DayMonth(20, 11), None, "Китепкана үчүн рахмат",
    well_founded=True, decision=Decision.NO_ACTION, text="Жаңы китептер үчүн рахмат!",
    subjects=(Subject.THANKS,), label=5,
)  # fmt: skip
DOOR = Entry(
    Origin.PAPER, DayMonth(25, 11), Kind.SUGGESTION, "Спортзалдын эшигине кулпу керек",
    well_founded=True, forum=Forum.BOYS_GIRLS, decision=Decision.REFERRED,
    subjects=(Subject.SAFETY,), matters=(3,),
)  # fmt: skip
ENTRIES = (MEALS, LIGHT, LESSONS, MEALS, LIGHT, THANKS, DOOR)
SIZES = (9, 14, 21, 26)

TOTALS = PublicTotals(
    date(2026, 10, 30),
    SchoolYear(2026),
    35,
    {Kind.REPORT: 0, Kind.WISH: 10, Kind.REQUEST: 10, Kind.SUGGESTION: 0, Kind.QUESTION: 5},
    {Decision.ANSWERED: 10, Decision.REFERRED: 13, Decision.DECLINED: 5},
)
"""What hangs on the board of these letters, at the close of October."""


def journal() -> Book:
    """The last review has one row that was corrected, and one that leaves the pupils out."""
    rows: list[Row] = []
    for review, (day, size) in enumerate(zip(OPENED, SIZES, strict=True), 1):
        for nth in range(size):
            closed = day + timedelta(days=nth % 3)
            rows.append(Row(len(rows) + 1, review, day, closed, ENTRIES[nth % len(ENTRIES)]))
    before = replace(DOOR, summary="Спортзалдын эшиги", decision=Decision.NO_ACTION, forum=None)
    rows[-1] = replace(rows[-1], entry=DOOR, former=(before,))
    rows[-2] = replace(rows[-2], entry=TEACHER)
    rows[-3] = replace(rows[-3], entry=None)
    return Book(tuple(rows), MATTERS)
