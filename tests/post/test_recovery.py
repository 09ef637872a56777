"""The envelope in the director's safe: with two roles it makes new keys, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest

from kiosk.events import (
    CardAccepted,
    CardUnknown,
    QuorumGathered,
    RecoveryAccepted,
    RecoveryGathered,
    RecoveryUnknown,
)
from kiosk.post.calendar import Window
from kiosk.post.cards import new_card
from kiosk.post.committee import Committee, CommitteeDamaged
from kiosk.post.keys import Keyring, KeysAbsent
from kiosk.post.matters import begun
from kiosk.post.meeting import Facts, Meeting, SealedEnvelope
from kiosk.post.rekeying import Sealed
from kiosk.post.roles import Role
from kiosk.post.sealing import seal
from tests.office import CARDS, COMMITTEE, DAY, LETTER, RECOVERY, ROLES, entry, keyring
from tests.post.cards import gathers, given

DEPUTY, PEDAGOGUE, PARLIAMENT = ROLES
LATER = date(2027, 9, 1)
WINDOW = Window(datetime(2026, 11, 27, 14, tzinfo=UTC), datetime(2026, 11, 27, 16, tzinfo=UTC))
EMPTY = Meeting(Facts(1, DAY, 0))


READS: list[Callable[[Keyring], object]] = [
    lambda keys: keys.permit(WINDOW),
    lambda keys: keys.open(EMPTY),
    lambda keys: keys.seal_entry(entry()),
    lambda keys: keys.seal_matter(begun("x", (), DAY, 1)),
    lambda keys: keys.add_cards(DAY),
    lambda keys: keys.drilled(RECOVERY, DAY),
]


def rescue(*roles: Role, first: bool = True) -> Keyring:
    keys = Keyring(COMMITTEE)
    if first:
        keys.present_recovery(RECOVERY)
    for role in roles:
        keys.present(CARDS[role])
    if not first:
        keys.present_recovery(RECOVERY)
    return keys


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("roles", list(combinations(ROLES, 2)))
@pytest.mark.parametrize("use", READS)
def test_the_envelope_with_two_roles_reads_nothing_and_opens_nothing(
    use: Callable[[Keyring], object], roles: tuple[Role, ...], first: bool
) -> None:
    keys = rescue(*roles, first=first)
    with pytest.raises(KeysAbsent):
        use(keys)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("roles", list(combinations(ROLES, 2)))
def test_but_it_makes_new_keys_for_who_is_left(roles: tuple[Role, ...], first: bool) -> None:
    keys = rescue(*roles, first=first)
    (lost,) = set(ROLES) - set(roles)
    code = given(keys, lost)
    number = next(card.number for card in COMMITTEE.cards if card.role is lost)
    committee = keys.rekeyed(frozenset({number}), DAY)
    assert gathers(committee, code, *(CARDS[role] for role in roles))
    moved = keys.reseal(Sealed.ENVELOPE, seal(LETTER, COMMITTEE.public_key))
    again = Keyring(committee)
    for card in (code, *(CARDS[role] for role in roles)):
        again.present(card)
    letters = again.open(replace(EMPTY, envelopes=(SealedEnvelope(1, moved),))).letters
    assert letters[0].letter == LETTER


@pytest.mark.parametrize("roles", [(), *((role,) for role in ROLES)])
def test_the_envelope_with_fewer_makes_nothing(roles: tuple[Role, ...]) -> None:
    with pytest.raises(KeysAbsent):
        rescue(*roles).rekeyed(frozenset(), DAY)


def test_two_roles_without_the_envelope_make_nothing() -> None:
    keys = Keyring(COMMITTEE)
    for role in (DEPUTY, PEDAGOGUE):
        keys.present(CARDS[role])
    with pytest.raises(KeysAbsent):
        keys.rekeyed(frozenset(), DAY)


def test_it_says_what_is_still_missing_and_is_told_once() -> None:
    keys = Keyring(COMMITTEE)
    assert keys.present_recovery(new_card()) == RecoveryUnknown()
    assert keys.present_recovery("12") == RecoveryUnknown()
    assert keys.present(RECOVERY) == CardUnknown()
    assert keys.present_recovery(RECOVERY) == RecoveryAccepted(2)
    assert keys.present(CARDS[DEPUTY]) == CardAccepted(DEPUTY, (PEDAGOGUE, PARLIAMENT))
    assert keys.present_recovery(RECOVERY) == RecoveryAccepted(1)
    assert keys.present(CARDS[PARLIAMENT]) == RecoveryGathered((DEPUTY, PARLIAMENT))
    assert keys.present(CARDS[PEDAGOGUE]) == QuorumGathered(PEDAGOGUE)
    assert keys.open(EMPTY).letters == ()


def test_a_lock_of_the_envelope_that_was_edited_is_noticed() -> None:
    locks = tuple(replace(lock, seed=bytes(72)) for lock in COMMITTEE.recovery.locks)
    record = replace(COMMITTEE, recovery=replace(COMMITTEE.recovery, locks=locks))
    keys = Keyring(record)
    keys.present_recovery(RECOVERY)
    keys.present(CARDS[DEPUTY])
    with pytest.raises(CommitteeDamaged):
        keys.present(CARDS[PEDAGOGUE])


def test_the_drill_is_kept_with_its_day_and_needs_the_right_digits() -> None:
    keys = keyring()
    assert keys.drilled(new_card(), LATER) is None
    assert keys.drilled("12", LATER) is None
    drilled = keys.drilled(RECOVERY, LATER)
    assert drilled is not None
    assert drilled.recovery.drilled_on == LATER
    assert drilled.generation == COMMITTEE.generation
    assert Committee.unpack(drilled.pack()) == drilled


def test_a_drill_is_due_a_year_after_the_last() -> None:
    recovery = COMMITTEE.recovery
    assert not recovery.drill_due(DAY + timedelta(days=364))
    assert recovery.drill_due(DAY + timedelta(days=365))
    drilled = replace(recovery, drilled_on=LATER)
    assert not drilled.drill_due(DAY + timedelta(days=365))
