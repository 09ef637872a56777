"""Enrolment: a committee is made from its members' key cards, once."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence

from nacl.public import PublicKey, SealedBox

from kiosk.post.cards import SALT_SIZE, Cost, derive, parse
from kiosk.post.committee import CardRecord, Committee, CommitteeError
from kiosk.post.roles import Role
from kiosk.post.seed import KEY_SIZE, Keys, locked

ALONE = 1


class BadQuorum(CommitteeError, ValueError):
    """No permitted set of roles, or one in which somebody could open alone (R13)."""


class RoleWithoutCard(CommitteeError, ValueError):
    """A role that must be present has no member."""


class CardTwice(CommitteeError, ValueError):
    """Two members would have one card."""


def enrol(
    members: Sequence[tuple[Role, str]], quorum: Sequence[Sequence[Role]], cost: Cost
) -> Committee:
    """Make a committee from its members' cards and the permitted sets of roles.

    The seed, the role secrets and the journal key are random and leave only sealed. Derives one
    key a card, so it takes `cost` for each. Raises `CommitteeError`, or `CardMistyped`.
    """
    codes = [(role, parse(code)) for role, code in members]
    sets = [_distinct(roles) for roles in quorum]
    _check(codes, sets)
    salt, seed = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(KEY_SIZE)
    role_secrets = {role: secrets.token_bytes(KEY_SIZE) for role in Role}
    keys = Keys.grown(seed)
    public = keys.box.public_key
    return Committee(
        cost=cost,
        salt=salt,
        cards=tuple(
            _card(role, derive(code, salt, cost).public_key, role_secrets[role])
            for role, code in codes
        ),
        quorum=tuple(locked(roles, role_secrets, seed) for roles in sets),
        public_key=bytes(public),
        verify_key=bytes(keys.permits.verify_key),
        journal_key=SealedBox(public).encrypt(secrets.token_bytes(KEY_SIZE)),
    )


def _distinct(roles: Sequence[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


def _check(codes: Sequence[tuple[Role, str]], sets: Sequence[tuple[Role, ...]]) -> None:
    if not sets or any(len(roles) <= ALONE for roles in sets):
        raise BadQuorum("the quorum needs two different roles or more")
    bare = {role for roles in sets for role in roles} - {role for role, _ in codes}
    if bare:
        raise RoleWithoutCard(f"no key card for {', '.join(sorted(bare))}")
    if max(Counter(code for _, code in codes).values()) > 1:
        raise CardTwice("two members have the same key card")


def _card(role: Role, public: PublicKey, role_secret: bytes) -> CardRecord:
    return CardRecord(role, bytes(public), SealedBox(public).encrypt(role_secret))
