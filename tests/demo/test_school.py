"""The demo's store, opened more than once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.demo.school import FIRST_MOMENT, SCHOOL, found, goes_on
from kiosk.store import WrongKind, create, load_committee
from tests.conftest import Opens
from tests.guest import Guest
from tests.office import CHEAP


def test_a_new_demo_begins_on_its_first_morning(guest: Guest) -> None:
    assert goes_on(found(guest.data)) == FIRST_MOMENT


def test_a_demo_may_begin_before_its_committee(opens: Opens, tmp_path: Path) -> None:
    found(tmp_path, CHEAP, pool=4, formed=False)
    assert opens(tmp_path).says("board_no_committee")
    assert load_committee(found(tmp_path)) is None, "it is not formed behind its back"


def test_a_demo_taken_up_again_believes_its_clock(guest: Guest) -> None:
    guest.goes_to_the_window()
    seen = guest.today
    guest.world.move_clock(FIRST_MOMENT)
    guest.wait(0.5)
    assert guest.says("clock_wrong"), "going back is not believed"
    guest.world.move_clock(goes_on(found(guest.data)))
    guest.wait(0.5)
    assert not guest.says("clock_wrong")
    assert guest.today == seen


def test_a_real_store_gives_no_moment(guest: Guest) -> None:
    path = guest.data / "real.sqlite"
    create(path, "real", SCHOOL.model_dump_json(), pool=2)
    with pytest.raises(WrongKind):
        goes_on(path)
