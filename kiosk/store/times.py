"""File times tell when the last letter came, so they are set back after every job (law 4)."""

from __future__ import annotations

import os
from pathlib import Path

LONG_AGO = 946_684_800 * 10**9
"""Midnight of 1 January 2000 (UTC), in nanoseconds: says nothing."""


def hide_times(path: Path) -> None:
    """Set the times of a store's file and of its directory to one constant.

    The kernel's own change time cannot be set. It shows this call, which follows reading jobs as
    well as letters; reading the board at each new day therefore covers it.
    """
    for place in (path, path.parent):
        os.utime(place, ns=(LONG_AGO, LONG_AGO))
