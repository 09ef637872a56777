"""The board's notices from the command line, and what the running kiosk sees of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk import store
from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from tests.office import DAY, notice
from tests.store.desk import Desk, times_say_nothing

CARD = Notice(
    NoticeType.ANNOUNCEMENT,
    {Language.KY: "Мектеп №5", Language.RU: "Школа «5»"},
    {Language.KY: "Баардыгын\nчакырабыз", Language.RU: "Ждём всех"},
    DAY,
    DAY + timedelta(7),
)


def test_a_notice_hangs_until_it_is_withdrawn(path: Path, office: Desk) -> None:
    number = store.add_notice(path, CARD)
    assert office.board().board.notices == (replace(CARD, number=number),)
    store.withdraw_notice(path, number, DAY)
    assert office.board().board.notices == ()
    assert store.list_notices(path) == ()
    assert times_say_nothing(path)


def test_notices_are_listed_by_number_also_past_and_coming_ones(path: Path) -> None:
    far = DAY + timedelta(300)
    cards = [notice("a"), notice("b", far, far), notice("c", DAY - timedelta(9))]
    numbers = [store.add_notice(path, card) for card in cards]
    assert numbers == [1, 2, 3]
    listed = store.list_notices(path)
    assert [card.headline[Language.KY] for card in listed] == ["a", "b", "c"]


@pytest.mark.parametrize("number", [0, 1, 99])
def test_only_what_hangs_can_be_withdrawn(path: Path, number: int) -> None:
    store.withdraw_notice(path, store.add_notice(path, CARD), DAY)
    with pytest.raises(store.NoSuchNotice, match=str(number)):
        store.withdraw_notice(path, number, DAY)


def test_a_number_is_not_given_again(path: Path) -> None:
    first = store.add_notice(path, CARD)
    store.withdraw_notice(path, first, DAY)
    assert store.add_notice(path, CARD) == first + 1
