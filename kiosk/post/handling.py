"""Who must not read a letter, and whether those who are left may handle it (R13).

The box is opened by the whole quorum. A letter that leaves out a role, by its writer's wish or
because a member stepped out of it, is then handled by those who stay: two roles at the least, one
of them an adult. No pupil is left alone with it, and no adult either.
"""

from __future__ import annotations

from collections.abc import Iterable

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
