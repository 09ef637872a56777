"""Envelopes: a letter sealed to the committee, always of one size (laws 3 and 4).

A sealed envelope is a NaCl sealed box to the committee's public key. Day and month, kind and text
are inside, and so are the reply key and who must not read the letter.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Kind, Letter, ReplyTo
from kiosk.post.padding import room, unwrap, wrap
from kiosk.post.roles import Role

HEAD_ROOM = 1024
PLAIN_SIZE = HEAD_ROOM + room(MAX_CHARACTERS)
ENVELOPE_SIZE = PLAIN_SIZE + 48
"""Bytes of every envelope: a sealed box adds a key of 32 and a check of 16."""


class SealingError(Exception):
    """Something sealed could not be handled."""


class DamagedEnvelope(SealingError, ValueError):
    """The envelope does not open with this key, or what is in it is no letter."""


def seal(letter: Letter, public_key: bytes) -> bytes:
    """ENVELOPE_SIZE bytes that only the committee with this key (32 bytes) can read."""
    head = {
        "day": letter.written.day,
        "month": letter.written.month,
        "kind": letter.kind,
        "excluded": sorted(letter.excluded),
        "reply_to": letter.reply_to and letter.reply_to.words(),
    }
    return SealedBox(PublicKey(public_key)).encrypt(wrap(head, [letter.text], PLAIN_SIZE))


def unseal(sealed: bytes, private: PrivateKey) -> Letter:
    """The letter again; raises `DamagedEnvelope`, which quotes nothing of it."""
    try:
        head, texts = unwrap(SealedBox(private).decrypt(sealed))
        return _letter(head, texts[0])
    except (CryptoError, ValueError, TypeError, LookupError):
        raise DamagedEnvelope("the envelope does not open") from None


def _letter(head: Mapping[str, Any], text: str) -> Letter:
    """An unknown role opens nothing: better a damaged envelope than a reader who must not."""
    return Letter(
        text,
        DayMonth(head["day"], head["month"]),
        known_kind(head.get("kind")),
        frozenset(map(Role, head.get("excluded", ()))),
        ReplyTo.of(head["reply_to"]) if head.get("reply_to") else None,
    )


def blank() -> bytes:
    """A blank envelope: fresh random bytes."""
    return secrets.token_bytes(ENVELOPE_SIZE)


def known_kind(word: object) -> Kind | None:
    """The kind with this name; None for none, and for one that a later version added."""
    return next((kind for kind in Kind if kind == word), None)
