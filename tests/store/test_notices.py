"""The board's notices from the command line, and what the running kiosk sees of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import NoticesChanged, StoreFailed
from kiosk.post.board import Hours, Notice, NoticeType
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


def test_notices_are_listed_as_they_came_also_past_and_coming_ones(path: Path) -> None:
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


TIMED = replace(CARD, hours=Hours(frozenset({0, 4}), time(8), time(12, 30)), picture="kot")


def test_hours_pin_and_picture_are_kept(path: Path, office: Desk) -> None:
    cards = [TIMED, replace(CARD, pinned=True), replace(CARD, hours=Hours(closes=time(9)))]
    for card in cards:
        store.add_notice(path, card)
    kept = office.board().board.notices
    assert [replace(card, number=0) for card in kept] == cards


def headlines(office: Desk) -> list[str]:
    return [card.headline[Language.KY] for card in office.board().board.notices]


def test_a_notice_moves_one_place_and_never_beyond_the_ends(path: Path, office: Desk) -> None:
    for word in "abc":
        store.add_notice(path, notice(word))
    for number, step, order in [(3, -1, "acb"), (3, -1, "cab"), (3, -1, "cab"), (1, 1, "cba")]:
        office.store.move_notice(number, step)
        office.expect(NoticesChanged)
        assert headlines(office) == [*order]
    store.move_notice(path, 1, 1)
    store.move_notice(path, 2, -1)
    assert headlines(office) == ["b", "c", "a"]


def test_what_comes_later_hangs_behind_also_after_moving(path: Path, office: Desk) -> None:
    for word in "ab":
        store.add_notice(path, notice(word))
    store.move_notice(path, 2, -1)
    store.withdraw_notice(path, 1, DAY)
    store.add_notice(path, notice("c"))
    assert headlines(office) == ["b", "c"]


def test_a_changed_notice_keeps_its_number_and_place(path: Path, office: Desk) -> None:
    for word in "abc":
        store.add_notice(path, notice(word))
    office.store.hang_notice(replace(TIMED, number=2))
    told = office.expect(NoticesChanged).read.board.notices
    assert [card.number for card in told] == [1, 2, 3]
    assert told[1] == replace(TIMED, number=2)


def test_a_new_one_from_the_screen_gets_a_number(office: Desk) -> None:
    office.store.hang_notice(TIMED)
    [told] = office.expect(NoticesChanged).read.board.notices
    assert told == replace(TIMED, number=1)


def test_what_is_not_there_can_be_neither_changed_nor_moved(path: Path, office: Desk) -> None:
    office.store.hang_notice(replace(CARD, number=7))
    office.expect(StoreFailed)
    office.store.move_notice(7, 1)
    office.expect(StoreFailed)
    office.store.withdraw_notice(7, DAY)
    office.expect(StoreFailed)
    with pytest.raises(store.NoSuchNotice, match="7"):
        store.move_notice(path, 7, 1)
    with pytest.raises(store.NoSuchNotice, match="7"):
        store.change_notice(path, replace(CARD, number=7))


def test_pictures_are_kept_by_name_and_the_board_has_them(path: Path, office: Desk) -> None:
    store.keep_picture(path, "kot", b"one")
    store.keep_picture(path, "kot", b"other")
    store.keep_picture(path, "ак боз", b"third")
    assert office.board().board.pictures == {"kot": b"other", "ак боз": b"third"}
    assert store.drop_picture(path, "kot")
    assert not store.drop_picture(path, "kot")
    assert store.list_pictures(path) == {"ак боз": b"third"}
    assert times_say_nothing(path)
