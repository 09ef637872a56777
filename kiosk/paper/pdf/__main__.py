"""The papers' process: makes one document for the kiosk that started it, and ends.

`python -m kiosk.paper.pdf FD PARENT`. It is asked with a pickle of our own, and answers with a
byte that says whether it is made, and the document's bytes or the name of what went wrong: never
a message, which could quote a summary or a passphrase.
"""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection

from kiosk.apart import guard
from kiosk.paper.pdf.typesetting import typeset

MADE, FAILED = b"+", b"-"


def main(arguments: list[str]) -> None:
    """Answer over the descriptor that was handed down."""
    descriptor, parent = map(int, arguments)
    guard(parent)
    try:
        with Connection(descriptor) as connection:
            order = connection.recv()
            try:
                answer = MADE + typeset(order)
            except Exception as exc:  # noqa: BLE001 - a process's boundary: told over there
                answer = FAILED + type(exc).__name__.encode()
            connection.send_bytes(answer)
    except (EOFError, ConnectionError):
        return


if __name__ == "__main__":
    main(sys.argv[1:])
