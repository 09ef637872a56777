"""The paper with the numbers: all that helps stands on it, and nothing that gives a child away."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from kiosk.config import Helper, School
from kiosk.demo.school import SCHOOL
from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.paper.numbers import typeset
from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.paper.test_reading import READER, TRAINED, trained

HANDSBREADTH = 1000
SAID = {
    Language.KY: "Пайдалуу номерлер, 111, 112, күнү-түнү, Айгүл Асанова, 12-кабинет, Медайым",
    Language.RU: "Полезные номера, 111, 112, круглосуточно, Айгуль Асанова, Медсестра",
    Language.EN: "Useful numbers, 111, 112, day and night, Aigul Asanova, School nurse",
}
GIVES_AWAY = {
    Language.KY: ("жардам", "Ишеним почтасы", "кат "),
    Language.RU: ("помощь", "Почта доверия", "письм"),
    Language.EN: ("need help", "Trust post", "letter"),
}


def paper(
    language: Language = Language.KY, dots: int = 384, school: School = SCHOOL
) -> Image.Image:
    return typeset(school, Texts(language), dots)


@pytest.mark.parametrize("dots", [384, 576])
@pytest.mark.parametrize("language", Language)
def test_it_fits_its_paper_and_comes_out_dot_by_dot(language: Language, dots: int) -> None:
    picture = paper(language, dots)
    box = ImageOps.invert(picture.convert("L")).getbbox()
    assert box is not None
    assert 8 <= box[0] < box[2] <= dots - 8
    assert box[3] <= picture.height < HANDSBREADTH
    out = read_paper(b"".join(encode(picture, cutter=True)), dots)
    assert out.crop((0, 0, *picture.size)).tobytes() == picture.tobytes()


def test_whatever_the_helpers_are_called() -> None:
    wordy = Helper(who={Language.KY: "Ы" * 40}, where={Language.KY: "Ж" * 40})
    picture = paper(school=SCHOOL.model_copy(update={"in_school": (wordy,) * 3}))
    left, _, right, _ = ImageOps.invert(picture.convert("L")).getbbox() or (0, 0, 0, 0)
    assert 8 <= left < right <= 376


def test_what_is_set_changes_the_paper() -> None:
    changes = ({"helpline": "112"}, {"emergency": "111"}, {"in_school": ()})
    others = [paper(school=SCHOOL.model_copy(update=change)) for change in changes]
    papers = {one.tobytes() for one in [paper(), paper(Language.RU), *others]}
    assert len(papers) == 2 + len(changes)


def test_a_school_that_names_nobody_prints_the_numbers_alone() -> None:
    alone = paper(school=SCHOOL.model_copy(update={"in_school": ()}))
    assert alone.height < paper().height


@pytest.mark.outside
@pytest.mark.parametrize("dots", [384, 576])
@pytest.mark.parametrize("language", Language)
def test_it_can_be_read_and_does_not_say_what_for(
    language: Language, dots: int, tmp_path: Path
) -> None:
    if TRAINED[language] not in trained():
        pytest.skip(f"tesseract with {TRAINED[language]} is not installed")
    strip = read_paper(b"".join(encode(paper(language, dots), cutter=True)), dots)
    strip.convert("L").save(tmp_path / "paper.png")
    command = [str(READER), str(tmp_path / "paper.png"), "-", "-l", TRAINED[language], "--psm", "4"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = " ".join(read.split())
    assert [words for words in SAID[language].split(", ") if words not in text] == []
    assert [words for words in GIVES_AWAY[language] if words.lower() in text.lower()] == []
