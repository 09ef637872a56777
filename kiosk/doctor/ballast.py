"""A file that is only there to be given up: a full disk then has room again for letters."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.post.finding import Finding, Level
from kiosk.store.times import hide_times

SIZE = 64 * 1_000_000
"""More than a store's journal needs for new keys, with the store of a usual school."""


def weigh(store: Path, space: Finding) -> bool:
    """Give the ballast up where the disk is full, take it on where there is room.

    Returns whether it was given up. Raises OSError.
    """
    ballast = store.parent / "ballast"
    given_up = space.level is Level.RED and ballast.exists()
    if given_up:
        ballast.unlink()
    elif space.level is Level.GREEN and not ballast.exists():
        _take_on(ballast)
    if store.exists():
        hide_times(store)
    return given_up


def _take_on(ballast: Path) -> None:
    """Under another name first: one that is cut off weighs nothing and is made anew."""
    draft = ballast.with_suffix(".new")
    with draft.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, SIZE)
        os.fsync(file.fileno())
    draft.replace(ballast)
