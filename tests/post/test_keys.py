"""The committee's keys: all roles together, and nobody with fewer (R13, laws 2 and 3)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, permutations

import pytest
from nacl.public import PrivateKey, SealedBox

from kiosk.events import CardAccepted, CardRepeated, CardUnknown, QuorumGathered
from kiosk.post.calendar import Window
from kiosk.post.cards import CardMistyped, new_card
from kiosk.post.committee import Committee, QuorumLock
from kiosk.post.keys import (
    BadQuorum,
    CardTwice,
    CommitteeDamaged,
    Keyring,
    KeysAbsent,
    RoleWithoutCard,
    enrol,
)
from kiosk.post.meeting import Facts, Meeting, SealedEntry, SealedEnvelope
from kiosk.post.permit import Permit
from kiosk.post.roles import Role
from kiosk.post.sealing import blank, seal
from tests.office import CARDS, CHEAP, COMMITTEE, DAY, LETTER, RECOVERY, ROLES, entry, keyring

DEPUTY, PEDAGOGUE, PARLIAMENT = ROLES
WINDOW = Window(datetime(2026, 11, 27, 14, tzinfo=UTC), datetime(2026, 11, 27, 16, tzinfo=UTC))
USES: list[Callable[[Keyring], object]] = [
    lambda keys: keys.permit(WINDOW),
    lambda keys: keys.open(Meeting(Facts(1, DAY, 0))),
    lambda keys: keys.seal_entry(entry()),
]


def meeting(*sealed: bytes, rows: tuple[SealedEntry, ...] = ()) -> Meeting:
    envelopes = tuple(SealedEnvelope(place, words) for place, words in enumerate(sealed, 1))
    return Meeting(Facts(1, DAY, 0), envelopes, rows)


@pytest.mark.parametrize("order", list(permutations(ROLES)))
def test_the_quorum_gathers_in_any_order(order: tuple[Role, ...]) -> None:
    keys = Keyring(COMMITTEE)
    first, second, third = (keys.present(CARDS[role]) for role in order)
    missing = tuple(role for role in ROLES if role in order[1:])
    assert first == CardAccepted(order[0], missing)
    assert second == CardAccepted(order[1], (order[2],))
    assert third == QuorumGathered(order[2])


@pytest.mark.parametrize("roles", [set_ for n in range(3) for set_ in combinations(ROLES, n)])
@pytest.mark.parametrize("use", USES)
def test_fewer_roles_open_nothing(
    roles: tuple[Role, ...], use: Callable[[Keyring], object]
) -> None:
    keys = Keyring(COMMITTEE)
    for role in roles:
        keys.present(CARDS[role])
    with pytest.raises(KeysAbsent):
        use(keys)


@pytest.mark.parametrize(
    "code",
    [new_card(), "0" * 20, "12", "", CARDS[DEPUTY][:-1] + "x"],
    ids=["another's", "zeroes", "short", "none", "no digit"],
)
def test_a_wrong_card_is_known_as_wrong_and_changes_nothing(code: str) -> None:
    keys = Keyring(COMMITTEE)
    keys.present(CARDS[DEPUTY])
    assert keys.present(code) == CardUnknown()
    assert keys.missing == (PEDAGOGUE, PARLIAMENT)


def test_two_cards_of_one_role_are_one_role() -> None:
    second = new_card()
    committee = enrol([*CARDS.items(), (PARLIAMENT, second)], RECOVERY, [ROLES], CHEAP, DAY)
    keys = Keyring(committee)
    keys.present(CARDS[PARLIAMENT])
    assert keys.present(second) == CardRepeated(PARLIAMENT, (DEPUTY, PEDAGOGUE))
    assert keys.present(CARDS[DEPUTY]) == CardAccepted(DEPUTY, (PEDAGOGUE,))
    with pytest.raises(KeysAbsent):
        keys.permit(WINDOW)


def test_each_member_of_a_role_can_stand_for_it() -> None:
    second = new_card()
    committee = enrol([*CARDS.items(), (PARLIAMENT, second)], RECOVERY, [ROLES], CHEAP, DAY)
    keys = Keyring(committee)
    for code in (second, CARDS[DEPUTY], CARDS[PEDAGOGUE]):
        last = keys.present(code)
    assert last == QuorumGathered(PEDAGOGUE)


def test_after_the_quorum_another_member_of_a_role_comes_in_and_the_same_card_does_not() -> None:
    second = new_card()
    committee = enrol([*CARDS.items(), (PARLIAMENT, second)], RECOVERY, [ROLES], CHEAP, DAY)
    keys = Keyring(committee)
    for role in ROLES:
        keys.present(CARDS[role])
    assert keys.present(CARDS[PARLIAMENT]) == CardRepeated(PARLIAMENT, ())
    assert keys.present(second) == CardAccepted(PARLIAMENT, ())
    assert keys.present(second) == CardRepeated(PARLIAMENT, ())


def test_any_permitted_set_is_enough_and_the_nearest_is_asked_for() -> None:
    committee = enrol(tuple(CARDS.items()), RECOVERY, [(DEPUTY, PEDAGOGUE), ROLES[1:]], CHEAP, DAY)
    keys = Keyring(committee)
    assert keys.present(CARDS[PARLIAMENT]) == CardAccepted(PARLIAMENT, (PEDAGOGUE,))
    assert keys.present(CARDS[PEDAGOGUE]) == QuorumGathered(PEDAGOGUE)
    assert keys.present(CARDS[DEPUTY]) == CardAccepted(DEPUTY, ())
    apart = Keyring(committee)
    apart.present(CARDS[DEPUTY])
    assert apart.present(CARDS[PARLIAMENT]) == CardAccepted(PARLIAMENT, (PEDAGOGUE,))


def test_a_permit_is_the_committees_and_for_its_window_only() -> None:
    permit = keyring().permit(WINDOW)
    assert permit.signed_by(COMMITTEE.verify_key)
    later = Window(WINDOW.start, WINDOW.end + timedelta(hours=1))
    assert not replace(permit, window=later).signed_by(COMMITTEE.verify_key)
    assert not Permit(WINDOW, bytes(64)).signed_by(COMMITTEE.verify_key)
    other = enrol(tuple(CARDS.items()), RECOVERY, [ROLES], CHEAP, DAY)
    assert not permit.signed_by(other.verify_key)


def test_letters_keep_their_label() -> None:
    sealed = seal(LETTER, COMMITTEE.public_key)
    dealt = Meeting(Facts(1, DAY, 0), (SealedEnvelope(8, sealed, 1), SealedEnvelope(3, sealed, 2)))
    opened = keyring().open(dealt).letters
    assert [(x.place, x.label, x.letter) for x in opened] == [(8, 1, LETTER), (3, 2, LETTER)]


def test_rows_of_a_cut_off_review_come_back_by_number() -> None:
    keys = keyring()
    rows = tuple(SealedEntry(n, keys.seal_entry(entry(f"row {n}")).sealed) for n in (7, 8))
    opened = keyring().open(meeting(rows=rows))
    assert opened.entries == ((7, entry("row 7")), (8, entry("row 8")))
    assert opened.damaged == ()


def test_damage_does_not_hold_up_the_review() -> None:
    rows = (SealedEntry(7, keyring().seal_entry(entry()).sealed), SealedEntry(8, bytes(99)))
    opened = keyring().open(meeting(seal(LETTER, COMMITTEE.public_key), blank(), rows=rows))
    assert {(x.place, x.letter) for x in opened.letters} == {(1, LETTER), (2, None)}
    assert [number for number, _ in opened.entries] == [7]
    assert opened.damaged == (8,)


def test_sealed_rows_are_of_one_length() -> None:
    keys = keyring()
    lengths = {len(keys.seal_entry(entry(text=text)).sealed) for text in ("", "a", "🙂" * 4000)}
    assert len(lengths) == 1


@pytest.mark.parametrize("use", USES)
def test_wiped_keys_need_a_new_roll_call(use: Callable[[Keyring], object]) -> None:
    keys = keyring()
    keys.wipe()
    assert keys.missing == ROLES
    with pytest.raises(KeysAbsent):
        use(keys)


def test_a_quorum_edited_in_the_file_opens_nothing() -> None:
    shorter = (QuorumLock((DEPUTY, PEDAGOGUE), COMMITTEE.quorum[0].seed),)
    keys = Keyring(replace(COMMITTEE, quorum=shorter))
    keys.present(CARDS[DEPUTY])
    with pytest.raises(CommitteeDamaged):
        keys.present(CARDS[PEDAGOGUE])


@pytest.mark.parametrize("column", ["public_key", "verify_key"])
def test_a_key_put_in_the_place_of_the_committees_is_noticed(column: str) -> None:
    foreign = enrol(tuple(CARDS.items()), RECOVERY, [ROLES], CHEAP, DAY)
    keys = Keyring(replace(COMMITTEE, **{column: getattr(foreign, column)}))
    keys.present(CARDS[DEPUTY])
    keys.present(CARDS[PEDAGOGUE])
    with pytest.raises(CommitteeDamaged):
        keys.present(CARDS[PARLIAMENT])
    with pytest.raises(KeysAbsent):
        keys.permit(WINDOW)


def test_a_damaged_role_secret_is_no_wrong_card() -> None:
    cards = (replace(COMMITTEE.cards[0], role_secret=bytes(80)), *COMMITTEE.cards[1:])
    with pytest.raises(CommitteeDamaged):
        Keyring(replace(COMMITTEE, cards=cards)).present(CARDS[DEPUTY])


def test_a_journal_key_of_somebody_else_is_noticed() -> None:
    foreign = SealedBox(PrivateKey.generate().public_key).encrypt(bytes(32))
    keys = keyring(replace(COMMITTEE, journal_key=foreign))
    with pytest.raises(CommitteeDamaged):
        keys.seal_entry(entry())


@pytest.mark.parametrize("quorum", [[], [()], [(DEPUTY,)], [ROLES, (DEPUTY, DEPUTY)]])
def test_nobody_can_be_enrolled_to_open_alone(quorum: list[tuple[Role, ...]]) -> None:
    with pytest.raises(BadQuorum):
        enrol(tuple(CARDS.items()), RECOVERY, quorum, CHEAP, DAY)


def test_every_role_of_the_quorum_needs_a_card() -> None:
    with pytest.raises(RoleWithoutCard, match="parliament_member"):
        enrol(tuple(CARDS.items())[:2], RECOVERY, [ROLES], CHEAP, DAY)


def test_one_card_for_two_members_is_refused() -> None:
    with pytest.raises(CardTwice):
        enrol([(role, CARDS[DEPUTY]) for role in ROLES], RECOVERY, [ROLES], CHEAP, DAY)


def test_a_mistyped_card_is_not_enrolled() -> None:
    with pytest.raises(CardMistyped):
        enrol([*CARDS.items(), (DEPUTY, "1" * 20)], RECOVERY, [ROLES], CHEAP, DAY)


def test_the_record_survives_its_words_and_holds_no_card() -> None:
    words = COMMITTEE.pack()
    assert Committee.unpack(words) == COMMITTEE
    assert not any(code in words for code in CARDS.values())


@pytest.mark.parametrize(
    "words", ["", "[]", "{}", json.dumps(json.loads(COMMITTEE.pack()) | {"version": 1})]
)
def test_a_record_that_cannot_be_read_is_damaged(words: str) -> None:
    with pytest.raises(CommitteeDamaged):
        Committee.unpack(words)


def test_two_committees_of_the_same_cards_share_no_key() -> None:
    other = enrol(tuple(CARDS.items()), RECOVERY, [ROLES], CHEAP, DAY)
    assert other.public_key != COMMITTEE.public_key
    assert {card.public_key for card in other.cards}.isdisjoint(
        card.public_key for card in COMMITTEE.cards
    )


def test_a_card_is_recognised_and_counts_for_nothing() -> None:
    keys = Keyring(COMMITTEE)
    for role, code in CARDS.items():
        assert keys.recognise(code) is role
    assert keys.missing == ROLES
    with pytest.raises(KeysAbsent):
        keys.open(Meeting(Facts(1, DAY, 0)))


@pytest.mark.parametrize("code", ["", "1", RECOVERY, "00000000000000000000"])
def test_what_is_no_members_card_is_nobodys(code: str) -> None:
    assert Keyring(COMMITTEE).recognise(code) is None
