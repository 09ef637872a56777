"""The chip that has the pins goes away under the running kiosk: said in words, and it works on."""

from __future__ import annotations

from tests.guest import TEXT, Guest
from tests.mishaps.test_forced_door import incidents
from tests.readers import letters, slot_count

LOST = ("2026-11-20", "pins_lost")


def test_the_board_says_that_paper_is_not_counted_and_it_is_kept_with_its_day(guest: Guest) -> None:
    assert not guest.says("pins_lost")
    guest.world.levers.lose_pins()
    guest.wait(1)
    assert guest.says("pins_lost")
    assert incidents(guest.data) == [LOST]


def test_letters_are_still_written_and_kept(guest: Guest) -> None:
    guest.world.levers.lose_pins()
    guest.sends()
    assert letters(guest.data) == [TEXT]
    assert guest.says("pins_lost")


def test_what_passed_before_is_counted_and_nothing_after_it(guest: Guest) -> None:
    guest.drops_paper()
    guest.world.levers.lose_pins()
    guest.drops_paper()
    guest.world.levers.force_door()
    guest.wait(12)
    assert slot_count(guest.data) == 1
    assert incidents(guest.data) == [LOST], "and no more than is known is said of the door"


def test_it_is_said_once_and_nothing_keeps_the_loop_awake(guest: Guest) -> None:
    guest.world.levers.lose_pins()
    guest.wait(1)
    for _ in range(3):
        guest.wait(11)
        assert guest.world.app.desk.hardware.deadline() is None
        assert not guest.world.app.step(), "there is nothing to do"
    assert incidents(guest.data) == [LOST]


def test_the_committee_hears_of_it(guest: Guest) -> None:
    guest.world.levers.lose_pins()
    guest.wait(1)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    assert guest.says("incident_pins_lost", days="20-ноябрь")


def test_the_gravest_trouble_is_told_first(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(6)
    assert guest.says("slot_blocked")
    guest.world.levers.lose_pins()
    guest.wait(1)
    assert guest.says("pins_lost")
    assert not guest.says("slot_blocked")
