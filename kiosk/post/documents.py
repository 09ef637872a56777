"""What goes onto paper or a stick, and what of it must never leave openly (law 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.post.analysis import Tally
from kiosk.post.journal import Answer, Forum
from kiosk.post.notebook import Notebook
from kiosk.post.protocol import Protocol
from kiosk.post.schoolyear import SchoolYear


class Document(StrEnum):
    """What the committee may ask for."""

    PROTOCOL = "protocol"
    JOURNAL = "journal"
    STRIPS = "strips"
    AGENDA = "agenda"
    ASSEMBLY = "assembly"
    REPORT = "report"
    NUMBERS = "numbers"


class Way(StrEnum):
    """How a document leaves: on the strip of the receipt printer, or as a file on a stick."""

    PRINTER = "printer"
    STICK = "stick"


WAYS = {
    Document.PROTOCOL: (Way.PRINTER, Way.STICK),
    Document.JOURNAL: (Way.STICK,),
    Document.STRIPS: (Way.PRINTER,),
    Document.AGENDA: (Way.PRINTER, Way.STICK),
    Document.ASSEMBLY: (Way.STICK,),
    Document.REPORT: (Way.STICK,),
    Document.NUMBERS: (Way.STICK,),
}


@dataclass(frozen=True)
class Reviewed:
    """One closed review, by its number, and the day on which its box was opened."""

    number: int
    on: date


@dataclass(frozen=True)
class ForumDay:
    """The day on which a forum sits."""

    forum: Forum
    on: date


Choice = SchoolYear | Reviewed | ForumDay
"""What a document is of."""

Offers = Mapping[Document, tuple[Choice, ...]]
"""What can be had of each document, the latest last."""

OPENLY = frozenset({Document.ASSEMBLY, Document.NUMBERS})
"""What leaves without a passphrase: answers that were public, and columns that are plain anyway.

A protocol's numbers and a report's small counts could tell of a child, so they are sealed too.
"""


@dataclass(frozen=True)
class Item:
    """One matter on an agenda: its letters by number, with what each is about."""

    title: str = field(repr=False)
    letters: tuple[tuple[int, str], ...] = field(repr=False)
    due: date | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Agenda:
    """What a forum is to consider on its day.

    `at_desk` are numbers of letters whose matter not everybody may read: they have no word here.
    """

    forum: Forum
    on: date
    items: tuple[Item, ...] = field(repr=False)
    at_desk: tuple[int, ...] = ()

    def late(self, item: Item) -> bool:
        """Whether it should have been considered before this day."""
        return item.due is not None and item.due < self.on


@dataclass(frozen=True)
class Assembly:
    """The general answers that are given on a day, as one text to be read out (R12)."""

    forum: Forum
    on: date
    answers: tuple[Answer, ...] = field(repr=False)


Content = Protocol | Notebook | Tally | Agenda | Assembly


class Unsealed(ValueError):
    """What holds private columns was about to leave without a passphrase."""


@dataclass(frozen=True)
class Order:
    """One document in A4: for a school of these names, made on a day, under a passphrase or none.

    Raises `Unsealed`.
    """

    content: Content = field(repr=False)
    names: tuple[str, ...]
    on: date
    passphrase: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not self.passphrase and not isinstance(self.content, Assembly):
            raise Unsealed("this document must not leave without a passphrase")
