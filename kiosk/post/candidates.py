"""New key cards between being made and being a committee's: shown once, copied, typed back.

Only the public half of a card is kept once it was typed back; nothing here reaches a disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nacl.public import PrivateKey

from kiosk.events import CardCopied, CardMade, CardMiscopied
from kiosk.post.cards import groups, new_card
from kiosk.post.committee import CardRecord
from kiosk.post.roles import Role

ENVELOPE = 0
"""The recovery envelope has no number of its own."""


class Candidates:
    """Cards of one sitting; `derive` makes a card's key pair.

    `last_number` is the highest one given so far: no two papers ever bear the same.
    """

    def __init__(self, derive: Callable[[str], PrivateKey], last_number: int) -> None:
        self._derive, self.last_number = derive, last_number
        self._cards: list[tuple[int, Role, bytes]] = []
        self._made: CardMade | None = None
        self.recovery: bytes | None = None

    def make(self, role: Role | None) -> CardMade:
        """A new card; one made before and not typed back is void, and so is its number."""
        self.last_number += role is not None
        self._made = CardMade(role, self.last_number if role else ENVELOPE, new_card())
        return self._made

    def copied(self, typed: str) -> CardCopied | CardMiscopied:
        """Compare with the card made last; when it is right, let go of its digits.

        Takes as long as the committee's cost says. Raises `LookupError` if no card was made.
        """
        made = self._made
        if made is None:
            raise LookupError("no card waits to be typed back")
        wrong = _differing(typed, made.code)
        if wrong:
            return CardMiscopied(made.role, made.number, wrong)
        self._take(made)
        self._made = None
        return CardCopied(made.role, made.number)

    def cards(self, on: date) -> tuple[CardRecord, ...]:
        """The cards that were typed back, still without their role's secret."""
        return tuple(CardRecord(*card, b"", on) for card in self._cards)

    def hand_over(self) -> None:
        """The cards are a committee's now; an envelope still waits for new keys."""
        self._cards.clear()

    def _take(self, made: CardMade) -> None:
        public = bytes(self._derive(made.code).public_key)
        if made.role is None:
            self.recovery = public
        else:
            self._cards.append((made.number, made.role, public))


def _differing(typed: str, code: str) -> tuple[int, ...]:
    """The groups that are not those of the code, from 0; all of them, where digits are missing."""
    bare = "".join(typed.split())
    parts = zip(groups(bare), groups(code), strict=False)
    wrong = tuple(at for at, (one, other) in enumerate(parts) if one != other)
    return wrong if len(bare) == len(code) else tuple(range(len(groups(code))))
