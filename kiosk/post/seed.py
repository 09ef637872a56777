"""The seed, and what grows from it: the key that reads letters and the key that signs permits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey

from kiosk.post.committee import Committee, CommitteeDamaged, QuorumLock
from kiosk.post.roles import Role

KEY_SIZE = 32


@dataclass(frozen=True)
class Keys:
    """The committee's private keys; only in memory."""

    box: PrivateKey = field(repr=False)
    permits: SigningKey = field(repr=False)

    @classmethod
    def grown(cls, seed: bytes) -> Keys:
        """The keys of this seed."""
        return cls(
            PrivateKey(_hash(b"box", b"kiosk box", key=seed)),
            SigningKey(_hash(b"permits", b"kiosk permits", key=seed)),
        )

    def belong_to(self, committee: Committee) -> bool:
        """Whether the record names exactly these keys."""
        return (
            bytes(self.box.public_key) == committee.public_key
            and bytes(self.permits.verify_key) == committee.verify_key
        )


def locked(
    roles: tuple[Role, ...], role_secrets: Mapping[Role, bytes], seed: bytes, recovery: bytes = b""
) -> QuorumLock:
    """The seed behind the secrets of these roles, all of them, and the recovery secret if given."""
    box = SecretBox(_quorum_key(roles, role_secrets, recovery))
    return QuorumLock(roles, bytes(box.encrypt(seed)))


def unlocked(lock: QuorumLock, role_secrets: Mapping[Role, bytes], recovery: bytes = b"") -> bytes:
    """The seed again; raises `CommitteeDamaged` if these secrets do not open the lock."""
    try:
        return SecretBox(_quorum_key(lock.roles, role_secrets, recovery)).decrypt(lock.seed)
    except CryptoError:
        raise CommitteeDamaged("the seed does not open") from None


def opened(sealed: bytes, private: PrivateKey) -> bytes:
    """What was sealed to this key; raises `CommitteeDamaged`."""
    try:
        return SealedBox(private).decrypt(sealed)
    except CryptoError:
        raise CommitteeDamaged("a secret of the committee does not open") from None


def _quorum_key(
    roles: Sequence[Role], role_secrets: Mapping[Role, bytes], recovery: bytes
) -> bytes:
    words = b"".join(role.encode() + b"\0" + role_secrets[role] for role in roles)
    return _hash(words + recovery, b"kiosk recovery" if recovery else b"kiosk quorum")


def _hash(words: bytes, purpose: bytes, key: bytes = b"") -> bytes:
    return bytes(blake2b(words, digest_size=KEY_SIZE, key=key, person=purpose, encoder=RawEncoder))
