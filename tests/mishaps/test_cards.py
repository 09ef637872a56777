"""Wrong cards, two of one role, too few: the box stays shut and the screen says what lacks."""

from __future__ import annotations

import pygame
import pytest

from kiosk.demo.school import CARDS
from kiosk.post.cards import new_card
from kiosk.post.roles import Role
from tests.guest import Guest


@pytest.fixture
def roll_call(guest: Guest) -> Guest:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in", "corridor_clear")
    return guest


def test_a_card_of_nobody_is_recognised_as_wrong(roll_call: Guest) -> None:
    roll_call.type_card(new_card())
    roll_call.sees("rollcall")
    assert roll_call.says("roll_wrong_card")
    roll_call.gathers()
    roll_call.sees("unlock")


def test_a_slip_of_the_finger_is_found_before_anything_is_derived(roll_call: Guest) -> None:
    code = CARDS[Role.SOCIAL_PEDAGOGUE]
    swapped = code[1] + code[0] + code[2:]
    roll_call.type_card(swapped)
    roll_call.sees("rollcall")
    assert not roll_call.says("roll_wrong_card")
    assert roll_call.offers("digit_1")
    roll_call.gathers()
    roll_call.sees("unlock")


def test_two_cards_of_one_role_are_one_role(roll_call: Guest) -> None:
    roll_call.shows_card(Role.SOCIAL_PEDAGOGUE)
    roll_call.shows_card(Role.SOCIAL_PEDAGOGUE)
    roll_call.sees("rollcall")
    missing = roll_call.word("deputy_director")
    assert roll_call.word("roll_same_role", role=missing) in roll_call.reads()


@pytest.mark.parametrize("absent", Role)
def test_two_roles_of_three_open_nothing(roll_call: Guest, absent: Role) -> None:
    for role in set(Role) - {absent}:
        roll_call.shows_card(role)
    roll_call.sees("rollcall")
    assert not roll_call.world.levers.coil_on
    assert not roll_call.world.levers.pull_door()


def test_who_leaves_takes_the_cards_shown_along(roll_call: Guest) -> None:
    roll_call.shows_card(Role.SOCIAL_PEDAGOGUE)
    roll_call.touch("leave", "leave_sure")
    roll_call.sees("board")
    roll_call.touch("way_in")
    roll_call.shows_card(Role.DEPUTY_DIRECTOR)
    roll_call.shows_card(Role.PARLIAMENT_MEMBER)
    roll_call.sees("rollcall")


def test_a_group_that_is_complete_looks_the_same_whatever_was_typed(roll_call: Guest) -> None:
    roll_call.type("1482507")
    one = picture(roll_call, "group_0"), picture(roll_call, "group_1")
    for _ in range(7):
        roll_call.touch("rub")
    roll_call.type("9999508")
    other = picture(roll_call, "group_0"), picture(roll_call, "group_1")
    assert one[0] == other[0]
    assert one[1] != other[1], "the group being typed can be read"


def picture(guest: Guest, name: str) -> bytes:
    """The pixels of one widget."""
    return pygame.image.tobytes(guest.world.surface.subsurface(guest.widget(name).rect), "RGB")
