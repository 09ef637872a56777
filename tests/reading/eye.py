"""An eye that is not ours: tesseract reads a picture of a screen, and we compare the words.

A sentence is read if all its words are, in their order; a neighbour's words may stand between,
because columns beside each other are read line by line. A word of up to 3 letters or with a digit
must be the same (but зо is 30); in longer ones every fifth letter, one at least, may be misread.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps, ImageStat

from kiosk.post.letters import Language

READER = shutil.which("tesseract")
TRAINED = {Language.KY: "kir", Language.RU: "rus"}
LOOKS = ((2, "11"), (2, "3"), (3, "11"), (3, "3"))
"""How often larger, and laid out how: text wherever it stands (11), or in blocks (3).

Whoever does not find a sentence at once looks again.
"""
DARK = 128
SHORT, EVERY = 3, 5
ALIKE = str.maketrans("ё", "е")
DIGITS = str.maketrans("зо", "30")


class Seen(NamedTuple):
    """The sentences that were not read, and the words of every look."""

    unread: list[str]
    words: list[list[str]]


@cache
def trained() -> frozenset[str]:
    """The languages that this machine's tesseract can read."""
    if READER is None:
        return frozenset()
    known = subprocess.run([READER, "--list-langs"], capture_output=True, text=True, check=True)
    return frozenset(known.stdout.split())


def missing() -> str:
    """What this machine lacks for reading, in words; empty if nothing."""
    lacking = sorted({*TRAINED.values()} - trained())
    return f"no tesseract with {', '.join(lacking)}" if lacking else ""


def seen(sentences: list[str], picture: Image.Image, language: Language) -> Seen:
    """Look as often as it takes to read these sentences."""
    found: list[list[str]] = []
    left = sentences
    for times, layout in LOOKS:
        if left or not found:
            found.append(_read(picture, language, times, layout))
            left = [one for one in left if not is_read(one, found[-1])]
    return Seen(left, found)


def _read(picture: Image.Image, language: Language, times: int, layout: str) -> list[str]:
    grey = picture.convert("L").resize((picture.width * times, picture.height * times))
    if ImageStat.Stat(grey).median[0] < DARK:
        grey = ImageOps.invert(grey)
    file = BytesIO()
    grey.save(file, "PPM")
    command = [str(READER), "-", "-", "-l", TRAINED[language], "--psm", layout, "--dpi", "300"]
    read = subprocess.run(command, input=file.getvalue(), capture_output=True, check=True)
    return words(read.stdout.decode())


def words(text: str) -> list[str]:
    """The words of a text in small letters, ё as е, without signs."""
    return re.findall(r"[^\W_]+", text.lower().translate(ALIKE))


def is_read(sentence: str, told: list[str]) -> bool:
    """Whether all words of a sentence stand there in their order; two may have grown together."""
    rest = words(sentence)
    for other in told:
        if rest and same(rest[0], other):
            rest = rest[1:]
        elif grown_together(rest[:2], other):
            rest = rest[2:]
    return not rest


def grown_together(both: list[str], other: str) -> bool:
    """Whether two words were read as one; no letter may be missing, for a word may be one."""
    joined = "".join(both)
    return len(both) > 1 and len(joined) == len(other) and same(joined, other)


def same(word: str, other: str) -> bool:
    """Whether a word was read, but for the letters that may be wrong."""
    if word.isdigit():
        return word == other.translate(DIGITS)
    if len(word) <= SHORT or not word.isalpha():
        return word == other
    allowed = max(1, len(word) // EVERY)
    return abs(len(word) - len(other)) <= allowed and distance(word, other) <= allowed


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed."""
    row = list(range(len(other) + 1))
    for nth, letter in enumerate(one, 1):
        above, row = row, [nth]
        for at, sign in enumerate(other):
            changed = above[at] + (letter != sign)
            row.append(min(above[at + 1] + 1, row[at] + 1, changed))
    return row[-1]
