"""Edges of the slot's sensor get lost: the level tells, and the committee hears of it."""

from __future__ import annotations

from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents
from tests.readers import slot_count

MISSED = ("2026-11-20", "edges_missed")


def test_a_slot_blocked_without_an_edge_is_found_and_said(guest: Guest) -> None:
    guest.wait(11)
    guest.world.levers.deafen_slot()
    guest.world.levers.block_slot()
    guest.wait(11)
    assert incidents(guest.data) == [MISSED]
    guest.wait(6)
    assert guest.says("slot_blocked")


def test_a_slot_that_cleared_without_an_edge_counts_its_letter_and_goes_on(guest: Guest) -> None:
    guest.world.levers.block_slot()
    guest.wait(6)
    guest.world.levers.deafen_slot()
    guest.world.levers.clear_slot()
    guest.wait(11)
    guest.wait(1)
    assert not guest.says("slot_blocked")
    assert slot_count(guest.data) == 1
    guest.world.levers.deafen_slot(deaf=False)
    guest.drops_paper()
    assert slot_count(guest.data) == 2


def test_edges_that_the_kernel_dropped_are_told_although_the_level_is_right(guest: Guest) -> None:
    guest.world.levers.deafen_slot()
    guest.drops_paper()
    assert slot_count(guest.data) == 0
    guest.world.levers.deafen_slot(deaf=False)
    guest.drops_paper()
    assert slot_count(guest.data) == 1
    guest.wait(11)
    assert incidents(guest.data) == [MISSED]
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    assert guest.says("incident_edges_missed", days="20-ноябрь")


def test_a_sensor_that_hears_everything_is_not_suspected(guest: Guest) -> None:
    for _ in range(5):
        guest.drops_paper()
        guest.wait(11)
    guest.world.levers.force_door()
    guest.wait(11)
    assert MISSED not in incidents(guest.data)
    assert slot_count(guest.data) == 5


def test_at_rest_no_wake_up_is_spent_on_it(guest: Guest) -> None:
    guest.wait(11)
    assert guest.world.app.desk.hardware.deadline() is None
