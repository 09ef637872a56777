"""The screens of the board's notices, in every language and size: nothing cut, nothing hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from kiosk.demo.school import NOTICES
from kiosk.post.board import Hours, Notice, NoticeType
from kiosk.post.clock import Doubt
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.screens.base import Screen
from kiosk.screens.committee.notice_draft import NoticeDraft
from kiosk.screens.committee.notice_form import NoticeForm
from kiosk.screens.committee.notices_card import NoticesCard
from kiosk.screens.committee.notices_list import NoticesList
from kiosk.screens.committee.rollcall import Clear
from kiosk.screens.committee.wayin import WayIn
from tests.paper.papers import SCHOOL
from tests.screens.committee.fitting import collisions, cut, small
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size
from tests.screens.committee.test_fit import WINDOW, doubted
from tests.screens.test_board_notices import picture

TODAY = date(2026, 11, 20)
WIDE = Notice(
    NoticeType.WE_DID,
    dict.fromkeys(Language, "Эртең сабактар жок!"),
    dict.fromkeys(Language, "Экинчи кабаттын коридоруна жаңы лампалар тагылды. " * 5),
    TODAY,
    TODAY + timedelta(300),
    number=12,
    hours=Hours(frozenset({0, 2, 4}), time(8), time(23)),
    picture="экинчи-кабаттагы-коридордун-жаңы-лампасы",
)
MANY = tuple(replace(WIDE, number=n, pinned=n % 2 == 0) for n in range(1, 20))
SHOWN = tuple(replace(notice, number=n) for n, notice in enumerate(NOTICES, 1))
PICTURES = {WIDE.picture: picture()}


def form(notice: Notice | None = WIDE, pictures: dict[str, bytes] = PICTURES) -> NoticeForm:
    draft = NoticeDraft(notice, TODAY) if notice else NoticeDraft.new(TODAY)
    return NoticeForm(draft, SCHOOL, TODAY, pictures)


def failed(screen: NoticeForm | NoticesList) -> Screen:
    screen.failed = True
    return screen


def refused(why: str) -> Screen:
    screen = NoticesCard(tuple(Role))
    screen.act(Clear())
    screen.refused = why
    return screen


SCREENS: dict[str, tuple[Callable[[], Screen], tuple[str, ...]]] = {
    "corridor": (lambda: NoticesCard(tuple(Role)), ()),
    "card": (lambda: NoticesCard(tuple(Role)), ("corridor_clear",)),
    "card refused": (lambda: refused("notices_not_yours"), ()),
    "card wrong": (lambda: refused("roll_wrong_card"), ()),
    "list": (lambda: NoticesList(SHOWN, TODAY), ()),
    "long list": (lambda: NoticesList(MANY, TODAY), ("leaf_on",)),
    "empty list": (lambda: NoticesList((), TODAY), ()),
    "list, hung": (lambda: NoticesList(MANY, TODAY, "notice_hung"), ()),
    "list, hung later": (lambda: NoticesList(MANY, TODAY, "notice_hung_later"), ()),
    "list failed": (lambda: failed(NoticesList(MANY, TODAY)), ()),
    "new": (lambda: form(None), ()),
    "words": (form, ("tongue_ru",)),
    "headline": (form, ("headline",)),
    "body": (form, ("body",)),
    "when": (form, ("tab_when",)),
    "when, every day": (lambda: form(replace(WIDE, hours=Hours())), ("tab_when",)),
    "when, no pictures": (lambda: form(None, {}), ("tab_when", "pinned")),
    "failed": (lambda: failed(form()), ()),
    "preview": (form, ("tab_preview",)),
    "withdraw": (form, ("withdraw",)),
    "leave": (form, ("type", "back")),
    "way in": (lambda: WayIn(WINDOW, unfinished=True), ()),
    "way in, out of turn": (lambda: WayIn(WINDOW, extra=True), ()),
    "way in, doubted": (lambda: WayIn(None, doubted=doubted(next(iter(Doubt)))), ()),
    "way in, nobody": (lambda: WayIn(None, enrolled=False), ()),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_everything_fits(name: str, size: Size, language: Language) -> None:
    make, touches = SCREENS[name]
    hand = Hand(make(), size, language, paints=False)
    hand.touch(*touches)
    assert [*cut(hand)] == []
    assert [*small(hand)] == []
    assert [*collisions(hand)] == []
    names = [widget.name for widget in hand.stage.view.widgets]
    assert len(set(names)) == len(names)
