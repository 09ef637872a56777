"""What in a public text might tell who wrote: a class, a full name, a telephone number (R8).

It only warns; people decide. It would rather miss a rare name than cry wolf at every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Sign(StrEnum):
    """What might be recognised."""

    CLASS = "class"
    NAME = "name"
    PHONE = "phone"


@dataclass(frozen=True)
class Trace:
    """One such place in a text, and its words."""

    sign: Sign
    words: str = field(repr=False)


YEAR = r"(?<![\d.,:№-])(?:1[0-2]|[1-9])"
QUOTED = "«»\"'„“”"
CLASSES = (
    # 7-Б, 11А, 7 «Б»: a capital, Cyrillic or a Latin one that looks alike.
    rf"{YEAR}\s?[-–]?[{QUOTED}]?[А-ДABCE][{QUOTED}]?(?!\w)",
    # 7б, 7-б: further letters in lower case would be endings (5-е) or measures (5м).
    rf"{YEAR}[-–]?[абвгд](?![\w-])",
    # 7 б класс, 7-"ж" классы: any letter, for the word says what is meant.
    rf"{YEAR}\s?[-–]?\s?[{QUOTED}]?[А-Яа-яЁё][{QUOTED}]?\s?[-–]?\s?класс",
)

BIG, SMALL = "А-ЯЁӨҮҢ", "а-яёөүң"
WORD = rf"[{BIG}][{SMALL}]{{2,}}(?:-[{BIG}][{SMALL}]+)?"
ENDING = rf"[{SMALL}]{{0,4}}"
FATHER = rf"[{BIG}][{SMALL}]+(?:ович|евич|овн[аеуыо]|евн[аеуыо]|ичн[аеуыо]){ENDING}"
FAMILY = rf"[{BIG}][{SMALL}]{{2,}}(?:[оеё]в|[оеё]ва|ский|ская)"
FAMILY_BENT = rf"{FAMILY}(?:а|у|ы|е|ой|ым|[дтгн][аоуыө](?:н|го)?|го|ну|нын)?"
CHILD = rf"{WORD}\s(?:уулу|кызы)(?:н[ауы][н]?|ну|нун|нан|ны|нда)?"
LATIN = r"[A-Z][a-z]{2,}(?:ovich|evich|ovna|evna|ova|eva|ov|ev)(?:'s)?"
LATIN_CHILD = r"[A-Z][a-z]{2,}\s(?:uulu|kyzy)"

PHONE = re.compile(r"(?<![\d+])(?:\+?996|\+7|0)(?:[ ()-]{0,2}\d){9,10}(?!\d)")
CLASS = [re.compile(pattern) for pattern in CLASSES]
NAME = re.compile(rf"(?<!\w)(?:{CHILD}|{LATIN_CHILD}|{FATHER}|{FAMILY_BENT}|{LATIN})(?!\w)")
PAIR = re.compile(rf"(?<![\w-]){WORD}(?=\s{WORD})(?:\s{WORD})+(?!\w)")
OWNERS = re.compile(r"[ндт][ыиуү]н\s(?:уулу|кызы)")
"""«Директордун кызы» is somebody's daughter, «Асан кызы» a name."""

PUBLIC = re.compile(
    r"(?<!\w)(?:кыргыз|ата|мекен|улут|улуу|жаңы|жыл|ысык|ала|ош|бишкек|чүй|нарын|талас|баткен|жалал"
    r"|манас|нооруз|билим|илим|бириккен|эл|мамлекет|министр|республик|президент|жогорку|кеңеш"
    r"|росси|советск|федерац|оон|день|дня|победы|знаний|учител|новый|новым|новог|год|конвенц"
    r"|конституц|средн|дворец|дом|улиц|проспект|киев|саратов|ростов|айтматов|токтогул)",
    re.IGNORECASE,
)
"""How words begin that stand with capitals in public texts and are nobody here."""


def traces(text: str) -> tuple[Trace, ...]:
    """What might tell who wrote, each once, in the order of `Sign`."""
    found = [
        *(Trace(Sign.CLASS, words) for words in _classes(text)),
        *(Trace(Sign.NAME, words) for words in _names(text)),
        *(Trace(Sign.PHONE, match.group()) for match in PHONE.finditer(text)),
    ]
    return tuple(dict.fromkeys(found))


def _classes(text: str) -> Iterator[str]:
    """Where a class is told in two ways at one place, the longer words."""
    found = {(m.start(), m.group()) for pattern in CLASS for m in pattern.finditer(text)}
    longest: dict[int, str] = {}
    for start, words in found:
        longest[start] = max(longest.get(start, ""), words, key=len)
    return (longest[start] for start in sorted(longest))


def _names(text: str) -> Iterator[str]:
    """Pairs of capitals anywhere but where a sentence begins, and endings that only names have."""
    taken = 0
    for match in sorted((*PAIR.finditer(text), *NAME.finditer(text)), key=_place):
        if match.start() >= taken and _personal(text, match):
            taken = match.end()
            yield match.group()


def _place(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _personal(text: str, match: re.Match[str]) -> bool:
    words = match.group()
    if PUBLIC.search(words) or OWNERS.search(words):
        return False
    if NAME.fullmatch(words) and (" " in words or re.fullmatch(FATHER, words)):
        return True
    if not _begins(text[: match.start()]):
        return True
    later = words.partition(" ")[2]
    return " " in later or bool(NAME.search(later))


def _begins(before: str) -> bool:
    """Whether a sentence begins after these words, where any word has a capital."""
    bare = before.rstrip(f" \n{QUOTED}-–—(")
    return not bare or bare[-1] in ".!?…:"
