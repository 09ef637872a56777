"""A reserve on the disk, given up once it is full."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import store as stores
from kiosk.doctor import disk
from kiosk.doctor.ballast import SIZE, weigh
from tests.doctor.computer import SCHOOL
from tests.store.desk import times_say_nothing

ROOM, TIGHT, FULL = (
    disk.judged_space(50 * disk.GB, 64 * disk.GB),
    disk.judged_space(5 * disk.GB, 64 * disk.GB),
    disk.judged_space(disk.MB, 64 * disk.GB),
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store, and its directory with nothing else in it."""
    path = tmp_path / "post.sqlite"
    stores.create(path, "real", SCHOOL, pool=1)
    return path


def test_where_there_is_room_it_takes_some_once(store: Path) -> None:
    assert not weigh(store, ROOM)
    ballast = store.with_name("ballast")
    assert ballast.stat().st_size == SIZE
    assert ballast.stat().st_blocks * 512 >= SIZE, "room that is really taken"
    made = ballast.stat().st_ino
    weigh(store, ROOM)
    assert ballast.stat().st_ino == made
    assert times_say_nothing(store)


def test_a_full_disk_is_relieved_and_left_so_while_it_is_tight(store: Path) -> None:
    weigh(store, ROOM)
    assert weigh(store, FULL)
    assert not store.with_name("ballast").exists()
    for space in (FULL, TIGHT):
        assert not weigh(store, space)
        assert not store.with_name("ballast").exists()


def test_one_that_was_cut_off_is_made_anew(store: Path) -> None:
    store.with_name("ballast.new").write_bytes(b"half")
    weigh(store, ROOM)
    assert sorted(path.name for path in store.parent.iterdir()) == ["ballast", "post.sqlite"]
