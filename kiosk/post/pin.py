"""The technician's PIN: what one may be, its hash, and how wrong ones are slowed down.

It guards a page about the box, never a letter: of six digits, whoever holds the card can try all.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from itertools import pairwise

from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from argon2.low_level import Type, hash_secret, verify_secret

from kiosk.post.cards import Cost

LEAST, MOST = 6, 12
"""Digits of a PIN."""
SALT_SIZE, HASH_SIZE = 16, 32
LONGEST_S = 30.0
"""Nobody waits longer, whoever has typed wrong PINs before."""


class PinError(Exception):
    """Something is wrong with a PIN."""


class BadPin(PinError, ValueError):
    """No PIN may be like this."""


class PinDamaged(PinError):
    """What is kept of the PIN cannot be read."""


class Answer(StrEnum):
    """What is said to a PIN that was typed."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE_SET = "none_set"
    UNKNOWN = "unknown"  # the store could not be asked


def chosen(pin: str) -> str:
    """Return the PIN if it may be one. Raises BadPin, which never quotes it."""
    if not (pin.isascii() and pin.isdigit() and LEAST <= len(pin) <= MOST):
        raise BadPin(f"a PIN has {LEAST} to {MOST} digits and nothing else")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps <= {0} or steps <= {1} or steps <= {-1}:
        raise BadPin("one digit again and again, or digits in a row, are the first that are tried")
    return pin


def hashed(pin: str, cost: Cost) -> str:
    """Return what is kept of a PIN (Argon2id, with its salt and cost); takes as long as it says."""
    kept = hash_secret(
        pin.encode(),
        secrets.token_bytes(SALT_SIZE),
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=HASH_SIZE,
        type=Type.ID,
    )
    return kept.decode()


def answered(typed: str, kept: str | None) -> Answer:
    """Compare; takes as long as the cost at which it is kept. Raises PinDamaged."""
    if kept is None:
        return Answer.NONE_SET
    try:
        verify_secret(kept.encode(), typed.encode(), Type.ID)
    except VerifyMismatchError:
        return Answer.WRONG
    except (VerificationError, InvalidHashError):
        raise PinDamaged("what is kept of the PIN cannot be read") from None
    return Answer.RIGHT


def pause_s(wrong: int) -> float:
    """Seconds until another PIN is taken after so many wrong ones in a row: 1, 2, 4, 8, 16, 30."""
    return min(2.0 ** (min(wrong, 6) - 1), LONGEST_S) if wrong else 0.0
