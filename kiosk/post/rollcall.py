"""Who is here: the cards shown so far, and the keys that they rebuild together."""

from __future__ import annotations

from collections.abc import Sequence

from nacl.public import PrivateKey

from kiosk.events import (
    CardAccepted,
    CardRepeated,
    CardRevoked,
    CardUnknown,
    QuorumGathered,
    RecoveryAccepted,
    RecoveryGathered,
    RecoveryUnknown,
)
from kiosk.post.cards import CardMistyped, derive, parse
from kiosk.post.committee import (
    CardRecord,
    Committee,
    CommitteeDamaged,
    CommitteeError,
    QuorumLock,
)
from kiosk.post.enrolment import ROLES_BESIDE_RECOVERY
from kiosk.post.roles import Role
from kiosk.post.seed import Keys, opened, unlocked

Unheard = CardUnknown | CardRevoked
Presented = CardAccepted | CardRepeated | Unheard | QuorumGathered | RecoveryGathered
Recovered = RecoveryAccepted | RecoveryUnknown | RecoveryGathered


class KeysAbsent(CommitteeError, PermissionError):
    """The quorum has not gathered, or the keys were wiped."""


class RollCall:
    """One roll call of one committee; every derivation takes as long as the cards' cost says."""

    def __init__(self, committee: Committee) -> None:
        self.committee = committee
        self._secrets: dict[Role, bytes] = {}
        self._shown: set[int] = set()
        self._recovery = b""
        self._keys: Keys | None = None
        self._rescue: Keys | None = None

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles still needed."""
        return self.committee.missing(frozenset(self._secrets))

    def card(self, code: str) -> Presented:
        """Take a card; see `Keyring.present`."""
        found, private = self._recognise(code)
        if found is None or private is None:
            return self._nobodys(private)
        shown = found.number in self._shown
        self._shown.add(found.number)
        if found.role in self._secrets:
            return self._another(found.role, shown=shown)
        self._secrets[found.role] = opened(found.role_secret, private)
        if self._keys is None and not self.missing:
            self._keys = self._rebuilt(self.committee.quorum)
            return QuorumGathered(found.role)
        return self._rescued() or CardAccepted(found.role, self.missing)

    def _nobodys(self, private: PrivateKey | None) -> Unheard:
        public = bytes(private.public_key) if private else b""
        return CardRevoked() if public in self.committee.revoked else CardUnknown()

    def recognised(self, code: str) -> Role | None:
        """Whose card this is; nothing of it is kept."""
        found, _ = self._recognise(code)
        return found.role if found else None

    def _another(self, role: Role, *, shown: bool) -> CardRepeated | CardAccepted:
        """After the quorum has gathered, another member of a role comes in for the first one."""
        if shown or self._keys is None:
            return CardRepeated(role, self.missing)
        return CardAccepted(role, ())

    def recovery(self, code: str) -> Recovered:
        """Take the recovery envelope; see `Keyring.present_recovery`."""
        private = self.derived(code)
        if private is None or not self.is_recovery(private):
            return RecoveryUnknown()
        self._recovery = opened(self.committee.recovery.secret, private)
        return self._rescued() or RecoveryAccepted(ROLES_BESIDE_RECOVERY - len(self._secrets))

    def gathered(self) -> Keys:
        """The keys of the whole quorum. Raises `KeysAbsent`."""
        if self._keys is None:
            raise KeysAbsent("the quorum has not gathered")
        return self._keys

    def for_new_keys(self) -> Keys:
        """The keys, also of two roles with the recovery envelope. Raises `KeysAbsent`."""
        return self._rescue or self.gathered()

    def role_secret(self, role: Role) -> bytes:
        """What a card of this role, which must be here, gave. Raises `KeysAbsent`."""
        if role not in self._secrets:
            raise KeysAbsent("no card of this role is here")
        return self._secrets[role]

    def is_recovery(self, private: PrivateKey) -> bool:
        """Whether this is the key of the recovery envelope."""
        return bytes(private.public_key) == self.committee.recovery.public_key

    def derived(self, code: str) -> PrivateKey | None:
        """The key pair of what was typed, None for a slip of the finger."""
        try:
            digits = parse(code)
        except CardMistyped:
            return None
        return derive(digits, self.committee.salt, self.committee.cost)

    def _recognise(self, code: str) -> tuple[CardRecord | None, PrivateKey | None]:
        private = self.derived(code)
        public = bytes(private.public_key) if private else b""
        cards = (card for card in self.committee.cards if card.public_key == public)
        return next(cards, None), private

    def _rescued(self) -> RecoveryGathered | None:
        """Only with whom it needs, once, and not where the quorum has gathered anyway."""
        enough = len(self._secrets) >= ROLES_BESIDE_RECOVERY
        if not (self._recovery and enough) or self._keys or self._rescue:
            return None
        self._rescue = self._rebuilt(self.committee.recovery.locks, self._recovery)
        return RecoveryGathered(tuple(role for role in Role if role in self._secrets))

    def _rebuilt(self, locks: Sequence[QuorumLock], recovery: bytes = b"") -> Keys:
        lock = next(lock for lock in locks if self._secrets.keys() >= set(lock.roles))
        keys = Keys.grown(unlocked(lock, self._secrets, recovery))
        if not keys.belong_to(self.committee):
            raise CommitteeDamaged("the rebuilt key is not the committee's")
        return keys
