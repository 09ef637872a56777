"""The journal's key: rows and matters are sealed under it, always in one size (law 4).

A row is sealed together with its nonce, so that its digest may lie open beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosk.post import chain, matters, rows
from kiosk.post.journal import Entry
from kiosk.post.matters import DamagedMatter, Matter
from kiosk.post.rows import DamagedRow


@dataclass(frozen=True)
class SealedRow:
    """A row as the store keeps it, and what the chain of decisions knows of it."""

    sealed: bytes = field(repr=False)
    digest: bytes = field(repr=False)


class JournalKey:
    """Seals and opens; only in memory."""

    def __init__(self, key: bytes) -> None:
        self._box = SecretBox(key)

    def seal_entry(self, entry: Entry) -> SealedRow:
        """A row; raises `RowTooLong`."""
        nonce, row = chain.nonce(), rows.pack(entry)
        return SealedRow(self.seal(nonce + row), chain.digest(nonce, row))

    def open_entry(self, sealed: bytes) -> Entry:
        """The row again; raises `DamagedRow`."""
        try:
            return rows.unpack(self.open(sealed)[chain.NONCE_SIZE :])
        except CryptoError:
            raise DamagedRow("the journal row does not open") from None

    def seal_matter(self, matter: Matter) -> bytes:
        """A matter; raises `TitleTooLong`."""
        return self.seal(matters.pack(matter))

    def open_matter(self, sealed: bytes) -> Matter:
        """The matter again; raises `DamagedMatter`."""
        try:
            return matters.unpack(self.open(sealed))
        except CryptoError:
            raise DamagedMatter("the matter does not open") from None

    def seal(self, words: bytes) -> bytes:
        """These bytes under the key."""
        return bytes(self._box.encrypt(words))

    def open(self, sealed: bytes) -> bytes:
        """The bytes again; raises `CryptoError`."""
        return self._box.decrypt(sealed)
