"""Processes of the tests' own: forked, because to start Python anew costs seconds here."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Collection
from contextlib import suppress

LAST_FD = 1024


def apart(work: Callable[[], object], keep: Collection[int] = ()) -> int:
    """Do something in another process and end it; return its number.

    It holds no descriptor but `keep` and the three that everybody has: a pipe that it held open
    would have no end.
    """
    if process := os.fork():
        return process
    try:
        for descriptor in range(3, LAST_FD):
            if descriptor not in keep:
                _close(descriptor)
        work()
    except BaseException:  # noqa: BLE001 - this process has nobody above it
        traceback.print_exc()
    finally:
        os._exit(1)


def _close(descriptor: int) -> None:
    with suppress(OSError):
        os.close(descriptor)
