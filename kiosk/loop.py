"""The loop that really sleeps: it blocks in the kernel until something happens or falls due.

SDL's own wait polls hundreds of times a second; here `select` watches the descriptors on which
SDL's input arrives, the hardware's descriptors, and a socket that other threads can poke.
"""

from __future__ import annotations

import os
import select
import signal
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.events import Event

Ready = Callable[[], None]


class Inbox:
    """Where every event waits for the main thread; `put` is safe from any thread or signal."""

    def __init__(self) -> None:
        self._events: deque[Event] = deque()
        self._poked, self._poke = socket.socketpair()
        self._poked.settimeout(0)
        self._poke.settimeout(0)

    def put(self, event: Event) -> None:
        """Add an event and wake the loop."""
        self._events.append(event)
        with suppress(BlockingIOError):  # full of pokes: it will wake anyway
            self._poke.send(b"\0")

    def take(self) -> Event | None:
        """Oldest event, or None."""
        return self._events.popleft() if self._events else None

    def __bool__(self) -> bool:
        return bool(self._events)

    def sleep(self, watched: Iterable[tuple[int, Ready]], timeout: float | None) -> None:
        """Block until a watched descriptor is readable, SDL has input, an event, or the timeout.

        The descriptors are found anew each time: a device that was unplugged and came back may
        have got another's number.
        """
        ready = {self._poked.fileno(): self._empty, **dict(watched)}
        readable, _, _ = select.select([*ready, *input_descriptors()], [], [], timeout)
        for descriptor in readable:
            if descriptor in ready:
                ready[descriptor]()

    @contextmanager
    def on_signals(self, event: Event) -> Iterator[None]:
        """Put `event` when the process is asked to end (SIGTERM, SIGINT)."""
        old = {
            number: signal.signal(number, lambda *_: self.put(event))
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler)

    def close(self) -> None:
        """Let go of the sockets."""
        self._poked.close()
        self._poke.close()

    def _empty(self) -> None:
        with suppress(BlockingIOError):
            self._poked.recv(4096)


def input_descriptors() -> set[int]:
    """Descriptors of this process on which a display or an input device speaks to SDL."""
    return {int(link.name) for link in Path("/proc/self/fd").iterdir() if _brings_input(link)}


def _brings_input(link: Path) -> bool:
    try:
        target = str(link.readlink())
    except OSError:  # the folder's own descriptor, closed by now
        return False
    if target.startswith("socket:"):
        return _is_display_or_hotplug(int(link.name))
    return target.startswith("/dev/input/")


def _is_display_or_hotplug(fd: int) -> bool:
    try:
        with socket.socket(fileno=os.dup(fd)) as sock:
            if sock.family == socket.AF_NETLINK:
                return True
            peer = sock.getpeername()
    except OSError:  # not connected, or closed by another thread just now
        return False
    name = peer.decode(errors="replace") if isinstance(peer, bytes) else str(peer)
    return ".X11-unix" in name or "wayland" in name
