"""The letter while it is written. A measure of ten pixels a character keeps the sums simple."""

from __future__ import annotations

import pytest

from kiosk.post.letters import MAX_CHARACTERS
from kiosk.screens import lettering
from kiosk.screens.editor import Editor, Refusal

WIDE = 10


def measure(text: str) -> int:
    return WIDE * len(text)


def editor(text: str = "", room: int = 12, limit: int = MAX_CHARACTERS) -> Editor:
    made = Editor(text, drawable=lettering.drawable().__contains__, limit=limit)
    made.fit(measure, room * WIDE)
    return made


def test_text_goes_in_at_the_caret() -> None:
    written = editor("Салам")
    written.move("left")
    written.insert("р")
    assert written.text == "Саларм"
    written.backspace()
    written.delete()
    assert written.text == "Сала"


def test_words_wrap_and_blanks_hang_over_the_edge() -> None:
    written = editor("мектеп жана биз бардык")
    assert written.lines == ["мектеп жана ", "биз бардык"]
    written = editor("он экинчи   класс", room=9)
    assert written.lines == ["он экинчи   ", "класс"]


def test_a_word_wider_than_the_sheet_is_broken() -> None:
    assert editor("а" * 30).lines == ["а" * 12, "а" * 12, "а" * 6]
    assert editor("биз " + "а" * 15).lines == ["биз ", "а" * 12, "ааа"]


def test_a_single_character_wider_than_the_sheet_still_shows() -> None:
    assert editor("абв", room=0).lines == ["а", "б", "в"]


def test_newlines_make_paragraphs_and_backspace_joins_them() -> None:
    written = editor("бир\nэки")
    assert written.lines == ["бир", "эки"]
    written.move("home")
    written.backspace()
    assert written.text == "бирэки"
    assert written.caret == (0, 3 * WIDE)


def test_delete_at_the_end_of_a_paragraph_joins_the_next() -> None:
    written = editor("бир\nэки")
    written.place(0, 1000)
    written.delete()
    assert written.text == "бирэки"


def test_backspace_and_delete_at_the_ends_do_nothing() -> None:
    written = editor("а")
    written.delete()
    written.move("left")
    written.backspace()
    assert written.text == "а"


@pytest.mark.parametrize(
    ("moves", "caret"),
    [
        ((), (2, 50)),
        (("left",), (2, 40)),
        (("right",), (2, 50)),
        (("home",), (2, 0)),
        (("home", "left"), (1, 60)),
        (("up",), (1, 50)),
        (("up", "up"), (0, 50)),
        (("up", "up", "up"), (0, 50)),
        (("up", "home", "right"), (1, 10)),
        (("up", "up", "end"), (0, 110)),
        (("left", "right"), (2, 50)),
    ],
)
def test_the_caret_moves(moves: tuple[str, ...], caret: tuple[int, int]) -> None:
    written = editor("мектеп жана балдар\nбизди")
    assert written.lines == ["мектеп жана ", "балдар", "бизди"]
    for move in moves:
        written.move(move)
    assert written.caret == caret


def test_up_and_down_keep_to_their_column() -> None:
    written = editor("узун сап\nа\nузун сап")
    for move in ("up", "up"):
        written.move(move)
    assert written.caret == (0, 80)
    for move in ("down", "down"):
        written.move(move)
    assert written.caret == (2, 80)


def test_right_goes_on_in_the_next_paragraph() -> None:
    written = editor("а\nб")
    written.place(0, 100)
    written.move("right")
    assert written.caret == (1, 0)


@pytest.mark.parametrize(
    ("line", "x", "caret"),
    [
        (0, 0, (0, 0)),
        (0, 14, (0, 10)),
        (0, 16, (0, 20)),
        (0, 5000, (0, 110)),
        (1, 31, (1, 30)),
        (9, 5000, (2, 50)),
        (-3, 0, (0, 0)),
    ],
)
def test_a_finger_sets_the_caret(line: int, x: int, caret: tuple[int, int]) -> None:
    written = editor("мектеп жана балдар\nбизди")
    written.place(line, x)
    assert written.caret == caret


def test_hanging_blanks_keep_the_caret_on_the_sheet() -> None:
    written = editor("а" * 12 + "   ")
    assert written.caret == (0, 12 * WIDE)


# --- what cannot be written ---


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("😀", ""),
        ("а😀б", "аб"),
        ("\x07\x1b[2J", "[2J"),
        ("\u200bа\u202eб\ufeff", "аб"),
        ("漢", ""),
        ("а\u0000", "а"),
    ],
)
def test_signs_that_cannot_be_drawn_are_refused_and_the_rest_stays(typed: str, kept: str) -> None:
    written = editor("кат ")
    assert written.insert(typed) is Refusal.STRANGE
    assert written.text == "кат " + kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("а\tб", "а б"), ("а\u00a0б", "а б"), ("а\r\nб\rв", "а\nб\nв"), ("и\u0306", "й")],
)
def test_blanks_and_accents_come_in_their_usual_form(typed: str, kept: str) -> None:
    written = editor()
    assert written.insert(typed) is None
    assert written.text == kept


def test_all_letters_of_three_languages_can_be_written() -> None:
    alphabet = "АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнҢңОоӨөПпРрСсТтУуҮүФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя"
    signs = "Aa Zz 0123456789 .,!?…-–—«»\"'():;№%+=/@"
    written = editor()
    assert written.insert(alphabet + signs) is None
    assert written.text == alphabet + signs


def test_the_4000th_character_is_the_last() -> None:
    written = editor("а" * 3999)
    assert written.left == 1
    assert written.insert("б") is None
    assert written.insert("в") is Refusal.FULL
    assert written.insert("\n") is Refusal.FULL
    assert (len(written.text), written.text[-1], written.left) == (4000, "б", 0)
    written.backspace()
    assert written.insert("г") is None


def test_of_a_long_text_what_fits_goes_in() -> None:
    written = editor("абв", limit=5)
    assert written.insert("гд\nе") is Refusal.FULL
    assert written.text == "абвгд"


def test_newlines_count_as_characters() -> None:
    assert editor("а\n\nб", limit=10).left == 6


# --- forgetting ---


def test_nothing_of_the_text_is_in_a_repr() -> None:
    written = editor("купуя сөз")
    assert "купуя" not in repr(written) + repr(written._paragraphs)


def test_cleared_is_empty() -> None:
    written = editor("купуя\nсөз")
    written.clear()
    assert (written.text, written.lines, written.caret, written.left) == ("", [""], (0, 0), 4000)


def test_a_finger_on_the_free_sheet_below_goes_behind_the_text() -> None:
    written = editor("бир эки")
    written.move("home")
    written.place(7, 0)
    assert written.before == "бир эки"
