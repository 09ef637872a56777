"""Enrolment: a committee is made of its members' key cards and the recovery envelope.

The seed, the role secrets, the recovery secret and the journal key are random and leave only
sealed. Whoever makes new keys later (`kiosk.post.rekeying`) makes them here, in the same way.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from nacl.public import PublicKey, SealedBox

from kiosk.post.cards import SALT_SIZE, Cost, derive, parse
from kiosk.post.committee import CardRecord, Committee, CommitteeError, QuorumLock, Recovery
from kiosk.post.roles import Role
from kiosk.post.seed import KEY_SIZE, Keys, locked

ALONE = 1
ROLES_BESIDE_RECOVERY = 2


class BadQuorum(CommitteeError, ValueError):
    """No permitted set of roles, or one in which somebody could open alone (R13)."""


class RoleWithoutCard(CommitteeError, ValueError):
    """A role that must be present has no member."""


class CardTwice(CommitteeError, ValueError):
    """Two members would have one card, or the recovery envelope would hold a member's."""


@dataclass(frozen=True)
class Fresh:
    """A record with keys that never were before, and the journal's key in plain."""

    committee: Committee
    journal: bytes = field(repr=False)


def enrol(
    members: Sequence[tuple[Role, str]],
    recovery: str,
    quorum: Sequence[Sequence[Role]],
    cost: Cost,
    on: date,
) -> Committee:
    """Make a committee from its members' codes, the envelope's and the permitted sets of roles.

    Cards are numbered from 1 in this order. Derives one key a code, so it takes `cost` for each.
    Raises `CommitteeError`, or `CardMistyped`.
    """
    codes, envelope = [(role, parse(code)) for role, code in members], parse(recovery)
    if max(Counter([envelope, *(code for _, code in codes)]).values()) > 1:
        raise CardTwice("two members have the same key card")
    salt = new_salt()
    cards = [
        CardRecord(number, role, bytes(derive(code, salt, cost).public_key), b"", on)
        for number, (role, code) in enumerate(codes, 1)
    ]
    return founded(cards, bytes(derive(envelope, salt, cost).public_key), quorum, cost, salt, on)


def founded(
    cards: Sequence[CardRecord],
    recovery: bytes,
    quorum: Sequence[Sequence[Role]],
    cost: Cost,
    salt: bytes,
    on: date,
) -> Committee:
    """The first committee of cards whose public halves are known; `recovery` is the envelope's.

    Raises `BadQuorum`, `RoleWithoutCard`.
    """
    sets = [tuple(role for role in Role if role in roles) for roles in quorum]
    if not sets or any(len(roles) <= ALONE for roles in sets):
        raise BadQuorum("the quorum needs two different roles or more")
    draft = Committee(
        cost=cost,
        salt=salt,
        cards=tuple(cards),
        quorum=tuple(QuorumLock(roles, b"") for roles in sets),
        recovery=Recovery(recovery, b"", (), on),
        public_key=b"",
        verify_key=b"",
        journal_key=b"",
        enrolled_on=on,
        generation=0,
        last_number=max((card.number for card in cards), default=0),
    )
    return renewed(draft).committee


def renewed(record: Committee) -> Fresh:
    """The record with the same cards and envelope behind new keys, one generation on.

    Raises `RoleWithoutCard`.
    """
    _check(record)
    seed, journal = secrets.token_bytes(KEY_SIZE), secrets.token_bytes(KEY_SIZE)
    role_secrets = {role: secrets.token_bytes(KEY_SIZE) for role in Role}
    keys = Keys.grown(seed)
    committee = replace(
        record,
        cards=tuple(held(card, role_secrets[card.role]) for card in record.cards),
        quorum=tuple(locked(lock.roles, role_secrets, seed) for lock in record.quorum),
        recovery=_recovery(record, role_secrets, seed),
        public_key=bytes(keys.box.public_key),
        verify_key=bytes(keys.permits.verify_key),
        journal_key=SealedBox(keys.box.public_key).encrypt(journal),
        generation=record.generation + 1,
    )
    return Fresh(committee, journal)


def held(card: CardRecord, role_secret: bytes) -> CardRecord:
    """The card with its role's secret sealed to it."""
    sealed = SealedBox(PublicKey(card.public_key)).encrypt(role_secret)
    return replace(card, role_secret=sealed)


def new_salt() -> bytes:
    """A salt for all cards of a committee."""
    return secrets.token_bytes(SALT_SIZE)


def _check(record: Committee) -> None:
    bare = {role for lock in record.quorum for role in lock.roles} - set(record.roles)
    if bare:
        raise RoleWithoutCard(f"no key card for {', '.join(sorted(bare))}")


def _recovery(record: Committee, role_secrets: Mapping[Role, bytes], seed: bytes) -> Recovery:
    secret = secrets.token_bytes(KEY_SIZE)
    pairs = combinations(record.roles, ROLES_BESIDE_RECOVERY)
    return replace(
        record.recovery,
        secret=SealedBox(PublicKey(record.recovery.public_key)).encrypt(secret),
        locks=tuple(locked(pair, role_secrets, seed, secret) for pair in pairs),
    )
