"""New key cards between being made and being a committee's: shown once, copied, typed back.

Only the public half of a card is kept once it was typed back; nothing here reaches a disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from nacl.public import PrivateKey

from kiosk.events import CardCopied, CardMade, CardMiscopied
from kiosk.post.cards import CardMistyped, new_card, parse
from kiosk.post.committee import CardRecord
from kiosk.post.roles import Role

ENVELOPE = 0
"""The recovery envelope has no number of its own."""


class Candidates:
    """Cards of one sitting, numbered on from `last_number`; `derive` makes a card's key pair."""

    def __init__(self, derive: Callable[[str], PrivateKey], last_number: int) -> None:
        self._derive, self.last_number = derive, last_number
        self._cards: list[tuple[int, Role, bytes]] = []
        self._made: CardMade | None = None
        self.recovery: bytes | None = None

    def make(self, role: Role | None) -> CardMade:
        """A new card; the one made before is void if it was not typed back."""
        number = ENVELOPE if role is None else self.last_number + 1
        self._made = CardMade(role, number, new_card())
        return self._made

    def copied(self, typed: str) -> CardCopied | CardMiscopied:
        """Compare with the card made last; when it is right, let go of its digits.

        Takes as long as the committee's cost says. Raises LookupError if no card was made.
        """
        made = self._made
        if made is None:
            raise LookupError("no card waits to be typed back")
        if not _same(typed, made.code):
            return CardMiscopied(made.role, made.number)
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
            self.last_number = made.number


def _same(typed: str, code: str) -> bool:
    try:
        return parse(typed) == code
    except CardMistyped:
        return False
