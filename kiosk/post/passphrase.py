"""What a document is sealed under when it leaves on a stick; chosen then, and kept nowhere.

Whoever finds the stick may guess as fast as computers do, so a phrase has ten characters at the
least that do not follow from each other; four words are better.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

LEAST = 10
MOST = 42
"""Characters: readers of documents take no more than 127 bytes, and a sign may be three."""

WORDS = 4
LONG = 18
ROWS = (
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "abcdefghijklmnopqrstuvwxyz",
)
"""What follows from one key to the next."""


class Strength(StrEnum):
    """How a phrase would stand up to somebody who tries many."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"

    @property
    def enough(self) -> bool:
        """Whether a document may be sealed under it."""
        return self in {Strength.FAIR, Strength.STRONG}


def tidied(phrase: str) -> str:
    """The phrase as it seals: composed, with single blanks and none at its ends."""
    return " ".join(unicodedata.normalize("NFKC", phrase).split())


def missing(phrase: str) -> int:
    """How many characters are still wanted."""
    return max(0, LEAST - len(tidied(phrase)))


def strength(phrase: str) -> Strength:
    """Judge a phrase by its length, by its words, and by what in it can be foreseen."""
    said = tidied(phrase)
    if len(said) < LEAST:
        return Strength.SHORT
    fresh, words = _fresh(said), {word for word in said.lower().split() if len(word) > 2}
    if fresh < LEAST - 2 or said.replace(" ", "").isdigit():
        return Strength.WEAK
    return Strength.STRONG if len(words) >= WORDS and fresh >= LONG else Strength.FAIR


def _fresh(phrase: str) -> int:
    """Characters that neither repeat the one before nor go on with a row, in words said once."""
    seen: set[str] = set()
    count = 0
    for word in phrase.lower().split():
        if word not in seen:
            count += sum(not _foreseen(word[max(0, at - 2) : at + 1]) for at in range(len(word)))
        seen.add(word)
    return count


def _foreseen(end: str) -> bool:
    """Whether the last of these signs repeats the one before it, or is the third of a row."""
    if end[-2:] == 2 * end[-1]:
        return True
    return len(end) > 2 and any(end in row or end[::-1] in row for row in ROWS)
