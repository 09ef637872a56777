"""What a service manager is told over its socket: that the kiosk has begun, and that it lives."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

LIVES = "READY=1\nWATCHDOG=1"
"""Both each time: a kiosk that began anew (law 10) need not know whether it was heard before."""

CHANCES = 3
"""Times that it is told within the manager's patience, so that one may be lost or late."""

Tell = Callable[[str], None]


class Watchdog:
    """Told after turns of the loop, and only then; no thread of its own could speak for the loop.

    `every_s` is how often, None is only once. `now` gives seconds that never jump.
    """

    def __init__(self, tell: Tell, every_s: float | None, now: Callable[[], float]) -> None:
        self._tell, self._every_s, self._now = tell, every_s, now
        self._due: float | None = now()

    def turned(self, *, alive: bool) -> None:
        """The loop has drawn what there was; `alive` is whether all its workers are."""
        if self._due is None or self._now() < self._due:
            return
        self._due = None if self._every_s is None else self._now() + self._every_s
        if alive:
            self._tell(LIVES)

    def deadline(self) -> float | None:
        """When the loop has to turn again although nothing happened."""
        return self._due


def watchdog(now: Callable[[], float], environ: Mapping[str, str] = os.environ) -> Watchdog:
    """Who looks after this process; where nobody does, nothing is told and the loop sleeps on."""
    address = environ.get("NOTIFY_SOCKET", "")
    if not address:
        nobody = Watchdog(lambda _: None, None, now)
        nobody.turned(alive=True)
        return nobody
    # The kernel's way to write a name that is in no file system is a zero; systemd writes @.
    name = f"\0{address[1:]}" if address.startswith("@") else address
    return Watchdog(lambda words: _send(name, words), _every_s(environ), now)


def _every_s(environ: Mapping[str, str]) -> float | None:
    """None where no patience is set, or another process's."""
    if environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    patience_us = int(environ.get("WATCHDOG_USEC", "0"))
    return patience_us / 1e6 / CHANCES if patience_us else None


def _send(name: str, words: str) -> None:
    """Never waits; a manager that does not take it, or is gone, is told again when it is due."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.settimeout(0)
        with suppress(OSError):
            manager.sendto(words.encode(), name)
