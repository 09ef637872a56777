"""Columns that are plain in the store anyway, as a table for any office program (CSV)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from kiosk.post.letters import Language
from kiosk.texts import Texts

FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
"""How a cell begins that an office program would work out instead of showing."""

HEADS = ("j_number", "review_number", "j_date_opened")

Numbered = tuple[int, int, date]
"""A row's number, its review, and the day on which its box was opened."""


def numbers(rows: Iterable[Numbered]) -> bytes:
    """The plain columns of the journal, with a head in Kyrgyz and Russian."""
    heads = [f"{Texts(Language.KY)(key)} / {Texts(Language.RU)(key)}" for key in HEADS]
    return table([heads, *([number, review, f"{on:%d.%m.%Y}"] for number, review, on in rows)])


def table(rows: Iterable[Sequence[object]]) -> bytes:
    """Cells as an office program in Kyrgyz or Russian opens them: by semicolons, in UTF-8."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows([_harmless(str(c)) for c in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULAS) else cell
