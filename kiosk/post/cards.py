"""Key cards: a member's own 20 digits, and the key pair that follows from them.

19 digits are random (about 63 bits), the last one is H. M. Damm's check digit (2004), which
catches every single wrong digit and every swap of neighbours.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from nacl.public import PrivateKey

DIGITS = 20
GROUP = 4
SALT_SIZE = 16

_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


class CardError(Exception):
    """A key card cannot be used."""


class CardMistyped(CardError, ValueError):
    """Not 20 digits, or the check digit does not fit: a slip of the finger."""


@dataclass(frozen=True)
class Cost:
    """What one guess of a card costs (Argon2id): memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    @classmethod
    def production(cls) -> Cost:
        """About a second on a Raspberry Pi 4, and 128 MiB, for every guess."""
        return cls(memory_kib=128 * 1024, passes=4, lanes=4)


def new_card() -> str:
    """A fresh card's 20 digits."""
    body = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
    return body + check_digit(body)


def check_digit(digits: str) -> str:
    """The digit to append; "0" for digits that already end with theirs."""
    state = "0"
    for digit in digits:
        state = _DAMM[int(state)][int(digit)]
    return state


def parse(text: str) -> str:
    """The bare 20 digits of what was typed or scanned; raises `CardMistyped`."""
    code = "".join(text.replace("-", " ").split())
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        raise CardMistyped("a key card has 20 digits")
    if check_digit(code) != "0":
        raise CardMistyped("the digits do not fit together")
    return code


def groups(code: str) -> list[str]:
    """The digits, four by four."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def grouped(code: str) -> str:
    """The digits in groups of four, for paper and screen."""
    return " ".join(groups(code))


def derive(code: str, salt: bytes, cost: Cost) -> PrivateKey:
    """The card's key pair; takes as long as `cost` says, so not on the main thread."""
    raw = hash_secret_raw(
        code.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=PrivateKey.SIZE,
        type=Type.ID,
    )
    return PrivateKey(raw)
