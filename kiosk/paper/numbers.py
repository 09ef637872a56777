"""A small paper with the numbers and who is at school (R5).

It does not say what it is for, nor where it comes from: a list that anybody might carry.
"""

from __future__ import annotations

from PIL import Image

from kiosk.config.school import School
from kiosk.paper.sheet import Sheet
from kiosk.texts import Texts


def typeset(school: School, texts: Texts, dots: int) -> Image.Image:
    """Draw the paper `dots` wide, mode "1" (0 is ink)."""
    sheet = Sheet(dots)
    sheet.space(16)
    sheet.text(texts("numbers_title"), 28)
    sheet.space(16)
    for number, words in (
        (school.helpline, texts("numbers_helpline")),
        (school.emergency, texts("numbers_emergency")),
    ):
        sheet.headline(number, 64)
        sheet.text(words, 24)
        sheet.space(12)
    for helper in school.in_school:
        who, where = helper.told(texts.language)
        sheet.rule()
        sheet.space(14)
        sheet.text(who, 30)
        sheet.text(where, 24)
        sheet.space(12)
    sheet.space(8)
    return sheet.picture()
