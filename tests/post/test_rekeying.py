"""New keys: a card is revoked, a school year begins, and all that is sealed goes over."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import (
    CardRevoked,
    CardUnknown,
    RecoveryAccepted,
    RecoveryUnknown,
)
from kiosk.post import wishes
from kiosk.post.cards import new_card
from kiosk.post.committee import Committee
from kiosk.post.handles import Handle
from kiosk.post.handles import seal as seal_handle
from kiosk.post.keys import Keyring, KeysAbsent, RoleWithoutCard
from kiosk.post.letters import ReplyTo
from kiosk.post.matters import begun
from kiosk.post.meeting import (
    Facts,
    Meeting,
    SealedEntry,
    SealedEnvelope,
    SealedHandle,
    SealedMatter,
)
from kiosk.post.rekeying import Sealed
from kiosk.post.sealing import blank, seal
from tests.office import CARDS, COMMITTEE, DAY, LETTER, RECOVERY, ROLES, entry, keyring
from tests.post.cards import gathers, given

DEPUTY, PEDAGOGUE, PARLIAMENT = ROLES
LATER = date(2027, 9, 1)
EMPTY = Meeting(Facts(1, DAY, 0))


def test_a_revoked_card_is_nobodys_and_the_others_are_not_retyped() -> None:
    keys = keyring()
    code = given(keys, PEDAGOGUE)
    committee = keys.rekeyed(frozenset({2}), LATER)
    assert [(card.number, card.since) for card in committee.cards] == [
        (1, DAY), (3, DAY), (4, LATER),
    ]  # fmt: skip
    assert committee.generation == 2
    assert committee.salt == COMMITTEE.salt
    assert Keyring(committee).present(CARDS[PEDAGOGUE]) == CardRevoked()
    assert gathers(committee, CARDS[DEPUTY], code, CARDS[PARLIAMENT])


def test_a_revoked_card_is_known_as_such_for_ever_and_opens_nothing() -> None:
    keys = keyring()
    code = given(keys, PEDAGOGUE)
    committee = keys.rekeyed(frozenset({2}), LATER)
    later = Keyring(committee)
    for shown in (CARDS[DEPUTY], code, CARDS[PARLIAMENT]):
        later.present(shown)
    again = later.rekeyed(frozenset(), LATER)
    kept = Committee.unpack(again.pack())
    assert kept == again
    last = Keyring(kept)
    assert last.present(CARDS[PEDAGOGUE]) == CardRevoked()
    assert last.missing == ROLES, "it counts for nothing"
    assert last.recognise(CARDS[PEDAGOGUE]) is None
    assert last.present(new_card()) == CardUnknown()


def test_a_record_from_before_revoked_cards_were_kept_is_read() -> None:
    words = json.loads(COMMITTEE.pack())
    del words["revoked"]
    assert Committee.unpack(json.dumps(words)) == COMMITTEE


def test_new_keys_are_new_to_the_last() -> None:
    committee = keyring().rekeyed(frozenset(), DAY)
    before, after = (
        {c.public_key, c.verify_key, c.journal_key, c.recovery.secret}
        | {lock.seed for lock in (*c.quorum, *c.recovery.locks)}
        | {card.role_secret for card in c.cards}
        for c in (COMMITTEE, committee)
    )
    assert before.isdisjoint(after)


def test_a_number_is_never_given_twice_also_when_the_last_was_revoked() -> None:
    keys = keyring()
    committee = keys.rekeyed(frozenset(), DAY)
    assert committee.last_number == 3
    keys = keyring()
    given(keys, PARLIAMENT)
    committee = keys.rekeyed(frozenset({3}), DAY)
    keys = Keyring(committee)
    assert keys.make_card(PARLIAMENT).number == 5


def test_a_new_school_year_changes_many_cards_and_the_envelope_at_once() -> None:
    keys = keyring()
    codes = [given(keys, role) for role in ROLES]
    envelope = given(keys, None)
    committee = keys.rekeyed(frozenset({1, 2, 3}), LATER)
    assert [card.number for card in committee.cards] == [4, 5, 6]
    assert gathers(committee, *codes)
    assert Keyring(committee).present_recovery(RECOVERY) == RecoveryUnknown()
    assert Keyring(committee).present_recovery(envelope) == RecoveryAccepted(2)
    assert committee.recovery.since == LATER


def test_a_role_cannot_be_left_without_a_card() -> None:
    with pytest.raises(RoleWithoutCard):
        keyring().rekeyed(frozenset({2}), DAY)


def test_asked_again_after_a_store_that_failed_the_new_cards_are_still_there() -> None:
    keys = keyring()
    code = given(keys, PEDAGOGUE)
    keys.rekeyed(frozenset({2}), DAY)
    committee = keys.rekeyed(frozenset({2}), DAY)
    assert gathers(committee, CARDS[DEPUTY], code, CARDS[PARLIAMENT])


def test_everything_sealed_goes_over_to_the_new_keys() -> None:
    keys, matter = keyring(), begun("Суу", (), DAY, 1)
    slip = Handle.new(ReplyTo(b"n" * 16, b"k" * 32), DAY)
    row = keys.seal_entry(entry())
    committee = keys.rekeyed(frozenset(), DAY)
    moved = [
        keys.reseal(what, sealed)
        for what, sealed in (
            (Sealed.ENVELOPE, seal(LETTER, COMMITTEE.public_key)),
            (Sealed.ENTRY, row.sealed),
            (Sealed.MATTER, keys.seal_matter(matter)),
            (Sealed.HANDLE, seal_handle(slip, COMMITTEE.public_key)),
        )
    ]
    opened = keyring(committee).open(
        replace(
            EMPTY,
            envelopes=(SealedEnvelope(1, moved[0]),),
            entries=(SealedEntry(1, moved[1]),),
            matters=(SealedMatter(matter.number, moved[2]),),
            handles=(SealedHandle(1, moved[3]),),
        )
    )
    assert opened.letters[0].letter == LETTER
    assert opened.entries == ((1, entry()),)
    assert opened.matters == (matter,)
    assert opened.handles == {slip.digits: slip.reply_to}
    old = keyring().open(replace(EMPTY, envelopes=(SealedEnvelope(1, moved[0]),)))
    assert old.letters[0].letter is None
    assert len(moved[1]) == len(row.sealed)


def test_what_is_damaged_stays_as_it_is() -> None:
    keys = keyring()
    keys.rekeyed(frozenset(), DAY)
    for what in sorted(set(Sealed) - {Sealed.WISHES}):
        for damaged in (blank(), b"", b"short"):
            assert keys.reseal(what, damaged) == damaged


def test_where_nothing_was_said_about_letters_the_record_changes_all_the_same() -> None:
    """Or a copy from before would tell whether anybody stepped out."""
    keys = keyring()
    keys.rekeyed(frozenset(), DAY)
    record = wishes.blank()
    again = keys.reseal(Sealed.WISHES, record)
    assert again != record
    assert len(again) == len(record)


def test_only_who_made_new_keys_can_reseal() -> None:
    keys = keyring()
    with pytest.raises(KeysAbsent):
        keys.reseal(Sealed.ENVELOPE, blank())
    keys.rekeyed(frozenset(), DAY)
    keys.wipe()
    with pytest.raises(KeysAbsent):
        keys.reseal(Sealed.ENVELOPE, blank())
