"""An A4 document that grows page by page: lengths in millimetres, letters in points.

It says when it was made to the day, and nothing of what made it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from fpdf.fonts import TTFFont

from kiosk.paper.lines import FIRM, wrapped
from kiosk.paper.sheet import FONTS, Face

POINT = 25.4 / 72
"""Millimetres in a point."""

FAMILY = "golos"
STYLES = {Face.REGULAR: "", Face.BOLD: "B"}
MARGIN, WIDE_MARGIN = 16.0, 10.0
FOOT = 9.0
"""Above the lower margin, for the page's number."""
NUMBER = 30.0

LEADING = 1.32
SIZE, SMALL, TINY = 10.0, 8.0, 7.0
GREY, PALE, BLACK = 90, 235, 0
HAIR, FINE, THICK = 0.15, 0.25, 0.5


class Pages:
    """Where the next line goes is `y`; what does not fit begins on a new page."""

    def __init__(self, title: str, foot: str, on: date, *, wide: bool = False) -> None:
        self._file = _File(foot, wide=wide)
        self._file.set_title(title)
        self._file.set_lang("ky")
        self._file.set_producer("")
        self._file.set_creation_date(datetime.combine(on, time(), UTC))
        self._widths: dict[tuple[Face, str], float] = {}
        self.left = self.top = self._file.l_margin
        self.width = self._file.epw
        self.bottom = self._file.h - self.top - FOOT
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self._file.add_page()
        self.y = self.top

    @property
    def room(self) -> float:
        """Millimetres left on this page."""
        return self.bottom - self.y

    def need(self, height: float) -> None:
        """Begin a new page if so much does not fit on this one."""
        if height > self.room + 0.01:
            self.turn()

    def space(self, height: float) -> None:
        """Leave paper blank."""
        self.y += height

    def measure(self, words: str, size: float, face: Face = Face.REGULAR) -> float:
        """Millimetres that words take in one line."""
        return sum(self._width(face, sign) for sign in words) * size

    def lines(
        self, words: str, size: float, width: float, face: Face = Face.REGULAR
    ) -> Sequence[str]:
        """Words broken to a width."""
        return wrapped(words, width, partial(self.measure, size=size, face=face))

    def put(
        self, x: float, y: float, words: str, size: float = SIZE, face: Face = Face.REGULAR,
        *, align: float = 0, grey: int = BLACK,
    ) -> None:  # fmt: skip
        """Write on the line whose upper edge is `y`; `align` 0 begins at `x`, 1 ends there."""
        words = words.replace(FIRM, " ")
        left = x - align * self.measure(words, size, face) if align else x
        self._file.set_font(FAMILY, STYLES[face], size)
        self._file.set_text_color(grey)
        self._file.text(left, y + size * POINT, words)

    def text(
        self, words: str, size: float = SIZE, face: Face = Face.REGULAR,
        *, x: float | None = None, width: float | None = None, grey: int = BLACK,
    ) -> None:  # fmt: skip
        """Set a paragraph over the whole width, or over `width` from `x`."""
        left = self.left if x is None else x
        for line in self.lines(words, size, width or self.width, face):
            self.need(pitch(size))
            self.put(left, self.y, line, size, face, grey=grey)
            self.y += pitch(size)

    def line(self, x: float, y: float, to_x: float, to_y: float, thick: float = FINE) -> None:
        """Draw a straight line."""
        self._file.set_draw_color(BLACK)
        self._file.set_line_width(thick)
        self._file.line(x, y, to_x, to_y)

    def rule(self, thick: float = HAIR) -> None:
        """Draw a line over the whole width."""
        self.line(self.left, self.y, self.left + self.width, self.y, thick)

    def box(self, x: float, y: float, width: float, height: float, fill: int | None = None) -> None:
        """Draw a rectangle, with a fine edge, or only filled with a grey."""
        self._file.set_draw_color(BLACK)
        self._file.set_line_width(HAIR)
        if fill is None:
            self._file.rect(x, y, width, height)
        else:
            self._file.set_fill_color(fill)
            self._file.rect(x, y, width, height, style="F")

    def picture(self, path: Path, x: float, width: float) -> None:
        """Set a picture with its upper edge here."""
        self._file.image(path, x=x, y=self.y, w=width)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._file.pages_count

    def bytes(self, passphrase: str = "") -> bytes:
        """Finish the document; with a passphrase, nothing can be done with it without (AES-256)."""
        if passphrase:
            self._file.set_encryption(
                owner_password=passphrase,
                user_password=passphrase,
                encryption_method=EncryptionMethod.AES_256,
                encrypt_metadata=True,
            )
        written = bytes(self._file.output())
        self._file.close_fonts()
        return written

    def _width(self, face: Face, sign: str) -> float:
        """Millimetres that a sign takes at one point; asked of the font once."""
        known = self._widths.get((face, sign))
        if known is None:
            self._file.set_font(FAMILY, STYLES[face], 100)
            known = self._widths[face, sign] = self._file.get_string_width(sign) / 100
        return known


class _File(FPDF):
    """Every page has its number, and how many there are, beside what the document is."""

    def __init__(self, foot: str, *, wide: bool) -> None:
        super().__init__("landscape" if wide else "portrait", "mm", "A4")
        self._foot = foot
        self.set_auto_page_break(False)
        self.set_margin(WIDE_MARGIN if wide else MARGIN)
        for face, style in STYLES.items():
            self.add_font(FAMILY, style, FONTS / face.value)
        self.set_font(FAMILY, size=SIZE)

    def close_fonts(self) -> None:
        """Their files stay open until the document is written."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def footer(self) -> None:
        self.set_font(FAMILY, size=SMALL)
        self.set_text_color(GREY)
        self.set_xy(self.l_margin, self.h - self.t_margin - FOOT / 2)
        self.cell(self.epw - NUMBER, FOOT / 2, self._foot)
        self.cell(NUMBER, FOOT / 2, f"{self.page_no()} / {{nb}}", align="R")


def pitch(size: float) -> float:
    """Millimetres from one line to the next."""
    return size * POINT * LEADING
