"""The doctor and the board's pictures: what cannot be shown is told, and by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kiosk import store
from kiosk.doctor.hanging import pictures
from kiosk.post.board import Notice, NoticeType
from kiosk.post.finding import Level
from kiosk.post.letters import Language
from kiosk.texts import Texts

DAY = date(2026, 11, 20)
NOTICE = Notice(
    NoticeType.ANNOUNCEMENT,
    {Language.KY: "Шахмат ийрими"},
    {Language.KY: "Бейшемби, үчүнчү сабактан кийин."},
    DAY,
    DAY + timedelta(days=6),
    picture="шахмат",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.sqlite"
    store.create(path, "real", '{"name": {"ky": "Келечек"}}', pool=10)
    return path


def whole() -> bytes:
    file = BytesIO()
    Image.effect_noise((300, 200), 60).save(file, "JPEG")
    return file.getvalue()


def test_a_board_whose_pictures_can_be_shown_is_green(path: Path) -> None:
    assert pictures(path, DAY).level is Level.GREEN
    store.keep_picture(path, "шахмат", whole())
    store.add_notice(path, NOTICE)
    assert pictures(path, DAY).level is Level.GREEN


@pytest.mark.parametrize("file", [b"no picture", whole()[: len(whole()) // 2], b""])
def test_a_broken_picture_is_told_by_its_name_with_what_to_do(path: Path, file: bytes) -> None:
    store.keep_picture(path, "шахмат", file)
    store.add_notice(path, NOTICE)
    found = pictures(path, DAY)
    assert found.level is Level.YELLOW
    assert "шахмат" in found.what.told(Texts(Language.KY))
    assert "kiosk notices picture add" in found.to_do(Texts(Language.RU))


def test_a_picture_that_is_not_there_is_told_too(path: Path) -> None:
    store.add_notice(path, NOTICE)
    assert pictures(path, DAY).level is Level.YELLOW


def test_what_no_notice_shows_any_more_is_nobodys_trouble(path: Path) -> None:
    store.keep_picture(path, "шахмат", b"no picture")
    store.add_notice(
        path, replace(NOTICE, last_day=DAY - timedelta(days=1), first_day=DAY - timedelta(days=2))
    )
    assert pictures(path, DAY).level is Level.GREEN


def test_where_there_is_no_store_it_says_so(tmp_path: Path) -> None:
    found = pictures(tmp_path / "none.sqlite", DAY)
    assert found.level is Level.YELLOW
    assert "cannot be read" in found.what.told(Texts(Language.EN))
