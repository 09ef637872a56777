"""Pictures as ESC/POS bytes, made by python-escpos.

Always raster: no printer's code page has ң, ө and ү. Short strips, because a printer's buffer is
small and cheap ones print garbage after a long image.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from functools import cache
from typing import Any

from PIL import Image

STRIP_ROWS = 128
TEAR_LINES = 4
"""Blank lines, so that the last dots are past the tear bar; a cutter's command feeds by itself."""


def encode(picture: Image.Image, *, cutter: bool) -> Iterator[bytes]:
    """Yield a job in pieces: the printer made ready, strips of the picture, then fed and cut."""
    printer = _printer()
    printer.hw("INIT")
    yield _taken(printer)
    for top in range(0, picture.height, STRIP_ROWS):
        bottom = min(top + STRIP_ROWS, picture.height)
        printer.image(picture.crop((0, top, picture.width, bottom)))
        yield _taken(printer)
    if cutter:
        printer.cut()
    else:
        printer.print_and_feed(TEAR_LINES)
    yield _taken(printer)


def _taken(printer: Any) -> bytes:
    data: bytes = printer.output
    printer.clear()
    return data


def _printer() -> Any:
    dummy, profile = _escpos()
    return dummy(profile=profile)


@cache
def _escpos() -> tuple[Any, Any]:
    """Import python-escpos when the first paper is printed, and undo what importing it does.

    It would add a handler to the root log and leave a folder in /tmp at every start.
    """
    handlers = list(logging.root.handlers)
    from escpos import capabilities
    from escpos.printer import Dummy

    logging.root.handlers[:] = handlers
    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return Dummy, _profile(capabilities.Profile)


def _profile(default: Any) -> Any:
    """Return a printer with a cutter, and of no width, about which it would complain aloud."""
    thermal = type("Thermal", (default,), {"profile_data": {"codePages": {}}})
    return thermal(features={"paperFullCut": True})
