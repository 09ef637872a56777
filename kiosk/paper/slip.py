"""The dated paper (R9): receipt after a letter and slip to put in with one are the same.

It says nothing of a letter, so that paper in a pocket proves nothing: whoever passed by may have
printed it. No hour, number, text or kind stands on it. A slip in two halves bears two numbers: on
the half for the letter a handle, with a box and an arrow over it, so that nobody puts in the other;
on the kept half a reply code and one word that says to keep it, and nothing of what it opens.
"""

from __future__ import annotations

from datetime import date

from PIL import Image

from kiosk.config.school import School
from kiosk.paper.lines import FIRM
from kiosk.paper.sheet import Sheet
from kiosk.post.cards import grouped
from kiosk.post.letters import DayMonth
from kiosk.texts import Texts


def typeset(
    school: School, texts: Texts, written: DayMonth, next_reading: date | None, dots: int
) -> Image.Image:
    """Draw the paper `dots` wide, mode "1" (0 is ink); `next_reading` None leaves its line out."""
    return _dated(Sheet(dots), school, texts, written, next_reading, "").picture()


def typeset_halves(
    school: School,
    texts: Texts,
    written: DayMonth,
    next_reading: date | None,
    dots: int,
    numbers: tuple[str, str],
) -> Image.Image:
    """Draw the dated paper with a handle, and below a line to tear along the reply code."""
    handle, code = numbers
    sheet = Sheet(dots)
    sheet.space(12)
    sheet.into_box()
    sheet.space(10)
    sheet.headline(texts("half_in"), 46)
    sheet.text(texts("half_in_how"), 28)
    _dated(sheet, school, texts, written, next_reading, handle)
    sheet.space(10)
    sheet.tear()
    sheet.space(16)
    sheet.text(texts("half_keep"), 28)
    _digits(sheet, code)
    return sheet.picture()


def typeset_code(code: str, dots: int) -> Image.Image:
    """Draw a reply code and nothing that says what it is, where, or from whom."""
    sheet = Sheet(dots)
    _digits(sheet, code)
    return sheet.picture()


def _dated(
    sheet: Sheet,
    school: School,
    texts: Texts,
    written: DayMonth,
    next_reading: date | None,
    handle: str,
) -> Sheet:
    _head(sheet, texts("app_name"), school.named(texts.language))
    sheet.headline(texts.date(written), 64)
    if handle:
        sheet.headline(grouped(handle), 48)
    if next_reading is not None:
        _reading(sheet, texts, _firm(texts.date(next_reading)))
    sheet.space(16)
    sheet.rule()
    sheet.space(18)
    _helplines(sheet, texts, _firm(school.helpline), _firm(school.emergency))
    return sheet


def _digits(sheet: Sheet, code: str) -> None:
    """Two lines of two groups, large enough to be copied."""
    groups = grouped(code).split()
    sheet.space(24)
    for pair in (groups[:2], groups[2:]):
        sheet.headline(" ".join(pair), 60)
        sheet.space(6)
    sheet.space(18)


def _head(sheet: Sheet, title: str, school: str) -> None:
    sheet.space(12)
    sheet.envelope()
    sheet.space(14)
    sheet.headline(title, 42)
    sheet.text(school.replace("№ ", f"№{FIRM}"), 25)
    sheet.space(14)
    sheet.rule()
    sheet.space(16)


def _reading(sheet: Sheet, texts: Texts, day: str) -> None:
    """Set the sentence with its date on a line of its own, wherever the language puts it."""
    for part in texts("letters_read_on", date=f"\n{day}\n").split("\n"):
        if part.strip():
            sheet.text(part.strip(" "), 30 if part == day else 26, bold=day)


def _helplines(sheet: Sheet, texts: Texts, helpline: str, emergency: str) -> None:
    sheet.text(texts("helpline", number=helpline), 27, bold=helpline)
    sheet.text(texts("helpline_free"), 22)
    sheet.space(10)
    sheet.text(texts("danger_now", number=emergency), 22, bold=emergency)
    sheet.space(8)


def _firm(words: str) -> str:
    """Keep a date or a number on one line."""
    return words.replace(" ", FIRM)
