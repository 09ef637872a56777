"""The committee's keys: made once, rebuilt from the cards of all required roles, then forgotten.

A card opens its role's secret; the secrets of a permitted set of roles open the seed; from the
seed follow the key that reads letters, the key that signs permits, and through the first the
journal's key. Fewer roles open nothing. Two roles with the recovery envelope rebuild the seed too,
but here it serves for new keys alone: a rule of this software, not of the cryptography.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nacl.public import PrivateKey

from kiosk.events import (
    CardCopied,
    CardMade,
    CardMiscopied,
    DigitsKept,
    DigitsRefused,
    DigitsRight,
    DigitsWrong,
)
from kiosk.post.calendar import Window
from kiosk.post.candidates import Candidates
from kiosk.post.cards import Cost, derive
from kiosk.post.committee import Committee, CommitteeDamaged, CommitteeError, Recovery
from kiosk.post.digits import MeetingDigits
from kiosk.post.enrolment import (
    BadQuorum,
    CardTwice,
    RoleWithoutCard,
    enrol,
    founded,
    held,
    new_salt,
    renewed,
)
from kiosk.post.journal import Entry
from kiosk.post.journal_key import JournalKey, SealedRow
from kiosk.post.matters import Matter
from kiosk.post.meeting import Meeting, OpenedMeeting
from kiosk.post.permit import Permit
from kiosk.post.rekeying import Rekeying, Sealed
from kiosk.post.roles import Role
from kiosk.post.rollcall import KeysAbsent, Presented, Recovered, RollCall
from kiosk.post.seed import opened
from kiosk.post.unsealing import unsealed
from kiosk.post.wishes import Wishes

__all__ = [
    "BadQuorum",
    "CardTwice",
    "Committee",
    "CommitteeDamaged",
    "CommitteeError",
    "Keyring",
    "KeysAbsent",
    "RecoveryMissing",
    "RoleWithoutCard",
    "enrol",
]


class RecoveryMissing(CommitteeError, ValueError):
    """A committee is formed with a recovery envelope, and none was typed back."""


class Keyring:
    """The cards shown so far at one roll call, and the keys once the quorum has gathered.

    Without a committee it can only enrol one, with cards of this `cost`. Belongs to one thread.
    Python cannot scrub memory: `wipe` lets go of every key, and the end of the process does the
    rest (law 10).
    """

    def __init__(self, committee: Committee | None, cost: Cost | None = None) -> None:
        self._committee = committee
        self._cost = committee.cost if committee else cost or Cost.production()
        self.wipe()

    def wipe(self) -> None:
        """Let go of every secret; a new roll call starts from nothing."""
        committee = self._committee
        self._roll_call = RollCall(committee) if committee else None
        self._salt = committee.salt if committee else new_salt()
        last_number = committee.last_number if committee else 0
        self._candidates = Candidates(self._derived, last_number)
        self._digits = MeetingDigits()
        self._rekeying: Rekeying | None = None

    # --- who is here ---

    def present(self, code: str) -> Presented:
        """Take a card; takes as long as the committee's cost says.

        `QuorumGathered` comes once, with the card that completes a permitted set; a card of a
        further role after that is accepted with nothing missing. Raises `CommitteeDamaged` if the
        record does not give the committee's own keys, `KeysAbsent` without a committee.
        """
        return self._here().card(code)

    def present_recovery(self, code: str) -> Recovered:
        """Take the recovery envelope's digits, which wait for two roles; errors as `present`."""
        return self._here().recovery(code)

    def recognise(self, code: str) -> Role | None:
        """Whose card this is; it counts for nothing else. Raises `KeysAbsent` with no committee."""
        return self._here().recognised(code)

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles still needed."""
        return self._here().missing

    def set_digits(self, role: Role, digits: str) -> DigitsKept | DigitsRefused:
        """Remember four digits of a member who is here. Raises `KeysAbsent`."""
        self._here().role_secret(role)
        return self._digits.keep(role, digits)

    def try_digits(self, digits: str) -> DigitsRight | DigitsWrong:
        """Whose digits these are; the third wrong ones in a row wipe everything."""
        tried = self._digits.tried(digits)
        if isinstance(tried, DigitsWrong) and tried.left <= 0:
            self.wipe()
        return tried

    # --- what the quorum may ---

    def permit(self, window: Window) -> Permit:
        """Leave to open the lock in this window (law 2). Raises `KeysAbsent`."""
        return Permit.sign(window, self._here().gathered().permits)

    def open(self, meeting: Meeting) -> OpenedMeeting:
        """The letters and rows of a review; see `unsealed`. Raises `KeysAbsent`."""
        return unsealed(meeting, self._here().gathered().box, self.journal())

    def seal_entry(self, entry: Entry) -> SealedRow:
        """A journal row under the journal key. Raises `KeysAbsent`, `RowTooLong`."""
        return self.journal().seal_entry(entry)

    def seal_matter(self, matter: Matter) -> bytes:
        """A matter under the journal key. Raises `KeysAbsent`, `TitleTooLong`."""
        return self.journal().seal_matter(matter)

    def seal_wishes(self, wishes: Wishes, papers: int) -> bytes:
        """What was said about letters under the journal key. Raises `KeysAbsent`."""
        return self.journal().seal_wishes(wishes, papers)

    def journal(self) -> JournalKey:
        """The key of all rows and matters. Raises `KeysAbsent`."""
        here = self._here()
        return JournalKey(opened(here.committee.journal_key, here.gathered().box))

    # --- cards for life ---

    def make_card(self, role: Role | None) -> CardMade:
        """A new card to be shown to its one member; None is the recovery envelope.

        From now on every record of the committee has its number as the last one given.
        """
        made, here = self._candidates.make(role), self._roll_call
        if here is not None:
            last = self._candidates.last_number
            here.committee = replace(here.committee, last_number=last)
        return made

    def copied(self, typed: str) -> CardCopied | CardMiscopied:
        """Compare what was typed back; see `Candidates.copied`."""
        return self._candidates.copied(typed)

    def void_cards(self) -> None:
        """Forget what no committee has yet; a number that was given is not given again."""
        self._candidates = Candidates(self._derived, self._candidates.last_number)

    def enrol(self, quorum: Sequence[Sequence[Role]], on: date) -> Committee:
        """The first committee, of the cards and the envelope that were typed back.

        Raises `CommitteeError`: one is enrolled, the envelope or a role's card is missing.
        """
        envelope = self._candidates.recovery
        if self._committee is not None:
            raise CommitteeError("a committee is enrolled already")
        if envelope is None:
            raise RecoveryMissing("no recovery envelope was typed back")
        cards = self._candidates.cards(on)
        formed = founded(cards, envelope, quorum, self._cost, self._salt, on)
        return replace(formed, last_number=self._candidates.last_number)

    def add_cards(self, on: date) -> Committee:
        """The committee with more cards; of each card's role another must be here.

        So nobody is added to a role behind its back, and nothing is sealed anew. An envelope made
        meanwhile waits for new keys. Raises `KeysAbsent`.
        """
        here = self._here()
        here.gathered()
        added = [held(card, here.role_secret(card.role)) for card in self._candidates.cards(on)]
        here.committee = replace(here.committee, cards=(*here.committee.cards, *added))
        self._candidates.hand_over()
        return here.committee

    def drilled(self, code: str, on: date) -> Committee | None:
        """The committee with the day of this drill; None if the digits are not the envelope's.

        Raises `KeysAbsent`.
        """
        here = self._here()
        here.gathered()
        private = here.derived(code)
        if private is None or not here.is_recovery(private):
            return None
        recovery = replace(here.committee.recovery, drilled_on=on)
        here.committee = replace(here.committee, recovery=recovery)
        return here.committee

    def rekeyed(self, without: frozenset[int], on: date) -> Committee:
        """The committee with new keys: without these cards, with those that were typed back.

        The others keep working as they are. `reseal` then goes from the old keys to the new, until
        `wipe`: who stays must show the cards again. Raises `KeysAbsent`, `RoleWithoutCard`.
        """
        here = self._here()
        keys, old = here.for_new_keys(), here.committee
        cards = [card for card in old.cards if card.number not in without]
        gone = (card.public_key for card in old.cards if card.number in without)
        draft = replace(
            old,
            cards=(*cards, *self._candidates.cards(on)),
            revoked=(*old.revoked, *gone),
            recovery=self._envelope(old.recovery, on),
        )
        fresh = renewed(draft)
        self._rekeying = Rekeying(old, keys.box, fresh)
        return fresh.committee

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """One record under the keys of the last `rekeyed`; see `Rekeying`. Raises `KeysAbsent`."""
        if self._rekeying is None:
            raise KeysAbsent("no new keys were made")
        return self._rekeying.reseal(what, sealed)

    def _here(self) -> RollCall:
        if self._roll_call is None:
            raise KeysAbsent("no committee is enrolled")
        return self._roll_call

    def _derived(self, code: str) -> PrivateKey:
        return derive(code, self._salt, self._cost)

    def _envelope(self, old: Recovery, on: date) -> Recovery:
        new = self._candidates.recovery
        return old if new is None else Recovery(new, b"", (), on)
