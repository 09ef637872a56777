"""Documents as others see them: opened, drawn and read by a program that is not ours."""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

MM = 72 / 25.4


def opened(data: bytes, passphrase: str = "") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(data, password=passphrase or None)


def pages(data: bytes, passphrase: str = "") -> list[str]:
    """What can be read on each page."""
    document = opened(data, passphrase)
    try:
        return [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    finally:
        document.close()


def read(data: bytes, passphrase: str = "") -> str:
    """All of it, without blanks and line ends: words are broken wherever a cell is narrow."""
    return squeezed(" ".join(pages(data, passphrase)))


def squeezed(words: str) -> str:
    """The reader marks a hyphen at a line's end."""
    return re.sub(r"\s", "", re.sub("[\x02\ufffe]", "-", words))


def drawn(data: bytes, page: int = 0, passphrase: str = "", scale: float = 1.0) -> Image.Image:
    """A page as a picture, grey; 72 dots an inch at scale 1."""
    document = opened(data, passphrase)
    try:
        picture: Image.Image = document[page].render(scale=scale).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not paper."""
    box = picture.point(lambda grey: 255 if grey < 200 else 0).getbbox()
    assert box is not None, "a page without a word"
    return box


def letters(data: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Each sign with its box in millimetres from the page's lower left corner."""
    document = opened(data)
    text = document[page].get_textpage()
    found = []
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        left, bottom, right, top = (edge / MM for edge in text.get_charbox(at, loose=True))
        found.append((sign, left, bottom, right, top))
    document.close()
    return found
