"""Which graphics card has the screen: a Pi 5 has several, and numbers them anew at each start."""

from __future__ import annotations

import os
import re
from collections.abc import MutableMapping
from pathlib import Path

DRM = Path("/sys/class/drm")
INDEX = "SDL_KMSDRM_DEVICE_INDEX"


def choose_card(drm: Path = DRM, environ: MutableMapping[str, str] = os.environ) -> None:
    """Tell SDL which card to draw on; must come before SDL's start.

    Nothing is said where no screen is plugged in, or where somebody has chosen already.
    """
    card = card_with_screen(drm)
    if card is not None:
        environ.setdefault(INDEX, str(card))


def card_with_screen(drm: Path) -> int | None:
    """Number of the first card with a screen on one of its connectors."""
    plugged = (
        int(found[1])
        for status in drm.glob("card*-*/status")
        if (found := re.match(r"card(\d+)-", status.parent.name)) and _connected(status)
    )
    return min(plugged, default=None)


def _connected(status: Path) -> bool:
    try:
        return status.read_text().strip() == "connected"
    except OSError:  # unplugged at this moment
        return False
