"""The referral: what is on it, and that a letter is not, unless it was asked for."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.paper.referral import typeset
from kiosk.post.journal import Informed, Office
from kiosk.post.letters import Language
from tests.paper.papers import LONG, SCHOOL
from tests.paper.test_reading import READER, trained
from tests.paper.test_slip import ink

DAY = date(2026, 11, 27)
TOLD = (
    Informed(Office.CHILD_PROTECTION, "Асанова Айгүл", DAY),
    Informed(Office.POLICE, "", DAY),
)
LETTER = "Үйдө мени урушат.\nЖардам керек."


def read(picture: Image.Image, where: Path) -> str:
    """What a reader that is not ours finds on the printed paper."""
    if "kir" not in trained():
        pytest.skip("tesseract with kir is not installed")
    strip = read_paper(b"".join(encode(picture, cutter=True)), picture.width)
    strip.convert("L").save(where / "paper.png")
    command = [str(READER), str(where / "paper.png"), "-", "-l", "kir+rus", "--psm", "4"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.outside
@pytest.mark.parametrize("dots", [384, 576])
def test_a_stranger_reads_who_was_told_of_which_row_and_when(dots: int, tmp_path: Path) -> None:
    words = read(typeset(SCHOOL, 1204, TOLD, dots), tmp_path)
    assert [said for said in ("1204", "27.11.2026", "102", "Асанова") if said not in words] == []


@pytest.mark.outside
def test_the_letter_is_read_only_where_it_was_asked_for(tmp_path: Path) -> None:
    assert "урушат" not in read(typeset(SCHOOL, 17, TOLD, 576), tmp_path)
    assert "урушат" in read(typeset(SCHOOL, 17, TOLD, 576, LETTER), tmp_path)


def test_asked_for_the_letter_lengthens_the_paper_by_its_lines() -> None:
    bare = typeset(SCHOOL, 17, TOLD, 384)
    short, long = (typeset(SCHOOL, 17, TOLD, 384, text) for text in (LETTER, LETTER * 9))
    assert bare.height < long.height
    assert short.height < long.height


def test_there_is_a_line_to_sign_for_everyone_who_was_told() -> None:
    """A line is drawn from margin to margin; nothing else on the paper is so wide and so thin."""

    def lines(picture: Image.Image) -> int:
        dark = [
            picture.convert("L").crop((0, y, picture.width, y + 1)).histogram()[0]
            for y in range(picture.height)
        ]
        full = [count > picture.width * 0.9 for count in dark]
        return sum(now and not before for before, now in zip([False, *full], full, strict=False))

    one, two = typeset(SCHOOL, 17, TOLD[:1], 384), typeset(SCHOOL, 17, TOLD, 384)
    assert lines(two) - lines(one) == 1


def test_the_schools_duty_stands_on_it_where_the_school_wrote_it() -> None:
    duty = {Language.KY: "Ошол эле күнү 102ге кабарлоо"}
    plain, bound = (
        typeset(school, 17, TOLD, 384)
        for school in (SCHOOL, SCHOOL.model_copy(update={"duty_to_report": duty}))
    )
    assert bound.height > plain.height


@pytest.mark.parametrize("dots", [384, 512, 576])
def test_the_longest_letter_and_names_are_not_cut(dots: int) -> None:
    informed = tuple(Informed(office, "Ж" * 60, DAY) for office in Office)
    picture = typeset(LONG, 99_999, informed, dots, "Ң" * 4000)
    left, _, right, bottom = ink(picture)
    assert (picture.mode, picture.width) == ("1", dots)
    assert left >= 8
    assert right <= dots - 8
    assert bottom <= picture.height
