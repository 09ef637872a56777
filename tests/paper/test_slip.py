"""The dated paper: what stands on it, that it fits, and that it comes out dot by dot."""

from __future__ import annotations

import inspect
from datetime import date

import pytest
from PIL import Image, ImageOps

from kiosk.config.school import School
from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.paper.sheet import Face, Setting, font
from kiosk.paper.slip import typeset
from kiosk.post.letters import DayMonth, Language
from tests.paper.papers import LONG, SCHOOL, paper

WIDTHS = [384, 576]
HANDSBREADTH = 1000
"""Dots: 12.5 cm, more than any of these papers takes."""


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """Box around everything black."""
    box = ImageOps.invert(picture.convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("school", [SCHOOL, LONG], ids=["short name", "long name"])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("dots", WIDTHS)
def test_it_fits_its_paper_with_margins_in_every_language(
    dots: int, language: Language, school: School
) -> None:
    picture = paper(language, dots, school=school)
    left, _, right, bottom = ink(picture)
    assert (picture.mode, picture.width) == ("1", dots)
    assert left >= 8
    assert right <= dots - 8
    assert bottom <= picture.height < HANDSBREADTH


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", Language)
def test_every_month_fits(language: Language, month: int) -> None:
    picture = paper(language, written=DayMonth(28, month), reading=date(2027, month, 28))
    left, _, right, _ = ink(picture)
    assert 8 <= left < right <= 376


@pytest.mark.parametrize(
    "name",
    ["Ы" * 60, "Ж-" * 30, "а " * 29 + "а", "Ң"],
    ids=["one endless word", "hyphens", "tiny words", "one letter"],
)
def test_whatever_the_school_is_called(name: str) -> None:
    picture = paper(school=School(name={Language.KY: name}))
    left, _, right, _ = ink(picture)
    assert 8 <= left < right <= 376


def test_a_long_helpline_number_stays_inside() -> None:
    school = SCHOOL.model_copy(update={"helpline": "+996 312 123 456 789"})
    left, _, right, _ = ink(paper(school=school))
    assert 8 <= left < right <= 376


def test_what_is_set_changes_the_paper() -> None:
    """Each part is really drawn: another value gives another picture."""
    one = paper().tobytes()
    others = [
        paper(Language.RU),
        paper(school=LONG),
        paper(written=DayMonth(23, 11)),
        paper(reading=date(2026, 12, 25)),
        paper(reading=None),
        paper(school=SCHOOL.model_copy(update={"helpline": "112"})),
        paper(school=SCHOOL.model_copy(update={"emergency": "111"})),
    ]
    assert one not in [other.tobytes() for other in others]


def test_without_a_next_reading_its_line_is_left_out() -> None:
    assert paper(reading=None).height < paper().height


def test_nothing_about_a_letter_can_get_onto_it() -> None:
    """Receipt and slip are one paper: its maker is not even told whether there was a letter."""
    assert list(inspect.signature(typeset).parameters) == [
        *("school", "texts", "written", "next_reading", "dots")
    ]
    assert paper().tobytes() == paper().tobytes()


@pytest.mark.parametrize("cutter", [True, False])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("dots", WIDTHS)
def test_it_comes_out_dot_by_dot(dots: int, language: Language, cutter: bool) -> None:
    drawn = paper(language, dots)
    strip = read_paper(b"".join(encode(drawn, cutter=cutter)), dots)
    assert strip.crop((0, 0, dots, drawn.height)).tobytes() == drawn.tobytes()
    assert ink(strip) == ink(drawn), "nothing but blank paper follows"


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize(("letter", "lookalike"), ["ңн", "өо", "үу", "ҢН", "ӨО", "ҮУ", "№N"])
def test_kyrgyz_letters_are_letters_of_their_own(letter: str, lookalike: str, face: Face) -> None:
    drawn = [bytes(font(face, 27).getmask(one)) for one in (letter, lookalike, "\uffff")]
    assert len(set(drawn)) == 3


def test_numbers_to_call_stand_out() -> None:
    words = list(Setting(27, "111").words("үчүн ишеним телефону: 111"))
    assert [face is font(Face.BOLD, 27) for word, face in words if word] == [
        False,
        False,
        False,
        True,
    ]
