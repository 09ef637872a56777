"""The committee's record: what the store keeps of the keys. None of it is secret (DESIGN, Keys).

The words of `Committee.pack` are the format on disk; `salt` is one for all cards, so that a card
is derived once and then found among all members, and it stays for life: a card is never retyped
because the others changed. Nobody's name is in it; cards are known by role and number.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from kiosk.post.cards import Cost
from kiosk.post.roles import Role

VERSION = 2
ENOUGH_CARDS = 2
"""So many cards a role should have: one may be ill, lost or forgotten."""

DRILL_EVERY = timedelta(days=365)


class CommitteeError(Exception):
    """The committee's keys cannot be made or used."""


class CommitteeDamaged(CommitteeError, ValueError):
    """The record is not what enrolment wrote: it does not give the committee's own keys."""


@dataclass(frozen=True)
class CardRecord:
    """One member's card: its public half, and the role's secret sealed to it.

    `number` is written on the card form and given only once, also when the card is revoked.
    """

    number: int
    role: Role
    public_key: bytes
    role_secret: bytes
    since: date


@dataclass(frozen=True)
class QuorumLock:
    """The seed in a secretbox that opens with the secrets of exactly these roles."""

    roles: tuple[Role, ...]
    seed: bytes


@dataclass(frozen=True)
class Recovery:
    """The envelope in the director's safe; with two roles it lets the software re-key, no more.

    `secret` is sealed to `public_key`; each of `locks` opens with it and the secrets of two roles.
    """

    public_key: bytes
    secret: bytes
    locks: tuple[QuorumLock, ...]
    since: date
    drilled_on: date | None = None

    def drill_due(self, today: date) -> bool:
        """Whether its digits were not tried for a year."""
        return today - (self.drilled_on or self.since) >= DRILL_EVERY


@dataclass(frozen=True)
class Committee:
    """What anybody may know of the committee.

    `public_key` seals letters (X25519), `verify_key` proves permits (Ed25519); both follow from
    the seed. `journal_key` is sealed to `public_key`. `generation` counts the seeds, from 1;
    `last_number` is the highest number ever given, also to a card that came to nothing. `revoked`
    are the public halves of cards that open nothing any more, so that it can be said.
    """

    cost: Cost
    salt: bytes
    cards: tuple[CardRecord, ...]
    quorum: tuple[QuorumLock, ...]
    recovery: Recovery
    public_key: bytes
    verify_key: bytes
    journal_key: bytes
    enrolled_on: date
    generation: int
    last_number: int
    revoked: tuple[bytes, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that have a card."""
        return tuple(role for role in Role if self.cards_of(role))

    def cards_of(self, role: Role) -> tuple[CardRecord, ...]:
        """The cards of one role, by number."""
        return tuple(card for card in self.cards if card.role is role)

    def thin_roles(self) -> tuple[Role, ...]:
        """The roles that one lost card would leave without anybody."""
        return tuple(role for role in self.roles if len(self.cards_of(role)) < ENOUGH_CARDS)

    def missing(self, present: frozenset[Role]) -> tuple[Role, ...]:
        """The roles still needed for the permitted set that needs the fewest; empty if gathered."""
        wanted = [frozenset(lock.roles) - present for lock in self.quorum]
        nearest = min(wanted, key=len)
        return tuple(role for role in Role if role in nearest)

    def pack(self) -> str:
        """The record as JSON."""
        return json.dumps({"version": VERSION, **_words(self)})

    @classmethod
    def unpack(cls, words: str) -> Committee:
        """The record again; raises `CommitteeDamaged`."""
        try:
            return _committee(json.loads(words))
        except (ValueError, TypeError, LookupError):
            raise CommitteeDamaged("the committee's record cannot be read") from None


def _words(record: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> Any:
    match value:
        case bytes():
            return b64encode(value).decode()
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
        case Cost() | CardRecord() | QuorumLock() | Recovery():
            return _words(value)
        case _:
            return value


def _committee(record: Mapping[str, Any]) -> Committee:
    if record["version"] != VERSION:
        raise CommitteeDamaged("the committee's record is of another version")
    cost = record["cost"]
    return Committee(
        cost=Cost(cost["memory_kib"], cost["passes"], cost["lanes"]),
        salt=b64decode(record["salt"]),
        cards=tuple(_card(card) for card in record["cards"]),
        quorum=tuple(_lock(lock) for lock in record["quorum"]),
        recovery=_recovery(record["recovery"]),
        public_key=b64decode(record["public_key"]),
        verify_key=b64decode(record["verify_key"]),
        journal_key=b64decode(record["journal_key"]),
        enrolled_on=date.fromisoformat(record["enrolled_on"]),
        generation=int(record["generation"]),
        last_number=int(record["last_number"]),
        revoked=tuple(b64decode(key) for key in record.get("revoked", ())),
    )


def _card(words: Mapping[str, Any]) -> CardRecord:
    return CardRecord(
        number=int(words["number"]),
        role=Role(words["role"]),
        public_key=b64decode(words["public_key"]),
        role_secret=b64decode(words["role_secret"]),
        since=date.fromisoformat(words["since"]),
    )


def _lock(words: Mapping[str, Any]) -> QuorumLock:
    return QuorumLock(tuple(map(Role, words["roles"])), b64decode(words["seed"]))


def _recovery(words: Mapping[str, Any]) -> Recovery:
    drilled_on = words["drilled_on"]
    return Recovery(
        public_key=b64decode(words["public_key"]),
        secret=b64decode(words["secret"]),
        locks=tuple(_lock(lock) for lock in words["locks"]),
        since=date.fromisoformat(words["since"]),
        drilled_on=drilled_on and date.fromisoformat(drilled_on),
    )
