"""A review: where the committee stands, from the first card to the last signature (R10, R13).

What must survive a power cut is in `Facts`, kept by the store; the rest is gone with the keys.
`advance` says what each event makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.post import jobs
from kiosk.post.calendar import Window
from kiosk.post.handles import spent
from kiosk.post.journal import Entry
from kiosk.post.letters import ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts, OpenedLetter, OpenedMeeting
from kiosk.post.protocol import Protocol
from kiosk.post.replies import Private
from kiosk.post.roles import Role


class Step(StrEnum):
    """Where the committee stands."""

    ROLL_CALL = "roll_call"
    CLOCK = "clock"
    UNLOCK = "unlock"
    COUNT = "count"
    REGISTER = "register"
    CLOSE = "close"
    CLOSED = "closed"


class Hint(StrEnum):
    """What the committee should be told beside the step itself."""

    CARD_UNKNOWN = "card_unknown"
    CARD_REPEATED = "card_repeated"
    WINDOW_OVER = "window_over"
    CLOCK_UNKNOWN = "clock_unknown"
    NOBODY_PULLED = "nobody_pulled"
    LOCK_BROKE = "lock_broke"
    NOT_STORED = "not_stored"
    GATHER_AGAIN = "gather_again"


class Setting(StrEnum):
    """How far the quorum is with a clock that could not be believed (law 7)."""

    ASKED = "asked"
    DONE = "done"


@dataclass(frozen=True)
class Moment:
    """What the calendar and the clock say now; `window` is None outside, or on a doubtful clock."""

    today: date | None
    window: Window | None


@dataclass(frozen=True)
class Review:
    """One meeting of the committee, from the first card to the last signature.

    `letters` is None until the set was unsealed. `number` of an entry is its journal number;
    `damaged` are the numbers of rows that no longer open.
    `let_open`: the lock was opened in this meeting. `protocol` is the one that can be printed.
    `looking_back`: with every letter registered, the rows are looked over once more.
    """

    missing: tuple[Role, ...]
    present: tuple[Role, ...] = ()
    gathered: bool = False
    door_open: bool = False
    lock_open: bool = False
    unlocking: bool = False
    facts: Facts | None = None
    letters: tuple[OpenedLetter, ...] | None = field(default=None, repr=False)
    entries: tuple[tuple[int, Entry], ...] = field(default=(), repr=False)
    damaged: tuple[int, ...] = ()
    matters: tuple[Matter, ...] = field(default=(), repr=False)
    handles: Mapping[str, ReplyTo] = field(default_factory=dict, repr=False)
    handle_places: Mapping[str, int] = field(default_factory=dict, repr=False)
    ended_handles: tuple[int, ...] = ()
    working: bool = False
    hint: Hint | None = None
    clock: Setting | None = None
    let_open: bool = False
    protocol: Protocol | None = None
    looking_back: bool = False

    @property
    def step(self) -> Step:
        """The first step that is not done yet."""
        if not self.gathered:
            return Step.ROLL_CALL
        if self.clock is not None:
            return Step.CLOCK
        if self.facts is None or self.letters is None:
            return Step.UNLOCK
        if self.facts.closed_on is not None:
            return Step.CLOSED
        if not self.facts.counted:
            return Step.COUNT
        return Step.REGISTER if self.remaining else Step.CLOSE

    @property
    def total(self) -> int:
        """Letters of this review, typed and paper."""
        return self.registered + self.remaining

    @property
    def registered(self) -> int:
        """Letters that have their row, whether it can still be read or not."""
        return len(self.entries) + len(self.damaged)

    @property
    def remaining(self) -> int:
        """Letters without a row."""
        return len(self.letters or ()) + self.papers_left

    @property
    def papers_left(self) -> int:
        """Paper letters counted by hand that have no row."""
        return (self.facts.hand or 0) - self.facts.papers if self.facts else 0

    def next_letter(self) -> OpenedLetter | None:
        """The typed letter to read next; None when only paper is left."""
        return self.letters[0] if self.letters else None

    @property
    def rested(self) -> Review:
        """The same with its last touch answered."""
        return replace(self, working=False, hint=None)

    @property
    def lies_open(self) -> bool:
        """Whether the box stands open before its letters were fixed."""
        return self.step is Step.UNLOCK and self.door_open

    def opened(self, meeting: OpenedMeeting) -> Review:
        """The same with its letters and rows in plain."""
        return replace(
            self,
            letters=meeting.letters,
            entries=meeting.entries,
            damaged=meeting.damaged,
            matters=meeting.matters,
            handles=meeting.handles,
            handle_places=meeting.handle_places,
            ended_handles=meeting.ended_handles,
        )

    @property
    def private(self) -> Private:
        """What the close does for single writers."""
        rows = [entry for _, entry in self.entries]
        used = spent(self.handle_places, (entry.handle for entry in rows))
        return Private.of(rows, (*self.ended_handles, *used))

    def asking_for_the_clock(self) -> Review:
        """Nothing that needs a day goes on until the quorum has set it."""
        return replace(self, clock=Setting.ASKED, hint=Hint.CLOCK_UNKNOWN)


Turn = tuple[Review, tuple[jobs.Job, ...]]


def working(review: Review, job: jobs.Job) -> Turn:
    """One thing at a time: until the job is answered, no touch counts."""
    return replace(review, working=True, hint=None), (job,)
