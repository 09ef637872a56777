"""Papers with a reply code: digits that can be copied, and nothing that says what they are."""

from __future__ import annotations

import inspect

import pytest
from PIL import Image, ImageOps

from kiosk.paper.sheet import Sheet
from kiosk.paper.slip import typeset, typeset_code, typeset_halves
from kiosk.post.codes import DIGITS, with_check
from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.paper.digits import read_digits
from tests.paper.papers import LONG, READING, SCHOOL, WRITTEN

CODE, HANDLE = "4071902836651746", "57104938"
WIDTHS = [384, 576]


def halves(language: Language = Language.KY, dots: int = 384, code: str = CODE) -> Image.Image:
    return typeset_halves(SCHOOL, Texts(language), WRITTEN, READING, dots, (HANDLE, code))


def upper(paper: Image.Image) -> Image.Image:
    """What goes in with the letter: all above the line to tear along, which reaches the edge."""
    edge = next(y for y in range(paper.height) if not paper.getpixel((0, y)))
    return paper.crop((0, 0, paper.width, edge))


def lower(paper: Image.Image) -> Image.Image:
    return paper.crop((0, upper(paper).height + 3, paper.width, paper.height))


@pytest.mark.parametrize("dots", WIDTHS)
def test_the_code_is_all_that_stands_on_its_paper(dots: int) -> None:
    for _ in range(5):
        code = with_check(DIGITS - 1)
        assert read_digits(typeset_code(code, dots)) == code


def test_its_maker_is_told_neither_school_nor_day_nor_language() -> None:
    assert list(inspect.signature(typeset_code).parameters) == ["code", "dots"]


@pytest.mark.parametrize("dots", WIDTHS)
@pytest.mark.parametrize("language", Language)
def test_the_kept_half_bears_the_code_alone_and_the_enclosed_one_never_does(
    dots: int, language: Language
) -> None:
    paper = halves(language, dots)
    assert read_digits(lower(paper)).lstrip("?") == CODE, "a word, and the digits"
    other = halves(language, dots, with_check(DIGITS - 1))
    assert upper(paper).tobytes() == upper(other).tobytes()
    assert lower(paper).tobytes() != lower(other).tobytes()


@pytest.mark.parametrize("dots", WIDTHS)
def test_both_halves_keep_to_the_paper(dots: int) -> None:
    paper = typeset_halves(LONG, Texts(Language.RU), WRITTEN, None, dots, (HANDLE, CODE))
    box = ImageOps.invert(lower(paper).convert("L")).getbbox()
    assert box is not None
    assert box[0] >= 8
    assert box[2] <= dots - 8


def bears(paper: Image.Image, piece: Image.Image) -> bool:
    """Whether these rows of dots stand somewhere on the paper."""
    _, top, _, bottom = ImageOps.invert(piece.convert("L")).getbbox() or (0, 0, 0, 0)
    rows = piece.crop((0, top, piece.width, bottom)).convert("L").tobytes()
    return rows in paper.convert("L").tobytes()


def set_alone(words: str, size: float, dots: int) -> Image.Image:
    sheet = Sheet(dots)
    sheet.text(words, size)
    return sheet.picture()


def test_the_enclosed_half_is_the_dated_slip_with_a_number_more() -> None:
    plain = typeset(SCHOOL, Texts(Language.KY), WRITTEN, READING, 384)
    assert plain.height < upper(halves()).height
    assert plain.height > typeset_code(CODE, 384).height
    head = plain.crop((0, 0, 384, plain.height // 3))
    assert bears(upper(halves()), head)
    assert not bears(lower(halves()), head)


@pytest.mark.parametrize("dots", WIDTHS)
@pytest.mark.parametrize("language", Language)
def test_each_half_says_what_to_do_with_it_and_the_kept_one_nothing_of_what_it_opens(
    language: Language, dots: int
) -> None:
    paper, texts = halves(language, dots), Texts(language)
    put_in = set_alone(texts("half_in_how"), 28, dots)
    keep = set_alone(texts("half_keep"), 28, dots)
    assert [bears(half(paper), put_in) for half in (upper, lower)] == [True, False]
    assert [bears(half(paper), keep) for half in (upper, lower)] == [False, True]
    digits = typeset_code(CODE, dots).height
    assert lower(paper).height < digits + keep.height + 40, "one line more than the digits"


@pytest.mark.parametrize("dots", WIDTHS)
def test_a_box_with_an_arrow_stands_at_the_head_of_the_half_that_goes_in(dots: int) -> None:
    sheet = Sheet(dots)
    sheet.into_box()
    drawn = sheet.picture()
    assert bears(upper(halves(dots=dots)), drawn)
    assert not bears(lower(halves(dots=dots)), drawn)
    assert not bears(typeset(SCHOOL, Texts(Language.KY), WRITTEN, READING, dots), drawn)


def test_the_reader_of_digits_finds_strangers() -> None:
    assert "?" in read_digits(typeset(SCHOOL, Texts(Language.KY), WRITTEN, READING, 384))
