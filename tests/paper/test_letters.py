"""A letter on its slip: a number for three metres, its date, its kind, all of its words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.paper.letters import typeset
from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Kind, Language, Letter
from kiosk.texts import Texts
from tests.paper.test_reading import TRAINED, trained

WORDS = "Экинчи кабаттагы коридордо жарык өчүп калды, кечинде караңгы болуп жатат."
LETTER = Letter(f"{WORDS}\n\nӨтүнөмүн, оңдоп бериңиздер!", DayMonth(22, 11), Kind.REQUEST)
READER = shutil.which("tesseract")


def slip(letter: Letter = LETTER, label: int = 17, dots: int = 384) -> bytes:
    picture = typeset(Texts(Language.KY), label, letter, dots)
    assert (picture.mode, picture.width) == ("1", dots)
    return b"".join(encode(picture, cutter=True))


@pytest.mark.outside
@pytest.mark.parametrize("dots", [384, 576])
def test_a_stranger_reads_number_date_kind_and_every_word(dots: int, tmp_path: Path) -> None:
    if TRAINED[Language.KY] not in trained():
        pytest.skip("tesseract with kir is not installed")
    read_paper(slip(dots=dots), dots).convert("L").save(tmp_path / "slip.png")
    command = [str(READER), str(tmp_path / "slip.png"), "-", "-l", "kir", "--psm", "4"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = " ".join(read.split())
    for words in (
        "17",
        "22-ноябрь",
        "Өтүнүч",
        "коридордо жарык",
        "оңдоп бериңиздер",
        "жок кылыңыз",
    ):
        assert words in text


def test_the_longest_letter_is_printed_whole_and_a_longer_one_is_a_longer_strip() -> None:
    heights = [
        typeset(Texts(Language.KY), 1, Letter("жарык " * n, DayMonth(22, 11)), 384).height
        for n in (1, 100, MAX_CHARACTERS // 6)
    ]
    assert heights == sorted(heights)
    assert heights[2] > 5 * heights[1] / 2


def test_a_letter_of_nothing_but_line_ends_is_not_metres_long() -> None:
    empty = Letter("a" + "\n" * (MAX_CHARACTERS - 2) + "b", DayMonth(22, 11))
    short = Letter("a\n\nb", DayMonth(22, 11))
    assert slip(empty) == slip(short)


def test_a_letter_without_a_kind_says_so() -> None:
    assert slip(Letter(WORDS, DayMonth(22, 11))) != slip(Letter(WORDS, DayMonth(22, 11), Kind.WISH))
