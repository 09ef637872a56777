"""Notices on the board: pinned ones, hours, and pictures beside the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from io import BytesIO

import pytest
from PIL import Image

from kiosk.post.board import Board as Hanging
from kiosk.post.board import Hours
from kiosk.post.letters import Language
from kiosk.screens.base import Rect
from kiosk.screens.billboard import cards
from kiosk.screens.layout import overlap
from kiosk.texts import Texts
from tests.screens.pupil import LARGE, MIDDLE, SMALL, TODAY, Size
from tests.screens.test_board import STATE, board, notice

PINNED = notice("Эртең сабак жок", pinned=True)
LONG = "Экинчи кабаттын коридоруна жаңы лампалар тагылды. " * 5


def picture(colour: str = "#cc2211", size: tuple[int, int] = (400, 300)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def told(*notices: object, at: time | None = None) -> list[str]:
    hanging = Hanging(tuple(notices))  # type: ignore[arg-type]
    return [card.headline for card in cards(Texts(Language.KY), hanging, "111", TODAY, at)]


def test_what_is_pinned_comes_first_and_again_after_every_other_card() -> None:
    headlines = told(notice("Жарык оңдолду"), PINNED)
    assert set(headlines[::2]) == {"Эртең сабак жок"}
    assert headlines[1::2] == told(notice("Жарык оңдолду"))


def test_what_is_pinned_says_that_it_matters() -> None:
    shown = board(replace(STATE, board=Hanging((PINNED,))))
    assert shown.text("card_above") == "Маанилүү"


def test_a_pinned_notice_goes_by_itself_when_its_days_are_over() -> None:
    over = replace(PINNED, first_day=TODAY.replace(day=1), last_day=TODAY.replace(day=7))
    assert "Эртең сабак жок" not in told(over)


@pytest.mark.parametrize(("at", "there"), [(time(9), True), (time(13), False), (None, True)])
def test_a_notice_hangs_at_its_hours(at: time | None, there: bool) -> None:
    timed = notice("Бүгүн боорсок", hours=Hours(opens=time(8), closes=time(12)))
    assert ("Бүгүн боорсок" in told(timed, at=at)) is there


def test_notices_are_told_in_the_order_of_the_board() -> None:
    assert told(notice("б"), notice("а"), notice("в"))[1:4] == ["б", "а", "в"]


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
@pytest.mark.parametrize("words", ["Рахмат!", LONG])
def test_a_picture_stands_beside_the_words(size: Size, words: str) -> None:
    card = notice("Жарык оңдолду", words, picture="lamp")
    state = replace(STATE, board=Hanging((card,), pictures={"lamp": picture()}), card=1)
    shown = board(state, size)
    drawn, headline, body = map(shown.widget, ("card_picture", "card_headline", "card_body"))
    assert not overlap(drawn.rect, headline.rect)
    assert not overlap(drawn.rect, body.rect)
    assert headline.fits(shown.theme)
    assert body.fits(shown.theme)
    x, y, w, h = drawn.rect
    red, green, blue = shown.pixels(Rect(x + w // 2, y + h // 2, 1, 1))
    assert red > 180 > 60 > max(green, blue), "the picture's own red"


@pytest.mark.parametrize("file", [b"", b"no picture"])
def test_a_picture_that_is_gone_or_broken_leaves_the_words(file: bytes) -> None:
    card = notice("Жарык оңдолду", picture="lamp")
    pictures = {"lamp": file} if file else {}
    shown = board(replace(STATE, board=Hanging((card,), pictures=pictures), card=1))
    assert shown.text("card_headline") == "Жарык оңдолду"
