"""The card's paper and the list for the safe: read back by readers that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.events import CardMade
from kiosk.hardware.esc_pos import encode
from kiosk.paper.cardstrip import typeset_card, typeset_list
from kiosk.post.committee import CardRecord
from kiosk.post.roles import Role
from kiosk.post.witness import fingerprint
from tests.office import COMMITTEE
from tests.paper.papers import LONG, SCHOOL
from tests.paper.test_reading import READER, trained
from tests.paper.test_slip import ink

CODE = "14825073966148203570"
CARD = CardMade(Role.SOCIAL_PEDAGOGUE, 2, CODE)
ENVELOPE = CardMade(None, 0, CODE)
DAY = date(2026, 11, 27)
MANY = replace(
    COMMITTEE,
    cards=(
        *COMMITTEE.cards,
        *(CardRecord(number, Role.PARLIAMENT_MEMBER, b"", b"", DAY) for number in range(4, 9)),
    ),
)
WIDTHS = pytest.mark.parametrize("dots", [384, 576])


def printed(picture: Image.Image, dots: int, folder: Path) -> str:
    """What came out of the printer, as a file for another reader."""
    path = folder / "paper.png"
    read_paper(b"".join(encode(picture, cutter=True)), dots).convert("L").save(path)
    return str(path)


def read(path: str, language: str) -> str:
    if language not in trained():
        pytest.skip(f"tesseract with {language} is not installed")
    command = [str(READER), path, "-", "-l", language, "--psm", "4"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


@WIDTHS
@pytest.mark.parametrize("made", [CARD, ENVELOPE], ids=["card", "envelope"])
def test_a_card_fits_its_paper_and_is_short(made: CardMade, dots: int) -> None:
    picture = typeset_card(made, dots)
    left, _, right, bottom = ink(picture)
    assert (picture.mode, picture.width) == ("1", dots)
    assert 8 <= left < right <= dots - 8
    assert bottom <= picture.height < 1100


@WIDTHS
@pytest.mark.parametrize("school", [SCHOOL, LONG], ids=["short name", "long name"])
def test_a_list_fits_its_paper_and_grows_with_its_cards(school: object, dots: int) -> None:
    heights = []
    for committee in (COMMITTEE, MANY):
        picture = typeset_list(school, committee, DAY, dots)  # type: ignore[arg-type]
        left, _, right, bottom = ink(picture)
        assert 8 <= left < right <= dots - 8
        assert bottom <= picture.height
        heights.append(picture.height)
    assert heights[0] < heights[1]


@WIDTHS
@pytest.mark.outside
def test_a_scanner_reads_the_digits(dots: int, tmp_path: Path) -> None:
    zbarimg = shutil.which("zbarimg")
    if zbarimg is None:
        pytest.skip("zbarimg is not installed")
    command = [zbarimg, "--quiet", "--raw", printed(typeset_card(CARD, dots), dots, tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.strip() == CODE


@pytest.mark.outside
def test_a_reader_finds_the_digits_and_what_to_do_with_the_paper(tmp_path: Path) -> None:
    said = read(printed(typeset_card(CARD, 576), 576, tmp_path), "kir")
    assert CODE in "".join(sign for sign in said if sign.isdigit())
    assert "айрып салыңыз" in said


@pytest.mark.parametrize("other", [Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER])
def test_a_finder_cannot_tell_whose_card_it_is(other: Role) -> None:
    one, two = typeset_card(CARD, 384), typeset_card(replace(CARD, role=other), 384)
    assert one.tobytes() == two.tobytes()


def test_the_envelope_says_nothing_but_its_digits() -> None:
    assert typeset_card(ENVELOPE, 384).height < typeset_card(CARD, 384).height
    alike = replace(ENVELOPE, role=Role.SOCIAL_PEDAGOGUE)
    assert typeset_card(ENVELOPE, 384).tobytes() == typeset_card(alike, 384).tobytes()


@pytest.mark.outside
@pytest.mark.parametrize(
    ("language", "words"),
    [("kir", "тизмеси, 27.11.2026, Соцпедагог, директору"), ("rus", "Список, Дата, Имя")],
)
def test_a_reader_finds_roles_numbers_and_the_day(
    language: str, words: str, tmp_path: Path
) -> None:
    said = read(printed(typeset_list(SCHOOL, COMMITTEE, DAY, 576), 576, tmp_path), language)
    assert [word for word in words.split(", ") if word not in said] == []


@pytest.mark.outside
def test_a_reader_finds_the_fingerprint(tmp_path: Path) -> None:
    said = read(printed(typeset_list(SCHOOL, COMMITTEE, DAY, 576), 576, tmp_path), "eng")
    key = fingerprint(COMMITTEE.public_key, COMMITTEE.generation)
    found = [group for group in key.split() if group in said]
    assert len(found) >= 3, "an O and a 0 look alike to it"


def test_other_keys_have_another_list() -> None:
    other = replace(COMMITTEE, generation=2)
    lists = {typeset_list(SCHOOL, one, DAY, 384).tobytes() for one in (COMMITTEE, other)}
    assert len(lists) == 2
