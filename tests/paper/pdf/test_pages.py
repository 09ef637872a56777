"""Pages: measured as they are drawn, numbered, and silent about the hour and the maker."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.paper.pdf.leaves import Leaves
from kiosk.paper.pdf.pages import Pages, pitch
from kiosk.paper.sheet import Face
from kiosk.texts import Texts
from tests.paper.pdf.reading import drawn, ink, letters, opened, pages, read

ON = date(2027, 6, 1)
ALPHABET = (
    "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя №«»–0123456789"
)


def sheet(*, wide: bool = False) -> Pages:
    return Pages("Аталышы", "№ 5 мектеп", ON, wide=wide)


@pytest.mark.parametrize("face", Face)
def test_every_kyrgyz_letter_is_read_back(face: Face) -> None:
    page = sheet()
    page.text(ALPHABET, 12, face)
    assert ALPHABET.replace(" ", "") in read(page.bytes())


def test_alike_letters_look_different() -> None:
    shapes = []
    for sign in "ңнөоүу":
        page = sheet()
        page.put(20, 20, sign, 60)
        shapes.append(drawn(page.bytes()).crop((0, 0, 200, 200)).tobytes())
    assert len(set(shapes)) == 6


@pytest.mark.parametrize("face", Face)
def test_a_line_is_as_long_as_it_was_measured(face: Face) -> None:
    page = sheet()
    words = "Өкмөттүн үңкүрү WAVE"
    page.put(10, 10, words, 20, face)
    on_paper = [box for box in letters(page.bytes()) if box[4] > 250]
    width = max(right for _, _, _, right, _ in on_paper) - min(left for _, left, *_ in on_paper)
    assert width == pytest.approx(page.measure(words, 20, face), rel=0.01)


@pytest.fixture(scope="module")
def page() -> Iterator[Pages]:
    page = sheet()
    yield page
    page.bytes()


@settings(deadline=None)
@given(words=st.text(st.sampled_from(ALPHABET), max_size=120), width=st.floats(5, 60))
def test_no_line_is_wider_than_its_room(page: Pages, words: str, width: float) -> None:
    lines = page.lines(words, 8, width)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert max(page.measure(line, 8) for line in lines) <= width


@pytest.mark.parametrize("wide", [False, True])
def test_text_runs_over_as_many_pages_as_it_needs_within_their_margins(wide: bool) -> None:
    page = sheet(wide=wide)
    for n in range(150):
        page.text(f"сап{n} " + "узун сөз " * 20)
    data = page.bytes()
    told = pages(data)
    assert len(told) > 3
    assert all(f"сап{n}" in read(data) for n in range(150))
    for nth in range(len(told)):
        picture = drawn(data, nth)
        left, top, right, bottom = ink(picture)
        assert left >= 25
        assert top >= 25
        assert right <= picture.width - 25
        assert bottom <= picture.height - 25


def test_every_page_says_which_it_is_of_how_many_and_of_what() -> None:
    page = sheet()
    for _ in range(2):
        page.turn()
    told = pages(page.bytes())
    assert [re.search(r"\d / \d", words)[0] for words in told] == ["1 / 3", "2 / 3", "3 / 3"]  # type: ignore[index]
    assert all("№ 5 мектеп" in words for words in told)


def test_text_never_runs_into_the_foot() -> None:
    page = sheet()
    while page.room > pitch(10):
        page.text("сап")
    last = page.y
    low = ink(drawn(page.bytes()).crop((0, 0, 595, round((last + 1) * 72 / 25.4))))[3]
    foot = [bottom for sign, _, bottom, _, _ in letters(page.bytes()) if sign == "/"]
    assert low / (72 / 25.4) < 297 - foot[0] - 3


def test_it_knows_its_day_and_nothing_of_the_hour_the_maker_or_the_place() -> None:
    page = sheet()
    page.text("сөз")
    data = page.bytes()
    told = opened(data).get_metadata_dict()
    assert told.pop("CreationDate") == "D:20270601000000Z"
    assert told.pop("Title") == "Аталышы"
    assert not any(told.values())
    assert not re.search(rb"fpdf|python|/home|/work|Producer", data, re.IGNORECASE)


def test_two_of_a_day_are_the_same_to_the_last_byte() -> None:
    """So nothing finer than a day is in it, nor in the fonts."""
    one, other = sheet(), sheet()
    for page in (one, other):
        page.text(ALPHABET)
    assert one.bytes() == other.bytes()


def test_the_fonts_are_inside() -> None:
    page = sheet()
    page.text(ALPHABET)
    page.text(ALPHABET, face=Face.BOLD)
    data = page.bytes()
    assert data.count(b"/FontFile2") == 2
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    fonts = [raw for raw in map(unpacked, streams) if raw[:4] == b"\x00\x01\x00\x00"]
    assert len(fonts) == 2


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_with_a_passphrase_it_opens_with_it_alone_and_says_nothing_without() -> None:
    page = sheet()
    page.text("купуя сөз")
    data = page.bytes("төрт сөз жетет бул жерде")
    assert "купуясөз" in read(data, "төрт сөз жетет бул жерде")
    for wrong in ("", "төрт сөз жетет бул жердэ", "төрт"):
        with pytest.raises(Exception, match="password"):
            opened(data, wrong)
    assert re.search(rb"/CFM /AESV3", data)
    assert re.search(rb"/V 5\b", data)
    assert re.search(rb"/R 6\b", data)
    assert "Аталышы".encode("utf-16-be") not in data
    assert b"2027" not in data.partition(b"/Encrypt")[0][-400:]


def test_the_longest_passphrase_opens_it() -> None:
    page = sheet()
    page.text("сөз")
    longest = "ө" * 60
    assert "сөз" in read(page.bytes(longest), longest)


def test_a_title_is_not_left_alone_at_the_end_of_a_page() -> None:
    leaves = Leaves(lambda texts: texts("agenda"), ("Мектеп",), ON)
    while leaves.pages.room > 20:
        leaves.pages.text("сап")
    leaves.part("j_decision")
    assert "Чечим" not in pages(leaves.pages.bytes())[0]


def test_a_long_value_stands_beside_its_name_and_both_stay_whole() -> None:
    def say(texts: Texts) -> str:
        return texts("incident_forced", days="3, 7 " * 40)

    leaves = Leaves(lambda texts: texts("agenda"), ("Мектеп",), ON)
    value = " ".join(str(n) for n in range(1000, 1080))
    leaves.said(say, value)
    leaves.named("j_kind", "эң аягы")
    told = read(leaves.pages.bytes())
    assert value.replace(" ", "") in told
    assert told.index("эңаягы") > told.index("1079")
