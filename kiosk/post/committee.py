"""The committee's record: what the store keeps of the keys. None of it is secret (DESIGN, Keys).

The words of `Committee.pack` are the format on disk; `salt` is one for all cards, so that a card
is derived once and then found among all members.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.post.cards import Cost
from kiosk.post.roles import Role

VERSION = 1


class CommitteeError(Exception):
    """The committee's keys cannot be made or used."""


class CommitteeDamaged(CommitteeError, ValueError):
    """The record is not what enrolment wrote: it does not give the committee's own keys."""


@dataclass(frozen=True)
class CardRecord:
    """One member's card: its public half, and the role's secret sealed to it."""

    role: Role
    public_key: bytes
    role_secret: bytes


@dataclass(frozen=True)
class QuorumLock:
    """The seed in a secretbox that opens with the secrets of exactly these roles."""

    roles: tuple[Role, ...]
    seed: bytes


@dataclass(frozen=True)
class Committee:
    """What anybody may know of the committee.

    `public_key` seals letters (X25519), `verify_key` proves permits (Ed25519); both follow from
    the seed. `journal_key` is sealed to `public_key`.
    """

    cost: Cost
    salt: bytes
    cards: tuple[CardRecord, ...]
    quorum: tuple[QuorumLock, ...]
    public_key: bytes
    verify_key: bytes
    journal_key: bytes

    def missing(self, present: frozenset[Role]) -> tuple[Role, ...]:
        """The roles still needed for the permitted set that needs the fewest; empty if gathered."""
        wanted = [frozenset(lock.roles) - present for lock in self.quorum]
        nearest = min(wanted, key=len)
        return tuple(role for role in Role if role in nearest)

    def pack(self) -> str:
        """The record as JSON."""
        return json.dumps(
            {
                "version": VERSION,
                "cost": vars(self.cost),
                "salt": _text(self.salt),
                "cards": [_card_words(card) for card in self.cards],
                "quorum": [
                    {"roles": list(lock.roles), "seed": _text(lock.seed)} for lock in self.quorum
                ],
                "public_key": _text(self.public_key),
                "verify_key": _text(self.verify_key),
                "journal_key": _text(self.journal_key),
            }
        )

    @classmethod
    def unpack(cls, words: str) -> Committee:
        """The record again; raises `CommitteeDamaged`."""
        try:
            return _committee(json.loads(words))
        except (ValueError, TypeError, LookupError):
            raise CommitteeDamaged("the committee's record cannot be read") from None


def _committee(record: Mapping[str, Any]) -> Committee:
    if record["version"] != VERSION:
        raise CommitteeDamaged("the committee's record is of another version")
    cost = record["cost"]
    return Committee(
        cost=Cost(cost["memory_kib"], cost["passes"], cost["lanes"]),
        salt=b64decode(record["salt"]),
        cards=tuple(_card(card) for card in record["cards"]),
        quorum=tuple(_lock(lock) for lock in record["quorum"]),
        public_key=b64decode(record["public_key"]),
        verify_key=b64decode(record["verify_key"]),
        journal_key=b64decode(record["journal_key"]),
    )


def _card(words: Mapping[str, str]) -> CardRecord:
    public, secret = b64decode(words["public_key"]), b64decode(words["role_secret"])
    return CardRecord(Role(words["role"]), public, secret)


def _lock(words: Mapping[str, Any]) -> QuorumLock:
    return QuorumLock(tuple(map(Role, words["roles"])), b64decode(words["seed"]))


def _card_words(card: CardRecord) -> dict[str, str]:
    return {
        "role": card.role,
        "public_key": _text(card.public_key),
        "role_secret": _text(card.role_secret),
    }


def _text(data: bytes) -> str:
    return b64encode(data).decode()
