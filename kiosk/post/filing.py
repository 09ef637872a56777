"""What a row changes beside itself: which row it overwrites, and what becomes of its matters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.post.followup import Rows, about, dated, referred, weighed
from kiosk.post.journal import Decision, Entry
from kiosk.post.matters import Before, Matter, begun, numbered, title
from kiosk.post.meeting import Facts, SealedMatter


@dataclass(frozen=True)
class Filing:
    """`corrects` is the number of the row that is overwritten, None for a letter's first row.

    `matters` begin with this row, or are moved or renamed by it; `dropped` are numbers of matters
    that no row is about any more. `sealed` are the matters once the keys have sealed them.
    """

    corrects: int | None = None
    matters: tuple[Matter, ...] = ()
    dropped: tuple[int, ...] = ()
    sealed: tuple[SealedMatter, ...] = ()

    def drawn(self, entry: Entry) -> tuple[Entry, Filing]:
        """Row and filing with a number for a matter that has none yet: it is the row's only one."""
        if all(matter.number for matter in self.matters):
            return entry, self
        (matter,) = (numbered(one) for one in self.matters if not one.number)
        others = (one for one in self.matters if one.number)
        return replace(entry, matters=(matter.number,)), replace(self, matters=(matter, *others))


NOTHING = Filing()


def first(
    entry: Entry, facts: Facts, rows: Rows, matters: Sequence[Matter], due: date | None = None
) -> Filing:
    """A letter that was linked to no matter begins one; those it is linked to are moved by it.

    `due` is the day of the forum to which it is referred, None where nobody said.
    """
    due = due if entry.decision is Decision.REFERRED else None
    if not entry.matters:
        return Filing(matters=(_begun(entry, facts, due),))
    number = 1 + max((number for number, _ in rows), default=0)
    change = Change(facts.review, rows, [*rows, (number, entry)], due)
    return Filing(matters=change.of(matters, entry.matters))


def correction(
    number: int,
    entry: Entry,
    facts: Facts,
    rows: Rows,
    matters: Sequence[Matter],
    due: date | None = None,
    others: Rows = (),
) -> Filing:
    """What follows from overwriting this row; `rows` are its review's, `others` of other reviews.

    A matter that began in this review and that no other row is about is the row's own: it is
    renamed with it, or goes when the row lets go of it. What a forum said of it stays for ever.
    """
    due = due if entry.decision is Decision.REFERRED else None
    own = _own(number, facts, (*rows, *others), matters)
    kept = [matter for matter in own if matter.number in entry.matters]
    dropped = tuple(one.number for one in own if one not in kept and not _spoken_of(one))
    named = [replace(one, title=title(entry.summary), subjects=entry.subjects) for one in kept[:1]]
    after = [(row, entry if row == number else said) for row, said in rows]
    linked = {*dict(rows)[number].matters, *entry.matters}.difference(dropped)
    moved = Change(facts.review, rows, after, due).of(matters, linked, named)
    begins = () if entry.matters else (_begun(entry, facts, due),)
    return Filing(number, (*begins, *moved), dropped)


def after(matters: Sequence[Matter], filing: Filing) -> tuple[Matter, ...]:
    """The matters as they are once the row is stored: one that begins with it is the latest."""
    changed = {matter.number: matter for matter in matters}
    new = {matter.number: matter for matter in filing.matters}
    begins = {number: matter for number, matter in new.items() if number not in changed}
    changed = begins | changed | new
    return tuple(matter for number, matter in changed.items() if number not in filing.dropped)


@dataclass(frozen=True)
class Change:
    """The rows of a review before and after one of them was written, and the day it named."""

    review: int
    former: Rows
    rows: Rows
    due: date | None

    def of(
        self, matters: Sequence[Matter], linked: Collection[int], named: Sequence[Matter] = ()
    ) -> tuple[Matter, ...]:
        """Those of the linked matters that it changes; `named` have new titles."""
        renamed = {matter.number: matter for matter in named}
        pairs = [(one, self._moved(renamed.get(one.number, one))) for one in matters]
        return tuple(new for old, new in pairs if old.number in linked and new != old)

    def _moved(self, matter: Matter) -> Matter:
        moved = weighed(matter, self.review, self.former, self.rows)
        if about(matter, self.rows):  # an older letter, linked later, owns it no less
            moved = replace(moved, review=min(moved.review, self.review))
        return moved if self.due is None else dated(moved, self.due)


def _own(number: int, facts: Facts, rows: Rows, matters: Sequence[Matter]) -> list[Matter]:
    linked = {one for row, entry in rows if row == number for one in entry.matters}
    shared = {one for row, entry in rows if row != number for one in entry.matters}
    mine = linked - shared
    return [one for one in matters if one.number in mine and one.review == facts.review]


def _spoken_of(matter: Matter) -> bool:
    return bool(matter.outcomes) or matter.answer is not None


def _begun(entry: Entry, facts: Facts, due: date | None) -> Matter:
    """Before this letter there was nothing: a correction goes back to that."""
    matter = referred(entry, begun(entry.summary, entry.subjects, facts.opened_on, facts.review))
    return replace(dated(matter, due), before=Before(facts.review))
