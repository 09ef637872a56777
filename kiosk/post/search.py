"""Finding letters in the journal: in memory, forgiving how Kyrgyz and Russian are typed (R4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.book import Book, Row
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import Kind
from kiosk.post.roles import Role
from kiosk.post.schoolyear import month_of

ALIKE = (("ё", "е"), ("ң", "н"), ("ү", "у"), ("ө", "о"))
"""Letters that many keyboards lack, and what is typed in their place."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Filters:
    """Of each kind of filter, what is wanted; an empty set wants everything.

    None among the `kinds` is a letter without a kind. `months` are first days, of the months in
    which the box was opened.
    """

    kinds: frozenset[Kind | None] = field(default=frozenset(), repr=False)
    forums: frozenset[Forum] = field(default=frozenset(), repr=False)
    outcomes: frozenset[Decision] = field(default=frozenset(), repr=False)
    months: frozenset[date] = field(default=frozenset(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.kinds or self.forums or self.outcomes or self.months)

    def hold(self, row: Row) -> bool:
        """Whether a row is wanted; one that no longer opens can only be found by its month."""
        wanted = not self.months or month_of(row.opened_on) in self.months
        if row.entry is None:
            return wanted and not (self.kinds or self.forums or self.outcomes)
        return wanted and self._match(row.entry)

    def _match(self, entry: Entry) -> bool:
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.forums or entry.forum in self.forums)
            and (not self.outcomes or entry.decision in self.outcomes)
        )


EVERYTHING = Filters()


@dataclass(frozen=True)
class Index:
    """A journal with the words of its rows folded, so that every search is quick.

    No row is found by the title of a matter that somebody `present` must not read of. Folding
    thousands of rows takes a tenth of a second: make it where the journal is opened, not on the
    thread that draws.
    """

    book: Book = field(repr=False)
    present: frozenset[Role]
    texts: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, book: Book, present: Iterable[Role] = ()) -> Index:
        """Fold every row once."""
        roles = frozenset(present)
        shown = book.before(roles)
        texts = tuple(folded("\n".join(_said(shown, row))) for row in book.rows)
        return cls(book, roles, texts)

    def search(self, words: str = "", filters: Filters = EVERYTHING) -> tuple[Row, ...]:
        """The rows that are wanted and in which every one of the words occurs, the latest first.

        A word is found inside longer ones, for both languages build upon the ends of words. A row
        is also found by its number.
        """
        wanted = WORD.findall(folded(words))
        found = (
            row
            for row, text in zip(self.book.rows, self.texts, strict=True)
            if filters.hold(row) and all(word in text for word in wanted)
        )
        return tuple(sorted(found, key=lambda row: -row.number))


def folded(text: str) -> str:
    """The text without what typists differ in: case, and ё ң ү ө written as е н у о."""
    plain = unicodedata.normalize("NFC", text).casefold()
    for own, common in ALIKE:
        plain = plain.replace(own, common)
    return plain


def _said(book: Book, row: Row) -> Iterator[str]:
    yield str(row.number)
    entry = row.entry
    if entry is not None:
        yield from (entry.summary, entry.text, entry.reason, entry.reply)
        for matter in book.about(entry):
            yield from (matter.title, *(outcome.words for outcome in matter.outcomes))
        if entry.answer is not None:
            yield from (*entry.answer.headline.values(), *entry.answer.body.values())
