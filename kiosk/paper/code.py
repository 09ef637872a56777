"""A QR code in whole dots, so that thermal paper shows it sharp."""

from __future__ import annotations

from PIL import Image

from kiosk.paper.sheet import INK, PAPER
from kiosk.qr import modules


def code(text: str, dots: int) -> Image.Image:
    """Draw a QR code with its quiet zone, in modules of whole dots, over half the width."""
    matrix = modules(text)
    side, picture = len(matrix), Image.new("L", (len(matrix), len(matrix)), PAPER)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x, y), INK)
    module = max(2, dots // 2 // side)
    return picture.resize((side * module, side * module), Image.Resampling.NEAREST)
