"""Who must not read a letter, and whether those who are left may handle it (R13).

The box is opened by the whole quorum. A letter that leaves out a role, by its writer's wish or
because a member stepped out of it, is then handled by those who stay: two roles at the least, one
of them an adult. No pupil is left alone with it, and no adult either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.post.meeting import OpenedLetter
from kiosk.post.roles import Role
from kiosk.post.wishes import Wishes

ADULTS = frozenset({Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE})
"""The roles that are never a pupil's (4.4)."""

TOGETHER = 2
"""Roles that a letter needs at the least."""


ADULTS_ONLY = frozenset(Role) - ADULTS
EXCLUSIONS = (
    frozenset(),
    ADULTS_ONLY,
    *(frozenset({role}) for role in reversed(Role) if role in ADULTS),
)
"""Who may be left out by a writer: nobody, the pupils (adults only), or one of the adults."""


def offered(quorum: Iterable[Iterable[Role]]) -> tuple[frozenset[Role], ...]:
    """Those of `EXCLUSIONS` that name readers, and leave enough of them in every permitted set."""
    sets = [frozenset(roles) for roles in quorum]
    readers = frozenset[Role]().union(*sets)
    named = [left for left in EXCLUSIONS if left <= readers]
    return tuple(left for left in named if all(suffice(roles - left) for roles in sets))


def suffice(readers: Iterable[Role]) -> bool:
    """Whether these roles may read a letter and give it its row."""
    roles = frozenset(readers)
    return len(roles) >= TOGETHER and not roles.isdisjoint(ADULTS)


def in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    """The roles once each, in the regulation's order, as they are called up on the screen."""
    found = frozenset(roles)
    return tuple(role for role in Role if role in found)


@dataclass(frozen=True)
class AtHand:
    """A letter that waits for its row; `opened` is None for paper.

    `barred` must not be there: the writer said so, or they stepped out. `put_off` letters come
    after all others.
    """

    opened: OpenedLetter | None
    barred: frozenset[Role] = frozenset()
    put_off: bool = False

    @property
    def place(self) -> int | None:
        """Its envelope; None for paper."""
        return self.opened.place if self.opened else None


def barred(opened: OpenedLetter | None, wishes: Wishes) -> frozenset[Role]:
    """Who must not read this letter; None is the paper letter."""
    letter = opened.letter if opened else None
    return wishes.barred(opened.place if opened else None) | (
        letter.excluded if letter else frozenset()
    )


def queue(letters: Iterable[OpenedLetter], papers: int, wishes: Wishes) -> tuple[AtHand, ...]:
    """The letters in the order in which they come: all `papers` count as one place.

    What anybody must not read comes last and grouped, so that nobody is sent out twice.
    """
    waiting = [*letters, *([None] if papers else [])]
    cases = [_at_hand(opened, wishes) for opened in waiting]
    return tuple(sorted(cases, key=lambda case: _rank(case, wishes)))


def _at_hand(opened: OpenedLetter | None, wishes: Wishes) -> AtHand:
    place = opened.place if opened else None
    return AtHand(opened, barred(opened, wishes), place in wishes.later)


def _rank(case: AtHand, wishes: Wishes) -> tuple[bool, int, list[str], bool, int]:
    """Picked, in turn, put off; then who is left out; typed ones by label before paper."""
    later = wishes.later.index(case.place) + 1 if case.put_off else 0
    label = case.opened.label if case.opened else 0
    return (case.place not in wishes.first, later, sorted(case.barred), not case.opened, label)
