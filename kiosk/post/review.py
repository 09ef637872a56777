"""A review: where the committee stands, from the first card to the last signature (R10, R13).

What must survive a power cut is in `Facts`, kept by the store; the rest is gone with the keys.
`advance` says what each event makes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.post import jobs
from kiosk.post.calendar import Window
from kiosk.post.desk import OpenDesk
from kiosk.post.ending import Ending
from kiosk.post.handling import AtHand, in_order, queue, suffice
from kiosk.post.interludes import Interlude, Lock, Setting, Slips
from kiosk.post.journal import Entry
from kiosk.post.letters import ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.meeting import Facts, OpenedLetter, OpenedMeeting
from kiosk.post.protocol import Protocol
from kiosk.post.roles import Role
from kiosk.post.steps import Hint, Purpose, Step
from kiosk.post.totals import PublicTotals
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class Moment:
    """`window` is None outside, or on a doubtful clock; `told` is what the board tells last.

    The words of a letter go so many months after the last was done about it.
    """

    today: date | None
    window: Window | None
    told: PublicTotals | None = None
    keep_texts_months: int = 12


@dataclass(frozen=True)
class Review:
    """One meeting of the committee, from the first card to the last signature.

    `letters` is None until the set was unsealed. `number` of an entry is its journal number;
    `damaged` are the numbers of rows that no longer open.
    `let_open`: the lock was opened in this meeting. `protocol` is the one that can be printed.
    `looking_back`: with every letter registered, the rows are looked over once more.
    `quorum` are the permitted sets of roles.
    `digits` have chosen four digits, `choosing` are to choose them, the first one now, and of
    these `again` must choose others. `away` are those of the `present` who stepped away.
    `desk` is there while the committee sits at its desk, over whatever step.
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
    quorum: tuple[frozenset[Role], ...] = ()
    extra: Setting | None = None
    digits: frozenset[Role] = frozenset()
    choosing: tuple[Role, ...] = ()
    again: frozenset[Role] = frozenset()
    lock: Lock | None = None
    aside: Interlude | None = None
    wishes: Wishes = field(default_factory=Wishes, repr=False)
    away: frozenset[Role] = frozenset()
    slips: Slips = field(default_factory=Slips)
    purpose: Purpose = Purpose.REVIEW
    desk: OpenDesk | None = None
    ending: Ending | None = None

    @property
    def step(self) -> Step:
        """The first step that is not done yet."""
        if not self.gathered:
            return Step.ROLL_CALL
        if self.clock is not None:
            return Step.CLOCK
        if self.purpose is Purpose.DESK:
            return Step.DESK
        if self.extra is not None:
            return Step.ARRANGE
        if self.facts is None or self.letters is None:
            return Step.UNLOCK
        if self.facts.closed_on is not None:
            return Step.CLOSED
        if not self.facts.counted:
            return Step.COUNT
        return Step.REGISTER if self.remaining else Step.CLOSE

    @property
    def begun(self) -> bool:
        """Whether letters or journal lay open already, before somebody chose digits or a clock."""
        return self.letters is not None or self.desk is not None

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

    @property
    def interlude(self) -> Interlude | None:
        """What covers the step now."""
        if not self.gathered:
            return None
        if self.lock is not None:
            return Interlude.LOCKED
        if self.choosing:
            return Interlude.DIGITS
        if self.missing:
            return Interlude.MEMBERS
        if self.aside is None and self.desk and self.step not in {Step.DESK, Step.CLOCK}:
            return Interlude.DESK
        return self.aside or self._in_the_room

    @property
    def at_the_desk(self) -> bool:
        """Whether the desk is what lies open now, with nothing over it."""
        here = Interlude.DESK if self.step is not Step.DESK else None
        return self.desk is not None and self.interlude is here

    @property
    def _in_the_room(self) -> Interlude | None:
        if self.step not in {Step.REGISTER, Step.CLOSE}:
            return None
        if self.wishes.number is not None and not self.paper_lies_open:
            return Interlude.NUMBER
        if self.step is Step.REGISTER and self.at_hand is None:
            return Interlude.WAITING
        return Interlude.ROOM if self.away != self.leaving or self.too_few else None

    @property
    def queue(self) -> tuple[AtHand, ...]:
        """The letters without a row, in the order in which they come."""
        return queue(self.letters or (), self.papers_left, self.wishes)

    @property
    def at_hand(self) -> AtHand | None:
        """The letter that comes next; None where those here are too few for all that were put off.

        Then the review stays open (law 5).
        """
        waiting = (case for case in self.queue if not (case.put_off and self._few(case)))
        return next(waiting, None)

    @property
    def paper_lies_open(self) -> bool:
        """Whether the next paper letter's page comes now: it tells the number of the one before."""
        paper = self.at_hand is not None and self.at_hand.place is None
        alone = self.away == self.leaving and not self.too_few
        return self.step is Step.REGISTER and paper and alone

    @property
    def barred(self) -> frozenset[Role]:
        """Who must not read what lies open: the row that was asked for, or the letter at hand."""
        row = dict(self.entries).get(self.wishes.row or 0)
        if row is not None:
            return row.excluded
        return self.at_hand.barred if self.at_hand else frozenset()

    @property
    def leaving(self) -> frozenset[Role]:
        """Who of those present must be away for it."""
        return self.barred.intersection(self.present)

    @property
    def too_few(self) -> bool:
        """Whether those who may stay cannot handle it."""
        return bool(self.barred) and not suffice(set(self.present) - self.barred)

    def may_see(self, barred: frozenset[Role]) -> bool:
        """Whether nobody is in the room who must not read this."""
        return barred.isdisjoint(set(self.present) - self.away)

    def _few(self, case: AtHand) -> bool:
        return not suffice(set(self.present) - case.barred)

    def lacking(self, present: Iterable[Role]) -> tuple[Role, ...]:
        """The roles still needed beside these for the nearest permitted set."""
        here = frozenset(present)
        sets = self.quorum or (frozenset((*self.present, *self.missing)),)
        wanted = sorted((in_order(roles - here) for roles in sets), key=len)
        return wanted[0]

    @property
    def rested(self) -> Review:
        """The same with its last touch answered."""
        return replace(self, working=False, hint=None, ending=None)

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
            wishes=meeting.wishes,
        )

    def asking_for_the_clock(self) -> Review:
        """Nothing that needs a day goes on until the quorum has set it."""
        return replace(self, clock=Setting.ASKED, hint=Hint.CLOCK_UNKNOWN)


Turn = tuple[Review, tuple[jobs.Job, ...]]


def working(review: Review, job: jobs.Job) -> Turn:
    """One thing at a time: until the job is answered, no touch counts."""
    return replace(review, working=True, hint=None), (job,)
