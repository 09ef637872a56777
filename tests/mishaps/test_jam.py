"""Something stays in the slot: said in the pupil's words, told to the committee, over by itself."""

from __future__ import annotations

from kiosk.config import SlotSettings
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents
from tests.readers import slot_count


def test_the_board_says_what_to_do_and_it_is_kept_with_its_day(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(4.9)
    assert not guest.says("slot_blocked")
    guest.wait(0.2)
    assert guest.says("slot_blocked")
    assert incidents(guest.data) == [("2026-11-20", "slot_blocked")]


def test_counting_goes_on_by_itself_when_the_slot_is_clear(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(6)
    guest.world.levers.clear_slot()
    guest.wait(1)
    assert not guest.says("slot_blocked")
    assert slot_count(guest.data) == 1, "what was stuck went in"
    guest.drops_paper()
    assert slot_count(guest.data) == 2


def test_the_committee_hears_of_it_beside_the_count(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(6)
    guest.world.levers.clear_slot()
    guest.wait(1)
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    assert guest.says("incident_slot_blocked", days="20-ноябрь")


def test_blocked_at_start_is_known_at_once_and_is_no_letter(opens: Opens) -> None:
    guest = opens(slot_blocked=True)
    assert guest.says("slot_blocked")
    guest.world.levers.clear_slot()
    guest.wait(1)
    assert not guest.says("slot_blocked")
    assert slot_count(guest.data) == 0


def test_how_long_is_too_long_is_a_setting(opens: Opens) -> None:
    patient = opens(slot=SlotSettings(jam_s=20))
    patient.world.levers.block_slot()
    patient.wait(19)
    assert not patient.says("slot_blocked")
    patient.wait(2)
    assert patient.says("slot_blocked")
