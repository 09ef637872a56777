"""From end to end by a real pointer and real keys, knowing only what `--geometry` tells."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest

from kiosk.demo.school import CARDS
from kiosk.post.roles import Role
from tests.outside.corridor import Corridor, corridor, missing
from tests.readers import journal, letters
from tests.traces import traces

THIEF = Path(__file__).parents[1] / "thief.py"

pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(bool(missing()), reason=f"no display can be made here: {missing()}"),
]


def write(there: Corridor, text: str) -> None:
    there.sees("board")
    there.taps("board", "write")
    there.sees("before")
    there.taps("before", "understood")
    there.sees("write")
    for character in text:
        there.taps("write", "key_space" if character == " " else f"key_{character}")


def test_a_letter_typed_on_the_glass_and_on_a_keyboard_is_in_the_box(tmp_path: Path) -> None:
    with corridor(tmp_path, "--no-dock") as there:
        write(there, "үйдө ңң")
        there.types(" rfn?")  # a US keyboard with Cyrillic caps
        there.taps("write", "done")
        there.sees("check")
        there.taps("check", "send")
        there.sees("thanks")
        there.taps("thanks", "receipt")
        there.point("sleep", "1")  # buttons move when the paper comes; a person looks first
        there.taps("thanks", "leave")
        there.sees("board")
    assert letters(tmp_path / "data") == ["Үйдө ңң кат,"]


@pytest.mark.parametrize("size", ["1024x600", "800x1280"])
def test_a_letter_is_typed_on_a_low_glass_and_on_an_upright_one(tmp_path: Path, size: str) -> None:
    with corridor(tmp_path, "--no-dock", size=size) as there:
        write(there, "түн")
        there.taps("write", "done")
        there.sees("check")
        there.taps("check", "send")
        there.sees("thanks")
    assert letters(tmp_path / "data") == ["Түн"]


def test_twelve_keys_a_second_by_a_pointer_are_all_in_the_letter(tmp_path: Path) -> None:
    words = "уу өңүү ссс аллея класс эссе ооба группа жакшы бирок "
    text = (words * 4)[:120].strip()
    with corridor(tmp_path, "--no-dock") as there:
        write(there, "")
        names = ("key_space" if sign == " " else f"key_{sign}" for sign in text)
        there.hurries("write", names, 1 / 12)
        send(there)
    assert letters(tmp_path / "data") == [text.capitalize()]


SHIFT, CTRL, ALTGR = 50, 37, 108
PLACES = dict(zip("йцукенгшщзхъ", range(24, 36), strict=True))
PLACES |= dict(zip("фывапролджэ", range(38, 49), strict=True))
PLACES |= dict(zip("ячсмитьбю", range(52, 61), strict=True))
PLACES |= {"ө": 20, "ң": 21, "ү": 51, "ё": 49, " ": 65}
"""X keycodes of the caps of a Kyrgyz keyboard."""


def test_a_kyrgyz_keyboard_types_its_caps_whatever_the_desktop_takes_it_for(
    tmp_path: Path,
) -> None:
    """On the Pi there is no desktop: then it is always "us"."""
    with corridor(tmp_path, "--no-dock") as there:
        write(there, "")
        for layout in ("us", "kg"):
            there.layout(layout)
            there.presses(*map(PLACES.__getitem__, "үңөё бюджет "))
        there.layout("ru")
        there.presses(*map(PLACES.__getitem__, "жарык "), f"+{ALTGR}", PLACES["у"], f"-{ALTGR}")
        there.layout("us")
        there.presses(
            *map(PLACES.__getitem__, " а"),
            f"+{SHIFT}",
            PLACES["ж"],
            f"-{SHIFT}",
            f"+{ALTGR}",
            PLACES["ө"],
        )
        there.presses(f"-{ALTGR}", f"+{CTRL}", f"+{SHIFT}", f"-{SHIFT}", f"-{CTRL}")
        there.types("Wi-Fi")
        send(there)
    assert letters(tmp_path / "data") == ["үңөё бюджет үңөё бюджет жарык ү аЖ-Wi-Fi"]


def send(there: Corridor) -> None:
    there.taps("write", "done")
    there.sees("check")
    there.taps("check", "send")
    there.sees("thanks")


def test_a_thief_with_the_disk_and_the_log_finds_no_word_and_with_all_cards_every_word(
    tmp_path: Path,
) -> None:
    with corridor(tmp_path, "--no-dock") as there:
        write(there, "кумурскалар")
        there.taps("write", "done")
        there.sees("check")
        there.taps("check", "kind_suggestion")
        there.taps("check", "send")
        there.sees("thanks")
    data = tmp_path / "data"
    assert traces(data, ["умурскалар", "suggestion"]) == []
    assert "умурскалар" not in there.log
    assert "Кумурскалар" in steal(data, *CARDS.values()).stdout
    for two in combinations(CARDS.values(), 2):
        robbed = steal(data, *two)
        assert (robbed.returncode, robbed.stdout) == (1, "")
        assert "these cards do not open the store" in robbed.stderr


def steal(data: Path, *cards: str) -> subprocess.CompletedProcess[str]:
    """Run the offline script over the stolen store."""
    command = [sys.executable, str(THIEF), str(data / "post.sqlite"), *cards]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_an_erased_letter_is_nowhere(tmp_path: Path) -> None:
    with corridor(tmp_path, "--no-dock", language="ru") as there:
        write(there, "кумурскалар")
        there.taps("write", "erase")
        there.point("sleep", "0.5")
        there.taps("erase", "erase_now")
        there.sees("erased")
    assert letters(tmp_path / "data") == []
    assert traces(tmp_path / "data", ["умурскалар"]) == []
    assert "умурскалар" not in there.log


def test_a_review_by_the_docks_levers(tmp_path: Path) -> None:
    with corridor(tmp_path) as there:
        write(there, "жарык")
        there.taps("write", "done")
        there.sees("check")
        there.taps("check", "send")
        there.sees("thanks")
        there.taps("thanks", "leave")
        there.sees("board")
        there.taps("dock", "window")
        there.sees("board in the window")
        there.taps("board in the window", "way_in")
        there.sees("corridor")
        there.taps("corridor", "corridor_clear")
        for role in Role:
            there.taps("dock", f"card_{role}")
            there.point("sleep", "2.5")
        there.sees("digits")
        there.taps("digits", "digits_later")
        there.sees("unlock")
        there.taps("unlock", "open_box")
        there.point("sleep", "1.5")
        there.taps("dock", "door")
        there.sees("count")
        there.taps("dock", "door")
        there.taps("count", "digit_0")
        there.taps("count", "compare")
        there.point("sleep", "0.5")
        there.taps("count compared", "confirm")
        there.sees("register")
    with closing(sqlite3.connect(tmp_path / "data" / "post.sqlite")) as store:
        assert store.execute("select hand, slot from reviews").fetchall() == [(0, 0)]
    assert journal(tmp_path / "data") == {}
