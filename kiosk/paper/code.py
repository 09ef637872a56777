"""A QR code in whole dots, so that thermal paper shows it sharp."""

from __future__ import annotations

import qrcode
from PIL import Image

from kiosk.paper.sheet import INK, PAPER


def code(text: str, dots: int) -> Image.Image:
    """Draw a QR code with its quiet zone, in modules of whole dots, over half the width."""
    drawn = qrcode.QRCode(border=4, box_size=1)
    drawn.add_data(text)
    drawn.make(fit=True)
    matrix = drawn.get_matrix()
    side, picture = len(matrix), Image.new("L", (len(matrix), len(matrix)), PAPER)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x, y), INK)
    module = max(2, dots // 2 // side)
    return picture.resize((side * module, side * module), Image.Resampling.NEAREST)
