"""Handles: how a paper letter carries a reply key (R2).

A slip has two halves. The one that goes in with the letter bears a handle, the kept one the reply
code. A sealed record pairs the handle with the reply key, for the committee alone; it expires, so
that a slip which never came back does not keep its place. The committee never holds a code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.post.cards import check_digit
from kiosk.post.codes import with_check
from kiosk.post.journal import HANDLE_DIGITS
from kiosk.post.letters import ReplyTo
from kiosk.post.meeting import SealedHandle
from kiosk.post.padding import unwrap, wrap

MONTHS = 6
"""How long a handle counts, after the month in which its slip was printed."""

PLAIN_SIZE = 256
HANDLE_SIZE = PLAIN_SIZE + 48
"""Bytes of every record: a sealed box adds a key of 32 and a check of 16."""


class HandleError(Exception):
    """A slip's handle cannot be used."""


class HandleMistyped(HandleError, ValueError):
    """Not 8 digits, or the check digit does not fit: a slip of the finger."""


class DamagedHandle(HandleError, ValueError):
    """The record does not open with this key."""


@dataclass(frozen=True)
class Handle:
    """What a record says; `last_month` (year, month) is the last in which it counts."""

    digits: str = field(repr=False)
    reply_to: ReplyTo
    last_month: tuple[int, int]

    @classmethod
    def new(cls, reply_to: ReplyTo, today: date) -> Handle:
        """A handle for a slip that is printed today."""
        months = today.year * 12 + today.month - 1 + MONTHS
        return cls(with_check(HANDLE_DIGITS - 1), reply_to, (months // 12, months % 12 + 1))

    def counts_on(self, day: date) -> bool:
        """Whether it has not expired."""
        return (day.year, day.month) <= self.last_month


def parse(text: str) -> str:
    """The bare 8 digits of what was typed; raises `HandleMistyped`."""
    digits = "".join(text.split())
    if len(digits) != HANDLE_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise HandleMistyped("a slip's number has 8 digits")
    if check_digit(digits) != "0":
        raise HandleMistyped("the digits do not fit together")
    return digits


def seal(handle: Handle, public_key: bytes) -> bytes:
    """HANDLE_SIZE bytes that only the committee with this key can read."""
    head = {
        "reply_to": handle.reply_to.words(),
        "last_month": handle.last_month,
    }
    return SealedBox(PublicKey(public_key)).encrypt(wrap(head, [handle.digits], PLAIN_SIZE))


def unseal(sealed: bytes, private: PrivateKey) -> Handle:
    """The record again; raises `DamagedHandle`."""
    try:
        head, texts = unwrap(SealedBox(private).decrypt(sealed))
        year, month = head["last_month"]
        return Handle(texts[0], ReplyTo.of(head["reply_to"]), (year, month))
    except (CryptoError, ValueError, TypeError, LookupError):
        raise DamagedHandle("the handle's record does not open") from None


@dataclass(frozen=True)
class OpenedHandles:
    """The pool in plain: handles that count, by their digits, each with its place.

    `ended` are the places of records that expired or do not open: nobody will ask for them again.
    """

    places: dict[str, int] = field(repr=False)
    reply_to: dict[str, ReplyTo] = field(repr=False)
    ended: tuple[int, ...]


def opened(sealed: Iterable[SealedHandle], private: PrivateKey, day: date) -> OpenedHandles:
    """Open the pool as it counts on this day.

    Digits that two slips drew by chance belong to neither: better no reply than one to a stranger.
    """
    found = [(record.place, _counting(record, private, day)) for record in sealed]
    drawn = Counter(handle.digits for _, handle in found if handle)
    single = [(place, handle) for place, handle in found if handle and drawn[handle.digits] == 1]
    return OpenedHandles(
        {handle.digits: place for place, handle in single},
        {handle.digits: handle.reply_to for _, handle in single},
        tuple(place for place, handle in found if handle is None),
    )


def spent(places: Mapping[str, int], used: Iterable[str]) -> tuple[int, ...]:
    """The places of the handles that a review's entries used: nobody will ask for them again."""
    return tuple(places[digits] for digits in sorted(set(used)) if digits in places)


def _counting(record: SealedHandle, private: PrivateKey, day: date) -> Handle | None:
    try:
        handle = unseal(record.sealed, private)
    except DamagedHandle:
        return None
    return handle if handle.counts_on(day) else None
