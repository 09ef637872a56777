"""The keys' process dies in a meeting: cards are asked for again, and nothing is lost (law 10)."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from kiosk.keyholder import Enrolled
from kiosk.keyholder.child import HeldByChild
from tests.conftest import Opens
from tests.guest import TEXT, Guest
from tests.readers import journal, letters

pytestmark = pytest.mark.outside


class Meeting:
    """A kiosk whose keys are in a real child."""

    def __init__(self, opens: Opens) -> None:
        self.holders: list[HeldByChild] = []
        self.guest: Guest = opens(holds=self._holds)

    def _holds(self, enrolled: Enrolled) -> HeldByChild:
        self.holders.append(HeldByChild(enrolled))
        return self.holders[-1]

    @property
    def child(self) -> int | None:
        return self.holders[-1].pid if self.holders else None

    def loses_the_keys(self) -> None:
        assert self.child is not None
        os.kill(self.child, signal.SIGKILL)


@pytest.fixture
def meeting(opens: Opens) -> Meeting:
    """Two letters, and a committee at the board."""
    meeting = Meeting(opens)
    meeting.guest.sends()
    meeting.guest.sends()
    meeting.guest.goes_to_the_window()
    return meeting


def test_a_whole_review_with_the_keys_in_a_child(meeting: Meeting) -> None:
    guest = meeting.guest
    assert meeting.child is None
    guest.touch("way_in")
    assert meeting.child is not None, "it waits for the first card"
    child = meeting.child
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.registers()
    guest.closes()
    assert meeting.child is None
    assert not Path(f"/proc/{child}").exists()
    assert [row.text for row in journal(guest.data).values()] == [TEXT, TEXT]


def test_killed_while_letters_are_read_the_next_step_asks_for_the_cards(meeting: Meeting) -> None:
    guest = meeting.guest
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    meeting.loses_the_keys()
    guest.registers()
    guest.sees("rollcall")
    assert guest.says("roll_keys_failed")
    assert letters(guest.data) == [TEXT, TEXT]
    guest.gathers()
    guest.registers()
    guest.registers()
    guest.closes()
    assert letters(guest.data) == []
    assert [row.text for row in journal(guest.data).values()] == [TEXT, TEXT]


def test_killed_at_the_roll_call_the_cards_are_shown_from_the_first(meeting: Meeting) -> None:
    guest = meeting.guest
    guest.touch("way_in")
    meeting.loses_the_keys()
    guest.gathers()
    guest.sees("rollcall")
    guest.gathers()
    guest.sees("unlock")


def test_who_leaves_takes_the_child_along(meeting: Meeting) -> None:
    guest = meeting.guest
    guest.touch("way_in")
    child = meeting.child
    guest.touch("leave", "leave_sure")
    guest.sees("board")
    guest.wait(0.1)
    assert meeting.child is None
    assert not Path(f"/proc/{child}").exists()
