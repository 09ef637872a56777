"""What a row changes beside itself: which row it overwrites, and what becomes of its matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.post.journal import Entry
from kiosk.post.matters import Matter, begun, numbered, title
from kiosk.post.meeting import Facts

Rows = Sequence[tuple[int, Entry]]


@dataclass(frozen=True)
class Filing:
    """`corrects` is the number of the row that is overwritten, None for a letter's first row.

    `matter` begins with this row, or takes its new title from it; `dropped` are numbers of matters
    that no row is about any more. `sealed` is the matter once the keys have sealed it.
    """

    corrects: int | None = None
    matter: Matter | None = None
    dropped: tuple[int, ...] = ()
    sealed: bytes = field(default=b"", repr=False)

    def drawn(self, entry: Entry) -> tuple[Entry, Filing]:
        """Row and filing with a number for a matter that has none yet."""
        if self.matter is None or self.matter.number:
            return entry, self
        matter = numbered(self.matter)
        return replace(entry, matters=(matter.number,)), replace(self, matter=matter)


NOTHING = Filing()


def first(entry: Entry, facts: Facts) -> Filing:
    """A letter that was linked to no matter begins one."""
    return Filing(matter=None if entry.matters else _begun(entry, facts))


def correction(
    number: int, entry: Entry, facts: Facts, rows: Rows, matters: Sequence[Matter]
) -> Filing:
    """What follows from overwriting this row.

    A matter that began in this review and that no other row is about is the row's own: it is
    renamed with it, or goes when the row lets go of it.
    """
    own = _own(number, facts, rows, matters)
    kept = [matter for matter in own if matter.number in entry.matters]
    dropped = tuple(matter.number for matter in own if matter not in kept)
    if kept:
        named = replace(kept[0], title=title(entry.summary), subjects=entry.subjects)
        return Filing(number, named, dropped)
    return Filing(number, None if entry.matters else _begun(entry, facts), dropped)


def after(matters: Sequence[Matter], filing: Filing) -> tuple[Matter, ...]:
    """The matters as they are once the row is stored: one that begins with it is the latest."""
    changed = {matter.number: matter for matter in matters}
    if filing.matter is not None:
        new = {filing.matter.number: filing.matter}
        begins = {} if filing.matter.number in changed else new
        changed = begins | changed | new
    return tuple(matter for number, matter in changed.items() if number not in filing.dropped)


def _own(number: int, facts: Facts, rows: Rows, matters: Sequence[Matter]) -> list[Matter]:
    linked = {one for row, entry in rows if row == number for one in entry.matters}
    shared = {one for row, entry in rows if row != number for one in entry.matters}
    mine = linked - shared
    return [one for one in matters if one.number in mine and one.review == facts.review]


def _begun(entry: Entry, facts: Facts) -> Matter:
    matter = begun(entry.summary, entry.subjects, facts.opened_on, facts.review)
    return replace(matter, excluded=entry.excluded)
