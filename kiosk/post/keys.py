"""The committee's keys: made once, rebuilt from the cards of all required roles, then forgotten.

A card opens its role's secret; the secrets of a permitted set of roles open the seed; from the
seed follow the key that reads letters, the key that signs permits, and through the first the
journal's key. Fewer roles open nothing.
"""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from kiosk.events import CardAccepted, CardRepeated, CardUnknown, QuorumGathered
from kiosk.post import handles, matters
from kiosk.post.calendar import Window
from kiosk.post.cards import CardMistyped, derive, parse
from kiosk.post.committee import CardRecord, Committee, CommitteeDamaged, CommitteeError
from kiosk.post.enrolment import BadQuorum, CardTwice, RoleWithoutCard, enrol
from kiosk.post.journal import Entry
from kiosk.post.letters import Letter
from kiosk.post.matters import DamagedMatter, Matter
from kiosk.post.meeting import Meeting, OpenedLetter, OpenedMeeting, SealedEntry, SealedEnvelope
from kiosk.post.permit import Permit
from kiosk.post.roles import Role
from kiosk.post.rows import DamagedRow, pack, unpack
from kiosk.post.sealing import DamagedEnvelope, unseal
from kiosk.post.seed import Keys, opened, unlocked

__all__ = [
    "BadQuorum",
    "CardTwice",
    "Committee",
    "CommitteeDamaged",
    "CommitteeError",
    "Keyring",
    "KeysAbsent",
    "RoleWithoutCard",
    "enrol",
]

Presented = CardAccepted | CardRepeated | CardUnknown | QuorumGathered


class KeysAbsent(CommitteeError, PermissionError):
    """The quorum has not gathered, or the keys were wiped."""


class Keyring:
    """The cards shown so far at one roll call, and the keys once the quorum has gathered.

    Belongs to one thread. Python cannot scrub memory: `wipe` lets go of every key, and the end
    of the process does the rest (law 10).
    """

    def __init__(self, committee: Committee) -> None:
        self._committee = committee
        self._secrets: dict[Role, bytes] = {}
        self._keys: Keys | None = None

    def present(self, code: str) -> Presented:
        """Take a card; takes as long as the committee's cost says.

        `QuorumGathered` comes once, with the card that completes a permitted set; a card of a
        further role after that is accepted with nothing missing. Raises `CommitteeDamaged` if the
        record does not give the committee's own keys.
        """
        card, private = self._recognise(code)
        if card is None or private is None:
            return CardUnknown()
        if card.role in self._secrets:
            return CardRepeated(card.role, self.missing)
        self._secrets[card.role] = opened(card.role_secret, private)
        if self._keys is None and not self.missing:
            self._keys = self._rebuilt()
            return QuorumGathered(card.role)
        return CardAccepted(card.role, self.missing)

    @property
    def missing(self) -> tuple[Role, ...]:
        """The roles still needed."""
        return self._committee.missing(frozenset(self._secrets))

    def permit(self, window: Window) -> Permit:
        """Leave to open the lock in this window (law 2). Raises `KeysAbsent`."""
        return Permit.sign(window, self._gathered().permits)

    def open(self, meeting: Meeting) -> OpenedMeeting:
        """Letters by their label, rows by number. Raises `KeysAbsent`.

        A damaged envelope stays as a letter that is None, a damaged row as its number: neither
        may hold up the review.
        """
        box = self._gathered().box
        letters = [OpenedLetter(e.place, _letter(e, box), e.label) for e in meeting.envelopes]
        journal = self._journal()
        rows = [(row.number, _row(row, journal)) for row in meeting.entries]
        slips = handles.opened(meeting.handles, box, meeting.facts.opened_on)
        return OpenedMeeting(
            tuple(letters),
            tuple((number, entry) for number, entry in rows if entry is not None),
            tuple(number for number, entry in rows if entry is None),
            handles=slips.reply_to,
            handle_places=slips.places,
            ended_handles=slips.ended,
            matters=_matters(meeting, journal),
        )

    def seal_entry(self, entry: Entry) -> bytes:
        """A journal row under the journal key. Raises `KeysAbsent`, `RowTooLong`."""
        return bytes(self._journal().encrypt(pack(entry)))

    def seal_matter(self, matter: Matter) -> bytes:
        """A matter under the journal key. Raises `KeysAbsent`, `TitleTooLong`."""
        return bytes(self._journal().encrypt(matters.pack(matter)))

    def wipe(self) -> None:
        """Let go of every secret; a new roll call starts from nothing."""
        self._secrets.clear()
        self._keys = None

    def _recognise(self, code: str) -> tuple[CardRecord | None, PrivateKey | None]:
        try:
            digits = parse(code)
        except CardMistyped:
            return None, None
        private = derive(digits, self._committee.salt, self._committee.cost)
        public = bytes(private.public_key)
        cards = (card for card in self._committee.cards if card.public_key == public)
        return next(cards, None), private

    def _rebuilt(self) -> Keys:
        lock = next(q for q in self._committee.quorum if self._secrets.keys() >= set(q.roles))
        keys = Keys.grown(unlocked(lock, self._secrets))
        if not keys.belong_to(self._committee):
            raise CommitteeDamaged("the rebuilt key is not the committee's")
        return keys

    def _gathered(self) -> Keys:
        if self._keys is None:
            raise KeysAbsent("the quorum has not gathered")
        return self._keys

    def _journal(self) -> SecretBox:
        return SecretBox(opened(self._committee.journal_key, self._gathered().box))


def _letter(envelope: SealedEnvelope, box: PrivateKey) -> Letter | None:
    try:
        return unseal(envelope.sealed, box)
    except DamagedEnvelope:
        return None


def _row(row: SealedEntry, journal: SecretBox) -> Entry | None:
    try:
        return unpack(journal.decrypt(row.sealed))
    except (CryptoError, DamagedRow):
        return None


def _matters(meeting: Meeting, journal: SecretBox) -> tuple[Matter, ...]:
    opened = [_matter(matter.sealed, journal) for matter in meeting.matters]
    readable = [matter for matter in opened if matter is not None]
    return tuple(sorted(readable, key=lambda matter: matter.opened_on, reverse=True))


def _matter(sealed: bytes, journal: SecretBox) -> Matter | None:
    try:
        return matters.unpack(journal.decrypt(sealed))
    except (CryptoError, DamagedMatter):
        return None
