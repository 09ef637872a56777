"""The protocol of a closed review: what is signed on paper, without a word of any letter (R10).

It can be written again later from what the store keeps, while the quorum is there to open the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.answers import Telling
from kiosk.post.incidents import Noted
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import Origin
from kiosk.post.meeting import Facts
from kiosk.post.roles import Role
from kiosk.post.totals import PublicTotals
from kiosk.post.witness import WindowRule, Witness


@dataclass(frozen=True)
class Closing:
    """What goes into a close beside what the store has: who is here, and what is published.

    `totals` None leaves those on the board as they are.
    """

    review: int
    opened_on: date
    roles: tuple[Role, ...]
    slips_destroyed: bool | None = None
    answers: tuple[Telling, ...] = field(default=(), repr=False)
    totals: PublicTotals | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Account:
    """What the store tells of a closed review beside its rows.

    `before` was said at the close of the review before it. `incidents` are those from that close
    to this one, both days included. `amended` are rows of earlier reviews, corrected since then.
    """

    facts: Facts
    witness: Witness
    before: Witness | None = None
    incidents: tuple[Noted, ...] = ()
    amended: tuple[int, ...] = ()

    @property
    def former_rule(self) -> WindowRule | None:
        """When the box could be opened before, if that was changed since."""
        if self.before is None or self.before.rule == self.witness.rule:
            return None
        return self.before.rule


@dataclass(frozen=True)
class Decided:
    """What became of one letter, by its number in the journal."""

    number: int
    decision: Decision
    forum: Forum | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Protocol:
    """`decided` has the urgent ones first. `unread` are rows of letters that could not be opened,
    `lost` rows that no longer open themselves.
    """

    account: Account
    decided: tuple[Decided, ...] = field(default=(), repr=False)
    unread: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()

    @property
    def registered(self) -> int:
        """Letters that have a row."""
        return len(self.decided) + len(self.lost)

    @property
    def typed(self) -> int:
        """Letters that were typed on the screen."""
        return self.registered - self.account.facts.papers

    @property
    def urgent(self) -> tuple[Decided, ...]:
        """What could not wait."""
        return tuple(row for row in self.decided if row.urgent)

    def counts(self) -> dict[Decision, int]:
        """How many letters were decided so, in the order of the form."""
        found = Counter(row.decision for row in self.decided)
        return {decision: found[decision] for decision in Decision if found[decision]}

    def groups(self) -> dict[tuple[Decision, Forum | None], tuple[int, ...]]:
        """The numbers of what was decided alike, urgent ones too, in the order of the form."""
        places = [(decision, forum) for decision in Decision for forum in (*Forum, None)]
        alike = {
            place: tuple(
                sorted(row.number for row in self.decided if (row.decision, row.forum) == place)
            )
            for place in places
        }
        return {place: numbers for place, numbers in alike.items() if numbers}


def written(
    account: Account, entries: Iterable[tuple[int, Entry]], lost: Iterable[int] = ()
) -> Protocol:
    """The protocol of a review, from its rows by number; `lost` are rows that no longer open."""
    rows = sorted(entries, key=lambda row: row[0])
    decided = [_decided(number, entry) for number, entry in rows if entry.decision]
    return Protocol(
        account=account,
        decided=tuple(sorted(decided, key=lambda row: (not row.urgent, row.number))),
        unread=tuple(number for number, entry in rows if _was_unread(entry)),
        lost=tuple(sorted(lost)),
    )


def _decided(number: int, entry: Entry) -> Decided:
    if entry.decision is None:
        raise ValueError("a row without a decision cannot be registered")
    return Decided(number, entry.decision, entry.forum, entry.urgent)


def _was_unread(entry: Entry) -> bool:
    """A typed letter always has its day; without one, its envelope was damaged."""
    return entry.origin is Origin.TYPED and entry.written is None
