"""Who may handle a letter: never one alone, never pupils without an adult."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from kiosk.post.handling import ADULTS, in_order, suffice
from kiosk.post.roles import Role

DEPUTY, PEDAGOGUE, PARLIAMENT = Role
EVERY_SET = [set(roles) for n in range(4) for roles in combinations(Role, n)]


@pytest.mark.parametrize("roles", EVERY_SET, ids=lambda roles: "+".join(sorted(roles)) or "nobody")
def test_two_roles_handle_a_letter_and_one_of_them_is_an_adult(roles: set[Role]) -> None:
    assert suffice(roles) is (len(roles) > 1 and bool(roles & ADULTS))


@pytest.mark.parametrize("left_out", Role)
def test_whichever_single_role_a_writer_leaves_out_the_other_two_may_go_on(left_out: Role) -> None:
    assert suffice(set(Role) - {left_out})


def test_a_role_that_is_named_twice_is_one_role() -> None:
    assert not suffice([DEPUTY, DEPUTY])


def test_roles_are_called_up_in_the_order_of_the_regulation_and_once() -> None:
    every = chain(reversed(Role), Role)
    assert in_order(every) == (DEPUTY, PEDAGOGUE, PARLIAMENT)
