"""What came out of the printer, drawn from its ESC/POS bytes as a strip of thermal paper.

It knows what the kiosk sends and a little around it. Anything else raises, so that a picture never
shows less than a printer would have printed.
"""

from __future__ import annotations

import struct
from typing import NoReturn

from PIL import Image

LINE_DOTS = 30
"""How far a line feed moves the paper, until ESC 3 sets another step."""
INK, PAPER = 0, 1


class UnknownBytes(ValueError):
    """Bytes that are no command this strip knows, or a command cut off."""


def read_paper(data: bytes, dots: int) -> Image.Image:
    """Draw the strip that a printer with so many dots in a line makes of the bytes, mode "1".

    Ink is 0. A cut ends the strip, and nothing may follow it. Raises UnknownBytes.
    """
    reader = _Reader(data, dots)
    while reader.more:
        reader.command()
    return reader.strip()


class _Reader:
    def __init__(self, data: bytes, dots: int) -> None:
        self._data, self._dots = data, dots
        self._at = 0
        self._step = LINE_DOTS
        self._rows: list[Image.Image] = []
        self._cut = False

    @property
    def more(self) -> bool:
        return self._at < len(self._data)

    def command(self) -> None:
        """Carry out the next command."""
        start = self._at
        if self._cut:
            self._unknown(start, "bytes after the cut")
        match self._take(1):
            case b"\n":
                self._feed(self._step)
            case b"\x1b":
                self._esc(start)
            case b"\x1d":
                self._gs(start)
            case _:
                self._unknown(start, "no command")

    def strip(self) -> Image.Image:
        """Return all rows below each other."""
        strip = Image.new("1", (self._dots, sum(rows.height for rows in self._rows)), PAPER)
        top = 0
        for rows in self._rows:
            strip.paste(rows, (0, top))
            top += rows.height
        return strip

    def _esc(self, start: int) -> None:
        match self._take(1):
            case b"@":
                self._step = LINE_DOTS
            case b"a":  # alignment: our pictures are as wide as the paper
                self._take(1)
            case b"2":
                self._step = LINE_DOTS
            case b"3":
                self._step = self._take(1)[0]
            case b"d":
                self._feed(self._take(1)[0] * self._step)
            case b"J":
                self._feed(self._take(1)[0])
            case _:
                self._unknown(start, "no ESC command")

    def _gs(self, start: int) -> None:
        match self._take(1):
            case b"v":
                self._raster(start)
            case b"V":
                self._cutter(start)
            case _:
                self._unknown(start, "no GS command")

    def _raster(self, start: int) -> None:
        zero, density, width, height = struct.unpack("<cBHH", self._take(6))
        if zero != b"0" or density:
            self._unknown(start, "a raster that is not in full density")
        if width * 8 > self._dots:
            self._unknown(start, f"a raster {width * 8} dots wide on {self._dots}")
        ink = Image.frombytes("1", (width * 8, height), self._take(width * height))
        rows = Image.new("1", (self._dots, height), PAPER)
        rows.paste(INK, (0, 0), ink)
        self._rows.append(rows)

    def _cutter(self, start: int) -> None:
        match self._take(1)[0]:
            case 0 | 1 | 48 | 49:
                pass
            case 65 | 66:  # feed to the cutter and by so much more
                self._feed(self._take(1)[0])
            case _:
                self._unknown(start, "no way of cutting")
        self._cut = True

    def _feed(self, dots: int) -> None:
        self._rows.append(Image.new("1", (self._dots, dots), PAPER))

    def _take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            self._unknown(self._at, "a command cut off")
        self._at += count
        return taken

    def _unknown(self, at: int, what: str) -> NoReturn:
        raise UnknownBytes(f"{what} at byte {at}: {self._data[at : at + 4].hex(' ')}")
