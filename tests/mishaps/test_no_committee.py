"""Before enrolment, or with a record that was tampered with: nothing is taken that nobody reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk import store
from kiosk.demo.school import SCHOOL
from tests.conftest import Opens
from tests.flow.test_paper import counted
from tests.guest import Guest
from tests.mishaps.test_forced_door import incidents


@pytest.fixture
def unready(opens: Opens, tmp_path: Path) -> Guest:
    """A kiosk whose committee is not enrolled yet."""
    folder = tmp_path / "unready"
    folder.mkdir()
    store.create(folder / "post.sqlite", "demo", SCHOOL.model_dump_json(), pool=8)
    return opens(folder)


def test_the_screen_takes_no_letter_and_says_what_one_can_do(unready: Guest) -> None:
    assert unready.says("board_no_committee")
    assert not unready.widget("write").enabled


def test_a_door_that_is_opened_while_the_box_is_built_is_no_incident(unready: Guest) -> None:
    unready.world.levers.force_door()
    unready.wait(1)
    assert unready.says("door_open")
    assert incidents(unready.data) == []


def test_paper_is_counted_all_the_same(unready: Guest) -> None:
    unready.drops_paper()
    unready.sees("thanks")
    assert counted(unready.data) == 1


def test_nobody_gets_to_the_lock(unready: Guest) -> None:
    unready.goes_to_the_window()
    assert not unready.offers("way_in")
    unready.hold("emblem", 3.2)
    assert unready.says("way_nobody")
    assert not unready.offers("roll_call")


def tamper(data: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Edit the committee's record as somebody with the SD card would."""
    with closing(sqlite3.connect(data / "post.sqlite")) as file:
        record = json.loads(file.execute("select committee from kiosk").fetchone()[0])
        change(record)
        file.execute("update kiosk set committee = ?", [json.dumps(record)])
        file.commit()


def test_with_a_public_key_that_is_not_the_committees_nothing_opens(
    guest: Guest, opens: Opens
) -> None:
    guest.leave_for_good()
    other = "c29tZWJvZHkgZWxzZSdzIGtleSBvZiAzMiBieXRlcyE="

    def swap(record: dict[str, Any]) -> None:
        record["verify_key"] = other

    tamper(guest.data, swap)
    again = opens()
    again.goes_to_the_window()
    again.touch("way_in")
    again.gathers()
    again.sees("rollcall")
    assert again.says("roll_keys_failed")
    assert not again.world.levers.coil_on
