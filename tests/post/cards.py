"""New cards, as a member takes one at the screen."""

from __future__ import annotations

from kiosk.events import CardCopied, QuorumGathered
from kiosk.post.committee import Committee
from kiosk.post.keys import Keyring
from kiosk.post.roles import Role


def given(keys: Keyring, role: Role | None) -> str:
    """A new card, shown and typed back."""
    made = keys.make_card(role)
    assert keys.copied(made.code) == CardCopied(role, made.number)
    return made.code


def gathers(committee: Committee, *codes: str) -> bool:
    """Whether these codes are a quorum."""
    keys = Keyring(committee)
    return QuorumGathered in [type(keys.present(code)) for code in codes]
