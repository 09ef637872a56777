"""What of the journal everybody here may know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.post.book import Book, Row
from kiosk.post.journal import Entry
from kiosk.post.letters import Origin
from kiosk.post.matters import Matter
from kiosk.post.roles import Role

DAY = date(2026, 11, 27)
PUPIL, DEPUTY = Role.PARLIAMENT_MEMBER, Role.DEPUTY_DIRECTOR
OPEN = Entry(Origin.PAPER, None, matters=(1,))
HIDDEN = replace(OPEN, matters=(2,), excluded=frozenset({PUPIL}))
MATTERS = tuple(Matter(n, f"Иш {n}", (), DAY) for n in (1, 2, 3))


def book(*entries: Entry, former: tuple[Entry, ...] = ()) -> Book:
    rows = [Row(n, 1, DAY, DAY, entry) for n, entry in enumerate(entries, 1)]
    return Book((replace(rows[0], former=former), *rows[1:]), MATTERS)


def seen(known: Book, *present: Role) -> list[int]:
    return [matter.number for matter in known.before(present).matters]


def test_a_matter_is_hidden_from_whom_a_letter_about_it_leaves_out() -> None:
    known = book(OPEN, HIDDEN)
    assert seen(known, *Role) == [1, 3]
    assert seen(known, DEPUTY) == [1, 2, 3]
    assert known.barred(MATTERS[1], [*Role]) == {PUPIL}
    assert known.barred(MATTERS[0], [*Role]) == frozenset()


def test_it_stays_hidden_when_the_row_no_longer_says_so() -> None:
    known = book(OPEN, former=(HIDDEN,))
    assert seen(known, *Role) == [3], "the row was about both, and left the pupils out"


def test_it_stays_hidden_when_the_row_no_longer_opens() -> None:
    matter = replace(MATTERS[0], excluded=frozenset({PUPIL}))
    lost = Book((Row(1, 1, DAY, DAY, None),), (matter,))
    assert seen(lost, PUPIL) == []
    assert lost.barred(matter, [*Role]) == {PUPIL}


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_leaves_it_in(role: Role) -> None:
    known = book(OPEN, replace(HIDDEN, excluded=frozenset({role})))
    assert 2 not in seen(known, role)
    assert all(2 in seen(known, other) for other in Role if other is not role)
