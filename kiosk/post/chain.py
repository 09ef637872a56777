"""The chain of decisions: one short number that speaks for every row ever registered (law 3).

A row's digest hides its words behind a nonce that is sealed with the row, so it may lie open beside
it: the same row under another key has the same digest, and so has one whose letter was erased, for
the row that is hashed holds only a mark of letter and reply. A row that is corrected keeps what it
said before, and both versions stand in the chain. The head of a review goes on from the head of the
review before. It stands on the printed protocol, so a row
that is changed, dropped or swapped later disagrees with paper that people have signed.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

NONCE_SIZE = 16
DIGEST_SIZE = 32
START = bytes(DIGEST_SIZE)
"""The head before the first review."""

Numbered = tuple[int, bytes]
"""A row's number and its digest."""


@dataclass(frozen=True)
class Link:
    """A closed review as the store keeps it: its rows by number, and the head at its close."""

    review: int
    rows: tuple[Numbered, ...]
    head: bytes


def nonce() -> bytes:
    """A fresh nonce, to be sealed with its row and known to nobody else."""
    return secrets.token_bytes(NONCE_SIZE)


def digest(nonce: bytes, row: bytes) -> bytes:
    """What the chain knows of a row; `row` is its canonical bytes, as `rows.pack` gives them."""
    return _hash(b"kiosk row", nonce + row)


def mark(salt: bytes, text: str, reply: str) -> bytes:
    """What a row says of a letter and its private reply in their place.

    With the `salt` it proves them, without it nobody can try out what they may have been.
    """
    words = text.encode("utf-8", "replace"), reply.encode("utf-8", "replace")
    return _hash(b"kiosk text", salt + len(words[0]).to_bytes(8, "big") + b"".join(words))


def head(rows: Iterable[Numbered], before: bytes = START) -> bytes:
    """The head after these rows, in the order of their numbers; without rows it stays.

    Versions of the same row are handed in the oldest first.
    """
    last = before
    for number, of_row in sorted(rows, key=lambda row: row[0]):
        last = _hash(b"kiosk chain", last + number.to_bytes(8, "big") + of_row)
    return last


def verify(links: Sequence[Link]) -> int | None:
    """The first review whose head does not follow from its rows and the head before, if any.

    `links` are all closed reviews in the order of their numbers.
    """
    before = START
    for link in links:
        if head(link.rows, before) != link.head:
            return link.review
        before = link.head
    return None


def _hash(purpose: bytes, words: bytes) -> bytes:
    return blake2b(words, digest_size=DIGEST_SIZE, person=purpose).digest()
