"""A copy is made, or put in place, and the power goes.

`python -m tests.store.cut_copy STORE COUNT backup`, or `… restore SOURCE`, works on the copies
`STORE.n/kiosk.db` for each n up to COUNT, each in a process of its own that dies just before its
n-th change of the disk. Written are the signals that they ended with, 0 for none.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.store.backup import back_up
from kiosk.store.restoring import offered
from tests.office import DAY

CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.utime", "sqlite3.connect", "open"}


def die_at_change(number: int) -> None:
    """Send SIGKILL to this process just before its n-th change, or opening of a file."""
    left = [number]

    def count(what: str, _: object) -> None:
        if what in CHANGES:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def cut_off(work: Callable[[], None], number: int) -> int:
    """Fork, work, die; the signal."""
    child = os.fork()
    if child == 0:
        die_at_change(number)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def restore(path: Path, source: Path) -> None:
    """Without asking."""
    with offered(path, source, "demo") as offer:
        offer.put_in_place(DAY)


def works(words: list[str]) -> Callable[[Path], None]:
    """What is done to each store."""
    match words:
        case ["backup"]:
            return lambda path: void(back_up(path, DAY, keep=1))
        case ["restore", source]:
            return lambda path: restore(path, Path(source))
        case _:
            raise SystemExit(__doc__)


def void(_: object) -> None:
    """Nobody wants it."""


if __name__ == "__main__":
    store, count, *what = sys.argv[1:]
    work = works(what)
    work(Path(f"{store}.0/kiosk.db"))  # all that Python itself opens is open from now on
    ends = [
        cut_off(lambda n=n: work(Path(f"{store}.{n}/kiosk.db")), n)  # type: ignore[misc]
        for n in range(1, int(count) + 1)
    ]
    json.dump(ends, sys.stdout)
