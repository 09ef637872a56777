"""Four digits for each member, for the length of one meeting: the way back from an idle lock."""

from __future__ import annotations

from kiosk.events import DigitsKept, DigitsRight, DigitsTaken, DigitsWrong
from kiosk.post.roles import Role

TRIES = 3


class MeetingDigits:
    """In memory only; whoever holds the keys wipes them when no try is left."""

    def __init__(self) -> None:
        self._digits: dict[str, Role] = {}
        self._left = TRIES

    def keep(self, role: Role, digits: str) -> DigitsKept | DigitsTaken:
        """Remember a member's digits, in the place of those before; no two may be the same."""
        if self._digits.get(digits, role) is not role:
            return DigitsTaken(role)
        self._digits = {known: who for known, who in self._digits.items() if who is not role}
        self._digits[digits] = role
        return DigitsKept(role)

    def tried(self, digits: str) -> DigitsRight | DigitsWrong:
        """Whose digits these are; a right try gives the others back."""
        role = self._digits.get(digits)
        if role is None:
            self._left -= 1
            return DigitsWrong(self._left)
        self._left = TRIES
        return DigitsRight(role)
