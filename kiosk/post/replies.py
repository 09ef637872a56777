"""Private replies: sealed to a key that only the writer's code gives, always of one size (R2).

The committee writes them and can read none of them again: it never holds a reply code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.post.journal import MAX_REPLY, Entry
from kiosk.post.letters import ReplyTo
from kiosk.post.padding import room, unwrap, wrap

HEAD_ROOM = 64
PLAIN_SIZE = HEAD_ROOM + room(MAX_REPLY)
REPLY_SIZE = PLAIN_SIZE + 48
"""Bytes of every reply: a sealed box adds a key of 32 and a check of 16."""


class ReplyError(Exception):
    """A private reply cannot be written or read."""


class ReplyTooLong(ReplyError, ValueError):
    """More than MAX_REPLY code points, whatever the language."""


class DamagedReply(ReplyError, ValueError):
    """The reply does not open with this key."""


@dataclass(frozen=True)
class SealedReply:
    """A reply as the store keeps it: `name` to look it up, REPLY_SIZE bytes."""

    name: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class Replying:
    """What the close of a review does for the writers who asked for a reply of their own.

    Replies are kept up to `last_day`, included. `spent_handles` are places in the pool of handles
    that nobody will ask for again. `rows` held the replies' words, and hold them no more.
    """

    replies: tuple[SealedReply, ...]
    last_day: date
    spent_handles: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Private:
    """What a review's close does for single writers, before anything is sealed."""

    texts: tuple[tuple[str, ReplyTo], ...] = field(default=(), repr=False)
    spent_handles: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[tuple[int, Entry]], spent_handles: tuple[int, ...]) -> Private:
        """The replies in these rows by number; one without somebody to reply to has none."""
        replied = [(n, row.reply, row.reply_to) for n, row in entries if row.reply]
        texts = tuple((text, to) for _, text, to in replied if to)
        return cls(texts, spent_handles, tuple(number for number, _, to in replied if to))

    def sealed(self, last_day: date) -> Replying:
        """Every reply sealed to its reader, to be kept up to this day; raises `ReplyTooLong`."""
        replies = tuple(seal(text, reply_to) for text, reply_to in self.texts)
        return Replying(replies, last_day, self.spent_handles, self.rows)


def seal(text: str, reply_to: ReplyTo) -> SealedReply:
    """Only the holder of the code can read it; raises `ReplyTooLong`."""
    if len(text) > MAX_REPLY:
        raise ReplyTooLong(f"a reply has at most {MAX_REPLY} characters")
    sealed = SealedBox(PublicKey(reply_to.key)).encrypt(wrap({}, [text], PLAIN_SIZE))
    return SealedReply(reply_to.name, sealed)


def unseal(sealed: bytes, private: PrivateKey) -> str:
    """The words again; raises `DamagedReply`, which quotes nothing of them."""
    try:
        _, texts = unwrap(SealedBox(private).decrypt(sealed))
        return texts[0]
    except (CryptoError, ValueError, TypeError, LookupError):
        raise DamagedReply("the reply does not open") from None
