"""What the store keeps of a review: facts, from which a cut-off review is taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.journal import Difference, Entry
from kiosk.post.letters import Letter, ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.roles import Role
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class SealedEnvelope:
    """One envelope of the set that a review must register; `place` is its row in the pool.

    `label` is its number in this review, 1 and up, dealt at random when the set was fixed.
    """

    place: int
    sealed: bytes = field(repr=False)
    label: int = 0


@dataclass(frozen=True)
class SealedEntry:
    """One journal row: number and review are plain, the rest is sealed under the journal key."""

    number: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class SealedMatter:
    """One matter of any review, under the journal key; its number is random."""

    number: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class SealedHandle:
    """One record of the pool that pairs a slip's handle with a reply key; `place` is its row."""

    place: int
    sealed: bytes = field(repr=False)


@dataclass(frozen=True)
class OpenedLetter:
    """An envelope of the set in plain, waiting for its row; `letter` is None if it was damaged."""

    place: int
    letter: Letter | None = field(repr=False)
    label: int = 0


@dataclass(frozen=True)
class Facts:
    """What is known of one review after any power cut.

    `slot` is the sensor's count fixed when the door was opened; `hand` is None until paper was
    counted; `reason` says why the two differ. `papers` counts the paper letters registered so far.
    `roles` took part on any of its days. `slips` letters were printed to be read in a room; whether
    they were destroyed is said at the close, where `chain` becomes the head of the decisions.
    """

    review: int
    opened_on: date
    slot: int
    hand: int | None = None
    reason: Difference | None = None
    papers: int = 0
    closed_on: date | None = None
    roles: tuple[Role, ...] = ()
    slips: int = 0
    slips_destroyed: bool | None = None
    chain: bytes = field(default=b"", repr=False)

    @property
    def counted(self) -> bool:
        """Whether paper is counted and any difference has its reason (law 5)."""
        return self.hand is not None and (self.hand == self.slot or self.reason is not None)


@dataclass(frozen=True)
class Meeting:
    """A review that was opened and not closed, as the store gives it back.

    `wishes` is what the committee said about its letters, sealed.
    """

    facts: Facts
    envelopes: tuple[SealedEnvelope, ...] = ()
    entries: tuple[SealedEntry, ...] = ()
    handles: tuple[SealedHandle, ...] = ()
    matters: tuple[SealedMatter, ...] = ()
    wishes: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class OpenedMeeting:
    """The same in plain: letters in random order, entries by number; only in memory (law 3).

    `damaged` are the numbers of rows that no longer open. `handles` are the slips that count, by
    their digits, and `handle_places` their places in the pool; `ended_handles` are the places of
    those that count no more. `matters` are all that can be read, the latest first.
    """

    letters: tuple[OpenedLetter, ...] = ()
    entries: tuple[tuple[int, Entry], ...] = ()
    damaged: tuple[int, ...] = ()
    handles: Mapping[str, ReplyTo] = field(default_factory=dict, repr=False)
    handle_places: Mapping[str, int] = field(default_factory=dict, repr=False)
    ended_handles: tuple[int, ...] = ()
    matters: tuple[Matter, ...] = ()
    wishes: Wishes = field(default_factory=Wishes, repr=False)
