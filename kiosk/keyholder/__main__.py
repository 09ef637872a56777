"""The keys' process: answers the kiosk that started it, and ends with it (law 10).

`python -m kiosk.keyholder FD PARENT`. Nobody may look into its memory but root, it leaves no core,
and nothing of it is ever written anywhere.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from multiprocessing.connection import Connection

from kiosk.keyholder import HeldHere

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4


def guard(parent: int) -> None:
    """Shut this process's memory to others, and let it die with `parent`, at whatever it is."""
    libc = ctypes.CDLL(None, use_errno=True)
    for option, value in ((PR_SET_DUMPABLE, 0), (PR_SET_PDEATHSIG, signal.SIGKILL)):
        if libc.prctl(option, int(value), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "the keys' process cannot be guarded")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.getppid() != parent:  # it died before it could be watched
        raise SystemExit(1)


def serve(connection: Connection) -> None:
    """Answer until the other end is gone; what a job raises is raised over there."""
    committee = connection.recv()
    holder = HeldHere(lambda: committee)
    while True:
        name, *words = connection.recv()
        try:
            answer = getattr(holder, name)(*words)
        except Exception as exc:  # noqa: BLE001 - a process's boundary: raised again over there
            answer = exc
        connection.send(answer)


def main(arguments: list[str]) -> None:
    """Serve over the descriptor that was handed down."""
    descriptor, parent = map(int, arguments)
    guard(parent)
    try:
        with Connection(descriptor) as connection:
            serve(connection)
    except (EOFError, ConnectionError):
        return


if __name__ == "__main__":
    main(sys.argv[1:])
