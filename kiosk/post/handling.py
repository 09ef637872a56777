"""Who must not read a letter, and whether those who are left may handle it (R13).

The box is opened by the whole quorum. A letter that leaves out a role, by its writer's wish or
because a member stepped out of it, is then handled by those who stay: two roles at the least, one
of them an adult. No pupil is left alone with it, and no adult either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.post.meeting import OpenedLetter
from kiosk.post.roles import Role

ADULTS = frozenset({Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE})
"""The roles that are never a pupil's (4.4)."""

TOGETHER = 2
"""Roles that a letter needs at the least."""


EXCLUSIONS = (frozenset(), *(frozenset({role}) for role in reversed(Role)))
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


@dataclass(frozen=True)
class Wishes:
    """What the committee said about letters in this meeting; gone with it.

    `stepped` are places with a role that stepped out, `later` what was put off, the last one at
    the end, `first` what was picked. `row` is to be corrected, for which somebody steps away.
    `number` is that of the paper letter's row that was written last: it goes on the paper.
    """

    stepped: frozenset[tuple[int | None, Role]] = frozenset()
    later: tuple[int | None, ...] = ()
    first: tuple[int | None, ...] = ()
    row: int | None = None
    number: int | None = None

    def put_off(self, place: int | None) -> Wishes:
        """This letter comes after all others."""
        others = tuple(other for other in self.later if other != place)
        return replace(self, later=(*others, place), first=())

    def picked(self, place: int | None) -> Wishes:
        """This letter comes next."""
        later = tuple(other for other in self.later if other != place)
        return replace(self, later=later, first=(place,))

    def stepped_out(self, place: int | None, role: Role) -> Wishes:
        """This role must not read this letter."""
        return replace(self, stepped=self.stepped | {(place, role)})

    def stood_in(self, role: Role) -> Wishes:
        """Another member of this role came, who stepped out of nothing."""
        return replace(self, stepped=frozenset(one for one in self.stepped if one[1] != role))

    def done(self, place: int | None, number: int) -> Wishes:
        """This letter has its row, of this number; the next paper letter is another one."""
        return Wishes(
            frozenset(one for one in self.stepped if one[0] != place),
            tuple(other for other in self.later if other != place),
            number=number if place is None else None,
        )

    def barred(self, opened: OpenedLetter | None) -> frozenset[Role]:
        """Who must not read this letter; None is the paper letter."""
        place = opened.place if opened else None
        letter = opened.letter if opened else None
        stepped = frozenset(role for other, role in self.stepped if other == place)
        return stepped | (letter.excluded if letter else frozenset())


def queue(letters: Iterable[OpenedLetter], papers: int, wishes: Wishes) -> tuple[AtHand, ...]:
    """The letters in the order in which they come: all `papers` count as one place.

    What anybody must not read comes last and grouped, so that nobody is sent out twice.
    """
    waiting = [*letters, *([None] if papers else [])]
    cases = [_at_hand(opened, wishes) for opened in waiting]
    return tuple(sorted(cases, key=lambda case: _rank(case, wishes)))


def _at_hand(opened: OpenedLetter | None, wishes: Wishes) -> AtHand:
    place = opened.place if opened else None
    return AtHand(opened, wishes.barred(opened), place in wishes.later)


def _rank(case: AtHand, wishes: Wishes) -> tuple[bool, int, list[str], bool, int]:
    """Picked, in turn, put off; then who is left out; typed ones by label before paper."""
    later = wishes.later.index(case.place) + 1 if case.put_off else 0
    label = case.opened.label if case.opened else 0
    return (case.place not in wishes.first, later, sorted(case.barred), not case.opened, label)
