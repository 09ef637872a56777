"""Re-keying: new keys for the committee, and everything sealed to the old ones goes over to them.

So a card is revoked: it opens the secret of a role that no longer opens anything here. An old copy
of the store stays what it was; whoever has that and enough of its cards can read it.
"""

from __future__ import annotations

from enum import StrEnum
from secrets import token_bytes

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.post.committee import Committee
from kiosk.post.enrolment import Fresh
from kiosk.post.journal_key import JournalKey
from kiosk.post.seed import opened


class Sealed(StrEnum):
    """What the store keeps sealed to the committee, and so must be sealed anew."""

    ENVELOPE = "envelope"
    HANDLE = "handle"
    ENTRY = "entry"
    MATTER = "matter"
    WISHES = "wishes"


class Rekeying:
    """From the keys of one generation to those of the next; used until the store has it all."""

    def __init__(self, before: Committee, box: PrivateKey, fresh: Fresh) -> None:
        self._old_box = SealedBox(box)
        self._old_journal = JournalKey(opened(before.journal_key, box))
        self._new_box = SealedBox(PublicKey(fresh.committee.public_key))
        self._new_journal = JournalKey(fresh.journal)

    def reseal(self, what: Sealed, sealed: bytes) -> bytes:
        """The same under the new keys, of the same size; what is damaged stays as it is.

        Something that nobody could open before must not keep anybody from making new keys.
        """
        try:
            match what:
                case Sealed.ENVELOPE | Sealed.HANDLE:
                    return self._new_box.encrypt(self._old_box.decrypt(sealed))
                case Sealed.ENTRY | Sealed.MATTER:
                    return self._new_journal.seal(self._old_journal.open(sealed))
                case Sealed.WISHES:
                    return self._wishes(sealed)
        except (CryptoError, ValueError, TypeError):  # also bytes too short to be sealed at all
            return sealed

    def _wishes(self, sealed: bytes) -> bytes:
        """Also new bytes where nothing was said, or a copy from before would tell that."""
        try:
            return self._new_journal.seal(self._old_journal.open(sealed))
        except (CryptoError, ValueError, TypeError):
            return token_bytes(len(sealed))
