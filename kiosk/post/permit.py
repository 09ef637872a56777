"""Leave to open the lock, which only a rebuilt committee key can sign (law 2)."""

from __future__ import annotations

from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from kiosk.post.calendar import Window


@dataclass(frozen=True)
class Permit:
    """May open the lock while `window` holds; `signature` is the committee's over the window."""

    window: Window
    signature: bytes

    @classmethod
    def sign(cls, window: Window, key: SigningKey) -> Permit:
        """Mint a permit; only who rebuilt the committee's seed has the key."""
        return cls(window, key.sign(_words(window)).signature)

    def signed_by(self, committee: bytes) -> bool:
        """Whether the committee with this verify key (32 bytes) signed exactly this window."""
        try:
            VerifyKey(committee).verify(_words(self.window), self.signature)
        except CryptoError:  # also a signature that is none
            return False
        return True


def _words(window: Window) -> bytes:
    return f"permit {window.start.isoformat()} {window.end.isoformat()}".encode()
