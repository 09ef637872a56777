"""Somebody comes late, somebody leaves, somebody types nonsense, everybody breaks off."""

from __future__ import annotations

import pygame
import pytest

from kiosk.post.cards import new_card
from kiosk.post.roles import Role
from tests.guest import TEXT, Guest
from tests.readers import journal

DEPUTY, PEDAGOGUE, PARLIAMENT = Role


@pytest.fixture
def reading(guest: Guest) -> Guest:
    guest.sends(TEXT)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    return guest


@pytest.mark.parametrize("role", Role)
def test_when_somebody_leaves_in_the_middle_the_rest_waits_for_the_role(
    reading: Guest, role: Role
) -> None:
    reading.touch("cover", "members", f"{role}_left")
    assert reading.says("members_missing")
    assert not reading.widget("back").enabled
    assert not reading.shows(TEXT)
    reading.shows_card(role)
    reading.touch("back")
    reading.sees("register")
    assert not reading.shows(TEXT)
    reading.registers()
    reading.closes()


def test_who_cannot_be_replaced_breaks_off_the_meeting_and_nothing_is_lost(
    reading: Guest,
) -> None:
    reading.touch("members", f"{PARLIAMENT}_left", "leave", "leave_sure")
    reading.sees("board")
    reading.touch("way_in")
    reading.gathers()
    reading.sees("register")
    reading.registers()
    reading.closes()
    assert len(journal(reading.data)) == 1


def test_a_storm_of_wrong_cards_shuts_nobody_out(guest: Guest) -> None:
    guest.sends()
    guest.goes_to_the_window()
    guest.touch("way_in")
    for _ in range(20):
        guest.type_card(new_card())
        guest.sees("rollcall")
        assert guest.says("roll_wrong_card")
    guest.type_card("0" * 211)
    guest.sees("rollcall")
    guest.press(pygame.K_RETURN)
    guest.gathers()
    guest.sees("unlock")


def test_a_storm_of_wrong_cards_in_the_middle_changes_nothing(reading: Guest) -> None:
    reading.touch("members")
    for _ in range(20):
        reading.type_card(new_card())
        assert reading.says("roll_wrong_card")
    reading.shows_card(DEPUTY)
    assert reading.says("member_here")
    reading.touch("back")
    reading.registers()
    reading.closes()


WAYS = ("rollcall", "digits", "unlock", "count", "register", "members", "room", "close")


@pytest.mark.parametrize("left_at", WAYS)
def test_left_at_any_point_it_is_taken_up_and_finished(guest: Guest, left_at: str) -> None:
    guest.sends(TEXT)
    guest.writes("Купуя")
    guest.touch("readers", "readers_3", "send", "leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    goes_on(guest, left_at)
    guest.touch("leave", "leave_sure")
    guest.sees("board")
    guest.touch("way_in")
    goes_on(guest, "closed")
    guest.ends()
    assert sorted(row.text for row in journal(guest.data).values()) == sorted([TEXT, "Купуя"])


def goes_on(guest: Guest, until: str) -> None:
    """One step after the other, whatever was done before."""
    for _ in range(40):
        if guest.screen == until:
            return
        match guest.screen:
            case "rollcall":
                for role in Role:
                    guest.shows_card(role)
            case "digits":
                guest.touch("digits_later")
            case "unlock":
                guest.opens_the_box()
            case "count":
                guest.counts(0)
            case "register" if until == "members":
                guest.touch("members")
            case "register":
                guest.registers()
            case "room":
                guest.touch("room_changed")
            case "close":
                guest.touch("close_review")
    raise AssertionError(f"never came to {until}, but to {guest.screen}")
