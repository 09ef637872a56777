"""The journal's key: rows and matters are sealed under it, always in one size (law 4).

A row is sealed together with its nonce, so that its digest may lie open beside it, and with the
salt of its letter's mark, which goes with the letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosk.post import chain, matter_parcel, rows, wishes
from kiosk.post.journal import Entry
from kiosk.post.matter_parcel import DamagedMatter
from kiosk.post.matters import Matter
from kiosk.post.padding import NotAParcel
from kiosk.post.rows import DamagedRow
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class SealedRow:
    """A row as the store keeps it, and what the chain of decisions knows of it."""

    sealed: bytes = field(repr=False)
    digest: bytes = field(repr=False)


@dataclass(frozen=True)
class After:
    """What a close makes of a row: `notice` is the number of the one on which its answer hangs now,
    0 for none, None for as before. Where its writer was `replied` to, the row loses the words.
    """

    notice: int | None = None
    replied: bool = False


@dataclass(frozen=True)
class Plain:
    """What is sealed of a row, in plain: `row` as `rows.pack` gives it."""

    nonce: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    row: bytes = field(repr=False)

    @property
    def bare(self) -> bytes:
        """The canonical row; raises `DamagedRow`."""
        return rows.bare(self.row, self.salt)

    @property
    def digest(self) -> bytes:
        """What the chain knows of it; raises `DamagedRow`."""
        return chain.digest(self.nonce, self.bare)


class JournalKey:
    """Seals and opens; only in memory."""

    def __init__(self, key: bytes) -> None:
        self._box = SecretBox(key)

    def seal_entry(self, entry: Entry) -> SealedRow:
        """A row, or another version of one; raises `RowTooLong`."""
        if entry.text:
            entry = replace(entry, erased=b"")
        return self._sealed(Plain(chain.nonce(), chain.nonce(), rows.pack(entry)))

    def open_entry(self, sealed: bytes) -> Entry:
        """The row again; raises `DamagedRow`."""
        return rows.unpack(self._opened(sealed).row)

    def digest(self, sealed: bytes) -> bytes:
        """What the chain must know of this row; raises `DamagedRow`."""
        return self._opened(sealed).digest

    def erased(self, sealed: bytes) -> SealedRow:
        """The row without its letter and private reply, of the same digest.

        Raises `DamagedRow`.
        """
        plain = self._opened(sealed)
        return self._sealed(Plain(plain.nonce, bytes(chain.NONCE_SIZE), plain.bare))

    def _sealed(self, plain: Plain) -> SealedRow:
        return SealedRow(self.seal(plain.nonce + plain.salt + plain.row), plain.digest)

    def _opened(self, sealed: bytes) -> Plain:
        try:
            words, size = self.open(sealed), chain.NONCE_SIZE
        except (CryptoError, ValueError, TypeError):  # also bytes too short to be sealed at all
            raise DamagedRow("the journal row does not open") from None
        return Plain(words[:size], words[size : 2 * size], words[2 * size :])

    def settled(self, sealed: bytes, after: After) -> SealedRow | None:
        """The row after a close, sealed anew: nobody sees whether anything changed.

        None where it no longer opens.
        """
        try:
            entry = self.open_entry(sealed)
        except DamagedRow:
            return None
        if after.replied and entry.reply:
            entry = replace(entry, reply="", replied=True)
        if after.notice is not None:
            entry = replace(entry, notice=after.notice, untold=False)
        return self.seal_entry(entry)

    def seal_matter(self, matter: Matter) -> bytes:
        """A matter; raises `TitleTooLong`."""
        return self.seal(matter_parcel.pack(matter))

    def open_matter(self, sealed: bytes) -> Matter:
        """The matter again; raises `DamagedMatter`."""
        try:
            return matter_parcel.unpack(self.open(sealed))
        except CryptoError:
            raise DamagedMatter("the matter does not open") from None

    def seal_wishes(self, said: Wishes, papers: int) -> bytes:
        """What was said about letters, after so many paper ones; raises `ParcelTooLong`."""
        return self.seal(wishes.pack(said, papers))

    def open_wishes(self, sealed: bytes, papers: int) -> Wishes:
        """It again; nothing, where nothing was said yet: such a record does not open."""
        try:
            return wishes.unpack(self.open(sealed), papers)
        except (CryptoError, NotAParcel, ValueError, TypeError):
            return Wishes()

    def seal(self, words: bytes) -> bytes:
        """These bytes under the key."""
        return bytes(self._box.encrypt(words))

    def open(self, sealed: bytes) -> bytes:
        """The bytes again; raises `CryptoError`."""
        return self._box.decrypt(sealed)
