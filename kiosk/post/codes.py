"""Reply codes: 16 digits that only the writer of a letter holds, and what follows from them (R2).

15 digits are random (about 50 bits), the last is the check digit of key cards. Whoever types a
code gives nothing else, so no code can have a salt of its own: the salt is fixed and public, and
one guess is tried against every reply at once. What holds a thief of the store off is the number
of codes and the cost of each guess: with `Cost.production` all of them take a second each, which
is thirty million years for one computer. Another cost gives other keys: codes handed out before
it was changed would open nothing any more.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw
from nacl.public import PrivateKey

from kiosk.post.cards import Cost, check_digit
from kiosk.post.letters import NAME_SIZE, ReplyTo

DIGITS = 16
GROUP = 4
SALT = b"kiosk reply code"
"""16 bytes; also keeps these keys apart from all others that digits could give."""

LONGEST_PAUSE_S = 8
"""Ten thousand tries a day against 10^15 codes: a longer one would only punish who comes next."""
FORGIVEN_S = 60.0
"""After so long without a try, the next one waits for nothing any more."""


class CodeError(Exception):
    """A reply code cannot be used."""


class CodeMistyped(CodeError, ValueError):
    """Not 16 digits, or the check digit does not fit: a slip of the finger."""


@dataclass(frozen=True)
class ReplyKey:
    """What only the holder of a code can have: where a reply lies, and the key that opens it."""

    name: bytes = field(repr=False)
    private: PrivateKey = field(repr=False)

    @property
    def reply_to(self) -> ReplyTo:
        """The half that travels inside a sealed letter."""
        return ReplyTo(self.name, bytes(self.private.public_key))


@dataclass(frozen=True)
class ReplyCode:
    """A new code in its writer's hand, and where the reply to it goes."""

    digits: str = field(repr=False)
    reply_to: ReplyTo

    @classmethod
    def new(cls, cost: Cost) -> ReplyCode:
        """Draw a code; takes as long as `cost` says, so not on the main thread."""
        digits = with_check(DIGITS - 1)
        return cls(digits, derive(digits, cost).reply_to)


def with_check(count: int) -> str:
    """So many random digits, and their check digit."""
    body = "".join(secrets.choice("0123456789") for _ in range(count))
    return body + check_digit(body)


def parse(text: str) -> str:
    """The bare 16 digits of what was typed; raises `CodeMistyped`."""
    code = "".join(text.split())
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        raise CodeMistyped("a reply code has 16 digits")
    if check_digit(code) != "0":
        raise CodeMistyped("the digits do not fit together")
    return code


def derive(code: str, cost: Cost) -> ReplyKey:
    """Name and key of a code; takes as long as `cost` says, so not on the main thread."""
    raw = hash_secret_raw(
        code.encode(),
        SALT,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=NAME_SIZE + PrivateKey.SIZE,
        type=Type.ID,
    )
    return ReplyKey(raw[:NAME_SIZE], PrivateKey(raw[NAME_SIZE:]))


def pause_s(failures: int) -> int:
    """Seconds before the next try, after so many that found nothing in a row."""
    return min(LONGEST_PAUSE_S, 1 << failures) if failures else 0
