"""Where a sitting stands that makes, adds or revokes the committee's cards (DESIGN, Keys).

Nothing of it is stored before the committee's record is: who leaves, or loses the power, leaves
everything as it was, and the cards made meanwhile are void. `membership.attend` moves it on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.events import CardMade, PrinterTrouble
from kiosk.post.cards import DIGITS, GROUP, groups
from kiosk.post.committee import ENOUGH_CARDS, Committee
from kiosk.post.roles import Role
from kiosk.post.tasks import Task


class Step(StrEnum):
    """What stands on the screen."""

    START = "start"
    GATHER = "gather"
    MENU = "menu"
    ROSTER = "roster"
    AWAY = "away"
    COPY = "copy"
    TYPE = "type"
    READY = "ready"
    DRILL = "drill"
    KEEPING = "keeping"
    DONE = "done"


class Strip(StrEnum):
    """How a paper stands that was asked for."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class Said(StrEnum):
    """What is to be told beside the step itself."""

    CARD_UNKNOWN = "card_unknown"
    CARD_REVOKED = "card_revoked"
    CARD_REPEATED = "card_repeated"
    ENVELOPE_RIGHT = "envelope_right"
    ENVELOPE_UNKNOWN = "envelope_unknown"
    MISCOPIED = "miscopied"
    DRILLED = "drilled"
    NOT_KEPT = "not_kept"
    CLOCK_UNKNOWN = "clock_unknown"
    GATHER_AGAIN = "gather_again"
    CUT_OFF = "cut_off"


@dataclass(frozen=True)
class Making:
    """One card between being wanted and being put away; None as `role` is the envelope.

    `made` has its digits only until they were typed back. `wrong` are the groups of four, from 0,
    that were not yet typed as they are.
    """

    role: Role | None
    step: Step = Step.AWAY
    number: int = 0
    made: CardMade | None = field(default=None, repr=False)
    strip: Strip = Strip.NONE
    wrong: tuple[int, ...] = tuple(range(DIGITS // GROUP))

    @property
    def right(self) -> list[str]:
        """The groups that need not be typed again, "" for those that do."""
        code = groups(self.made.code) if self.made else []
        return ["" if at in self.wrong else group for at, group in enumerate(code)]


@dataclass(frozen=True)
class Sitting:
    """One sitting; `quorum` are the permitted sets of roles.

    At the roll call `envelope_next` says that the recovery envelope is typed, not a card.

    `fresh` are new cards that were typed back, by number; `envelope` says the same of the recovery
    envelope; `out` are numbers to be revoked. `wanted` roles are still needed beside an envelope
    that was right. `formed` is a record on its way to the store, `percent` how much went over to
    its keys. `strip` is the printed list.
    """

    quorum: tuple[tuple[Role, ...], ...]
    committee: Committee | None = field(default=None, repr=False)
    task: Task | None = None
    missing: tuple[Role, ...] = ()
    present: tuple[Role, ...] = ()
    gathered: bool = False
    by_envelope: bool = False
    envelope_next: bool = False
    wanted: int = 0
    making: Making | None = None
    fresh: tuple[tuple[int, Role], ...] = ()
    envelope: bool = False
    out: frozenset[int] = frozenset()
    formed: Committee | None = field(default=None, repr=False)
    kept: bool = False
    percent: int = 0
    strip: Strip = Strip.NONE
    trouble: PrinterTrouble | None = None
    working: bool = False
    said: Said | None = None

    @classmethod
    def begun(cls, committee: Committee) -> Sitting:
        """At the roll call of a committee."""
        quorum = tuple(lock.roles for lock in committee.quorum)
        return cls(quorum, committee, missing=committee.missing(frozenset()))

    @property
    def step(self) -> Step:
        """What is to be done now."""
        if self.kept:
            return Step.DONE
        if self.formed is not None:
            return Step.KEEPING
        if self.making is not None:
            return self.making.step
        if self.task is not None:
            return Step.DRILL if self.task is Task.DRILL else Step.ROSTER
        if self.committee is None:
            return Step.START
        return Step.MENU if self.gathered else Step.GATHER

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of which a permitted set needs a card, or that have one."""
        needed = {role for roles in self.quorum for role in roles}
        known = needed.union(self.committee.roles if self.committee else ())
        return tuple(role for role in Role if role in known)

    def cards(self, role: Role) -> tuple[int, ...]:
        """The numbers that this role has now, revoked or not, and the new ones."""
        now = self.committee.cards_of(role) if self.committee else ()
        new = (number for number, whose in self.fresh if whose is role)
        return (*(card.number for card in now), *new)

    def staying(self, role: Role) -> tuple[int, ...]:
        """The numbers that this role will have."""
        return tuple(number for number in self.cards(role) if number not in self.out)

    @property
    def bare(self) -> tuple[Role, ...]:
        """The roles without which no permitted set, or not this one's, could gather any more.

        After a rescue a role that could not come must have a new card: the old ones are gone.
        """
        new = {role for _, role in self.fresh}
        return tuple(
            role
            for role in self.roles
            if not self.staying(role)
            or (self.by_envelope and role in self.missing and role not in new)
        )

    def may_make(self, role: Role | None) -> bool:
        """Whether a card, or the envelope for None, may be made here.

        Without new keys a card gets its role's secret from somebody of the role, who must be here.
        """
        if role is None:
            return self.task is not Task.ADD
        return role in self.roles and (self.task is not Task.ADD or role in self.present)

    @property
    def thin(self) -> tuple[Role, ...]:
        """The roles that one lost card would leave without anybody."""
        return tuple(role for role in self.roles if len(self.staying(role)) < ENOUGH_CARDS)

    @property
    def wants_envelope(self) -> bool:
        """Whether a new recovery envelope must be made.

        After a rescue too: those who typed the old one could type it again, without the director.
        """
        return not self.envelope and self.task in {Task.FOUND, Task.RESCUE}

    @property
    def changes(self) -> bool:
        """Whether there is anything to agree on."""
        return bool(self.out or self.fresh or self.envelope)

    @property
    def complete(self) -> bool:
        """Whether the keys may be made."""
        return self.changes and not self.bare and not self.wants_envelope

    @property
    def void(self) -> bool:
        """Whether leaving now makes cards void: a card alone that was added is kept already."""
        shown = self.making is not None and self.making.made is not None
        added = self.task is Task.ADD and self.formed is not None
        return (bool(self.fresh or self.envelope) or shown or added) and not self.kept

    @property
    def rested(self) -> Sitting:
        """The same with its last touch answered."""
        return replace(self, working=False, said=None)
