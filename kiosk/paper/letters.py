"""A typed letter on a numbered slip, to be read in a room beside the paper ones.

Only the quorum asks for it, and it is destroyed before the review is closed; so it says so.
"""

from __future__ import annotations

import re

from PIL import Image

from kiosk.paper.sheet import Sheet
from kiosk.post.letters import Letter
from kiosk.texts import Texts

LETTER = 25
"""Size of a letter's own words."""

MANY_ENDS = re.compile(r"\n\s*\n\s*")
"""A letter of nothing but line ends would be metres long: one empty line stays."""


def typeset(texts: Texts, label: int, letter: Letter, dots: int) -> Image.Image:
    """Draw the slip `dots` wide, mode "1" (0 is ink), as tall as the letter is long."""
    text = MANY_ENDS.sub("\n\n", letter.text.strip())
    sheet = Sheet(dots)
    _head(sheet, texts, label, letter)
    for part in text.split("\n"):
        sheet.text(part, LETTER, left=True)
    sheet.space(18)
    sheet.rule()
    sheet.space(14)
    sheet.text(texts("slips_destroy"), 22)
    sheet.space(8)
    return sheet.picture()


def _head(sheet: Sheet, texts: Texts, label: int, letter: Letter) -> None:
    kind = texts(f"kind_{letter.kind}") if letter.kind else texts("no_kind")
    sheet.space(12)
    sheet.headline(f"№ {label}", 110)
    sheet.text(texts.date(letter.written), 30, bold=texts.date(letter.written))
    sheet.text(kind, 26)
    sheet.space(12)
    sheet.rule()
    sheet.space(16)
