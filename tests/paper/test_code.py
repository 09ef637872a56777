"""Papers with a reply code: digits that can be copied, and nothing that says what they are."""

from __future__ import annotations

import inspect

import pytest
from PIL import Image, ImageOps

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
    """What goes in with the letter: all above the line to tear along."""
    below = typeset_code(CODE, paper.width).height
    return paper.crop((0, 0, paper.width, paper.height - below))


def lower(paper: Image.Image) -> Image.Image:
    return paper.crop((0, upper(paper).height + 2, paper.width, paper.height))


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
    assert read_digits(lower(paper)) == CODE
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


def test_the_enclosed_half_is_the_dated_slip_with_a_number_more() -> None:
    plain = typeset(SCHOOL, Texts(Language.KY), WRITTEN, READING, 384)
    assert plain.height < upper(halves()).height
    assert plain.height > typeset_code(CODE, 384).height
    head = (0, 0, 384, plain.height // 3)
    assert plain.crop(head).tobytes() == halves().crop(head).tobytes()


def test_the_reader_of_digits_finds_strangers() -> None:
    assert "?" in read_digits(typeset(SCHOOL, Texts(Language.KY), WRITTEN, READING, 384))
