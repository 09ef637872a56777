"""The page by which a technician judges the printer: its width, letters, greys, a code, the cut.

It is for the technician, so its few words are English. It says nothing of any letter or school.
"""

from __future__ import annotations

from PIL import Image, ImageDraw

from kiosk.paper.code import code
from kiosk.paper.sheet import INK, PAPER, Face, Sheet, font

ALPHABET = "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ"
ALIKE = "Ңң Нн  Өө Оо  Үү Уу"
SAMPLE = "Чоң бөлмөнүн терезеси күнгө карайт. № 0123456789 «» –"

DOTS_PER_MM = 8
"""203 dots an inch: what 58 mm and 80 mm printers have."""
TICKS = ((80, 24), (40, 16), (8, 8))
"""Distance and length: a long tick each 10 mm, a short one each millimetre."""
BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
SHARES = (25, 50, 75, 100)


def typeset(dots: int, software: str, *, cutter: bool) -> Image.Image:
    """Draw the page `dots` wide, mode "1" (0 is ink); the code says `software`."""
    sheet = Sheet(dots)
    sheet.figure(ruler(dots))
    sheet.text(f"{dots} dots", 24)
    sheet.space(8)
    sheet.text(" ".join(ALPHABET), 30)
    sheet.text(" ".join(ALPHABET.lower()), 30)
    sheet.headline(ALIKE, 34)
    sheet.text(SAMPLE, 22)
    sheet.space(8)
    for share in SHARES:
        sheet.figure(density(dots, share))
    sheet.space(6)
    sheet.text(f"Ink, from the top: {', '.join(map(str, SHARES))} %", 22)
    sheet.space(8)
    sheet.figure(hairlines(dots))
    sheet.space(12)
    sheet.figure(code(software, dots))
    sheet.text(software, 24)
    sheet.text("The cut follows." if cutter else "Tear it off after this line.", 22)
    sheet.space(10)
    sheet.rule()
    sheet.space(8)
    return sheet.picture()


def ruler(dots: int) -> Image.Image:
    """Draw a ruler whose first and last column are the first and last dot of the paper."""
    picture = Image.new("L", (dots, 56), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, dots - 1, 1), INK)
    for at in range(0, dots, DOTS_PER_MM):
        length = next(length for step, length in TICKS if at % step == 0)
        draw.line((at, 0, at, length), INK)
    draw.line((0, 0, 0, picture.height), INK)
    draw.line((dots - 1, 0, dots - 1, picture.height), INK)
    for at in range(80, dots - 40, 80):
        draw.text((at, 50), str(at), INK, font(Face.REGULAR, 20), anchor="ms")
    return picture


def density(dots: int, share: int) -> Image.Image:
    """Draw a bar over the whole width of which `share` percent is ink, evenly spread."""
    tile = Image.new("L", (4, 4), PAPER)
    for y, row in enumerate(BAYER):
        for x, rank in enumerate(row):
            if rank * 100 < share * 16:
                tile.putpixel((x, y), INK)
    bar = Image.new("L", (dots, 24))
    for left in range(0, dots, 4):
        for top in range(0, bar.height, 4):
            bar.paste(tile, (left, top))
    return bar


def hairlines(dots: int) -> Image.Image:
    """Draw upright lines of one to four dots, each as far apart as it is thick."""
    picture = Image.new("L", (dots, 24), PAPER)
    draw = ImageDraw.Draw(picture)
    quarter = dots // 4
    for thick in range(1, 5):
        left = (thick - 1) * quarter
        for at in range(left, left + quarter - 2 * thick, 2 * thick):
            draw.rectangle((at, 0, at + thick - 1, picture.height), INK)
    return picture
