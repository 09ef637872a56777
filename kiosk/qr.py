"""A QR code as what is dark and what is light; paper and screen draw it, each in its own way."""

from __future__ import annotations

import qrcode

QUIET = 4
"""Light modules around it, as many as a camera needs to find it."""

Modules = tuple[tuple[bool, ...], ...]


def modules(text: str) -> Modules:
    """Return the rows of a code with its quiet zone; true is dark. Keeps nothing: it may be a card.

    Takes milliseconds.
    """
    drawn = qrcode.QRCode(border=QUIET, box_size=1)
    drawn.add_data(text)
    drawn.make(fit=True)
    return tuple(map(tuple, drawn.get_matrix()))
