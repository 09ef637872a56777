"""What the board may tell of the letters: a few sums, from which nobody can be found out (law 4).

They are computed once, at the close of a review, and say nothing finer than a month. A figure that
was told changes only when at least `FEW` letters came to it, so no difference between two boards is
ever a few letters; and at least `FEW` of the letters that are newly told stay out of every
breakdown, so nothing follows from the sum. Until it has `FEW` letters, a kind or an outcome is told
as "fewer than five". Why this is enough: docs/decisions/0030.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.post.analysis import Tally
from kiosk.post.journal import Decision
from kiosk.post.letters import Kind
from kiosk.post.schoolyear import SchoolYear

FEW = 5
"""Fewer letters than that are never told apart."""

MONTH = timedelta(days=28)
"""The shortest month: what is told later is never told sooner than that after the last time."""

TOLD_OUTCOMES = (Decision.ANSWERED, Decision.REFERRED, Decision.DECLINED)
"""What the board tells of decisions. Letters that needed no action stay untold, like letters
without a kind: without such a rest the sum would give away what is left out."""

What = TypeVar("What", bound=Hashable)
Name = TypeVar("Name", bound=StrEnum)
Counts = Mapping[What, int]


class TotalsDamaged(ValueError):
    """What the board told cannot be read."""


@dataclass(frozen=True)
class PublicTotals:
    """What was told on a day: `letters` of the school year so far, exactly.

    Of each kind and outcome there are at least so many; 0 is fewer than five.
    """

    on: date
    year: SchoolYear
    letters: int
    kinds: Mapping[Kind, int]
    outcomes: Mapping[Decision, int]

    def pack(self) -> str:
        """As the store keeps it."""
        return json.dumps(
            {
                "on": self.on.isoformat(),
                "year": self.year.start,
                "letters": self.letters,
                "kinds": dict(self.kinds),
                "outcomes": dict(self.outcomes),
            }
        )

    @classmethod
    def unpack(cls, words: str) -> PublicTotals:
        """What `pack` gave; raises `TotalsDamaged`. A kind that is not known is left out."""
        try:
            said = json.loads(words)
            return cls(
                on=date.fromisoformat(said["on"]),
                year=SchoolYear(int(said["year"])),
                letters=int(said["letters"]),
                kinds=_known(Kind, said["kinds"]),
                outcomes=_known(Decision, said["outcomes"]),
            )
        except (ValueError, TypeError, LookupError, AttributeError):
            raise TotalsDamaged("what the board told cannot be read") from None


def public(
    tally: Tally, former: PublicTotals | None, on: date, few: int = FEW
) -> PublicTotals | None:
    """What the board tells from now on; None where what it told last has to stay.

    `tally` counts the school year so far, with the review that closes today; `former` is what was
    told last, whenever that was.
    """
    if former is not None and on < former.on + MONTH:
        return None
    year = SchoolYear.of(tally.first)
    told = _told_of(tally, former, PublicTotals(on, year, 0, {}, {}))
    fresh = tally.letters - told.letters
    kinds = raised({kind: tally.kinds[kind] for kind in Kind}, told.kinds, fresh, few)
    decided = {outcome: tally.outcomes[outcome] for outcome in TOLD_OUTCOMES}
    outcomes = raised(decided, told.outcomes, fresh, few)
    if kinds is None or outcomes is None:
        return None
    return PublicTotals(on, year, tally.letters, kinds, outcomes)


def raised(
    counts: Counts[What], told: Counts[What], fresh: int, few: int
) -> dict[What, int] | None:
    """What may be told of each part, beside `fresh` letters newly told in the sum.

    None where nothing may be told yet. `counts` are the true ones, `told` those told before. What
    has never been told and is no longer few must be told, or "fewer than five" would be a lie; then
    the others follow in their order, as far as the letters go.
    """
    waiting = {what: count - told.get(what, 0) for what, count in counts.items()}
    steps = {what: few for what, n in waiting.items() if n >= few and not told.get(what)}
    room = fresh - few * (1 + len(steps))
    if room < 0:
        return None
    for what, n in waiting.items():
        more = min(n - steps.get(what, 0), room)
        if more > 0 and steps.get(what, more) >= few:
            steps[what] = steps.get(what, 0) + more
            room -= more
    return {what: told.get(what, 0) + steps.get(what, 0) for what in counts}


def _told_of(tally: Tally, former: PublicTotals | None, nothing: PublicTotals) -> PublicTotals:
    """What was told of these letters: nothing in a new school year, and nothing where there are
    fewer of them, for then a new committee began with a journal of its own.
    """
    if former is None or former.year != nothing.year or former.letters > tally.letters:
        return nothing
    return former


def _known(names: type[Name], said: Mapping[str, Any]) -> dict[Name, int]:
    return {name: int(said[name]) for name in names if name in said}
