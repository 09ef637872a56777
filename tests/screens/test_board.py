"""The board: inviting, true, and never blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import (
    CardTurned,
    GestureMade,
    HowAsked,
    LanguageChosen,
    PaperAsked,
    WayInAsked,
    WriteAsked,
)
from kiosk.post.board import Board as Hanging
from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.screens.billboard import cards
from kiosk.screens.board import Board, BoardState
from kiosk.screens.theme import CAPITALS
from kiosk.texts import Texts
from tests.screens.pupil import LARGE, MIDDLE, READING, SCHOOL, SMALL, TODAY, Pupil, Size


def notice(ky: str, told: str = "Рахмат!", **more: object) -> Notice:
    made = Notice(
        NoticeType.ANSWER, {Language.KY: ky}, {Language.KY: told}, TODAY, date(2026, 12, 1)
    )
    return replace(made, **more)  # type: ignore[arg-type]


STATE = BoardState(SCHOOL, Hanging((notice("Жарык оңдолду"),)), TODAY, READING)
BARE = BoardState(SCHOOL, Hanging(), None, None)


def board(state: BoardState = STATE, size: Size = LARGE, language: Language = Language.KY) -> Pupil:
    pupil = Pupil(Board(state), size, language)
    pupil.wait(1)
    return pupil


def test_what_always_stands_there() -> None:
    pupil = board()
    assert pupil.text("read_on") == "Каттар окулат: 27-ноябрь"
    assert pupil.text("today") == "жекшемби, 22-ноябрь"
    assert pupil.text("school") == "М. Күрөнкеев атындагы №11 орто мектеп"
    assert "111" in pupil.text("help_call")
    assert "112" in pupil.text("help_more")
    assert pupil.text("card_headline") == "Бизге жазыңыз"
    assert all(pupil.has(name) for name in ("emblem", "language_ky", "language_ru", "write"))


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("write", WriteAsked()),
        ("paper", PaperAsked()),
        ("how", HowAsked()),
        ("card_after", CardTurned(1)),
        ("card_before", CardTurned(-1)),
        ("language_ru", LanguageChosen(Language.RU)),
    ],
)
def test_what_a_touch_means(name: str, event: object) -> None:
    pupil = board()
    pupil.tap(name)
    assert pupil.events == [event]


def test_the_writing_button_is_the_largest_thing_to_touch() -> None:
    pupil = board()
    areas = {one.name: one.rect.w * one.rect.h for one in pupil.stage.view.widgets if one.act}
    assert max(areas, key=lambda name: areas[name]) == "write"


# --- the committee's way in ---


def test_in_the_window_the_way_in_stands_open() -> None:
    pupil = board(replace(STATE, way_in=True))
    pupil.tap("way_in")
    assert pupil.events == [WayInAsked()]


def test_the_emblem_is_held_for_three_seconds() -> None:
    pupil = board()
    assert not pupil.has("way_in")
    pupil.tap("emblem")
    assert pupil.events == []
    pupil.wait(1)
    pupil.down(*pupil.middle("emblem"))
    pupil.wait(3.1)
    assert pupil.events == [GestureMade()]


# --- cards ---


def headlines(state: BoardState, language: Language = Language.KY) -> list[str]:
    told = cards(Texts(language), state.board, "111", state.today)
    return [card.headline for card in told]


def test_cards_turn_in_a_round() -> None:
    count = len(headlines(STATE))
    shown = [board(replace(STATE, card=n)).text("card_headline") for n in range(count)]
    assert len(set(shown)) == count
    assert board(replace(STATE, card=count)).text("card_headline") == shown[0]
    assert board(replace(STATE, card=-1)).text("card_headline") == shown[-1]


def test_notices_hang_from_their_first_to_their_last_day() -> None:
    for day, hangs in (
        (date(2026, 11, 21), False),
        (TODAY, True),
        (date(2026, 12, 1), True),
        (date(2026, 12, 2), False),
    ):
        assert ("Жарык оңдолду" in headlines(replace(STATE, today=day))) is hangs


def test_without_a_clock_everything_hangs() -> None:
    assert "Жарык оңдолду" in headlines(replace(STATE, today=None))


def test_a_notice_without_this_language_shows_the_written_one() -> None:
    assert "Жарык оңдолду" in headlines(STATE, Language.RU)
    empty = notice("", headline={}, body={})
    assert "" in headlines(replace(STATE, board=Hanging((empty,))))


def test_notices_say_what_they_are() -> None:
    pupil = board(replace(STATE, card=1))
    assert pupil.text("card_above") == "Жооп"
    told = notice("Чогулуш", type=NoticeType.ANNOUNCEMENT)
    pupil = board(replace(STATE, board=Hanging((told,)), card=1))
    assert pupil.text("card_above") == "Кулактандыруу"


def test_letters_were_read_on_a_day_without_a_number() -> None:
    state = replace(STATE, board=Hanging((), date(2026, 10, 30)))
    assert "Каттар окулду: 30-октябрь" in headlines(state)
    pupil = board(replace(state, card=1))
    assert "ушул жерге чыгат" in pupil.text("card_body")


def test_the_rights_of_the_child_are_told_in_a_childs_words() -> None:
    told = cards(Texts(Language.RU), Hanging(), "111", None)
    rights = [card for card in told if card.above == "Права ребёнка"]
    assert len(rights) == 6
    assert "Бить нельзя" in [card.headline for card in rights]
    assert all(card.body for card in rights)


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
def test_a_long_notice_goes_on_and_loses_no_word(size: Size) -> None:
    words = " ".join(f"сөз{n}" for n in range(90))
    state = replace(STATE, board=Hanging((notice("Узун кулактандыруу", words),)))
    pages: list[str] = []
    for nth in range(40):
        pupil = board(replace(state, card=nth), size)
        if pupil.text("card_headline") == "Узун кулактандыруу":
            pages.append(pupil.text("card_body"))
            assert pupil.widget("card_body").fits(pupil.theme)
        elif pages:
            break
    assert " ".join(pages) == words


def test_a_short_headline_is_read_from_three_metres() -> None:
    """14 mm capitals on the 10 inch screen, as the sign rule asks."""
    pupil = board()
    label = pupil.widget("card_headline")
    letters = label.letters(pupil.theme)  # type: ignore[attr-defined]
    assert CAPITALS["headline"].mm >= 14
    assert letters == pupil.theme.type("headline")


def test_a_turned_card_leaves_the_rest_of_the_board_alone() -> None:
    pupil = board()
    before = [one for one in pupil.stage.view.widgets if not one.name.startswith("card_")]
    pupil.set(state=replace(STATE, card=1))
    after = [one for one in pupil.stage.view.widgets if not one.name.startswith("card_")]
    assert [one.name for one in after] == [one.name for one in before]
    assert [one for one in after if one not in before] == [pupil.widget("dots")]


# --- whatever is missing ---


@pytest.mark.parametrize("language", Language)
def test_with_nothing_at_all_it_still_invites(language: Language) -> None:
    pupil = board(BARE, language=language)
    assert pupil.text("card_headline")
    assert pupil.text("read_on") == Texts(language)("opened_monthly")
    assert pupil.text("today") == ""
    assert pupil.enabled("write")
    assert len(cards(Texts(language), Hanging(), "111", None)) >= 8


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("pins_lost", "санай албайт"),
        ("slot_blocked", "тыгылып калды"),
        ("door_open", "эшиги ачык"),
        ("no_committee", "түзүлө элек"),
        ("clock_unknown", "туура эмес болушу"),
        ("unwell", "техникти"),
    ],
)
def test_what_is_wrong_with_the_box_is_one_calm_line(state: str, words: str) -> None:
    pupil = board(replace(STATE, notices_of_box=frozenset({state})))
    assert words in pupil.text("said")
    assert pupil.text("card_headline") == "Бизге жазыңыз"
    assert pupil.has("read_on")


def test_of_several_troubles_the_gravest_is_told() -> None:
    pupil = board(replace(STATE, notices_of_box=frozenset({"clock_unknown", "slot_blocked"})))
    assert "тыгылып" in pupil.text("said")


def test_before_a_committee_is_enrolled_nobody_can_write_on_the_screen() -> None:
    pupil = board(replace(STATE, notices_of_box=frozenset({"no_committee"})))
    pupil.tap("write")
    pupil.press("return")
    assert pupil.events == []
    pupil.tap("paper")
    assert pupil.events == [PaperAsked()]


def test_the_keys_of_a_usb_keyboard() -> None:
    pupil = board()
    for control in ("return", "left", "right", "up"):
        pupil.press(control)
    assert pupil.events == [WriteAsked(), CardTurned(-1), CardTurned(1)]


def test_a_long_school_name_keeps_its_place() -> None:
    name = "Ы. Жумабеков атындагы №27 улуттук жаңычыл мектеп-гимназия"
    long = SCHOOL.model_copy(update={"name": {Language.KY: name}})
    for size in (LARGE, MIDDLE, SMALL):
        pupil = board(replace(STATE, school=long), size)
        assert pupil.widget("school").fits(pupil.theme)
