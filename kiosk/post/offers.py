"""What of the open journal can go onto paper, and how each document is drawn up from it (R11, R12).

Paper outlives the room: whoever was left out of a letter may find it on a desk one day. So of a row
that leaves anybody out no word goes along, only its number, its kind and what was decided; onto an
agenda its number alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.post import forums
from kiosk.post.analysis import tally
from kiosk.post.book import Book, Row
from kiosk.post.documents import Choice, Content, Document, ForumDay, Offers, Reviewed
from kiosk.post.journal import Entry
from kiosk.post.notebook import notebook
from kiosk.post.protocol import Account, written
from kiosk.post.roles import Role
from kiosk.post.schoolyear import SchoolYear

Supply = Callable[[Document, Choice], Content]
"""Draws a document up from what is open; a notebook serves for strips and numbers, too."""


EVERYBODY = tuple(Role)


class NotOffered(LookupError):
    """A document was asked for that the journal has nothing for."""


@dataclass(frozen=True)
class Archive:
    """The open journal on a day, and what the store tells of each closed review."""

    book: Book = field(repr=False)
    accounts: Sequence[Account]
    today: date

    @property
    def offers(self) -> Offers:
        """Of each document all that there is, the latest last."""
        opened = {row.opened_on for row in self.book.rows}
        years = tuple(sorted({SchoolYear.of(day) for day in opened}))
        reviews = {row.review: row.opened_on for row in self.book.rows}
        held = tuple(Reviewed(number, on) for number, on in sorted(reviews.items()))
        signed = tuple(Reviewed(one.facts.review, one.facts.opened_on) for one in self.accounts)
        return {
            Document.PROTOCOL: signed,
            Document.JOURNAL: years,
            Document.STRIPS: held,
            Document.AGENDA: forums.agenda_days(self.book, self.today),
            Document.ASSEMBLY: forums.assembly_days(self._shared),
            Document.REPORT: years,
            Document.NUMBERS: years,
        }

    def supply(self, document: Document, choice: Choice) -> Content:
        """Draw one up; raises `NotOffered`."""
        match document, choice:
            case Document.PROTOCOL, Reviewed(number=number):
                return self._protocol(number)
            case Document.STRIPS, Reviewed(number=number):
                rows = [row for row in self._shared.rows if row.review == number]
                return notebook(rows, date.min, date.max, self._shared.matters)
            case Document.REPORT, SchoolYear(first=first, last=last):
                return tally(self.book, first, last, [*Role])
            case ((Document.JOURNAL | Document.NUMBERS), SchoolYear(first=first, last=last)):
                return notebook(self._shared.rows, first, last, self._shared.matters)
            case Document.AGENDA, ForumDay(forum=forum, on=on):
                return forums.agenda(self._shared, forum, on, self.book)
            case Document.ASSEMBLY, ForumDay(forum=forum, on=on):
                return forums.assembly(self._shared, forum, on)
        raise NotOffered(document)

    def _protocol(self, review: int) -> Content:
        """As it was decided then: what was corrected later stands in a later protocol."""
        account = next(one for one in self.accounts if one.facts.review == review)
        rows = [row for row in self.book.rows if row.review == review]
        decided = [(row.number, row.decided) for row in rows if row.decided]
        return written(account, decided, [row.number for row in rows if row.decided is None])

    @property
    def _shared(self) -> Book:
        """What may be read by everybody, whoever holds the paper."""
        return replace(self.book.before(EVERYBODY), rows=tuple(map(_bare, self.book.rows)))


def _bare(row: Row) -> Row:
    """The row without a word, where any of its versions leaves somebody out."""
    if row.entry is None or not row.barred(EVERYBODY):
        return row
    return replace(row, entry=_wordless(row.entry), former=tuple(map(_wordless, row.former)))


def _wordless(entry: Entry) -> Entry:
    """What was decided about it; an answer hangs on the board for all to read."""
    return replace(entry, summary="", reason="", text="", reply="", matters=(), informed=())
