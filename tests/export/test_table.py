"""Tables for office programs: opened as they are meant, and never worked out as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.export.table import numbers, table

ROWS = [(1, 1, date(2026, 9, 25)), (2, 1, date(2026, 9, 25)), (44, 3, date(2026, 11, 27))]


def cells(data: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")]


def test_the_plain_columns_have_a_head_in_two_languages_and_nothing_else() -> None:
    head, *rows = cells(numbers(ROWS))
    assert head[0] == "Катар № / № п/п"
    assert head[2] == "Ачылган күнү / Дата открытия"
    assert rows == [["1", "1", "25.09.2026"], ["2", "1", "25.09.2026"], ["44", "3", "27.11.2026"]]


def test_an_office_program_knows_its_letters_by_the_mark_before_them() -> None:
    assert numbers(()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("start", [*"=+-@\t\r", "\n=", " =", "  @", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    (cell,) = cells(table([[f"{start}HYPERLINK(1)"]]))[0]
    assert cell == f"'{start}HYPERLINK(1)"


@settings(deadline=None)
@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=6))
def test_whatever_is_in_a_cell_stays_in_its_cell(rows: list[list[str]]) -> None:
    read = cells(table(rows))
    assert [len(row) for row in read] == [len(row) for row in rows]
    for row, wanted in zip(read, rows, strict=True):
        for cell, words in zip(row, wanted, strict=True):
            assert cell in (words, f"'{words}")
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
