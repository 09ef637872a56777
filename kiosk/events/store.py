"""What the store answers about the board, reviews and the journal, after the commit returned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.events.kept import FromStore, KeptEvent
from kiosk.post.board import Board
from kiosk.post.book import SealedBook
from kiosk.post.clock import Correction
from kiosk.post.committee import Committee
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.incidents import Incident
from kiosk.post.journal import Entry
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts, Meeting, SealedEntry
from kiosk.post.protocol import Account
from kiosk.post.verifying import Verdict
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class BoardRead(FromStore):
    """What hangs on the board, the review that was cut off, if any, and all incidents by day.

    `owed` is the first closed review whose protocol was never printed. `committee` may have been
    set aside from the command line.
    """

    board: Board
    unfinished: Facts | None = None
    incidents: tuple[tuple[date, Incident], ...] = ()
    owed: int | None = None
    committee: Committee | None = field(default=None, repr=False)


@dataclass(frozen=True)
class NoticesChanged(FromStore):
    """What hangs on the board was changed on the screen, durably."""

    read: BoardRead


@dataclass(frozen=True)
class ClockSet(FromStore):
    """The day and the correction that the quorum agreed on are durable; None: it was right."""

    correction: Correction | None
    read: BoardRead


@dataclass(frozen=True)
class OpeningKept(FromStore):
    """A review out of turn is durable, and on the board."""

    read: BoardRead


@dataclass(frozen=True)
class ReviewOpened(FromStore):
    """The set of envelopes and the slot's count are fixed; also when a review is resumed."""

    meeting: Meeting


@dataclass(frozen=True)
class PaperHandCounted(FromStore):
    """The hand count and its reason are durable."""

    facts: Facts


@dataclass(frozen=True)
class EntryRegistered(FromStore):
    """A letter has its row; `place` is the envelope made blank, None for paper."""

    number: int
    place: int | None
    entry: Entry = field(repr=False)
    facts: Facts
    filing: Filing = NOTHING


@dataclass(frozen=True)
class EntryRewritten(FromStore):
    """A row of the open review was overwritten with what the committee says now."""

    number: int
    entry: Entry = field(repr=False)
    filing: Filing


@dataclass(frozen=True)
class CommitteeKept(FromStore):
    """The committee's record is durable, and all that waits is sealed to it."""

    committee: Committee = field(repr=False)


@dataclass(frozen=True)
class WishesKept(FromStore):
    """What was said about letters is durable."""

    wishes: Wishes = field(repr=False)


@dataclass(frozen=True)
class SlipNoted(FromStore):
    """One more letter may be printed to be read in a room."""

    facts: Facts


@dataclass(frozen=True)
class ReviewClosed(FromStore):
    """The review is closed and its answers hang on the board."""

    account: Account

    @property
    def facts(self) -> Facts:
        """Of the closed review."""
        return self.account.facts


@dataclass(frozen=True)
class FormerRead(FromStore):
    """A closed review that still owes its protocol; its rows are sealed."""

    account: Account
    rows: tuple[SealedEntry, ...] = field(repr=False)


@dataclass(frozen=True)
class BookRead(FromStore):
    """The whole journal, sealed, and what is told of each closed review, the latest last."""

    sealed: SealedBook = field(repr=False)
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True)
class MatterKept(FromStore):
    """What became of a matter is durable."""

    matter: Matter = field(repr=False)


@dataclass(frozen=True)
class EntryAmended(FromStore):
    """A row of a closed review says something else now; what it said before is kept."""

    number: int
    entry: Entry = field(repr=False)
    filing: Filing


@dataclass(frozen=True)
class TextsErased(FromStore):
    """Letter and private reply of these rows are gone from the store."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class BookChecked(FromStore):
    """Whether the journal is what was decided."""

    verdict: Verdict


@dataclass(frozen=True)
class DeskClosed(FromStore):
    """What a desk session decided is published: answers hang on the board, replies lie ready."""


@dataclass(frozen=True)
class StoreFailed(FromStore):
    """A committee's step was not stored; nothing was half done."""

    step: str


StoreEvent = (
    KeptEvent
    | BoardRead
    | NoticesChanged
    | ClockSet
    | OpeningKept
    | ReviewOpened
    | PaperHandCounted
    | EntryRegistered
    | CommitteeKept
    | EntryRewritten
    | SlipNoted
    | WishesKept
    | ReviewClosed
    | FormerRead
    | BookRead
    | MatterKept
    | EntryAmended
    | TextsErased
    | BookChecked
    | DeskClosed
    | StoreFailed
)
