"""The whole journal in plain: only in memory, and only while the quorum is there (law 3)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from kiosk.post.journal import Answer, Entry
from kiosk.post.matters import Matter
from kiosk.post.meeting import SealedMatter
from kiosk.post.roles import Role


@dataclass(frozen=True)
class ReviewDays:
    """When the box was opened for a review, and when the review was closed, None before that."""

    number: int
    opened_on: date
    closed_on: date | None


@dataclass(frozen=True)
class SealedVersion:
    """What a row says, or said before it was corrected, under the journal key.

    `number` and `review` are the row's. `chained` is the review whose close put this version into
    the chain of decisions, None until then; `digest` is what the chain knows of it. `place` is
    where the store keeps what was said before, 0 for what the row says now.
    """

    number: int
    review: int
    sealed: bytes = field(repr=False)
    digest: bytes = field(default=b"", repr=False)
    chained: int | None = None
    place: int = 0


Dated = tuple[Entry, date | None]
"""A version and the day of the close that put it into the chain, None before that."""

Record = SealedVersion | SealedMatter
"""What is opened one by one."""


@dataclass(frozen=True)
class SealedBook:
    """What lies open of the journal: rows by number, `superseded` the oldest first.

    What is sealed of it was given to the keys record by record, and is left out.
    """

    reviews: tuple[ReviewDays, ...] = ()
    rows: tuple[SealedVersion, ...] = ()
    superseded: tuple[SealedVersion, ...] = ()
    matters: tuple[SealedMatter, ...] = ()


@dataclass(frozen=True)
class Row:
    """One numbered row: the review it was written in, and what it says.

    `entry` is None for a row that no longer opens; `closed_on` while its review goes on. `former`
    is what the row said before it was corrected, the oldest first, as far as it can be read;
    `amended_on` is when the last correction went into the chain, None before that and where nothing
    was corrected; `former_on` is the same for each of `former`, left out where all were taken in by
    the close of their own review. `first_lost`: what was decided at that close cannot be read.
    """

    number: int
    review: int
    opened_on: date
    closed_on: date | None
    entry: Entry | None = field(repr=False)
    former: tuple[Entry, ...] = field(default=(), repr=False)
    amended_on: date | None = None
    first_lost: bool = False
    former_on: tuple[date | None, ...] = ()

    @property
    def told(self) -> Answer | None:
        """The answer that was hung last, None where none hangs."""
        known = (said.answer for said in reversed(self.versions) if not said.untold)
        return next(known, None)

    @property
    def decided(self) -> Entry | None:
        """What it said at the close of its own review; None where that no longer opens."""
        return None if self.first_lost else next(iter(self.versions), None)

    @property
    def versions(self) -> tuple[Entry, ...]:
        """All that the row ever said and that can be read, the oldest first."""
        return self.former if self.entry is None else (*self.former, self.entry)

    @property
    def dated(self) -> tuple[Dated, ...]:
        """All versions that can be read, the oldest first, each with the close that took it in."""
        days = self.former_on or (self.closed_on,) * len(self.former)
        before = tuple(zip(self.former, days, strict=True))
        corrected = bool(self.former) or self.first_lost
        last = self.amended_on if corrected else self.closed_on
        return before if self.entry is None else (*before, (self.entry, last))

    def lasting(self, holds: Callable[[Entry], bool]) -> tuple[Dated, ...]:
        """Those of them since which something holds without a break, up to what it says now."""
        found = list(takewhile(lambda one: holds(one[0]), reversed(self.dated)))
        return tuple(reversed(found))

    def barred(self, present: Collection[Role]) -> frozenset[Role]:
        """Who of those here must not read it: any of its versions left them out."""
        return frozenset(
            role for said in self.versions for role in said.excluded if role in present
        )


@dataclass(frozen=True)
class Book:
    """Every row by number, and all matters; nothing of it is ever written down in plain."""

    rows: tuple[Row, ...] = field(default=(), repr=False)
    matters: tuple[Matter, ...] = field(default=(), repr=False)

    @property
    def settled(self) -> tuple[tuple[int, Entry], ...]:
        """The rows of closed reviews by number, as far as they can be read."""
        closed = (row for row in self.rows if row.closed_on is not None)
        return tuple((row.number, row.entry) for row in closed if row.entry is not None)

    @property
    def untold(self) -> tuple[tuple[int, Entry], ...]:
        """Those of them whose answer the board does not know yet."""
        return tuple((number, entry) for number, entry in self.settled if entry.untold)

    def before(self, present: Collection[Role]) -> Book:
        """The same without the matters of rows that somebody here must not read.

        A matter's title is the beginning of a summary, perhaps of theirs.
        """
        kept_back = [row for row in self.rows if row.barred(present)]
        hidden = {one for row in kept_back for said in row.versions for one in said.matters}
        shown = (one for one in self.matters if one.excluded.isdisjoint(present))
        return replace(self, matters=tuple(one for one in shown if one.number not in hidden))

    def barred(self, matter: Matter, present: Collection[Role]) -> frozenset[Role]:
        """Who of those here must not read of this matter."""
        about = [
            row for row in self.rows if any(matter.number in one.matters for one in row.versions)
        ]
        found = matter.excluded.intersection(present)
        return found.union(*(row.barred(present) for row in about))

    def about(self, entry: Entry) -> tuple[Matter, ...]:
        """The matters that this entry is about, as far as they are known here."""
        known = self._by_number
        return tuple(known[number] for number in entry.matters if number in known)

    @cached_property
    def _by_number(self) -> dict[int, Matter]:
        """Asked for once a row, of thousands."""
        return {matter.number: matter for matter in self.matters}
