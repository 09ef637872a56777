"""The golden pictures: a chosen set of screens as they were last looked at and accepted.

    python -m tools.golden tests/golden

draws them all and keeps those that look otherwise than before, and only those. They are WebP
without loss: the very pixels, at half the bytes of a PNG.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT, USUAL
from kiosk.post.appearance import Palette, TextSize
from kiosk.post.letters import Language
from tools.alike import difference
from tools.showing import Shown

KY, RU = Language.KY, Language.RU
WIDE = GLASSES[4]

CHOSEN = (
    Shown("board", KY),
    Shown("board", RU, SMALLEST),
    Shown("board", KY, UPRIGHT),
    Shown("board", RU, WIDE),
    Shown("board, figures", RU),
    Shown("board in the window", KY, SMALLEST),
    Shown("before", KY),
    Shown("before", RU, SMALLEST, letters=TextSize.LARGE),
    Shown("appearances", KY),
    Shown("write", KY),
    Shown("write", RU, SMALLEST),
    Shown("write", KY, UPRIGHT),
    Shown("write", RU, USUAL, Palette.DARK),
    Shown("write", KY, USUAL, Palette.CONTRAST, TextSize.LARGE),
    Shown("erase", RU, SMALLEST),
    Shown("check", KY),
    Shown("check, wishes", RU, SMALLEST),
    Shown("check without a date", KY, UPRIGHT),
    Shown("thanks", KY),
    Shown("thanks, paper", RU, SMALLEST),
    Shown("thanks, code", RU, USUAL, Palette.DARK),
    Shown("code", KY, SMALLEST),
    Shown("reply, shown", KY, UPRIGHT, Palette.DARK),
    Shown("paper", RU),
    Shown("how", KY),
    Shown("how 3", RU, USUAL, Palette.DARK),
    Shown("how 5", RU, SMALLEST),
    Shown("help", KY),
    Shown("help", RU, UPRIGHT),
    Shown("idle", RU, SMALLEST, Palette.CONTRAST),
    Shown("roll call", KY),
    Shown("register", RU),
    Shown("close", KY, SMALLEST),
    Shown("examination", RU),
)


def place(folder: Path, shown: Shown) -> Path:
    """Where its picture is kept."""
    return folder / f"{shown.file}.webp"


def kept(folder: Path, shown: Shown) -> Image.Image:
    """The accepted picture; FileNotFoundError if there is none."""
    with Image.open(place(folder, shown)) as picture:
        return picture.convert("RGB")


def accept(folder: Path, chosen: Sequence[Shown] = CHOSEN) -> list[Shown]:
    """Keep what looks otherwise than before; return that. Pictures no longer chosen go."""
    changed = [shown for shown in chosen if _accepted(folder, shown)]
    for left_over in {*folder.glob("*.webp")} - {place(folder, shown) for shown in chosen}:
        left_over.unlink()
    return changed


def _accepted(folder: Path, shown: Shown) -> bool:
    drawn = shown.drawn()
    if place(folder, shown).exists() and difference(kept(folder, shown), drawn) is None:
        return False
    drawn.save(place(folder, shown), lossless=True, quality=100, method=6)
    return True


if __name__ == "__main__":
    for one in accept(Path(sys.argv[1])):
        print(f"accepted {one.file}")
