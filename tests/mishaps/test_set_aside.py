"""The committee is abandoned from the command line while the kiosk runs: it notices by itself."""

from __future__ import annotations

import pytest

from kiosk.commands.committee import farewell
from kiosk.demo.school import CARDS
from kiosk.post.incidents import Incident
from kiosk.post.roles import Role
from kiosk.store.formers import abandon_committee
from tests.guest import TEXT, Guest
from tests.mishaps.test_forced_door import incidents


def abandons(guest: Guest) -> None:
    """What `kiosk committee abandon` does once it was asked twice; then a minute passes."""
    abandon_committee(guest.data / "post.sqlite", guest.today, farewell(guest.today))
    guest.wait(61)


def test_the_board_says_it_within_a_minute_and_takes_no_letter_that_nobody_could_read(
    guest: Guest,
) -> None:
    abandons(guest)
    assert guest.says("board_no_committee")
    assert not guest.widget("write").enabled
    assert guest.cards_of_the_board_say(guest.word("new_readers"))
    guest.hold("emblem", 3.2)
    assert guest.says("way_nobody")


def test_a_letter_that_is_being_written_stays_with_its_writer(guest: Guest) -> None:
    guest.writes(TEXT)
    abandons(guest)
    guest.touch("send")
    guest.sees("check")
    assert guest.world.app.desk.stage.screen.holds_letter


def test_a_meeting_ends_and_what_it_had_open_is_gone(guest: Guest) -> None:
    guest.sends(TEXT)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    abandons(guest)
    guest.sees("board")
    assert not guest.offers("way_in")
    assert not guest.world.levers.coil_on


@pytest.mark.parametrize("where", ["members", "notices"])
def test_who_stands_at_the_members_or_the_notices_is_back_at_the_board(
    guest: Guest, where: str
) -> None:
    guest.hold("emblem", 3.2)
    guest.touch(where)
    guest.type_card(CARDS[Role.DEPUTY_DIRECTOR])
    abandons(guest)
    guest.sees("board")


def test_the_next_committee_hears_of_it(guest: Guest) -> None:
    abandons(guest)
    assert [what for _, what in incidents(guest.data)] == [Incident.COMMITTEE_LOST]
