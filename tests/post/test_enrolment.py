"""Enrolment: numbered cards typed back, the envelope, and stand-ins for a role."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.events import (
    CardCopied,
    CardMiscopied,
    RecoveryAccepted,
)
from kiosk.post.cards import groups
from kiosk.post.committee import Committee, CommitteeError
from kiosk.post.keys import Keyring, KeysAbsent, RecoveryMissing, RoleWithoutCard
from tests.office import CARDS, CHEAP, COMMITTEE, DAY, ROLES, keyring
from tests.post.cards import gathers, given

DEPUTY, PEDAGOGUE, PARLIAMENT = ROLES
LATER = date(2027, 9, 1)


def test_a_committee_is_enrolled_of_cards_that_were_typed_back() -> None:
    keys = Keyring(None, CHEAP)
    codes = [given(keys, role) for role in (*ROLES, DEPUTY)]
    envelope = given(keys, None)
    committee = keys.enrol([ROLES], DAY)
    assert [(card.number, card.role) for card in committee.cards] == [
        (1, DEPUTY), (2, PEDAGOGUE), (3, PARLIAMENT), (4, DEPUTY),
    ]  # fmt: skip
    assert {card.since for card in committee.cards} == {DAY}
    assert (committee.enrolled_on, committee.generation, committee.last_number) == (DAY, 1, 4)
    assert gathers(committee, *codes[:3])
    assert gathers(committee, *codes[1:])
    assert Keyring(committee).present_recovery(envelope) == RecoveryAccepted(2)
    assert Committee.unpack(committee.pack()) == committee


def test_a_miscopied_card_is_typed_again_and_one_made_anew_voids_it() -> None:
    keys = Keyring(None, CHEAP)
    first = keys.make_card(DEPUTY)
    assert keys.copied("12") == CardMiscopied(DEPUTY, 1, (0, 1, 2, 3, 4))
    second = keys.make_card(DEPUTY)
    assert second.number == 2, "the first one's paper may lie about"
    assert isinstance(keys.copied(first.code), CardMiscopied)
    assert keys.copied(second.code) == CardCopied(DEPUTY, 2)
    with pytest.raises(LookupError):
        keys.copied(second.code)


@pytest.mark.parametrize("wrong", [(0,), (3,), (1, 4), (0, 1, 2, 3, 4)])
def test_the_comparison_tells_the_groups_that_differ(wrong: tuple[int, ...]) -> None:
    keys = Keyring(None, CHEAP)
    parts = groups(keys.make_card(DEPUTY).code)
    for at in wrong:
        parts[at] = str(9999 - int(parts[at])).zfill(4)
    assert keys.copied(" ".join(parts)) == CardMiscopied(DEPUTY, 1, wrong)


def test_numbers_go_on_in_every_record_also_for_cards_that_came_to_nothing() -> None:
    keys = Keyring(None, CHEAP)
    codes = [given(keys, role) for role in ROLES]
    given(keys, None)
    keys.make_card(DEPUTY)
    formed = keys.enrol([ROLES], DAY)
    assert formed.last_number == 4
    later = Keyring(formed)
    for code in codes:
        later.present(code)
    assert later.make_card(DEPUTY).number == 5
    later.void_cards()
    assert later.make_card(DEPUTY).number == 6
    assert later.add_cards(DAY).last_number == 6
    assert later.rekeyed(frozenset(), DAY).last_number == 6


def test_no_committee_without_an_envelope_a_card_of_each_role_or_beside_another() -> None:
    keys = Keyring(None, CHEAP)
    for role in (DEPUTY, PEDAGOGUE):
        given(keys, role)
    with pytest.raises(RecoveryMissing):
        keys.enrol([ROLES], DAY)
    given(keys, None)
    with pytest.raises(RoleWithoutCard, match="parliament_member"):
        keys.enrol([ROLES], DAY)
    with pytest.raises(CommitteeError, match="already"):
        keyring().enrol([ROLES], DAY)


def test_without_a_committee_nobody_can_be_present() -> None:
    with pytest.raises(KeysAbsent):
        Keyring(None, CHEAP).present(CARDS[DEPUTY])


def test_roles_with_one_card_are_thin() -> None:
    assert COMMITTEE.thin_roles() == ROLES
    keys = keyring()
    for role in (DEPUTY, PARLIAMENT):
        given(keys, role)
    assert keys.add_cards(DAY).thin_roles() == (PEDAGOGUE,)


# --- stand-ins ---


def test_a_stand_in_can_stand_for_its_role_and_the_others_stay() -> None:
    keys = keyring()
    code = given(keys, PEDAGOGUE)
    committee = keys.add_cards(LATER)
    assert committee.public_key == COMMITTEE.public_key
    assert (committee.generation, committee.last_number) == (1, 4)
    assert committee.cards[-1].since == LATER
    assert gathers(committee, CARDS[DEPUTY], code, CARDS[PARLIAMENT])
    assert gathers(committee, *CARDS.values())


def test_cards_that_were_added_are_not_added_again() -> None:
    keys = keyring()
    given(keys, PEDAGOGUE)
    keys.add_cards(DAY)
    given(keys, DEPUTY)
    assert [card.number for card in keys.add_cards(DAY).cards] == [1, 2, 3, 4, 5]


def test_nobody_is_added_to_a_role_behind_its_back_or_without_the_quorum() -> None:
    committee = Keyring(None, CHEAP)
    codes = {role: given(committee, role) for role in ROLES}
    given(committee, None)
    pairs = committee.enrol([(DEPUTY, PEDAGOGUE)], DAY)
    keys = Keyring(pairs)
    keys.present(codes[DEPUTY])
    given(keys, DEPUTY)
    with pytest.raises(KeysAbsent):
        keys.add_cards(DAY)
    keys.present(codes[PEDAGOGUE])
    given(keys, PARLIAMENT)
    with pytest.raises(KeysAbsent, match="role"):
        keys.add_cards(DAY)
