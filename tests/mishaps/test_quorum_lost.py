"""All cards of a role are lost: two roles and the director's envelope make new keys, no more."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kiosk.demo.school import CARDS, RECOVERY
from kiosk.post.cards import new_card
from kiosk.post.incidents import Incident
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents
from tests.sitters import (
    agrees,
    makes,
    opens_the_envelope,
    sits_down,
    stored,
    types,
)

TWO, GONE = (Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE), Role.PARLIAMENT_MEMBER


@pytest.fixture
def rescue(guest: Guest) -> Guest:
    """Two roles and the envelope are here; a letter waits."""
    guest.sends("Жооп күтөм")
    guest.goes_to_the_window()
    sits_down(guest)
    for role in TWO:
        guest.shows_card(role)
    opens_the_envelope(guest)
    guest.sees("roster")
    return guest


def test_the_envelope_may_come_first(guest: Guest) -> None:
    sits_down(guest)
    opens_the_envelope(guest)
    assert guest.says("rescue_right", n=2)
    guest.shows_card(TWO[0])
    guest.sees("gather")
    guest.shows_card(TWO[1])
    guest.sees("roster")


def test_before_it_is_typed_it_is_said_what_the_board_will_say(guest: Guest) -> None:
    sits_down(guest)
    guest.touch("envelope")
    assert guest.says("rescue_told")
    guest.touch("envelope")
    assert guest.says("roll_scan")


def test_wrong_digits_of_the_envelope_are_said_and_do_no_harm(guest: Guest) -> None:
    sits_down(guest)
    guest.touch("envelope")
    for _ in range(20):
        types(guest, new_card())
        assert guest.says("drill_wrong")
    types(guest, RECOVERY)
    assert guest.says("rescue_right", n=2)


def test_one_role_and_the_envelope_are_not_enough(guest: Guest) -> None:
    sits_down(guest)
    opens_the_envelope(guest)
    for _ in range(2):
        guest.shows_card(TWO[0])
    guest.sees("gather")
    assert incidents(guest.data) == []


def test_it_must_give_the_missing_role_a_card_and_the_safe_a_new_envelope(rescue: Guest) -> None:
    assert rescue.says("roster_rescue")
    assert not rescue.widget("agree").enabled
    makes(rescue, GONE)
    assert not rescue.widget("agree").enabled, "those who typed the envelope could do it again"
    makes(rescue, None)
    assert rescue.widget("agree").enabled


def test_it_opens_neither_the_box_nor_a_letter(rescue: Guest) -> None:
    assert not rescue.offers("back"), "there is no way from here but new keys, or out"
    assert not rescue.world.levers.coil_on
    assert not rescue.world.levers.pull_door()
    assert not rescue.shows("Жооп күтөм")


def test_afterwards_the_new_card_opens_and_the_lost_one_and_the_old_envelope_do_not(
    rescue: Guest,
) -> None:
    card = makes(rescue, GONE)
    makes(rescue, None)
    agrees(rescue)
    rescue.touch("done_leave")
    sits_down(rescue)
    types(rescue, CARDS[GONE])
    assert rescue.says("roll_revoked")
    opens_the_envelope(rescue)
    assert rescue.says("drill_wrong")
    rescue.touch("leave", "leave_sure", "way_in")
    for code in (*(CARDS[role] for role in TWO), card):
        rescue.type_card(code)
    rescue.chooses()
    rescue.opens_the_box()
    rescue.counts(0)
    rescue.touch("cover")
    assert rescue.shows("Жооп күтөм")


def test_the_board_and_the_committee_hear_that_the_envelope_was_opened(rescue: Guest) -> None:
    rescue.touch("leave", "leave_sure")
    rescue.sees("board")
    assert rescue.says("recovery_was_used")
    assert [what for _, what in incidents(rescue.data)] == ["recovery_used"]


def test_the_board_says_it_in_each_language_and_after_a_restart_until_the_next_close(
    guest: Guest, opens: Opens
) -> None:
    day = guest.today
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as file, file:
        row = day.isoformat(), Incident.RECOVERY_USED
        file.execute("INSERT INTO incidents (day, what) VALUES (?, ?)", row)
    guest.wait(61)
    for language in Language:
        guest.speaks(language)
        assert guest.says("recovery_was_used")
    clock = guest.world.clock
    guest.leave_for_good()
    again = opens(clock=clock)
    assert again.says("recovery_was_used")
    again.goes_to_the_window()
    again.touch("way_in")
    again.gathers()
    assert again.says("incident_recovery_used", days=again.word_date(day))
    again.opens_the_box()
    again.counts(0)
    again.closes()
    assert not again.says("recovery_was_used")


def test_who_only_looked_and_left_changed_nothing(rescue: Guest) -> None:
    before = stored(rescue)
    makes(rescue, GONE)
    rescue.touch("leave")
    assert rescue.says("void_lost")
    rescue.touch("leave_sure")
    given = stored(rescue).last_number
    assert stored(rescue) == replace(before, last_number=given), "only a number is used up"
    sits_down(rescue)
    rescue.gathers()
    rescue.sees("members")
