"""A rule in words, in the languages of the strip."""

from __future__ import annotations

import pytest

from kiosk.paper.wording import days
from kiosk.post.letters import Language
from kiosk.post.timetable import read
from kiosk.texts import Texts

SAID = {
    "FREQ=MONTHLY;BYDAY=-1TH": (
        "Ар айдын акыркы бейшембиси",
        "Последний четверг каждого месяца",
        "Each month's last Thursday",
    ),
    "FREQ=MONTHLY;BYDAY=1WE,3WE": (
        "Ар айдын шаршембиси, катары боюнча: 1, ар айдын шаршембиси, катары боюнча: 3",
        "Среда каждого месяца, по счёту: 1, среда каждого месяца, по счёту: 3",
        "Each month's Wednesday, number: 1, each month's Wednesday, number: 3",
    ),
    "FREQ=WEEKLY;BYDAY=MO,FR": (
        "Ар дүйшөмбү, жума күнү сайын",
        "Каждый понедельник, каждую пятницу",
        "Every Monday, every Friday",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=15": (
        "Ар айдын күнү: 15",
        "Число каждого месяца: 15",
        "Day of each month: 15",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=-1;BYMONTH=9,10": (
        "Ар айдын акыркы күнү; айлары: Сентябрь, Октябрь",
        "Последний день каждого месяца; месяцы: Сентябрь, Октябрь",
        "Each month's last day; months: September, October",
    ),
}


@pytest.mark.parametrize("rule", SAID)
def test_a_rule_is_said_as_people_say_it(rule: str) -> None:
    timetable = read(rule)
    assert timetable is not None
    assert tuple(days(Texts(language), timetable) for language in Language) == SAID[rule]
