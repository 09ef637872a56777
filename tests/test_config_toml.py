"""The commented files: written for a technician's eyes, and read again to the same."""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.config import Helper, Machine, PrinterSettings, ReviewRule, School, document, load_school
from kiosk.config.toml import WIDTH, value
from kiosk.post.letters import Language
from kiosk.post.roles import Role

SCHOOL = School(
    name={Language.KY: "№ 5 «Келечек»", Language.EN: 'School "5"'},
    in_school=(
        Helper(who={Language.KY: "Айгүл"}, where={Language.KY: "12-кабинет"}),
        Helper(who={Language.RU: "Медсестра"}),
    ),
    review=ReviewRule(skipped=("2027-07",), moved={date(2027, 4, 30): date(2027, 4, 23)}),
)


@pytest.mark.parametrize(
    ("thing", "written"),
    [
        (True, "true"),
        (17, "17"),
        (5.0, "5.0"),
        (date(2027, 4, 30), "2027-04-30"),
        (time(14), "14:00:00"),
        (Path("/var/lib/kiosk"), '"/var/lib/kiosk"'),
        (Role.PARLIAMENT_MEMBER, '"parliament_member"'),
        ('a "b" \\ c\n', r'"a \"b\" \\ c\n"'),
        ((("a", "b"), ("c",)), '[["a", "b"], ["c"]]'),
        ({date(2027, 4, 30): date(2027, 4, 23)}, "{2027-04-30 = 2027-04-23}"),
        ((), "[]"),
    ],
)
def test_each_value_is_written_as_toml_has_it(thing: Any, written: str) -> None:
    assert value(thing) == written


def test_a_section_in_one_line_is_read_as_the_section() -> None:
    line = value(PrinterSettings())
    assert tomllib.loads(f"printer = {line}")["printer"] == PrinterSettings().model_dump()


@given(st.text())
def test_any_text_is_read_as_it_was(text: str) -> None:
    assert tomllib.loads(f"text = {value(text)}") == {"text": text}


def test_settings_outside_sections_come_before_the_first_section() -> None:
    lines = document(SCHOOL, "A school.").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("["))
    assert lines.index('helpline = "111"') < first
    assert lines[first] == "[name]"


def test_tables_within_sections_have_their_whole_name() -> None:
    text = document(SCHOOL, "A school.")
    assert "[review.moved]\n2027-04-30 = 2027-04-23\n" in text
    assert load_school(tomllib.loads(text)) == SCHOOL


def test_a_table_without_lines_can_be_filled_in() -> None:
    text = document(School(name={Language.KY: "Келечек"}), "A school.")
    assert text.endswith("[review.moved]\n")
    filled = load_school(tomllib.loads(f"{text}2027-04-30 = 2027-04-23\n"))
    assert filled.review.moved == {date(2027, 4, 30): date(2027, 4, 23)}


@pytest.mark.parametrize("settings", [Machine(), SCHOOL])
def test_each_setting_stands_under_its_description(settings: Machine | School) -> None:
    text = document(settings, "Settings.")
    words = " ".join(text.replace("\n# ", " ").split())
    for name, field in type(settings).model_fields.items():
        assert field.description is not None
        described = " ".join(field.description.split())
        assert f"{described} {name} = " in words or f"{described} [{name}]" in words


def test_comments_are_no_wider_than_a_terminal() -> None:
    for settings in (Machine(), SCHOOL):
        comments = [x for x in document(settings, "x " * 100).splitlines() if x.startswith("#")]
        assert max(map(len, comments)) <= WIDTH + 2
