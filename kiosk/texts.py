"""What the screen and the papers say: sentences by key, dates and numbers, in three languages.

The sentences are in `locale/<language>/LC_MESSAGES/kiosk.po`, msgid = key. A language is compiled
in memory when it is first needed. Nothing falls back silently: a key that is missing raises, and
so does a value that its sentence does not ask for.

TextError
├── UnknownSentence (KeyError)
└── WrongValues (ValueError)
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter

from babel.dates import format_date, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kiosk.post.letters import LEAP_YEAR, DayMonth, Language

LOCALE = Path(__file__).parent / "locale"

# Kyrgyz joins day and month with a hyphen, so no case ending is ever needed: 22-ноябрь.
DAY_MONTH = {Language.KY: "d-MMMM", Language.RU: "d MMMM", Language.EN: "d MMMM"}

FULL = {Language.KY: "y-'ж'., d-MMMM", Language.RU: "d MMMM y 'г'.", Language.EN: "d MMMM y"}


class TextError(Exception):
    """A sentence was asked for in a way that cannot be answered."""


class UnknownSentence(TextError, KeyError):
    """No sentence has this key."""


class WrongValues(TextError, ValueError):
    """The values given are not the placeholders of the sentence."""


def po_file(language: Language) -> Path:
    """Where the sentences of a language are written."""
    return LOCALE / language / "LC_MESSAGES" / "kiosk.po"


@lru_cache(maxsize=256)
def placeholders(sentence: str) -> frozenset[str]:
    """The names in braces in a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


class _NoFallback(NullTranslations):
    """gettext would show a missing key on the screen; here it raises."""

    def gettext(self, message: str) -> str:
        raise UnknownSentence(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - gettext's own form
        raise UnknownSentence(msgid1)


@cache
def _compiled(language: Language) -> GNUTranslations:
    with po_file(language).open("rb") as file:
        catalog = read_po(file, locale=language.value, abort_invalid=True)
    machine = io.BytesIO()
    write_mo(machine, catalog)
    machine.seek(0)
    sentences = GNUTranslations(machine)
    sentences.add_fallback(_NoFallback())
    return sentences


@dataclass(frozen=True)
class Texts:
    """Everything that can be said in one language."""

    language: Language

    @cached_property
    def _sentences(self) -> GNUTranslations:
        return _compiled(self.language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the sentence; `values` are its placeholders, no more and no fewer."""
        return _filled(key, self._sentences.gettext(key), values)

    def many(self, key: str, n: int, /, **values: object) -> str:
        """Return the sentence in the plural form for `n`, which fills `{n}`."""
        return _filled(key, self._sentences.ngettext(key, key, n), {"n": n, **values})

    def date(self, day: dt.date | DayMonth) -> str:
        """Day and month: 22-ноябрь, 22 ноября, 22 November."""
        return self._format(day, DAY_MONTH[self.language])

    def day(self, day: dt.date) -> str:
        """The same with the weekday before it."""
        return self._format(day, "EEEE, " + DAY_MONTH[self.language])

    def full(self, day: dt.date) -> str:
        """Day, month and year: 2026-ж., 22-ноябрь; 22 ноября 2026 г.; 22 November 2026."""
        return self._format(day, FULL[self.language])

    def weekday(self, day: dt.date) -> str:
        """The weekday's name, standing alone."""
        return self._format(day, "cccc").capitalize()

    def weekdays(self) -> tuple[str, ...]:
        """All seven for narrow places, Monday first."""
        monday = dt.date(LEAP_YEAR, 1, 3)
        days = [monday + dt.timedelta(days=number) for number in range(7)]
        return tuple(self._format(day, "ccc").strip(".").capitalize() for day in days)

    def month(self, number: int) -> str:
        """Name of a month, 1 to 12, standing alone."""
        return self._format(DayMonth(1, number), "LLLL").capitalize()

    def short_month(self, number: int) -> str:
        """The same for a narrow column: Ноя, Нояб, Nov."""
        return self._format(DayMonth(1, number), "LLL").strip(".").capitalize()

    def time(self, moment: dt.time | dt.datetime) -> str:
        """Hours and minutes of a wall clock: 14:00."""
        wall = moment.timetz().replace(tzinfo=None) if isinstance(moment, dt.datetime) else moment
        return format_time(wall, "HH:mm", locale=self.language.value)

    def _format(self, day: dt.date | DayMonth, pattern: str) -> str:
        whole = dt.date(LEAP_YEAR, day.month, day.day) if isinstance(day, DayMonth) else day
        return format_date(whole, pattern, locale=self.language.value)


def _filled(key: str, sentence: str, values: dict[str, object]) -> str:
    if placeholders(sentence) != values.keys():
        asked, given = sorted(placeholders(sentence)), sorted(values)
        raise WrongValues(f"{key} has the placeholders {asked}, but was given {given}")
    return sentence.format(**values)
