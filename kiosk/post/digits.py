"""Four digits for each member, for the length of one meeting: the way back from an idle lock."""

from __future__ import annotations

from itertools import pairwise

from kiosk.events import DigitsKept, DigitsRefused, DigitsRight, DigitsWrong
from kiosk.post.roles import Role

TRIES = 3
FEW = 2
"""So few different figures are tried first by whoever guesses."""

CENTURIES = ("19", "20")


def easy(digits: str) -> bool:
    """Whether one who guesses would try them first: 1111, 1212, 1234, 9876, a year of birth."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    return len(set(digits)) <= FEW or steps in ({1}, {9}) or digits.startswith(CENTURIES)


class MeetingDigits:
    """In memory only; whoever holds the keys wipes them when no try is left."""

    def __init__(self) -> None:
        self._digits: dict[str, Role] = {}
        self._left = TRIES

    def keep(self, role: Role, digits: str) -> DigitsKept | DigitsRefused:
        """Remember a member's digits, in the place of those before.

        Easy ones are refused. So are those of another, who must choose anew as well: a refusal
        would tell them, so they open nothing any more.
        """
        if easy(digits):
            return DigitsRefused(role)
        other = self._digits.get(digits, role)
        if other is not role:
            del self._digits[digits]
            return DigitsRefused(role, again=other)
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
