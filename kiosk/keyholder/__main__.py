"""The keys' process: answers the kiosk that started it, and ends with it (law 10).

`python -m kiosk.keyholder FD PARENT`. Nothing of its memory is ever written anywhere.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection

from kiosk.apart import guard
from kiosk.keyholder import HeldHere


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
