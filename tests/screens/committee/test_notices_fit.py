"""The screens of the board's notices, in every language and size: nothing cut, nothing hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from kiosk.demo.glasses import Glass
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
from tests.screens.committee.fitting import unsound
from tests.screens.committee.scenes import Scene, show
from tests.screens.committee.test_fit import WINDOW, doubted
from tests.screens.glasses import SOME_GLASSES
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


SCENES: dict[str, Scene] = {
    "corridor": show(lambda: NoticesCard(tuple(Role))),
    "card": show(lambda: NoticesCard(tuple(Role)), "corridor_clear"),
    "card refused": show(lambda: refused("notices_not_yours")),
    "card wrong": show(lambda: refused("roll_wrong_card")),
    "list": show(lambda: NoticesList(SHOWN, TODAY)),
    "long list": show(lambda: NoticesList(MANY, TODAY), "leaf_on"),
    "empty list": show(lambda: NoticesList((), TODAY)),
    "list, hung": show(lambda: NoticesList(MANY, TODAY, "notice_hung")),
    "list, hung later": show(lambda: NoticesList(MANY, TODAY, "notice_hung_later")),
    "list failed": show(lambda: failed(NoticesList(MANY, TODAY))),
    "new": show(lambda: form(None)),
    "words": show(form, "tongue_ru"),
    "headline": show(form, "headline"),
    "body": show(form, "body"),
    "when": show(form, "tab_when"),
    "when, every day": show(lambda: form(replace(WIDE, hours=Hours())), "tab_when"),
    "when, no pictures": show(lambda: form(None, {}), "tab_when", "pinned"),
    "failed": show(lambda: failed(form())),
    "preview": show(form, "tab_preview"),
    "withdraw": show(form, "withdraw"),
    "leave": show(form, "type", "back"),
    "way in": show(lambda: WayIn(WINDOW, unfinished=True)),
    "way in, out of turn": show(lambda: WayIn(WINDOW, extra=True)),
    "way in, doubted": show(lambda: WayIn(None, doubted=doubted(next(iter(Doubt))))),
    "way in, nobody": show(lambda: WayIn(None, enrolled=False)),
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []
