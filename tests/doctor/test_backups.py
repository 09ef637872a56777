"""How old the backups are, and whose cards open them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk import store as stores
from kiosk.config import Machine
from kiosk.doctor.backups import backup
from kiosk.post.finding import Finding, Level
from kiosk.store.backup import back_up, folder, keys
from kiosk.store.restoring import offered
from tests.doctor.computer import SCHOOL, to_do, told
from tests.office import COMMITTEE
from tests.store.cut import rekeyed
from tests.store.desk import desk

TODAY = date(2026, 11, 27)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A real store with a committee."""
    machine = Machine(data=tmp_path)
    stores.create(machine.store, "real", SCHOOL, pool=4)
    stores.save_committee(machine.store, COMMITTEE)
    return machine


def looked(machine: Machine, days: int = 0) -> Finding:
    """So many days later."""
    return backup(machine, TODAY + timedelta(days=days))


def test_none_at_all_is_yellow_and_says_how_to_make_one(machine: Machine) -> None:
    said = looked(machine)
    assert (said.level, told(said)) == (Level.YELLOW, "none was made yet")
    assert "sudo kiosk backup" in to_do(said)


@pytest.mark.parametrize("days", [0, 1, 13])
def test_a_new_one_is_green_and_belongs_outside_the_box(machine: Machine, days: int) -> None:
    back_up(machine.store, TODAY, keep=2)
    said = looked(machine, days)
    assert said.level is Level.GREEN
    assert "2026-11-27" in told(said)
    assert keys(machine.store) in told(said)
    assert "stick" in to_do(said)


def test_one_that_should_have_been_followed_is_yellow(machine: Machine) -> None:
    back_up(machine.store, TODAY, keep=2)
    said = looked(machine, 2 * machine.backup.every_days)
    assert said.level is Level.YELLOW
    assert told(said).startswith("too old: made on 2026-11-27")


def test_one_that_old_cards_open_is_red_however_new(machine: Machine) -> None:
    copy = back_up(machine.store, TODAY, keep=2)
    old = (folder(machine.store) / copy.name).read_bytes()
    with desk(machine.store) as office:
        rekeyed(office)
    (folder(machine.store) / copy.name).write_bytes(old)
    said = looked(machine)
    assert said.level is Level.RED
    assert "destroy all older copies" in to_do(said)
    assert keys(machine.store) in to_do(said)


def test_after_new_keys_copies_in_drawers_are_spoken_of_for_good(machine: Machine) -> None:
    back_up(machine.store, TODAY, keep=2)
    with desk(machine.store) as office:
        rekeyed(office)
    said = looked(machine)
    assert said.level is Level.GREEN, "the one beside the store was replaced at once"
    assert f"{keys(machine.store)} in their name" in to_do(said)


def test_a_store_set_aside_is_not_forgotten(machine: Machine) -> None:
    copy = back_up(machine.store, TODAY, keep=2)
    with offered(machine.store, folder(machine.store) / copy.name, "real") as offer:
        offer.put_in_place(TODAY)
    said = looked(machine)
    assert said.level is Level.YELLOW
    assert "aside-2026-11-27.sqlite" in to_do(said)


def test_without_a_store_nobody_knows(tmp_path: Path) -> None:
    said = backup(Machine(data=tmp_path), TODAY)
    assert (said.level, told(said).partition(":")[0]) == (Level.YELLOW, "unknown")
